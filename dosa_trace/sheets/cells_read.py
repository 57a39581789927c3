"""What came back in a file that somebody edited: sheets of rows, each with its number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from dosa_trace.catalog.fields.types import FieldType
from dosa_trace.sheets.merge import Cells

#: How large a file may be, in megabytes.
MOST_MB: Final = 64
#: How many rows and columns of a sheet are looked at.
MOST_ROWS, MOST_COLUMNS = 100_000, 512


class ReadRow(NamedTuple):
    """A row of a sheet, with its number, by the heads above it; `unread` are the columns of cells
    that are no text: a formula, or what came of one."""

    number: int
    cells: Cells
    unread: frozenset[str] = frozenset()


class ReadSheet(NamedTuple):
    """A sheet of a kind of record: its heads and rows, and the rows that it was made with.

    Of somebody else's sheet, in which a field has another place and another name, `addresses` say
    how a cell of each column is called there, with a hole for the number of its row, and `kinds`
    what its keys of its own hold."""

    section: str
    heads: tuple[str, ...]
    rows: tuple[ReadRow, ...]
    base_heads: tuple[str, ...] = ()
    base: tuple[ReadRow, ...] = ()
    addresses: Mapping[str, str] = {}
    kinds: Mapping[str, FieldType] = {}

    def place(self, number: int, column: str | None) -> str:
        """A cell as spreadsheets name it, such as `links!D7`; a whole row as `links!7`."""
        if self.addresses:
            address = self.addresses.get(column or "", self.addresses[""])
            return address.format(row=number)
        at = self.heads.index(column) if column in self.heads else None
        return f"{self.section}!{column_letters(at) if at is not None else ''}{number}"


class ReadBook(NamedTuple):
    """What somebody edited, and what was not read of it: macros, links to other files, comments,
    other sheets, each by its name in the file."""

    sheets: tuple[ReadSheet, ...]
    left_out: tuple[str, ...]


def column_letters(at: int) -> str:
    """A column, counted from 0, as spreadsheets name it: A, B … Z, AA."""
    from openpyxl.utils import get_column_letter

    return get_column_letter(at + 1)


def cleaned(text: str) -> str:
    """The text of a cell without what programs of sheets add: ends of lines of Windows, and space
    around it."""
    return text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").strip()


def rows_under(lines: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], tuple[ReadRow, ...]]:
    """Heads and the rows below them; rows without a value are none."""
    heads = tuple(map(cleaned, lines[0])) if lines else ()
    rows = []
    for number, line in enumerate(lines[1:], 2):
        cells = {head: cleaned(text) for head, text in zip(heads, line, strict=False) if head}
        cells = {head: text for head, text in cells.items() if text}
        if cells:
            rows.append(ReadRow(number, cells))
    return heads, tuple(rows)
