"""A record as it was typed, field by field, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dosa_trace.catalog.fields import table
from dosa_trace.catalog.fields.types import Field, FieldTable, ListOf, Part
from dosa_trace.catalog.model.vocabulary import Basis, Relation
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.editing.changes import NOTHING_THERE
from dosa_trace.editing.targets import FieldPlace, place_named, value_typed
from dosa_trace.language import Phrase

#: A value as it was typed, or several for a list, each one item whatever stands in it.
Typed = str | tuple[str, ...]


class MissingFields(BadQuestion):
    """A record that is to be added lacks what it must have; `fields` are all that it lacks."""

    def __init__(self, fields: Sequence[Field]) -> None:
        keys = tuple(field.key for field in fields)
        options = tuple(option for field in fields for option in _options(field))
        super().__init__(MISSING(fields=keys), GIVE(options=options))
        self.fields = tuple(fields)


def _options(field: Field) -> Iterator[str]:
    """The options that give a field; of a list of parts those of its first."""
    kind = field.type
    if isinstance(kind, ListOf) and isinstance(kind.item, Part):
        wanted = {*kind.item.table.one_of[:1]}
        wanted |= {inner.key for inner in kind.item.table.fields if inner.required}
        for inner in kind.item.table.fields:
            if inner.key in wanted:
                yield f"--{field.key}.1.{inner.key}"
    else:
        yield f"--{field.key}"


def record_typed(
    fields: FieldTable, values: Mapping[str, Typed], language: str, also: Sequence[Field] = ()
) -> dict[str, Any]:
    """A record with its fields as they were typed, in the order of the format. Raises BadQuestion
    for a field that there is not, and for all that is missing at once, with what it must `also`
    have."""
    given: dict[str, Any] = {}
    for name, text in values.items():
        place = place_named(fields, name)
        head, *below = place.route
        value = _value(place, text)
        if not below:
            given[str(head)] = value
            continue
        given[str(head)] = _with(given.get(str(head)), below, value, language, name)
    has_one = not fields.one_of or any(key in given for key in fields.one_of)
    wanted = () if has_one else fields.one_of[:1]
    missing = tuple(
        field
        for field in fields.fields
        if field.key not in given and (field.required or field.key in wanted)
    )
    missing += tuple(field for field in also if field.key.partition(".")[0] not in given)
    if missing:
        raise MissingFields(missing)
    order = [field.key for field in fields.fields]
    return {
        key: given[key]
        for key in sorted(given, key=lambda key: order.index(key) if key in order else len(order))
    }


def _value(place: FieldPlace, text: Typed) -> Any:
    """What was typed for a field; raises BadQuestion for several values where it takes one."""
    if isinstance(text, str):
        return value_typed(place.type, text)
    if not isinstance(place.type, ListOf):
        raise BadQuestion(ONE_VALUE(field=place.name))
    return [value_typed(place.type.item, item) for item in text]


def of_link(values: Mapping[str, Typed]) -> tuple[Field, ...]:
    """What a link must have because of what else it says: a supporting one an extent, an analyst's
    a reason, one that a source states that source."""
    known = {field.key: field for field in table.LINKS.fields}
    wanted = []
    if values.get("relation", Relation.SUPPORTS) == Relation.SUPPORTS:
        wanted.append(known["extent"])
    if values.get("basis") == Basis.INFERRED:
        wanted.append(known["rationale"])
    if values.get("basis") == Basis.STATED:
        first = table.EVIDENCE.fields[0]
        wanted.append(first._replace(key=f"evidence.1.{first.key}"))
    return tuple(wanted)


def _with(held: Any, route: Sequence[str | int], value: Any, language: str, name: str) -> Any:
    """What holds a value at the end of a route, which is made as far as it is not there; a plain
    text that gets a second language becomes a map. Raises BadQuestion for an item behind one that
    is not there."""
    if not route:
        return value
    step, *below = route
    if isinstance(step, int):
        items = held if isinstance(held, list) else []
        if step > len(items):
            raise BadQuestion(NOTHING_THERE(field=name))
        old = items[step] if step < len(items) else None
        return [*items[:step], _with(old, below, value, language, name), *items[step + 1 :]]
    if held is not None and not isinstance(held, dict):
        held = {language: held}
    held = held or {}
    return {**held, step: _with(held.get(step), below, value, language, name)}


ONE_VALUE = Phrase("'{field}' takes one value", "'{field}' heeft één waarde")
MISSING = Phrase("missing: {fields}", "ontbreekt: {fields}")
GIVE = Phrase("give {options}", "geef {options}")
