"""Sources that ask for a response within a term, and whether they got it (docs/rules.md,
*Due, late, or not known*)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from dosa_trace.analysis.due.items import Clock, DueItem, DueKind, DueState
from dosa_trace.catalog.facts.names import key_of, keys_of, names_of
from dosa_trace.catalog.facts.responders import is_of_asked
from dosa_trace.catalog.model.events import days_of
from dosa_trace.catalog.model.parts import LocalText, Reported
from dosa_trace.catalog.model.records import Recommendation

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


def answers(graph: TraceGraph, clock: Clock) -> Iterator[DueItem]:
    """The sources that ask for a response within a term: answered when each of their
    recommendations has a response of who was asked, the first that is no draft."""
    asked_in: defaultdict[str, list[Recommendation]] = defaultdict(list)
    for recommendation in graph.recommendations:
        asked_in[recommendation.source].append(recommendation)
    for name, asked in asked_in.items():
        source = graph.catalog.sources[name]
        if source.answer_within is None or source.date is None:
            continue
        last_day = source.answer_within.term.after(source.date.last_day)
        first = {record.id: _first_answer(graph, record) for record in asked}
        waiting = tuple(record for record, given in first.items() if given is None)
        answered = (
            max((given for given in first.values() if given), key=lambda given: given[0])
            if not waiting
            else None
        )
        state = _answered(answered[0] if answered else None, last_day, clock)
        if state is None:
            continue
        parties = _addressees(asked)
        until = answered[0] if answered else clock.today
        yield DueItem(
            kind=DueKind.ANSWER,
            id=name,
            title=source.title,
            name=source.title,
            due=last_day.isoformat(),
            days=(until - last_day).days,
            state=state,
            owner=names_of(graph.catalog, parties) if parties else None,
            owners=keys_of(parties),
            source=source.answer_within.source,
            shifts=(),
            reported=answered[1] if answered else None,
            recommendations=waiting or tuple(first),
        )


def _first_answer(graph: TraceGraph, asked: Recommendation) -> tuple[date, Reported] | None:
    """The day and the source of the first response that who was asked has given by the day."""
    given = [
        (since, Reported(said, response.source))
        for response, since in zip(asked.responses, days_of(asked.responses), strict=True)
        if since <= graph.as_of
        and not response.draft
        and (said := response.date or response.read)
        and is_of_asked(graph.catalog, asked, response)
    ]
    return min(given, key=lambda answer: answer[0], default=None)


def _answered(on: date | None, last_day: date, clock: Clock) -> DueState | None:
    if on is not None:
        return DueState.MET if on <= last_day else DueState.LATE
    if last_day < clock.today:
        return DueState.UNKNOWN
    return DueState.UPCOMING if last_day <= clock.until else None


def _addressees(asked: Iterable[Recommendation]) -> tuple[LocalText, ...]:
    """Whom they ask, each once."""
    return tuple({key_of(party): party for one in asked for party in one.addressee}.values())
