"""A file that somebody edited, as sheets: a workbook, or CSV with its second file."""

from __future__ import annotations

from pathlib import Path

from dosa_trace.catalog.text.files import read_bytes
from dosa_trace.catalog.text.system_reasons import SystemReason
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.labels import CANNOT_READ
from dosa_trace.sheets.cells_read import MOST_MB, ReadBook
from dosa_trace.sheets.csv_files import MAKE_ONE, NO_BASE, base_path, read_csv

#: How every archive begins, a workbook among them.
PACKED = b"PK\x03\x04"


def read_file(path: Path) -> bytes:
    """The bytes of a file. Raises BadQuestion for one that cannot be read or is too large."""
    try:
        return read_bytes(path, MOST_MB)
    except OSError as error:
        raise BadQuestion(CANNOT_READ(path=str(path), reason=SystemReason.of(error))) from error


def read_book(path: Path, data: bytes) -> ReadBook | None:
    """The sheets of a file; None where `dosa-trace sheet` did not make it, or what it held is lost.
    Raises BadQuestion for what would harm, or is no sheet."""
    if data.startswith(PACKED):
        from dosa_trace.sheets.workbook_files import read_workbook

        return read_workbook(path, data)
    beside = base_path(path)
    try:
        base = read_bytes(beside, MOST_MB)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BadQuestion(NO_BASE(path=str(beside)), MAKE_ONE) from error
    return read_csv(path, data, base)
