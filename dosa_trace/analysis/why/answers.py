"""What government answered to a recommendation, each with its source and who answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.judging.chains import Quotation, quotations
from dosa_trace.catalog.facts.names import names_of
from dosa_trace.catalog.facts.readings import seen_of
from dosa_trace.catalog.facts.responders import responders
from dosa_trace.catalog.model.events import known
from dosa_trace.catalog.model.parts import Evidence, LocalText, Response, StatusEvent, When
from dosa_trace.catalog.model.records import Objective, Recommendation
from dosa_trace.catalog.model.vocabulary import ResponseValue, Scope, Seen

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class KnownResponse(NamedTuple):
    """A response of government that is known on the date."""

    date: When
    value: ResponseValue
    scope: Scope
    commitment: bool
    evidence: Quotation
    note: LocalText | None
    by: LocalText | None
    seen: Seen | None
    draft: bool


def answers(graph: TraceGraph, record: Recommendation | Objective) -> tuple[KnownResponse, ...]:
    """The responses to a recommendation that are known on the date, the earliest first."""
    if isinstance(record, Objective):
        return ()
    return tuple(
        KnownResponse(
            response.when,
            response.value,
            response.scope,
            response.commitment,
            quotation_of(graph, response),
            response.note,
            _answerer(graph, record, response),
            seen_of(graph.catalog, response),
            response.draft,
        )
        for response in known(record.responses, graph.as_of)
    )


def _answerer(graph: TraceGraph, asked: Recommendation, response: Response) -> LocalText | None:
    """Who answered, by name, together where several did; None where it is not known."""
    known_by = responders(graph.catalog, asked, response)
    return names_of(graph.catalog, known_by) if known_by else None


def quotation_of(graph: TraceGraph, event: Response | StatusEvent) -> Quotation:
    """Where a response or a status is found."""
    said = Evidence(source=event.source, locator=event.locator, quote=event.quote)
    return next(quotations(graph, (said,)))
