"""What a sheet changes in one kind of record, and the cells of it that cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dosa_trace.language import Words
from dosa_trace.sheets.columns import SheetColumn
from dosa_trace.sheets.items import Numbers
from dosa_trace.sheets.merge import CellEdit, Cells
from dosa_trace.sheets.rows import RecordTable

#: A record of a kind, by its section and key.
Row = tuple[str, str]


class BadCell(NamedTuple):
    """A cell, or a row where no column is to blame, that cannot be taken over, and why; of a row
    whose key says nothing its number in the sheet."""

    section: str
    key: str
    column: str | None
    message: Words
    hint: Words | None = None
    row: int | None = None


class SheetChanges(NamedTuple):
    """What is to be changed in one kind of record: cells, new rows, and rows that go; `numbers`
    says where the items of each record stand in it."""

    table: RecordTable
    edits: tuple[CellEdit, ...]
    added: tuple[tuple[str, Cells], ...] = ()
    removed: tuple[str, ...] = ()
    numbers: Mapping[str, Numbers] = {}

    def here(self, key: str, column: SheetColumn) -> SheetColumn | None:
        """The column of a cell as its item is numbered in the record; None for an item that is not
        there."""
        if len(column.route) == 1:
            return column
        field, number, *inner = column.route
        at = self.numbers.get(key, {}).get((str(field), int(number)))
        return None if at is None else column._replace(route=(field, at, *inner))

    def is_gone(self, key: str, column: SheetColumn) -> bool:
        """Whether the item of a cell was there when the sheet was made and is not any more."""
        return column.route[:2] in self.numbers.get(key, {}) and self.here(key, column) is None

    @property
    def rows(self) -> tuple[str, ...]:
        """The keys of the rows that change, each once."""
        keys = [edit.key for edit in self.edits] + [key for key, _ in self.added]
        return tuple(dict.fromkeys([*keys, *self.removed]))

    def without(self, rows: Iterable[Row]) -> SheetChanges:
        """The same without some rows."""
        out = {key for section, key in rows if section == self.table.section}
        return self._replace(
            edits=tuple(edit for edit in self.edits if edit.key not in out),
            added=tuple(row for row in self.added if row[0] not in out),
            removed=tuple(key for key in self.removed if key not in out),
        )
