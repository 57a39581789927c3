"""What somebody names to edit: a record by its id, a link by its ends, a part by its place in a
list, and the value of a field as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from dosa_trace.catalog.fields import table
from dosa_trace.catalog.fields.types import (
    AmountType,
    Field,
    FieldTable,
    FieldType,
    Flag,
    ListOf,
    Local,
    NumberType,
    Part,
    TextsOf,
    Version,
    Whole,
)
from dosa_trace.catalog.model.link_names import ends_named
from dosa_trace.catalog.model.records import TO, Record, TraceLink
from dosa_trace.catalog.text.reader import read_root
from dosa_trace.catalog.text.values import YamlFile, YamlList, YamlMap, plain_data
from dosa_trace.diagnostics import BadQuestion, did_you_mean, near
from dosa_trace.editing.draft import Draft
from dosa_trace.editing.edits import Route
from dosa_trace.editing.places import NotEditable
from dosa_trace.labels import USE
from dosa_trace.language import Alternatives, Phrase

#: The list of a record that each part hangs in, and whether its items stand in order of time.
PARTS: Final[Mapping[str, tuple[str, bool]]] = {
    "response": ("responses", True),
    "status": ("status", True),
    "budget": ("budgets", True),
    "target": ("targets", False),
    "doubt": ("doubts", True),
    "evidence": ("evidence", False),
    "considered": ("considered", False),
    "agrees_with": ("agrees_with", False),
    "conflicts_with": ("conflicts_with", False),
}
#: The part that hangs in each list.
PART_IN: Final[Mapping[str, str]] = {key: part for part, (key, _) in PARTS.items()}


class EditTarget(NamedTuple):
    """Where a record stands: its file, and the route in it."""

    record: Record | TraceLink
    path: str
    route: tuple[str | int, ...]

    @property
    def name(self) -> str:
        """Its id, of a link both ends."""
        if isinstance(self.record, TraceLink):
            return f"{self.record.origin}{TO}{self.record.target}"
        return self.record.id

    @property
    def fields(self) -> FieldTable:
        """What may stand in it."""
        return table.TABLE_OF[type(self.record)]


def target_named(draft: Draft, name: str) -> EditTarget:
    """The record with an id, or the link between two as FROM:TO; raises UnknownId, and BadQuestion
    where there is no such link or there are several."""
    catalog = draft.catalog
    record: Record | TraceLink
    if (ends := ends_named(name)) is not None:
        origin, end = ends
        for identifier in ends:
            catalog.record(identifier)
        links = [link for link in catalog.links if (link.origin, link.target) == (origin, end)]
        if len(links) != 1:
            message = NO_LINK if not links else MANY_LINKS
            raise BadQuestion(message(origin=origin, target=end))
        record = links[0]
    else:
        record = catalog.record(name)
    file = draft.file(record.place.path)
    for route in _records_in(file):
        node = _node(file, route)
        if isinstance(node, YamlMap) and _is_named(node, record):
            return EditTarget(record, record.place.path, route)
    raise BadQuestion(NOT_FOUND(id=name))


def _records_in(file: YamlFile) -> Iterator[tuple[str | int, ...]]:
    """The routes of all records of a file."""
    root = file.root
    sections: list[Route] = [(key,) for key in (root.entries if root else ())]
    for section in [*sections, ("catalogue", "themes")]:
        try:
            items = _node(file, section)
        except (KeyError, NotEditable):
            continue
        if isinstance(items, YamlList):
            yield from ((*section, at) for at in range(len(items.items)))


def _node(file: YamlFile, route: Route) -> Any:
    from dosa_trace.editing.edits import node_at

    return node_at(file, route)


def _is_named(node: YamlMap, record: Record | TraceLink) -> bool:
    data = plain_data(node)
    if isinstance(record, TraceLink):
        return (data.get("from"), data.get("to")) == (record.origin, record.target)
    return bool(data.get("id") == record.id)


class FieldPlace(NamedTuple):
    """Where in a record something stands: its name as it was typed, the keys and indices, and what
    may stand there."""

    name: str
    route: tuple[str | int, ...]
    type: FieldType | None


def place_named(fields: FieldTable, text: str) -> FieldPlace:
    """The place that `title.nl`, `status.2` or `responses.1.by` names, items counted from 1; raises
    BadQuestion for a field that there is not, with the near ones."""
    route: list[str | int] = []
    kind: FieldType | None = None
    tables: FieldTable | None = fields
    for part in text.split("."):
        if isinstance(kind, ListOf):
            if not re.fullmatch(r"[1-9]\d*", part):
                raise BadQuestion(NOT_A_NUMBER(field=text, word=part), COUNT)
            route.append(int(part) - 1)
            kind = kind.item
            tables = kind.table if isinstance(kind, Part) else None
            continue
        if tables is not None and not part.startswith("x-"):
            field = _field(tables, part)
            kind = field.type
            tables = kind.table if isinstance(kind, Part) else None
        elif kind is None or isinstance(kind, Local | TextsOf):
            kind, tables = None, None
        else:
            raise BadQuestion(NO_SUCH_FIELD(field=text))
        route.append(part)
    return FieldPlace(text, tuple(route), kind)


def _field(fields: FieldTable, key: str) -> Field:
    for field in fields.fields:
        if field.key == key:
            return field
    names = [field.key for field in fields.fields]
    hint = did_you_mean(near(key, names)) or USE(words=Alternatives(tuple(names)))
    raise BadQuestion(NO_SUCH_FIELD(field=key), hint)


def value_typed(kind: FieldType | None, text: str) -> Any:
    """A value as it stands in a file for what somebody typed: numbers and truths where a field
    takes them, several between commas or in brackets where it is a list, else the text as it is.
    What is wrong with it is told when it is read. Raises BadQuestion for a part of several fields,
    which are set one by one."""
    if isinstance(kind, Part):
        raise BadQuestion(IN_PARTS(text=text), SET_PARTS)
    if isinstance(kind, ListOf):
        if text.startswith("["):
            return _in_brackets(text)
        if isinstance(kind.item, Part):
            raise BadQuestion(IN_PARTS(text=text), SET_PARTS)
        parts = [part.strip() for part in text.split(",") if part.strip()]
        values = [value_typed(kind.item, part) for part in parts]
        return values[0] if kind.or_one and len(values) == 1 else values
    if isinstance(kind, Whole | NumberType | AmountType | Version | Flag):
        root, findings = read_root("", f"k: {text}\n")
        read_value = plain_data(root) if root is not None and not findings else None
        return read_value["k"] if isinstance(read_value, dict) and len(read_value) == 1 else text
    return text


def _in_brackets(text: str) -> Any:
    root, findings = read_root("", f"k: {text}\n")
    told = plain_data(root) if root is not None and not findings else None
    if not isinstance(told, dict) or not isinstance(told.get("k"), list):
        raise BadQuestion(NO_LIST(text=text), LIST_SHAPE)
    return told["k"]


NO_LINK = Phrase(
    "there is no link from '{origin}' to '{target}'",
    "er is geen koppeling van '{origin}' naar '{target}'",
)
MANY_LINKS = Phrase(
    "there are several links from '{origin}' to '{target}'",
    "er zijn meer koppelingen van '{origin}' naar '{target}'",
)
NOT_FOUND = Phrase("'{id}' does not stand in a file of its own", "'{id}' staat niet in een bestand")
NO_SUCH_FIELD = Phrase("this record has no field '{field}'", "dit record heeft geen veld '{field}'")
NOT_A_NUMBER = Phrase(
    "in '{field}', '{word}' is not the number of an item",
    "in '{field}' is '{word}' niet het nummer van een onderdeel",
)
COUNT = Phrase(
    "count the items from 1, as in status.1.date",
    "tel de onderdelen vanaf 1, zoals in status.1.date",
)
IN_PARTS = Phrase("'{text}' has several fields", "'{text}' heeft meer velden")
SET_PARTS = Phrase(
    "give each field, such as reviewed.date, or evidence.1.source in a list",
    "geef elk veld, zoals reviewed.date, of evidence.1.source in een lijst",
)
NO_LIST = Phrase("'{text}' is not a list", "'{text}' is geen lijst")
LIST_SHAPE = Phrase("write [a, b] or a,b", "schrijf [a, b] of a,b")
