"""What a sheet changes, made on a draft: cells first, then new records, then those that are gone.
A cell that makes an error is named, and nothing of its record is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from dosa_trace.catalog.fields import table
from dosa_trace.catalog.fields.types import ListOf
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.text.messages import DELETE_IT, HIDDEN_CHARACTER
from dosa_trace.checks import impossible_date
from dosa_trace.diagnostics import BadQuestion, UnknownId
from dosa_trace.editing import edits
from dosa_trace.editing.additions import KIND_IN, add_all, add_part, record_of
from dosa_trace.editing.changes import put_after, remove, without
from dosa_trace.editing.draft import Draft
from dosa_trace.editing.findings import foreseen
from dosa_trace.editing.homes import THEMES
from dosa_trace.editing.targets import PART_IN, value_typed
from dosa_trace.editing.typed_records import Typed
from dosa_trace.inert import HIDDEN
from dosa_trace.language import Phrase
from dosa_trace.sheets.blamed import blamed
from dosa_trace.sheets.changed_rows import BadCell, SheetChanges
from dosa_trace.sheets.columns import HELD, IDENTITY, SECTIONS, SheetColumn, items_of, value_at
from dosa_trace.sheets.merge import CellEdit, Cells
from dosa_trace.sheets.rows import RowPlace


class SheetsDrafted(NamedTuple):
    """A draft with all that can be changed; the cells that cannot, of whose rows nothing is
    changed; and those that were taken over and hold a date that cannot be."""

    draft: Draft
    bad: tuple[BadCell, ...]
    doubtful: tuple[BadCell, ...]


def drafted(catalog: Catalog, changes: Sequence[SheetChanges], day: date) -> SheetsDrafted:
    """What sheets change, in a draft. What makes an error is found as `check` would find it on the
    day."""
    bad: list[BadCell] = []
    left = list(changes)
    while True:
        draft = Draft(catalog)
        cells = [cell for change in left for cell in _make(draft, change)]
        cells += _take_away(draft, left)
        if not cells:
            ahead = foreseen(draft, day)
            cells = list(blamed(draft, left, ahead.errors))
        if not cells:
            dates = [finding for finding in ahead.new if finding.rule is impossible_date.RULE]
            return SheetsDrafted(draft, tuple(bad), tuple(blamed(draft, left, dates)))
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
        if hidden := [*_hidden(section, edit.key, {edit.column: edit.after})]:
            yield from hidden
            continue
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
    records: dict[str, Mapping[str, Any]] = {}
    for key, cells in change.added:
        if hidden := [*_hidden(section, key, cells)]:
            yield from hidden
            continue
        make = partial(_record, draft, section, columns, cells)
        yield from _tried(section, key, None, partial(_keep, records, key, make))
    yield from _put_in(draft, section, records)


def _hidden(section: str, key: str, cells: Cells) -> Iterator[BadCell]:
    """The cells in which there are characters that nobody sees: a file that has one is not read."""
    for name, text in cells.items():
        if found := HIDDEN.search(text):
            message = HIDDEN_CHARACTER(name=f"U+{ord(found[0]):04X}")
            yield BadCell(section, key, name, message, DELETE_IT)


def _put_in(
    draft: Draft, section: str, records: Mapping[str, Mapping[str, Any]]
) -> Iterator[BadCell]:
    """Puts new records in at once; where that cannot be, those that are to blame are named."""
    kind = KIND_IN[section]
    try:
        add_all(draft, kind, [*records.values()])
    except BadQuestion:
        bad = [
            cell
            for key, record in records.items()
            for cell in _tried(section, key, None, partial(add_all, draft, kind, [record]))
        ]
        if not bad:
            raise
        yield from bad


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


def _keep(
    records: dict[str, Mapping[str, Any]], key: str, make: Callable[[], Mapping[str, Any]]
) -> None:
    records[key] = make()


def _record(
    draft: Draft, section: str, columns: Mapping[str, SheetColumn], cells: Cells
) -> dict[str, Any]:
    """The record of a new row."""
    own = {name: text for name, text in cells.items() if name.startswith("x-") and name in columns}
    held = {name: text for name, text in cells.items() if name not in own}
    order = [name for name in columns if name in held]  # a part has its fields as the format has
    held = {name: held[name] for name in (*order, *held)}
    typed = dict(_typed(columns, held, draft.catalog.languages[0]))
    made = record_of(draft, KIND_IN[section], typed)
    return made | {name: _value(columns[name], text) for name, text in own.items()}


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
