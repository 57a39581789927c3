"""Which records of a kind are there? A list to choose from, without judging anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from dosa_trace.analysis.selection import Where, matching, natural
from dosa_trace.catalog.contents import Catalog
from dosa_trace.catalog.dates import PartialDate
from dosa_trace.catalog.parts import LocalText
from dosa_trace.catalog.records import Instrument, Objective, Recommendation, Source, TraceLink
from dosa_trace.catalog.vocabulary import (
    Basis,
    Extent,
    InstrumentKind,
    Level,
    Relation,
    Reliability,
    ResponseValue,
    SourceKind,
    StatusValue,
)


class Kind(StrEnum):
    """What can be listed."""

    RECOMMENDATIONS = "recommendations"
    OBJECTIVES = "objectives"
    INSTRUMENTS = "instruments"
    SOURCES = "sources"
    LINKS = "links"


class ListedRecommendation(NamedTuple):
    id: str
    title: LocalText
    source: str
    themes: tuple[str, ...]
    addressee: str | None
    specificity: int | None
    response: ResponseValue | None
    response_date: PartialDate | None


class ListedObjective(NamedTuple):
    id: str
    title: LocalText
    owner: LocalText | None
    source: str | None
    themes: tuple[str, ...]


class ListedInstrument(NamedTuple):
    id: str
    name: LocalText
    kind: InstrumentKind
    level: Level
    owner: LocalText
    status: StatusValue | None
    status_date: PartialDate | None
    part_of: str | None


class ListedSource(NamedTuple):
    id: str
    title: LocalText
    kind: SourceKind
    publisher: LocalText
    date: PartialDate
    identifier: str | None
    url: str | None
    reliability: Reliability | None


class ListedLink(NamedTuple):
    origin: str
    target: str
    relation: Relation
    extent: Extent | None
    basis: Basis
    joint: str | None
    file: str
    line: int


class Listing(NamedTuple):
    """The records of a kind that fulfil the conditions, by id; links by their place on file."""

    kind: Kind
    where: tuple[Where, ...]
    of: int
    total: int
    items: tuple[Any, ...]


def listing(catalog: Catalog, kind: Kind, where: Sequence[Where], as_of: date) -> Listing:
    """All records of a kind on file; responses and statuses are those known on the date.

    Raises BadQuestion for a condition that this kind does not have.
    """
    type_, records, line = _KINDS[kind]
    everything = records(catalog)
    chosen = matching(catalog, type_, everything, where, as_of)
    items = tuple(line(one, as_of) for one in chosen)
    return Listing(kind, tuple(where), len(everything), len(items), items)


def _recommendation(recommendation: Recommendation, day: date) -> ListedRecommendation:
    response = recommendation.response_on(day)
    return ListedRecommendation(
        recommendation.id,
        recommendation.title,
        recommendation.source,
        recommendation.themes,
        recommendation.addressee,
        recommendation.specificity,
        response.value if response else None,
        response.date if response else None,
    )


def _objective(objective: Objective, _: date) -> ListedObjective:
    return ListedObjective(
        objective.id, objective.title, objective.owner, objective.source, objective.themes
    )


def _instrument(instrument: Instrument, day: date) -> ListedInstrument:
    event = instrument.status_on(day)
    return ListedInstrument(
        instrument.id,
        instrument.name,
        instrument.kind,
        instrument.level,
        instrument.owner,
        event.value if event else None,
        event.date if event else None,
        instrument.part_of,
    )


def _source(source: Source, _: date) -> ListedSource:
    return ListedSource(
        source.id,
        source.title,
        source.kind,
        source.publisher,
        source.date,
        source.identifier,
        source.url,
        source.reliability,
    )


def _link(link: TraceLink, _: date) -> ListedLink:
    span = link.place.span()
    return ListedLink(
        link.origin,
        link.target,
        link.relation,
        link.extent,
        link.basis,
        link.joint,
        span.file,
        span.line,
    )


def _by_id(records: Mapping[str, Any]) -> list[Any]:
    return sorted(records.values(), key=lambda record: natural(record.id))


_KINDS: Mapping[
    Kind, tuple[type, Callable[[Catalog], Sequence[Any]], Callable[[Any, date], object]]
] = {
    Kind.RECOMMENDATIONS: (Recommendation, lambda c: _by_id(c.recommendations), _recommendation),
    Kind.OBJECTIVES: (Objective, lambda c: _by_id(c.objectives), _objective),
    Kind.INSTRUMENTS: (Instrument, lambda c: _by_id(c.instruments), _instrument),
    Kind.SOURCES: (Source, lambda c: _by_id(c.sources), _source),
    Kind.LINKS: (TraceLink, lambda c: c.links, _link),
}
