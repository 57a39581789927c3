"""A line of a list for each kind of record."""

from __future__ import annotations

from typing import NamedTuple

from dosa_trace.catalog.model.dates import PartialDate
from dosa_trace.catalog.model.parts import LocalText, When
from dosa_trace.catalog.model.vocabulary import (
    Basis,
    Extent,
    OrganisationKind,
    Relation,
    Reliability,
    ResponseValue,
    Sought,
    SourceKind,
    StatusValue,
)


class ListedRecommendation(NamedTuple):
    """A recommendation with the last known response; `known` says whether it was known on the date,
    `response_searched` whether somebody looked for a response."""

    id: str
    title: LocalText
    source: str
    themes: tuple[str, ...]
    addressee: LocalText | None
    addressees: tuple[str, ...]
    specificity: int | None
    response: ResponseValue | None
    response_date: When | None
    known: bool
    response_searched: bool


class ListedObjective(NamedTuple):
    """An objective; `known` says whether it was known on the date."""

    id: str
    title: LocalText
    owner: LocalText | None
    owners: tuple[str, ...]
    source: str | None
    themes: tuple[str, ...]
    known: bool


class ListedInstrument(NamedTuple):
    """An instrument with its last known status; `known` says whether it was known on the date."""

    id: str
    name: LocalText
    kind: str
    level: str
    owner: LocalText
    owners: tuple[str, ...]
    status: StatusValue | None
    status_date: When | None
    part_of: str | None
    known: bool


class ListedSource(NamedTuple):
    """A source; `known` says whether it had appeared by the date."""

    id: str
    title: LocalText
    kind: SourceKind
    publisher: LocalText
    date: When
    identifier: str | None
    url: str | None
    reliability: Reliability | None
    known: bool


class ListedLink(NamedTuple):
    """A link with its place on file; `known` says whether it was known on the date."""

    origin: str
    target: str
    relation: Relation
    extent: Extent | None
    basis: Basis
    joint: str | None
    file: str
    line: int
    known: bool


class ListedTheme(NamedTuple):
    """A theme, and how many records are about it."""

    id: str
    name: LocalText
    recommendations: int
    objectives: int
    instruments: int


class ListedSearch(NamedTuple):
    """A search: what was looked for, by whom, and the ids of what it covers."""

    id: str
    date: PartialDate
    sought: tuple[Sought, ...]
    by: LocalText | None
    covers: tuple[str, ...]


class ListedOrganisation(NamedTuple):
    """An organisation, and of how many records it is the publisher, the owner or the addressee."""

    id: str
    name: LocalText
    abbreviation: str | None
    kind: OrganisationKind | None
    published: int
    owned: int
    addressed: int


class ListedInstitution(NamedTuple):
    """An institution that asks for something, and the sources in which it does, alone or with
    others."""

    id: str
    sources: tuple[str, ...]
