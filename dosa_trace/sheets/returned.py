"""What came back in a sheet, held against what it was made with and what stands here now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dosa_trace.editing.draft import Draft
from dosa_trace.language import Phrase
from dosa_trace.sheets.cells_read import ReadRow, ReadSheet
from dosa_trace.sheets.changed_rows import BadCell
from dosa_trace.sheets.columns import IDENTITY
from dosa_trace.sheets.habits import says_the_same
from dosa_trace.sheets.items import Numbers, aligned
from dosa_trace.sheets.merge import Cells, Merge, merge
from dosa_trace.sheets.rows import RecordTable, key_of, table_of


class Returned(NamedTuple):
    """A sheet that came back: what it changes, what of it cannot be read, and where each row
    stands in it, by its key; `items` says where the items of each record stand here. `not_read` are
    columns that are none of this kind of record."""

    sheet: ReadSheet
    table: RecordTable
    rows: Mapping[str, Cells]
    merge: Merge
    bad: tuple[BadCell, ...]
    numbers: Mapping[str, int]
    items: Mapping[str, Numbers]
    not_read: tuple[str, ...]

    def place(self, key: str, column: str | None = None) -> str:
        """Where a row or a cell stands in the file; a row that is not in it by its key."""
        number = self.numbers.get(key)
        return self.sheet.place(number, column) if number else f"{self.sheet.section}!{key}"


def returned(draft: Draft, sheet: ReadSheet) -> Returned:
    """A sheet against the catalogue of a draft. Cells that are no text, that nobody may set, or
    whose row nobody can tell, stay as they are and are told."""
    table = table_of(draft, sheet.section, (*sheet.base_heads, *sheet.heads))
    columns = [
        column._replace(kind=sheet.kinds.get(column.name, column.kind)) for column in table.columns
    ]
    table = table._replace(columns=tuple(columns))
    known = {column.name: column for column in columns}
    base = {key_of(row.cells): row.cells for row in sheet.base}
    bad: list[BadCell] = []
    theirs: dict[str, Cells] = {}
    numbers: dict[str, int] = {}
    for row in sheet.rows:
        key = key_of(row.cells)
        if not key or key in theirs:
            message = TWICE(key=key, number=numbers[key]) if key else NO_KEY
            column = "id" if key and "id" in sheet.heads else None
            hint = ONE_ROW if key else None
            bad.append(BadCell(sheet.section, key, column, message, hint, row.number))
            continue
        before = base.get(key, {})
        bad += _unread(sheet.section, key, row, before, known)
        theirs[key] = _said(row, before)
        numbers[key] = row.number
    there = set(sheet.heads) & ({*sheet.base_heads} | {*known})
    settable = [name for name, column in known.items() if column.is_set and name in there]
    locked = [name for name, column in known.items() if not column.is_set and name not in IDENTITY]
    bad += _locked(sheet.section, base, theirs, [name for name in locked if name in there])
    here = {
        key: aligned(base.get(key, {}), cells, theirs.get(key, base.get(key, {})))
        for key, cells in table.rows.items()
    }
    merged = merge(base, {key: row.cells for key, row in here.items()}, theirs, settable)
    items = {key: row.numbers for key, row in here.items()}
    not_read = tuple(head for head in sheet.heads if head and head not in known)
    return Returned(sheet, table, theirs, merged, tuple(bad), numbers, items, not_read)


def _said(row: ReadRow, before: Cells) -> Cells:
    """The cells of a row, where one that says the same as before, or is no text, is as before."""
    cells = dict(row.cells)
    for name, was in before.items():
        if name in row.unread or (name in cells and says_the_same(was, cells[name])):
            cells[name] = was
    return cells


def _unread(
    section: str, key: str, row: ReadRow, before: Cells, known: Mapping[str, object]
) -> Iterator[BadCell]:
    for name in sorted(row.unread & known.keys()):
        yield BadCell(section, key, name, FORMULA, WRITE_TEXT)


def _locked(
    section: str, base: Mapping[str, Cells], theirs: Mapping[str, Cells], columns: Sequence[str]
) -> Iterator[BadCell]:
    for key, cells in theirs.items():
        for name in columns:
            if cells.get(name, "") != base.get(key, {}).get(name, ""):
                yield BadCell(section, key, name, JUDGED_ONLY, REVIEW_IT)


NO_KEY = Phrase(
    "this row does not say which record it is", "deze rij zegt niet om welk record het gaat"
)
TWICE = Phrase("'{key}' also stands in row {number}", "'{key}' staat ook in rij {number}")
ONE_ROW = Phrase(
    "each record has one row; give this one an id of its own, or remove it",
    "elk record heeft één rij; geef deze een eigen id, of haal de rij weg",
)
FORMULA = Phrase(
    "a formula is not read; the value stays as it is",
    "een formule wordt niet gelezen; de waarde blijft zoals die is",
)
WRITE_TEXT = Phrase("write the value itself", "schrijf de waarde zelf")
JUDGED_ONLY = Phrase(
    "this is written when somebody judges, and not in a sheet",
    "dit wordt geschreven als iemand oordeelt, en niet in een werkblad",
)
REVIEW_IT = Phrase("use dosa-trace review", "gebruik dosa-trace review")
