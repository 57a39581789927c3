"""A workbook that somebody edited, read without running, fetching or unpacking anything that could
harm.

Beside the writer of workbooks the module that knows openpyxl; `cells_read` asks it for the names of
columns.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import IO, Any, Final

from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Phrase
from dosa_trace.sheets.book import ABOUT, BASE, FORMAT
from dosa_trace.sheets.cells_read import (
    MOST_COLUMNS,
    MOST_ROWS,
    ReadBook,
    ReadRow,
    ReadSheet,
    cleaned,
)
from dosa_trace.sheets.columns import SECTIONS

#: How much a file may unpack to, in bytes, how many times its size, and how many texts it may hold.
MOST_UNPACKED, MOST_TIMES, MOST_TEXTS = 256 * 1024 * 1024, 200, 1_000_000
#: A file of a size below which no proportion is asked for.
SMALL: Final = 64 * 1024
_PIECE: Final = 1024 * 1024
#: How a document type begins, in the encodings that a part may have.
_TYPE: Final = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
#: What is not read of a workbook, by how the names of its parts begin.
_NOT_READ: Final = (
    "xl/vbaProject", "xl/externalLinks/", "xl/comments", "xl/threadedComments/", "xl/embeddings/",
)  # fmt: skip


def read_workbook(path: Path, data: bytes) -> ReadBook | None:
    """The sheets of a workbook; None for one that this program did not make. Raises BadQuestion for
    what is no workbook, or would unpack to more than it may."""
    import openpyxl

    left_out = require_harmless(path, data)
    try:
        made = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        names = made.sheetnames
        if ABOUT not in names or _first(made[ABOUT]) != FORMAT:
            return None
        sheets = tuple(
            _sheet(name, made[name], made[f"{BASE}{name}"])
            for name in names
            if name in SECTIONS and f"{BASE}{name}" in names
        )
    except BadQuestion:
        raise
    except Exception as error:  # openpyxl raises whatever a broken file makes it stumble over
        raise BadQuestion(NO_WORKBOOK(path=str(path)), SAVE_AS) from error
    known = {sheet.section for sheet in sheets}
    others = (name for name in names[1:] if name not in known and not name.startswith("_"))
    return ReadBook(sheets, (*left_out, *others))


def require_harmless(path: Path, data: bytes) -> tuple[str, ...]:
    """The parts that are not read. Raises BadQuestion for an archive that unpacks to too much, or
    has a document type."""
    limit = min(MOST_UNPACKED, MOST_TIMES * max(len(data), SMALL))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = [entry.filename for entry in packed.infolist()]
            if "xl/workbook.xml" not in names:
                is_ods = "mimetype" in names and "content.xml" in names
                message = IS_ODS if is_ods else NO_WORKBOOK
                raise BadQuestion(message(path=str(path)), SAVE_AS)
            for entry in packed.infolist():
                with packed.open(entry, "r") as part:
                    limit -= _looked_at(path, part, limit)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError) as error:
        raise BadQuestion(NO_WORKBOOK(path=str(path)), SAVE_AS) from error
    return tuple(name for name in names if name.startswith(_NOT_READ))


def _looked_at(path: Path, part: IO[bytes], limit: int) -> int:
    """How long a part is."""
    size = texts = 0
    last = b""
    while piece := part.read(_PIECE):
        size += len(piece)
        seen = last + piece
        texts += piece.count(b"<si>") + piece.count(b"<si ")
        if any(mark in seen for mark in _TYPE):
            raise BadQuestion(DOCTYPE(path=str(path)), SAVE_AS)
        if size > limit or texts > MOST_TEXTS:
            raise BadQuestion(TOO_LARGE(path=str(path)), SAVE_AS)
        last = piece[-32:]
    return size


def _first(sheet: Any) -> str:
    return str(next(sheet.iter_rows(max_row=1, max_col=1, values_only=True), ("",))[0])


def _sheet(section: str, seen: Any, hidden: Any) -> ReadSheet:
    heads, rows = _rows(seen)
    base_heads, base = _rows(hidden)
    return ReadSheet(section, heads, rows, base_heads, base)


def _rows(sheet: Any) -> tuple[tuple[str, ...], tuple[ReadRow, ...]]:
    """The heads and the rows of a sheet."""
    sheet.reset_dimensions()
    lines: Iterator[tuple[Any, ...]] = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS)
    heads = tuple(cell_text(cell.value) for cell in next(lines, ()))
    while heads and not heads[-1]:
        heads = heads[:-1]
    return heads, tuple(row for line in lines if (row := _row(heads, line)) is not None)


def _row(heads: tuple[str, ...], line: tuple[Any, ...]) -> ReadRow | None:
    cells: dict[str, str] = {}
    unread: set[str] = set()
    number = 0
    for head, cell in zip(heads, line, strict=False):
        number = getattr(cell, "row", None) or number
        if getattr(cell, "data_type", "") in ("f", "e"):
            unread.add(head)
        elif head and (text := cell_text(cell.value)):
            cells[head] = text
    return ReadRow(number, cells, frozenset(unread)) if cells or unread else None


def cell_text(value: Any) -> str:
    """What a cell holds, as the text that it was written as: a program of sheets may have made a
    day, a number or a truth of it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return cleaned(str(value))


NO_WORKBOOK = Phrase(
    "'{path}' cannot be read as a workbook", "'{path}' is niet te lezen als werkmap"
)
IS_ODS = Phrase(
    "'{path}' is an OpenDocument spreadsheet, which is not read",
    "'{path}' is een OpenDocument-rekenblad, en dat wordt niet gelezen",
)
SAVE_AS = Phrase(
    "save it as .xlsx (in LibreOffice: Save as, Excel 2007-365)",
    "bewaar het als .xlsx (in LibreOffice: Opslaan als, Excel 2007-365)",
)
TOO_LARGE = Phrase(
    "'{path}' unpacks to more than is read", "'{path}' wordt uitgepakt groter dan wordt gelezen"
)
DOCTYPE = Phrase(
    "'{path}' has a document type, which no workbook needs",
    "'{path}' heeft een documenttype, dat geen werkmap nodig heeft",
)
