"""What a sheet changes, made on a draft: cells first, then new records, then those that are gone.
A cell that makes an error is named, and nothing of its record is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from dosa_trace.catalog.fields import table
from dosa_trace.catalog.fields.types import ListOf
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.text.values import YamlMap
from dosa_trace.diagnostics import BadQuestion, Diagnostic, UnknownId
from dosa_trace.editing import edits
from dosa_trace.editing.additions import KIND_IN, Typed, add_part, add_record
from dosa_trace.editing.changes import put_after, remove, without
from dosa_trace.editing.draft import Draft
from dosa_trace.editing.findings import foreseen
from dosa_trace.editing.homes import THEMES
from dosa_trace.editing.places import end_of
from dosa_trace.editing.targets import PART_IN, value_typed
from dosa_trace.language import Phrase, Words
from dosa_trace.sheets.columns import HELD, IDENTITY, SECTIONS, SheetColumn, items_of, value_at
from dosa_trace.sheets.items import Numbers
from dosa_trace.sheets.merge import CellEdit, Cells
from dosa_trace.sheets.rows import RecordTable, RowPlace, table_of

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


def drafted(
    catalog: Catalog, changes: Sequence[SheetChanges], day: date
) -> tuple[Draft, tuple[BadCell, ...]]:
    """A draft with all that can be changed, and what cannot, each with its cell; of a row with such
    a cell nothing is changed. What makes an error is found as `check` would find it on the day."""
    bad: list[BadCell] = []
    left = list(changes)
    while True:
        draft = Draft(catalog)
        cells = [cell for change in left for cell in _make(draft, change)]
        cells += _take_away(draft, left)
        cells = cells or list(_blamed(draft, left, day))
        if not cells:
            return draft, tuple(bad)
        bad += cells
        rows = {(cell.section, cell.key) for cell in cells}
        left = [change.without(rows) for change in left]


def _make(draft: Draft, change: SheetChanges) -> Iterator[BadCell]:
    """Makes the changes of a kind; what cannot be made is left undone and told. New items of
    a list come after all cells, for they move those behind them."""
    section = change.table.section
    columns = {column.name: column for column in change.table.columns}
    new: dict[tuple[str, tuple[str | int, ...]], dict[str, str]] = {}
    for edit in sorted(change.edits, key=lambda edit: -_number(change, edit)):
        column = columns[edit.column]
        place = change.table.places[edit.key]
        if HELD in (edit.before, edit.after):
            yield BadCell(section, edit.key, edit.column, NOT_IN_A_CELL, IN_THE_FILE)
            continue
        here = change.here(edit.key, column)
        if here is None and change.is_gone(edit.key, column):
            yield BadCell(section, edit.key, edit.column, GONE, EDIT_ANEW)
        elif here is None:
            new.setdefault((edit.key, column.route[:2]), {})[edit.column] = edit.after
        else:
            change_it = partial(set_cell, draft, section, place, here, edit.after)
            yield from _tried(section, edit.key, edit.column, change_it)
    first = draft.catalog.languages[0]
    for (key, (field, _)), typed in new.items():
        fields = {name.split(".", 2)[2]: text for name, text in _typed(columns, typed, first)}
        add_it = partial(add_part, draft, PART_IN[str(field)], key, fields)
        yield from _tried(section, key, None, add_it)
    for key, cells in change.added:
        yield from _tried(section, key, None, partial(_add, draft, section, columns, cells))


def _take_away(draft: Draft, changes: Sequence[SheetChanges]) -> Iterator[BadCell]:
    """Takes records away, what refers to others before these."""
    order = [*reversed(tuple(table.COLLECTIONS)), THEMES]
    for change in sorted(changes, key=lambda change: order.index(change.table.section)):
        for key in reversed(change.removed):
            yield from _tried(change.table.section, key, None, partial(remove, draft, key))


def _number(change: SheetChanges, edit: CellEdit) -> int:
    """Of a field of an item where that stands: the later come first, for one that goes moves
    these."""
    column = next(column for column in change.table.columns if column.name == edit.column)
    here = change.here(edit.key, column)
    return int(here.route[1]) if here is not None and len(here.route) > 1 else 0


def _tried(
    section: str, key: str, column: str | None, edit: Callable[[], object]
) -> Iterator[BadCell]:
    """What is wrong with an edit, where it cannot be made."""
    try:
        edit()
    except (BadQuestion, UnknownId) as error:
        yield BadCell(section, key, column, error.message, error.hint)


def _add(draft: Draft, section: str, columns: Mapping[str, SheetColumn], cells: Cells) -> None:
    """Adds the record of a new row."""
    add_record(draft, KIND_IN[section], dict(_typed(columns, cells, draft.catalog.languages[0])))


def set_cell(draft: Draft, section: str, place: RowPlace, column: SheetColumn, text: str) -> None:
    """Gives a record what a cell holds; an empty one takes the value away. Raises BadQuestion where
    the file cannot be edited there."""
    record = edits.inner(edits.plain(draft.file(place.path)), place.route)
    held = value_at(record, column.route)
    route: tuple[str | int, ...] = (*place.route, *column.route)
    value: Any = _value(column, text) if text else None
    if column.language is not None:
        first = draft.catalog.languages[0]
        is_plain = column.is_name and column.language == first
        if isinstance(held, Mapping):
            left = {**held, column.language: value}
            value = {language: said for language, said in left.items() if said}
            if len(value) == len(left) and column.language in held:
                route, value = (*route, column.language), left[column.language]
        elif held is not None and column.language != first:
            value = {first: str(held), column.language: value}
        elif value is not None and held is None and not is_plain:
            value = {column.language: value}
    if value in (None, {}):
        draft.edit(place.path, partial(without, route=_whole(record, place.route, route)))
        return
    order = [field.key for field in SECTIONS[section].fields]
    if len(route) == len(place.route) + 1:
        change = partial(put_after, route=route, value=value, order=order)
    else:
        change = partial(edits.set_value, route=route, value=value)
    draft.edit(place.path, change)


def _whole(
    record: Any, above: tuple[str | int, ...], route: tuple[str | int, ...]
) -> tuple[str | int, ...]:
    """What goes with the last field of a part: the part."""
    inner = route[len(above) :]
    if len(inner) > 1 and len(value_at(record, inner[:-1]) or ()) == 1:
        return _whole(record, above, route[:-1])
    return route


def _value(column: SheetColumn, text: str) -> Any:
    kind = column.kind
    if not isinstance(kind, ListOf):
        return value_typed(kind, text)
    values = [value_typed(kind.item, item) for item in items_of(text, kind)]
    return values[0] if kind.or_one and len(values) == 1 else values


def _typed(
    columns: Mapping[str, SheetColumn], cells: Cells, first: str
) -> Iterator[tuple[str, Typed]]:
    """The cells of a new row as they would have been typed; who somebody is in the `first`
    language alone is a plain text, as such a text stands in a sheet."""
    spoken = Counter(columns[name].route for name in cells if name in columns)
    for name, text in cells.items():
        column = columns.get(name)
        if column is None or not (column.is_set or name in IDENTITY):
            continue
        if isinstance(column.kind, ListOf):
            values = tuple(items_of(text, column.kind))
            yield name, values[0] if column.kind.or_one and len(values) == 1 else values
        elif column.is_name and column.language == first and spoken[column.route] == 1:
            yield name.removesuffix(f".{first}"), text
        else:
            yield name, text


def _blamed(draft: Draft, changes: Sequence[SheetChanges], day: date) -> Iterator[BadCell]:
    """The errors that a draft makes in rows that are changed, each with its cell, else the row."""
    wrong = foreseen(draft, day).errors
    tables = {change.table.section: table_of(draft, change.table.section) for change in changes}
    for error in wrong:
        cells = (_cell_of(draft, change, tables, error) for change in changes)
        if (cell := next(filter(None, cells), None)) is not None:
            yield cell


def _cell_of(
    draft: Draft, change: SheetChanges, tables: Mapping[str, RecordTable], error: Diagnostic
) -> BadCell | None:
    """The cell of a kind of record in which an error is."""
    section = change.table.section
    for key in change.rows:
        place = tables[section].places.get(key)
        if place is None or place.path != error.span.file:
            continue
        column = _column_at(draft, place, error, change, key)
        if column is not None:
            return BadCell(section, key, column or None, error.message, error.hint)
    return None


def _column_at(
    draft: Draft, place: RowPlace, error: Diagnostic, change: SheetChanges, key: str
) -> str | None:
    """The changed column of a record in whose lines an error stands, an empty text where it is in
    the record and in no changed column; None where it is elsewhere."""
    file = draft.file(place.path)
    record = edits.node_at(file, place.route)
    assert isinstance(record, YamlMap)
    first = file.lines.place(record.start)[0]
    last = file.lines.place(end_of(file.text, record))[0]
    if not first <= error.span.line <= last:
        return None
    changed = {edit.column for edit in change.edits if edit.key == key}
    changed |= {name for added, cells in change.added if added == key for name in cells}
    for name in sorted(changed):
        entry = record.entries.get(name.partition(".")[0])
        if entry is None:
            continue
        begin = file.lines.place(entry[0].start)[0]
        end = file.lines.place(end_of(file.text, entry[1]))[0]
        if begin <= error.span.line <= end:
            return name
    return ""


GONE = Phrase(
    "what this is part of changed in the catalogue since the sheet was made",
    "waar dit bij hoort is in de catalogus gewijzigd sinds het werkblad is gemaakt",
)
EDIT_ANEW = Phrase("edit it in a new sheet", "wijzig het in een nieuw werkblad")
NOT_IN_A_CELL = Phrase(
    "a cell cannot hold this value, which stays as it is",
    "deze waarde past niet in een cel, en blijft zoals die is",
)
IN_THE_FILE = Phrase("edit it in the file", "wijzig die in het bestand")
