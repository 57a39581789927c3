"""What the records of another catalogue say, taken over into a draft with the least edits: of a
record only the fields that differ, of a list only the items, of a text only the language."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import partial
from typing import Any

from dosa_trace.catalog.fields import table
from dosa_trace.catalog.fields.record_data import record_data
from dosa_trace.catalog.fields.types import (
    AmountType,
    FieldTable,
    FieldType,
    ListOf,
    Local,
    Part,
)
from dosa_trace.catalog.model.catalog_info import CatalogueInfo
from dosa_trace.editing.additions import KIND_IN, add_all
from dosa_trace.editing.changes import put_after, without
from dosa_trace.editing.draft import Draft
from dosa_trace.editing.edits import Route, insert_items, plain, remove, set_value
from dosa_trace.editing.homes import FIRST_FILE, THEMES
from dosa_trace.editing.records_compared import (
    ABSENT,
    CATALOGUE,
    ORDER,
    ChangedRecord,
    OwnRecord,
    alike,
    fields_in,
    records_in,
)
from dosa_trace.editing.written import ExactNumber, Style, entry


def take_over(
    draft: Draft,
    changed: Sequence[ChangedRecord],
    added: Sequence[OwnRecord],
    removed: Sequence[OwnRecord],
    files: Mapping[str, Mapping[str, str]],
) -> None:
    """Makes the records of a draft what those of the other are. New ones go to the `files` that
    they were in, by kind and key. What others refer to may go: whether something leads nowhere
    then is told of the whole. Raises BadQuestion where a file cannot be edited."""
    routes = _Routes(draft)
    gone = [routes.of(out.section, out.record) for out in removed]
    for change in changed:
        if change.section == CATALOGUE and routes.catalogue is None:
            _begin_catalogue(draft, change.theirs)
            continue
        path, route = routes.of(change.section, change.ours)
        edits = _Edits(draft, path)
        for field in change.fields:
            fields_of = fields_in(change.section)
            edits.change(route, field.key, field.ours, field.theirs, fields_of)
    for path, route in sorted(gone, key=lambda place: place[1][-1], reverse=True):
        draft.edit(path, partial(remove, route=route))  # the later of a list first
    for section in ORDER:
        fields_of, named = fields_in(section), files.get(section, {})
        new = [record for record in added if record.section == section]
        if new and section == THEMES and not _has_catalogue(draft):
            _begin_catalogue(draft, draft.catalog.info)
        add_all(
            draft,
            KIND_IN[section],
            [_as_written(fields_of, record_data(fields_of, record.record)) for record in new],
            [named.get(record.key, "") for record in new],
        )


def _first_file(draft: Draft) -> str:
    """Where what a catalogue says of itself goes that says nothing yet."""
    kept = draft.catalog.kept
    return kept.names[0] if kept.is_alone else FIRST_FILE


def _has_catalogue(draft: Draft) -> bool:
    paths = {*(file.path for file in draft.catalog.files), _first_file(draft)}
    return any(CATALOGUE in plain(draft.file(path)) for path in paths)


def _begin_catalogue(draft: Draft, info: CatalogueInfo) -> None:
    """Writes what a catalogue says of itself, without its themes."""
    said = _as_written(table.CATALOGUE, record_data(table.CATALOGUE, info._replace(themes=None)))
    path = _first_file(draft)
    if draft.file(path).root is None:
        draft.begin(path, f"{entry(CATALOGUE, said, 0, Style(flow=False))}\n")
    else:
        draft.edit(path, partial(set_value, route=(CATALOGUE,), value=said))


class _Edits:
    """Edits of the records in one file of a draft."""

    def __init__(self, draft: Draft, path: str) -> None:
        self._draft = draft
        self._path = path

    def change(self, above: Route, key: str, ours: Any, theirs: Any, fields_of: FieldTable) -> None:
        """Makes one field of a record what it is in the other."""
        route = (*above, key)
        kind = next((field.type for field in fields_of.fields if field.key == key), None)
        if theirs is ABSENT:
            self._draft.edit(self._path, partial(without, route=route))
        elif ours is ABSENT or kind is None or not self._inside(route, kind, ours, theirs):
            value = theirs if kind is None else _value(kind, theirs)
            order = [field.key for field in fields_of.fields]
            self._draft.edit(self._path, partial(put_after, route=route, value=value, order=order))

    def _inside(self, route: Route, kind: FieldType, ours: Any, theirs: Any) -> bool:
        """Edits a value where only some of it differs; whether that could be done."""
        there = self._there(route)
        match kind:
            case Part(table=fields_of) if isinstance(there, dict):
                for key in dict.fromkeys([*theirs, *ours]):
                    mine, other = ours.get(key, ABSENT), theirs.get(key, ABSENT)
                    if not alike(mine, other):
                        self.change(route, key, mine, other, fields_of)
                return True
            case Local() if isinstance(there, dict) and _same_keys(there, ours, theirs):
                for code, text in theirs.items():
                    if text != ours[code]:
                        edit = partial(set_value, route=(*route, code), value=text)
                        self._draft.edit(self._path, edit)
                return True
            case ListOf(item=item) if isinstance(there, list) and len(there) == len(ours):
                self._items(route, item, ours, theirs)
                return True
        return False

    def _items(
        self, route: Route, kind: FieldType, ours: Sequence[Any], theirs: Sequence[Any]
    ) -> None:
        """Changes, takes away and adds items of a list, from the last to the first."""
        sides = [[json.dumps(item, sort_keys=True, default=str) for item in side]
                 for side in (ours, theirs)]  # fmt: skip
        steps = SequenceMatcher(a=sides[0], b=sides[1], autojunk=False).get_opcodes()
        for step, begin, end, first, last in reversed(steps):
            if step == "equal":
                continue
            both = min(end - begin, last - first)
            for at in range(end - 1, begin + both - 1, -1):
                self._draft.edit(self._path, partial(remove, route=(*route, at)))
            if new := [_value(kind, item) for item in theirs[first + both : last]]:
                edit = partial(insert_items, route=route, at=begin + both, values=new)
                self._draft.edit(self._path, edit)
            for offset in range(both):
                here, other = (*route, begin + offset), theirs[first + offset]
                if not self._inside(here, kind, ours[begin + offset], other):
                    edit = partial(set_value, route=here, value=_value(kind, other))
                    self._draft.edit(self._path, edit)

    def _there(self, route: Route) -> Any:
        """What stands in the file at the end of a route."""
        data = plain(self._draft.file(self._path))
        for step in route:
            data = data[step]
        return data


def _same_keys(*values: Any) -> bool:
    return all(isinstance(value, dict) and value.keys() == values[0].keys() for value in values)


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
            return int(value) if value == value.to_integral_value() else ExactNumber(value)
    return value


class _Routes:
    """Where the records of a draft stand that nobody has edited yet; `catalogue` is the file that
    says what the catalogue is."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._found: dict[str, dict[int, Route]] = {}
        files = (file.path for file in draft.catalog.files)
        named = (path for path in files if CATALOGUE in plain(draft.file(path)))
        self.catalogue = next(named, None)

    def of(self, section: str, record: Any) -> tuple[str, Route]:
        """The file and the route of a record, or of what the catalogue says of itself."""
        if section == CATALOGUE:
            assert self.catalogue is not None
            return self.catalogue, (CATALOGUE,)
        path = record.place.path
        if path not in self._found:
            self._found[path] = dict(self._in_file(path))
        return path, self._found[path][id(record)]

    def _in_file(self, path: str) -> Iterator[tuple[int, Route]]:
        for section in ORDER:
            above = (CATALOGUE, section) if section == THEMES else (section,)
            there = records_in(self._draft.catalog, section)
            here = [record for record in there if record.place.path == path]
            for at, record in enumerate(sorted(here, key=lambda record: record.place.start)):
                yield id(record), (*above, at)
