"""Sheets of a workbook that people edit, and hidden ones."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dosa_trace.document import Cell, Verbatim
from dosa_trace.output.markup import writable
from dosa_trace.workbook import Sheet, Value

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: How many new rows a sheet that is edited has room for.
ROOM = 200
#: The fill of heads, and of what stays as it is.
HEAD = "E3E6EA"


def hide(to: Worksheet, sheet: Sheet) -> None:
    """A sheet that holds texts and is not shown."""
    lines: list[tuple[Value, ...]] = [*([sheet.heads] if sheet.heads else []), *sheet.rows]
    for number, row in enumerate(lines, 1):
        for at, value in enumerate(row, 1):
            if text := shown(value):
                cell = to.cell(number, at, writable(text))
                cell.data_type = "s"
    to.sheet_state = "hidden"


class WordLists:
    """The words that cells take, each list in a column of a hidden sheet: a rule of a cell itself
    holds no more than 255 characters."""

    NAME = "_lists"

    def __init__(self, lists: Iterable[tuple[str, ...]]) -> None:
        self._lists = sorted(lists)

    def place(self, words: tuple[str, ...]) -> str:
        """Where the words of a list stand."""
        from openpyxl.utils import get_column_letter

        letter = get_column_letter(self._lists.index(words) + 1)
        return f"'{self.NAME}'!${letter}$1:${letter}${len(words)}"

    def add_to(self, book: Any) -> None:
        """Puts them into a workbook, where there are any."""
        if self._lists:
            longest = max(map(len, self._lists))
            rows = tuple(
                tuple(words[at] if at < len(words) else "" for words in self._lists)
                for at in range(longest)
            )
            hide(book.create_sheet(self.NAME), Sheet(self.NAME, (), rows))


def let_edit(to: Worksheet, sheet: Sheet, locked: frozenset[int], lists: WordLists) -> None:
    """A sheet that is edited: some columns stay as they are, which a person can undo, for there is
    no password; others offer the words that they take. There is room for new rows."""
    from openpyxl.styles import PatternFill, Protection
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    last = len(sheet.rows) + 1
    for at in range(len(sheet.heads)):
        letter = get_column_letter(at + 1)
        column = to.column_dimensions[letter]
        column.number_format, column.protection = "@", Protection(locked=False)
        for number in range(2, last + 1):
            cell = to.cell(number, at + 1)
            cell.number_format, cell.protection = "@", Protection(locked=at in locked)
            if at in locked:
                cell.fill = PatternFill("solid", fgColor=HEAD)
        if words := sheet.choices.get(at):
            offered = DataValidation(
                type="list", formula1=lists.place(words), allow_blank=True, errorStyle="warning",
                showErrorMessage=at not in sheet.several,
            )  # fmt: skip
            offered.add(f"{letter}2:{letter}{last + ROOM}")
            to.add_data_validation(offered)
    to.protection.sheet = True
    for what in ("formatCells", "formatColumns", "formatRows", "sort", "autoFilter", "insertRows",
                 "deleteRows"):  # fmt: skip
        setattr(to.protection, what, False)


def shown(value: Value) -> str:
    """A value as the text that a cell shows."""
    if isinstance(value, Cell | Verbatim):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:,.0f}" if isinstance(value, int | float | Decimal) else value or ""
