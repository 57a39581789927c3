"""The records of a kind: a list to choose from, without judging anything."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from dosa_trace.analysis.judging.selection import Where, chosen_on_file, natural
from dosa_trace.analysis.records.listed import (
    ListedInstitution,
    ListedInstrument,
    ListedLink,
    ListedObjective,
    ListedOrganisation,
    ListedRecommendation,
    ListedSearch,
    ListedSource,
    ListedTheme,
)
from dosa_trace.catalog.facts.known_from import link_day, record_day
from dosa_trace.catalog.facts.names import key_of, keys_of, name_of, names_of
from dosa_trace.catalog.facts.searches import is_response_searched
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.catalog_info import Theme
from dosa_trace.catalog.model.records import (
    Instrument,
    Objective,
    Organisation,
    Recommendation,
    Search,
    Source,
    TraceLink,
)


class Listable(StrEnum):
    """What can be listed."""

    RECOMMENDATIONS = "recommendations"
    OBJECTIVES = "objectives"
    INSTRUMENTS = "instruments"
    SOURCES = "sources"
    LINKS = "links"
    THEMES = "themes"
    SEARCHES = "searches"
    INSTITUTIONS = "institutions"
    ORGANISATIONS = "organisations"


#: A line of a list.
Line = TypeVar("Line")


class Listing(NamedTuple, Generic[Line]):
    """The records of a kind that fulfil the conditions, by id; links by their place on file.

    Records are listed whether or not they were known on the date; `known` says so of each.
    """

    kind: Listable
    where: tuple[Where, ...]
    of: int
    total: int
    items: tuple[Line, ...]

    @property
    def not_known_yet(self) -> int:
        """How many were not known on the date."""
        return sum(not getattr(item, "known", True) for item in self.items)


def listing(catalog: Catalog, kind: Listable, where: Sequence[Where], as_of: date) -> Listing[Any]:
    """All records of a kind on file; responses and statuses are those known on the date.

    Raises BadQuestion for a condition that this kind does not have.
    """
    type_, records, line = _KINDS[kind]
    everything = records(catalog)
    chosen = chosen_on_file(catalog, type_, everything, where, as_of)
    items = tuple(line(catalog, record, as_of) for record in chosen)
    return Listing(kind, tuple(where), len(everything), len(items), items)


def _recommendation(catalog: Catalog, one: Recommendation, day: date) -> ListedRecommendation:
    response = one.response_on(day)
    return ListedRecommendation(
        one.id, one.title, one.source, one.themes,
        names_of(catalog, one.addressee) if one.addressee else None, keys_of(one.addressee),
        one.specificity,
        response.value if response else None, response.when if response else None,
        record_day(catalog, one.id) <= day, is_response_searched(catalog, one.id),
    )  # fmt: skip


def _objective(catalog: Catalog, one: Objective, day: date) -> ListedObjective:
    known = record_day(catalog, one.id) <= day
    owner = names_of(catalog, one.owner) if one.owner else None
    return ListedObjective(
        one.id, one.title, owner, keys_of(one.owner), one.source, one.themes, known
    )


def _instrument(catalog: Catalog, one: Instrument, day: date) -> ListedInstrument:
    event = one.status_on(day)
    return ListedInstrument(
        one.id, one.name, one.kind, one.level, names_of(catalog, one.owner), keys_of(one.owner),
        event.value if event else None, event.when if event else None, one.part_of,
        record_day(catalog, one.id) <= day,
    )  # fmt: skip


def _source(catalog: Catalog, one: Source, day: date) -> ListedSource:
    return ListedSource(
        one.id, one.title, one.kind, name_of(catalog, one.publisher), one.when,
        one.identifier, one.url, one.reliability, one.date is None or one.date.last_day <= day,
    )  # fmt: skip


def _link(catalog: Catalog, one: TraceLink, day: date) -> ListedLink:
    days = (link_day(catalog, one), *(record_day(catalog, end) for end in (one.origin, one.target)))
    return ListedLink(
        one.origin, one.target, one.relation, one.extent, one.basis, one.joint, one.place.path,
        one.place.line, max(days) <= day,
    )  # fmt: skip


def _theme(catalog: Catalog, one: Theme, _: date) -> ListedTheme:
    shelves = (catalog.recommendations, catalog.objectives, catalog.instruments)
    counts = (sum(one.id in record.themes for record in shelf.values()) for shelf in shelves)
    return ListedTheme(one.id, one.name, *counts)


def _search(_: Catalog, one: Search, __: date) -> ListedSearch:
    return ListedSearch(one.id, one.date, one.sought, one.by, one.covers)


def _organisation(catalog: Catalog, one: Organisation, _: date) -> ListedOrganisation:
    published, owned, addressed = (roles[one.id] for roles in _roles(catalog))
    return ListedOrganisation(
        one.id, one.name, one.abbreviation, one.kind, published, owned, addressed
    )


@lru_cache(maxsize=1)
def _roles(catalog: Catalog) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """How often each key is the publisher, an owner and an addressee."""
    owned: tuple[Instrument | Objective, ...] = (
        *catalog.instruments.values(),
        *catalog.objectives.values(),
    )
    asked = catalog.recommendations.values()
    return (
        Counter(key_of(source.publisher) for source in catalog.sources.values()),
        Counter(key for record in owned for key in dict.fromkeys(keys_of(record.owner))),
        Counter(key for record in asked for key in dict.fromkeys(keys_of(record.addressee))),
    )


def _institutions(catalog: Catalog) -> list[ListedInstitution]:
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    asked_in = {one.source for one in catalog.recommendations.values()}
    for source in (one for one in _by_id(catalog.sources) if one.id in asked_in):
        for name in source.askers:
            by_name[name].append(source.id)
    return [ListedInstitution(name, tuple(by_name[name])) for name in sorted(by_name, key=natural)]


def type_of(kind: Listable) -> type:
    """The sort of record that conditions on a list of this kind are about."""
    return _KINDS[kind][0]


def _by_id(records: Mapping[str, Any]) -> list[Any]:
    return sorted(records.values(), key=lambda record: natural(record.id))


_KINDS: Mapping[
    Listable,
    tuple[type, Callable[[Catalog], Sequence[Any]], Callable[[Catalog, Any, date], object]],
] = {
    Listable.RECOMMENDATIONS: (
        Recommendation,
        lambda c: _by_id(c.recommendations),
        _recommendation,
    ),
    Listable.OBJECTIVES: (Objective, lambda c: _by_id(c.objectives), _objective),
    Listable.INSTRUMENTS: (Instrument, lambda c: _by_id(c.instruments), _instrument),
    Listable.SOURCES: (Source, lambda c: _by_id(c.sources), _source),
    Listable.LINKS: (TraceLink, lambda c: c.links, _link),
    Listable.THEMES: (Theme, lambda catalog: list(catalog.themes.values()), _theme),
    Listable.SEARCHES: (Search, lambda catalog: _by_id(catalog.searches), _search),
    Listable.ORGANISATIONS: (Organisation, lambda c: _by_id(c.organisations), _organisation),
    Listable.INSTITUTIONS: (ListedInstitution, _institutions, lambda _, one, __: one),
}
