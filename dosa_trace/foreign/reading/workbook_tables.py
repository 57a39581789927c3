"""A workbook of somebody else: the sheets that can be seen, without formulas and hidden rows.

With the two modules of `sheets` and `output` that make workbooks this knows openpyxl.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from dosa_trace.diagnostics import BadQuestion
from dosa_trace.foreign.reading.hidden_parts import hidden_parts
from dosa_trace.foreign.reading.tables import (
    FORMULA,
    IN_PARTS,
    TOO_WIDE,
    ForeignTable,
    Raw,
    table_of_lines,
)
from dosa_trace.language import Phrase, Words
from dosa_trace.sheets.cells_read import MOST_COLUMNS, MOST_ROWS, column_letters
from dosa_trace.sheets.workbook_files import NO_WORKBOOK, SAVE_AS, require_harmless

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
        left_out += [
            HIDDEN_SHEET(name=sheet.title)
            for sheet in book.worksheets
            if sheet.sheet_state != "visible"
        ]
        left_out += [CHART(name=sheet.title) for sheet in book.chartsheets]
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
    rows, columns, is_too_wide = hidden_parts(sheet._worksheet_path, data)
    if is_too_wide:
        raise BadQuestion(TOO_WIDE(most=MOST_COLUMNS), IN_PARTS)
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
CHART = Phrase("the chart '{name}'", "de grafiek '{name}'")
HIDDEN_ROWS = Phrase("hidden rows {rows}", "verborgen rijen {rows}")
HIDDEN_COLUMNS = Phrase("hidden columns {columns}", "verborgen kolommen {columns}")
