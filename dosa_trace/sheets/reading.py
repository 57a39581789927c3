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


def read_book(path: Path) -> ReadBook:
    """The sheets of a file. Raises BadQuestion for what is none, or is no sheet of this program."""
    try:
        data = read_bytes(path, MOST_MB)
    except OSError as error:
        raise BadQuestion(CANNOT_READ(path=str(path), reason=SystemReason.of(error))) from error
    if data.startswith(PACKED):
        from dosa_trace.sheets.workbook_files import read_workbook

        return read_workbook(path, data)
    beside = base_path(path)
    try:
        base = read_bytes(beside, MOST_MB)
    except OSError as error:
        raise BadQuestion(NO_BASE(path=str(beside)), MAKE_ONE) from error
    return read_csv(path, data, base)
