"""The records of another catalogue held against those of this one, and taken over into a draft.

Records are the same by their id, links by both ends; of several links between the same ends those
that say the same are, and the others in their order. A record is compared field by field, in what
it says and not in how that is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from dosa_trace.catalog.fields import table
from dosa_trace.catalog.fields.record_data import record_data
from dosa_trace.catalog.fields.types import (
    AmountType,
    FieldTable,
    FieldType,
    ListOf,
    Part,
)
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.link_names import pair_name
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.editing.additions import KIND_IN, add_all
from dosa_trace.editing.changes import put_after, remove, without
from dosa_trace.editing.draft import Draft
from dosa_trace.editing.edits import Route, plain, set_value
from dosa_trace.editing.edits import remove as remove_at
from dosa_trace.editing.homes import FIRST_FILE, THEMES

#: What a catalogue says of itself, as if it were a record.
CATALOGUE: Final = "catalogue"
#: Records before those that name them.
ORDER: Final = (THEMES, *table.COLLECTIONS)


class FieldDifference(NamedTuple):
    """A field of a record that says something else in the other; nothing where it has none."""

    key: str
    ours: Any
    theirs: Any


class ChangedRecord(NamedTuple):
    """A record that both have, and that differs."""

    section: str
    key: str
    ours: Any
    theirs: Any
    fields: tuple[FieldDifference, ...]


class AddedRecord(NamedTuple):
    """A record that only the other has, at its place in the list of its kind."""

    section: str
    key: str
    record: Any
    at: int


class RecordsCompared(NamedTuple):
    """What the other changes, adds, and no longer has: of that its section, key and record."""

    changed: tuple[ChangedRecord, ...]
    added: tuple[AddedRecord, ...]
    missing: tuple[tuple[str, str, Any], ...]


def compared(ours: Catalog, theirs: Catalog, says_what_it_is: bool = True) -> RecordsCompared:
    """The records of another catalogue held against ours, and where it `says_what_it_is`, its
    title, languages and settings too."""
    changed: list[ChangedRecord] = []
    added: list[AddedRecord] = []
    missing: list[tuple[str, str, Any]] = []
    fields = tuple(_differences(table.CATALOGUE, ours.info, theirs.info, {THEMES}))
    if fields and says_what_it_is:
        changed.append(ChangedRecord(CATALOGUE, CATALOGUE, ours.info, theirs.info, fields))
    for section in ORDER:
        fields_of = _fields(section)
        pairs, new, gone = _paired(section, _records(ours, section), _records(theirs, section))
        for here, there in pairs:
            if fields := tuple(_differences(fields_of, here, there)):
                changed.append(ChangedRecord(section, _key(there), here, there, fields))
        added += (AddedRecord(section, _key(record), record, at) for at, record in new)
        missing += ((section, _key(record), record) for record in gone)
    return RecordsCompared(tuple(changed), tuple(added), tuple(missing))


def take_over(
    draft: Draft,
    changed: Sequence[ChangedRecord],
    added: Sequence[AddedRecord],
    removed: Sequence[tuple[str, str, Any]],
    files: Mapping[str, Sequence[str]],
) -> None:
    """Makes the records of a draft what those of the other are. New ones go to the files that they
    were in, as far as that is known. Raises BadQuestion where a file cannot be edited, and for a
    record that others refer to."""
    routes = _Routes(draft)
    for change in changed:
        path, route = routes.of(change.section, change.ours)
        if change.section == CATALOGUE and CATALOGUE not in plain(draft.file(path)):
            said = _as_written(table.CATALOGUE, record_data(table.CATALOGUE, change.theirs))
            said.pop(THEMES, None)
            draft.edit(path, partial(set_value, route=(CATALOGUE,), value=said))
            continue
        for field in change.fields:
            _set(draft, path, route, field, _fields(change.section))
    links = [record for section, _, record in removed if section == "links"]
    for path, route in sorted((routes.of("links", link) for link in links), reverse=True):
        draft.edit(path, partial(remove_at, route=route))
    for section in ORDER:
        fields_of = _fields(section)
        listed = files.get(section, ())
        added_here = [record for record in added if record.section == section]
        add_all(
            draft,
            KIND_IN[section],
            [_as_written(fields_of, record_data(fields_of, new.record)) for new in added_here],
            [listed[new.at] if new.at < len(listed) else "" for new in added_here],
        )
    for section in reversed(ORDER):
        for kind, key, _ in removed:
            if kind == section != "links":
                remove(draft, key)


def _fields(section: str) -> FieldTable:
    if section == CATALOGUE:
        return table.CATALOGUE
    return table.THEMES if section == THEMES else table.COLLECTIONS[section]


def _records(catalog: Catalog, section: str) -> Sequence[Any]:
    if section == THEMES:
        return catalog.info.themes or ()
    return catalog.links if section == "links" else tuple(getattr(catalog, section).values())


def _key(record: Any) -> str:
    if isinstance(record, TraceLink):
        return pair_name(record.origin, record.target)
    return str(record.id)


def _paired(
    section: str, ours: Sequence[Any], theirs: Sequence[Any]
) -> tuple[list[tuple[Any, Any]], list[tuple[int, Any]], list[Any]]:
    """Records of both sides that are the same, those that only the other has, with their places,
    and those that only ours has."""
    fields_of = _fields(section)
    here: defaultdict[str, list[Any]] = defaultdict(list)
    for record in ours:
        here[_key(record)].append(record)
    waiting = []
    for at, record in enumerate(theirs):
        alike = here[_key(record)]
        said = record_data(fields_of, record)
        same = next((mine for mine in alike if record_data(fields_of, mine) == said), None)
        if same is None:
            waiting.append((at, record))
        else:
            alike.remove(same)
    pairs, new = [], []
    for at, record in waiting:
        alike = here[_key(record)]
        if alike:
            pairs.append((alike.pop(0), record))
        else:
            new.append((at, record))
    return pairs, new, [record for alike in here.values() for record in alike]


def _differences(
    fields_of: FieldTable, ours: Any, theirs: Any, apart: frozenset[str] | set[str] = frozenset()
) -> Iterator[FieldDifference]:
    here, there = record_data(fields_of, ours), record_data(fields_of, theirs)
    for key in dict.fromkeys([*there, *here]):
        if key not in apart and here.get(key) != there.get(key):
            yield FieldDifference(key, here.get(key), there.get(key))


def _as_written(fields_of: FieldTable, data: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a record as somebody would write it: one thing is no list of one."""
    types = {field.key: field.type for field in fields_of.fields}
    return {key: _value(types[key], value) if key in types else value
            for key, value in data.items()}  # fmt: skip


def _value(kind: FieldType, value: Any) -> Any:
    match kind:
        case ListOf(item=item, or_one=or_one):
            values = [_value(item, one) for one in value]
            return values[0] if or_one and len(values) == 1 else values
        case Part(table=inner):
            return _as_written(inner, value)
        case AmountType():
            return int(value) if value == int(value) else float(value)
    return value


class _Routes:
    """Where the records of a draft stand that nobody has edited yet."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._found: dict[str, dict[int, Route]] = {}

    def of(self, section: str, record: Any) -> tuple[str, Route]:
        """The file and the route of a record, or of what the catalogue says of itself."""
        if section == CATALOGUE:
            files = (file.path for file in self._draft.catalog.files)
            named = (path for path in files if CATALOGUE in plain(self._draft.file(path)))
            return next(named, FIRST_FILE), (CATALOGUE,)
        path = record.place.path
        if path not in self._found:
            self._found[path] = dict(self._in_file(path))
        return path, self._found[path][id(record)]

    def _in_file(self, path: str) -> Iterator[tuple[int, Route]]:
        for section in ORDER:
            above = (CATALOGUE, section) if section == THEMES else (section,)
            data = plain(self._draft.file(path))
            held = (data.get(CATALOGUE) or {} if section == THEMES else data).get(section)
            here = [one for one in _records(self._draft.catalog, section) if one.place.path == path]
            assert len(here) == len(held or ())
            for at, one in enumerate(sorted(here, key=lambda one: one.place.start)):
                yield id(one), (*above, at)


def _set(
    draft: Draft, path: str, route: Route, field: FieldDifference, fields_of: FieldTable
) -> None:
    """Gives a record a field as the other has it, or takes it away."""
    if field.theirs is None:
        draft.edit(path, partial(without, route=(*route, field.key)))
        return
    value = _as_written(fields_of, {field.key: field.theirs})[field.key]
    order = [one.key for one in fields_of.fields]
    draft.edit(path, partial(put_after, route=(*route, field.key), value=value, order=order))
