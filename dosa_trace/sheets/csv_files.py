"""Records as CSV with what each cell held in a second file, and both read again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from dosa_trace.diagnostics import BadQuestion
from dosa_trace.inert import as_before, disarmed, inert_lines
from dosa_trace.language import Phrase
from dosa_trace.sheets.cells_read import MOST_ROWS, ReadBook, ReadSheet, rows_under
from dosa_trace.sheets.columns import SECTIONS
from dosa_trace.sheets.rows import RecordTable

#: With what the second file begins.
FORMAT: Final = "dosa-trace sheet 1"
#: What may stand between cells.
DELIMITERS: Final = ",;\t"


def base_path(path: Path) -> Path:
    """The second file, beside the first."""
    return path.with_name(f"{path.stem}.base.csv")


def base_csv(table: RecordTable, digest: str) -> str:
    """The rows of a table under their heads, and above these of which kind of record and of which
    catalogue they are."""
    return _written([(FORMAT, table.section, digest), *_lines(table)])


def _lines(table: RecordTable) -> Iterable[Sequence[str]]:
    yield [column.name for column in table.columns]
    for cells in table.rows.values():
        yield [cells.get(column.name, "") for column in table.columns]


def _written(lines: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([disarmed(inert_lines(cell)) for cell in line] for line in lines)
    return text.getvalue()


def read_csv(path: Path, data: bytes, base: bytes) -> ReadBook:
    """A sheet of which the second file was read too. Raises BadQuestion for what is none."""
    (first, *before) = _read(path, base) or [[]]
    section = first[1] if len(first) > 1 else ""
    if first[:1] != [FORMAT] or section not in SECTIONS:
        raise BadQuestion(NO_BASE(path=str(base_path(path))), MAKE_ONE)
    base_heads, held = rows_under(before)
    heads, rows = rows_under(_read(path, data))
    return ReadBook((ReadSheet(section, heads, rows, base_heads, held),), ())


def _read(path: Path, data: bytes) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    return csv_lines(str(path), text, max(DELIMITERS, key=first.count))


def csv_lines(path: str, text: str, delimiter: str) -> list[list[str]]:
    """The cells of each row, one more than are read where there are more. Raises BadQuestion for
    what is no CSV."""
    lines: list[list[str]] = []
    try:
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            lines.append([as_before(cell) for cell in line])
            if len(lines) > MOST_ROWS + 1:
                break
    except csv.Error as error:
        raise BadQuestion(NO_CSV(path=path, line=len(lines) + 1), CLOSE_QUOTES) from error
    return lines


def first_lines(text: str, delimiter: str, number: int = 50) -> list[list[str]]:
    """The cells of the first rows, as far as they can be read."""
    lines: list[list[str]] = []
    with suppress(csv.Error):
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if len(lines) == number:
                break
            lines.append(line)
    return [line for line in lines if line]


NO_BASE = Phrase(
    "'{path}' does not say what this sheet was made of",
    "'{path}' zegt niet waar dit werkblad van is gemaakt",
)
MAKE_ONE = Phrase(
    "make a sheet with dosa-trace sheet KIND -o FILE, and edit that",
    "maak een werkblad met dosa-trace sheet SOORT -o BESTAND, en wijzig dat",
)
CLOSE_QUOTES = Phrase(
    "see whether a quotation mark is not closed there, or save it anew as CSV",
    "kijk of een aanhalingsteken daar niet is gesloten, of bewaar het opnieuw als CSV",
)
NO_CSV = Phrase(
    "'{path}' cannot be read as CSV from row {line} on",
    "'{path}' is vanaf rij {line} niet te lezen als CSV",
)
