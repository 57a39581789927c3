"""Edits of records, each on a draft: fields set, records and parts taken away, ids renamed.

Every function changes the draft that it is given and nothing else; what it does to the figures is
asked afterwards of the catalogue that the draft makes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from dosa_trace.analysis.coverage.snapshot import SNAPSHOT, with_other_id
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.records import TO, TraceLink
from dosa_trace.catalog.text.reader import read
from dosa_trace.catalog.text.values import Scalar, YamlFile, YamlList, YamlMap
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.editing import edits
from dosa_trace.editing.draft import Draft
from dosa_trace.editing.targets import (
    PART_IN,
    EditTarget,
    FieldPlace,
    place_named,
    target_named,
    value_typed,
)
from dosa_trace.language import Phrase


def set_fields(draft: Draft, name: str, values: Mapping[str, str]) -> EditTarget:
    """Sets fields of a record or link, each as it was typed (`title.nl`, `status.2.date`); an empty
    value takes the field away. Raises UnknownId and BadQuestion."""
    target = target_named(draft, name)
    for field, text in values.items():
        place = place_named(target.fields, field)
        if text:
            _set(draft, target, place, value_typed(place.type, text))
        else:
            _take_away(draft, target, place, field)
    return target


def _set(draft: Draft, target: EditTarget, place: FieldPlace, value: Any) -> None:
    """One value; what it stands in is made where it is not there, and a plain text that gets a
    second language becomes a map of both."""
    file = draft.file(target.path)
    data = edits.inner(edits.plain(file), target.route)
    first = draft.catalog.languages[0]
    for at, step in enumerate(place.route[:-1]):
        inner_data = data.get(step) if isinstance(data, dict) else _item(data, step)
        if inner_data is None:
            if isinstance(step, int):
                raise _nothing_there(target, place)
            route = (*target.route, *place.route[: at + 1])
            made = value
            for key in reversed(place.route[at + 1 :]):
                if isinstance(key, int):
                    raise _nothing_there(target, place)
                made = {key: made}
            draft.edit(target.path, partial(put, target=target, route=route, value=made))
            return
        if isinstance(inner_data, str):
            route = (*target.route, *place.route[: at + 1])
            both = {first: inner_data, str(place.route[-1]): value}
            draft.edit(target.path, partial(edits.set_value, route=route, value=both))
            return
        data = inner_data
    last = place.route[-1]
    if isinstance(last, int) and _item(data, last) is None:
        raise _nothing_there(target, place)
    whole = (*target.route, *place.route)
    draft.edit(target.path, partial(put, target=target, route=whole, value=value))


def _nothing_there(target: EditTarget, place: FieldPlace) -> BadQuestion:
    """What is said of an item that a list does not have, with the command that adds one."""
    part = PART_IN.get(str(place.route[0]))
    name = target.name.replace(TO, ":")
    hint = ADD_IT(command=f"dosa-trace add {part} {name}") if part else None
    return BadQuestion(NOTHING_THERE(field=place.name), hint)


def _item(data: Any, step: str | int) -> Any:
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    return None


def put(file: YamlFile, target: EditTarget, route: tuple[str | int, ...], value: Any) -> YamlFile:
    """A field of the record itself behind the one that comes before it in the format."""
    if len(route) != len(target.route) + 1:
        return edits.set_value(file, route, value)
    return put_after(file, route, value, [field.key for field in target.fields.fields])


def put_after(
    file: YamlFile, route: Sequence[str | int], value: Any, order: Sequence[str]
) -> YamlFile:
    """A field behind that which comes before it in the order of the format, the last in the file;
    one that has no place in the order comes last."""
    *above, key = route
    there = edits.inner(edits.plain(file), above)
    earlier = order[: order.index(str(key))] if key in order else ()
    before = [name for name in there if name in earlier]
    return edits.set_value(file, route, value, before[-1] if before else None)


def _take_away(draft: Draft, target: EditTarget, place: FieldPlace, field: str) -> None:
    data = edits.inner(edits.plain(draft.file(target.path)), target.route)
    for step in place.route:
        data = data.get(step) if isinstance(data, dict) else _item(data, step)
        if data is None:
            raise BadQuestion(NOTHING_THERE(field=field))
    route = (*target.route, *place.route)
    draft.edit(target.path, partial(without, route=route))


def without(file: YamlFile, route: Sequence[str | int]) -> YamlFile:
    """Without a value, and without the list or map that held nothing else, but for the lists of the
    records of a file."""
    *above, _ = route
    holds = edits.inner(edits.plain(file), above)
    if len(holds) == 1 and len(above) > 2:
        return without(file, above)
    return edits.remove(file, route)


def remove(draft: Draft, name: str, parts: Sequence[str] = ()) -> EditTarget:
    """Takes away a record or link, or parts of it. Raises UnknownId, and BadQuestion where
    something refers to the record, with where."""
    target = target_named(draft, name)
    if parts:
        named = [place_named(target.fields, part) for part in parts]
        for place in sorted(named, key=_in_order, reverse=True):  # the later of a list first
            _take_away(draft, target, place, place.name)
        return target
    if not isinstance(target.record, TraceLink):
        held = _held(draft.catalog, target.record.id)
        if held and draft.edits:  # what held it may be gone by now
            held = _held(draft.read()[0], target.record.id)
        if held:
            message = REFERRED_TO(id=target.record.id, count=len(held), places=held)
            raise BadQuestion(message, REMOVE_THEM)
    draft.edit(target.path, partial(edits.remove, route=target.route))
    return target


def _held(catalog: Catalog, name: str) -> tuple[str, ...]:
    """Where a record is referred to."""
    return tuple(
        f"{reference.span.file}:{reference.span.line}"
        for reference in catalog.references
        if reference.target == name
    )


def _in_order(place: FieldPlace) -> list[str]:
    """By which numbers of items come in their order."""
    return [f"{step:08}" if isinstance(step, int) else step for step in place.route]


def rename_record(draft: Draft, old: str, new: str, keep: bool = False) -> int:
    """Gives a record another id, in every place that names it and in the snapshot beside them; how
    many files that touches. To `keep` the old one, the record notes it in `renamed`. Raises
    UnknownId, and BadQuestion for an id that is taken."""
    catalog = draft.catalog
    kept = catalog.record(old).renamed
    if new in catalog.by_id:
        raise BadQuestion(TAKEN(id=new))
    target = target_named(draft, old)
    name = (*target.route, "id")
    draft.edit(target.path, partial(edits.set_value, route=name, value=new))
    names = {reference.file.path for reference in catalog.references if reference.target == old}
    for path in sorted({target.path, *names}):
        spans = [
            (reference.start, reference.end)
            for reference in catalog.references
            if reference.target == old and reference.file.path == path
        ]
        was = next(file.text for file in catalog.files if file.path == path)
        draft.edit(path, partial(_renamed, was=was, spans=spans, new=new))
    if keep:
        ids = [*(name for name in kept if name != new), old]
        draft.edit(target.path, partial(put, target=target, route=_noted(target), value=ids))
    if not catalog.kept.is_alone:
        draft.rewrite(SNAPSHOT, partial(with_other_id, old=old, new=new))
    return len(draft.edits)


def _noted(target: EditTarget) -> tuple[str | int, ...]:
    return (*target.route, "renamed")


def _renamed(file: YamlFile, was: str, spans: Iterable[tuple[int, int]], new: str) -> YamlFile:
    """Each reference by its route, whatever the edit of the id itself moved."""
    at = {start for start, _ in spans}
    before = read(file.path, was.encode("utf-8"))[0]
    for route, start, is_key in _scalars(before):
        if start in at and is_key:
            file = edits.rename_key(file, route, new)
        elif start in at:
            file = edits.set_value(file, route, new)
    return file


def _scalars(file: YamlFile) -> Iterable[tuple[tuple[str | int, ...], int, bool]]:
    """Every text of a file with its route, where it begins, and whether it is a key; what is inside
    a value before the key of that value."""
    waiting: list[tuple[tuple[str | int, ...], Any]] = [((), file.root)]
    keys: list[tuple[tuple[str | int, ...], int, bool]] = []
    while waiting:
        route, value = waiting.pop()
        if isinstance(value, Scalar):
            yield route, value.start, False
        elif isinstance(value, YamlMap):
            waiting += [((*route, key), item) for key, (_, item) in value.entries.items()]
            keys += [((*route, name), key.start, True) for name, (key, _) in value.entries.items()]
        elif isinstance(value, YamlList):
            waiting += [((*route, at), item) for at, item in enumerate(value.items)]
    yield from reversed(keys)


ADD_IT = Phrase("add one with {command}", "voeg er een toe met {command}")
NOTHING_THERE = Phrase("there is nothing under '{field}'", "er staat niets onder '{field}'")
REFERRED_TO = Phrase(
    "'{id}' is referred to in {count} {count:place|places}: {places}",
    "naar '{id}' wordt verwezen op {count} {count:plek|plekken}: {places}",
)
REMOVE_THEM = Phrase("remove or change these first", "verwijder of wijzig deze eerst")
TAKEN = Phrase("there is already a record '{id}'", "er is al een record '{id}'")
