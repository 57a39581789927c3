"""What is on file about one record: all its fields as written, and what refers to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from dosa_trace.analysis.records.organisation import OrganisationPart, part_of
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.records import Organisation, TraceLink
from dosa_trace.catalog.text.values import plain_data


class LinkedRecord(NamedTuple):
    """The other end of a link, and where the link stands."""

    id: str
    relation: str
    extent: str | None
    basis: str
    file: str
    line: int


class Description(NamedTuple):
    """A record with its place, its fields in all languages, and its neighbours.

    `named_by` are the places that name it, other than the links, `names` what the organisations in
    its fields are called; `organisation` is all that an organisation has to do with, None for any
    other record.
    """

    kind: str
    id: str
    file: str
    line: int
    fields: Mapping[str, Any]
    links_from: tuple[LinkedRecord, ...]
    links_to: tuple[LinkedRecord, ...]
    named_by: tuple[str, ...]
    names: Mapping[str, LocalText]
    organisation: OrganisationPart | None


def describe(catalog: Catalog, identifier: str) -> Description:
    """Everything on file about a record; raises UnknownId."""
    record = catalog.record(identifier)
    places = {
        f"{reference.span.file}:{reference.span.line}"
        for reference in catalog.references
        if reference.target == identifier and reference.field not in ("from", "to")
    }
    fields = plain_data(record.place.node)
    return Description(
        kind=record.KIND,
        id=identifier,
        file=record.place.path,
        line=record.place.line,
        fields=fields,
        links_from=tuple(
            _linked(link, link.target) for link in catalog.links if link.origin == identifier
        ),
        links_to=tuple(
            _linked(link, link.origin) for link in catalog.links if link.target == identifier
        ),
        named_by=tuple(sorted(places, key=_by_file_and_line)),
        names={
            name: catalog.organisations[name].name
            for name in sorted(set(_texts_in(fields)) & catalog.organisations.keys())
        },
        organisation=part_of(catalog, identifier) if isinstance(record, Organisation) else None,
    )


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _texts_in(one)
    elif isinstance(value, str):
        yield value


def _linked(link: TraceLink, other: str) -> LinkedRecord:
    return LinkedRecord(
        other, link.relation, link.extent, link.basis, link.place.path, link.place.line
    )


def _by_file_and_line(place: str) -> tuple[str, int]:
    file, _, line = place.rpartition(":")
    return file, int(line)
