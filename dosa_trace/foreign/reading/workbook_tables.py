"""A workbook of somebody else: the sheets that can be seen, without formulas and hidden rows.

With the two modules of `sheets` and `output` that make workbooks this knows openpyxl.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from dosa_trace.diagnostics import BadQuestion
from dosa_trace.foreign.reading.tables import FORMULA, ForeignTable, Raw, table_of_lines
from dosa_trace.language import Phrase, Words
from dosa_trace.sheets.cells_read import MOST_COLUMNS, MOST_ROWS, column_letters
from dosa_trace.sheets.workbook_files import NO_WORKBOOK, SAVE_AS, require_harmless

#: How a part says that a row or a column of a sheet is hidden (ECMA-376, part 1, 18.3.1).
_ROW: Final = re.compile(rb"<(?:\w+:)?row\s([^>]*)>")
_COLUMN: Final = re.compile(rb"<(?:\w+:)?col\s([^>]*)>")
_HIDDEN: Final = re.compile(rb'\bhidden="(?:1|true)"')
_NUMBER: Final = re.compile(rb'\b(r|min|max)="(\d{1,7})"')
#: A format that shows a number with zeros in front.
_ZEROS: Final = re.compile(r"0{2,}")


def workbook_tables(path: Path, data: bytes) -> dict[str, ForeignTable]:
    """The sheets that can be seen and hold something, by their names. Raises BadQuestion for what
    is no workbook, or would unpack to more than it may."""
    import openpyxl

    left_out: list[str | Words] = [*require_harmless(path, data)]
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        others = {*book.sheetnames} - {sheet.title for sheet in seen}
        left_out += [HIDDEN_SHEET(name=name) for name in book.sheetnames if name in others]
        tables = {sheet.title: _table(sheet, data) for sheet in seen}
    except BadQuestion:
        raise
    except Exception as error:  # openpyxl raises whatever a broken file makes it stumble over
        raise BadQuestion(NO_WORKBOOK(path=str(path)), SAVE_AS) from error
    held = {name: table for name, table in tables.items() if table.heads}
    more_than_one = len(held) > 1
    return {
        name: table._replace(
            sheet=name if more_than_one else "", left_out=(*left_out, *table.left_out)
        )
        for name, table in held.items()
    }


def _table(sheet: Any, data: bytes) -> ForeignTable:
    rows, columns = _hidden(sheet._worksheet_path, data)
    sheet.reset_dimensions()
    lines: list[tuple[int, list[Raw]]] = []
    number = 0
    for cells in sheet.iter_rows(max_col=MOST_COLUMNS + 1):
        number = next((cell.row for cell in cells if hasattr(cell, "row")), number + 1)
        if number in rows or len(lines) > MOST_ROWS + 1:
            continue
        line = [_value(cell, at in columns) for at, cell in enumerate(cells)]
        while line and line[-1] == "":  # openpyxl fills each row up to the last column asked for
            line.pop()
        if line:
            lines.append((number, line))
    table = table_of_lines(lines)
    return table._replace(how=(WORKBOOK,), left_out=(*_told(rows, columns), *table.left_out))


def _value(cell: Any, is_hidden: bool) -> Raw:  # noqa: PLR0911 - one line per type of cell
    """What a cell holds. A number is that of its shortest decimal notation, and a text where it is
    shown with zeros in front."""
    value = cell.value
    if value is None or is_hidden:
        return ""
    if cell.data_type in ("f", "e"):
        return FORMULA
    if isinstance(value, bool | str):
        return value
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value
    if isinstance(value, int | float):
        shown = str(getattr(cell, "number_format", ""))
        if _ZEROS.fullmatch(shown) and value == int(value):
            return str(int(value)).zfill(len(shown))
        return Decimal(repr(value))
    return str(value)


def _hidden(part: str, data: bytes) -> tuple[frozenset[int], frozenset[int]]:
    """The numbers of the rows of a sheet that are hidden, and of its columns, from 0."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        text = packed.read(part.lstrip("/"))
    rows = (_numbers(found[1]) for found in _ROW.finditer(text) if _HIDDEN.search(found[1]))
    columns = (_numbers(found[1]) for found in _COLUMN.finditer(text) if _HIDDEN.search(found[1]))
    return (
        frozenset(row["r"] for row in rows if "r" in row),
        frozenset(
            at - 1
            for column in columns
            if {"min", "max"} <= column.keys()
            for at in range(column["min"], min(column["max"], MOST_COLUMNS) + 1)
        ),
    )


def _numbers(attributes: bytes) -> dict[str, int]:
    return {name.decode(): int(number) for name, number in _NUMBER.findall(attributes)}


def _told(rows: Iterable[int], columns: Iterable[int]) -> Iterator[Words]:
    if numbers := _ranges(rows):
        yield HIDDEN_ROWS(rows=", ".join(numbers))
    if at := sorted(columns):
        yield HIDDEN_COLUMNS(columns=", ".join(map(column_letters, at)))


def _ranges(numbers: Iterable[int]) -> list[str]:
    """`3`, `7–9`: numbers that follow one another as one."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ["–".join(map(str, run)) for run in runs]


WORKBOOK = Phrase("a workbook", "een werkmap")
HIDDEN_SHEET = Phrase("the hidden sheet '{name}'", "het verborgen blad '{name}'")
HIDDEN_ROWS = Phrase("hidden rows {rows}", "verborgen rijen {rows}")
HIDDEN_COLUMNS = Phrase("hidden columns {columns}", "verborgen kolommen {columns}")
