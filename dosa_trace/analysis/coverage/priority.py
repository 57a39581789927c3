"""Which gap first? What somebody looked into and still stands open says most where government
pledged or accepted it, where it is concrete enough to be done as asked, where it is clear who was
asked, where several ask the same, and where it has stood open for long, in this order."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.catalog.facts.known_from import source_day
from dosa_trace.catalog.facts.searches import is_searched
from dosa_trace.catalog.model.records import Recommendation
from dosa_trace.catalog.model.vocabulary import ResponseValue

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class Order(StrEnum):
    """How a list of gaps can be sorted."""

    PRIORITY = "priority"
    SOURCE = "source"
    AGE = "age"
    ID = "id"


class Priority(NamedTuple):
    """What decides which of two gaps comes first.

    `asked_by` counts the institutions that ask it: those of its source, and those of what asks the
    same by `agrees_with`, in either direction; `asked_on` is the day of its source.
    """

    searched: bool
    pledged: bool
    accepted: bool
    specificity: int
    addressed: bool
    asked_by: int
    asked_on: date

    @property
    def key(self) -> tuple[float, ...]:
        """What sorts first comes first."""
        *stronger, asked_on = self
        return (*(-float(part) for part in stronger), float(asked_on.toordinal()))


def priority(graph: TraceGraph, one: Recommendation) -> Priority:
    """What speaks for looking at an open recommendation first."""
    response = one.response_on(graph.as_of)
    return Priority(
        searched=is_searched(graph.catalog, one.id),
        pledged=any(given.commitment for given in one.given_on(graph.as_of)),
        accepted=response is not None and response.value is ResponseValue.ACCEPTED,
        specificity=one.specificity or 0,
        addressed=bool(one.addressee),
        asked_by=len(askers(graph, one)),
        asked_on=source_day(graph.catalog, one.source),
    )


def askers(graph: TraceGraph, one: Recommendation) -> frozenset[str]:
    """The institutions that ask for the same, as far as comparisons on file tell."""
    records = graph.catalog.recommendations
    same = {one.id, *(comparison.to for comparison in one.agrees_with)}
    same.update(graph.catalog.agreed_by.get(one.id, ()))
    known = (records[name] for name in same if name in records)
    return frozenset(
        name
        for asked in known
        if source_day(graph.catalog, asked.source) <= graph.as_of
        for name in institutions(graph, asked.source)
    )


def institutions(graph: TraceGraph, source: str) -> tuple[str, ...]:
    """Who asks in a source: its institutions, else who published it; an organisation on file by its
    id, however the source writes it, so that nobody counts twice."""
    written = graph.catalog.sources[source]
    named = graph.catalog.organisations_by_name
    return tuple(dict.fromkeys(named.get(one.casefold(), one) for one in written.askers))
