"""What is past its day, what falls due soon, and what was put off: targets of instruments,
responses that a source asks for within a term, and instruments that are still only announced
(docs/rules.md, *Due, late, or not known*).

Nothing is late by the calendar alone: past its day a target is late where a source says so or the
instrument is still announced; else whether it was met is not in the catalogue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.due.answers import answers
from dosa_trace.analysis.due.items import Clock, DueItem, DueKind, DueState, Resting
from dosa_trace.analysis.due.targets import TargetCounts, all_plans, announcements, targets
from dosa_trace.analysis.judging.selection import Where, fits, matching
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.catalog.facts.names import aliases, tiers_of
from dosa_trace.catalog.model.dates import Term
from dosa_trace.catalog.model.records import Instrument

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph

#: How many months ahead are told.
AHEAD = 3


class DueList(NamedTuple):
    """Everything that is past its day, falls due within so many months, or was put off.

    `counts` are those of the targets of the instruments that were chosen.
    """

    where: tuple[Where, ...]
    within: int
    counts: TargetCounts
    items: tuple[DueItem, ...]

    @property
    def later(self) -> int:
        """How many targets are not listed, because their day is further ahead."""
        return self.counts.targets - sum(item.kind is DueKind.TARGET for item in self.items)


def due(
    graph: TraceGraph,
    where: Sequence[Where] = (),
    within: int = AHEAD,
    judge: Judge | None = None,
) -> DueList:
    """What is due on the date of the graph, the worst first; `where` chooses instruments, and of
    answers those that are asked of such an owner or level, or on such a theme. Raises
    BadQuestion."""
    catalog, judge = graph.catalog, judge or Judge(graph)
    chosen: tuple[Instrument, ...] = matching(
        catalog, Instrument, catalog.instruments.values(), where, graph.as_of
    )
    clock = Clock(graph.as_of, Term("", within, "month").after(graph.as_of))
    resting = _resting(judge)
    plans = all_plans(graph, chosen)
    listed = [
        *targets(catalog, plans, clock, resting),
        *announcements(catalog, plans, clock, resting),
        *(item for item in answers(graph, clock) if _is_asked(graph, item, where)),
    ]
    return DueList(
        where=tuple(where),
        within=within,
        counts=TargetCounts.of(plans),
        items=tuple(sorted(listed, key=_in_order)),
    )


def _is_asked(graph: TraceGraph, item: DueItem, where: Sequence[Where]) -> bool:
    """Whether an answer is asked of such an owner or level, or on such a theme."""
    catalog = graph.catalog
    records = [catalog.recommendations[name] for name in item.recommendations]
    held = {
        "owner": {
            word
            for record in records
            for party in record.addressee
            for word in aliases(catalog, party)
        },
        "level": {tier for record in records for tier in tiers_of(catalog, record)},
        "theme": {theme for record in records for theme in record.themes},
        "id": {item.id},
    }
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    for condition in where:
        wanted[condition.key] += [part.strip() for part in condition.value.split(",")]
    return all(
        any(fits(pattern, value) for pattern in patterns for value in held.get(key, ()))
        for key, patterns in wanted.items()
    )


def _resting(judge: Judge) -> Resting:
    """The recommendations whose state rests on each instrument."""
    resting: defaultdict[str, list[str]] = defaultdict(list)
    for recommendation in judge.graph.recommendations:
        verdict = judge.judge(recommendation)
        if verdict.state.rank:
            for name in verdict.via:
                resting[name].append(recommendation.id)
    return resting


def _in_order(item: DueItem) -> tuple[object, ...]:
    """The worst first, then what is longest past its day or nearest to it."""
    return (
        list(DueState).index(item.state), -item.days, item.kind, item.id, item.name.texts,
    )  # fmt: skip
