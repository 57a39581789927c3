"""Targets of instruments as they were planned last, and instruments that are still only announced
after the day of one (docs/rules.md, *Due, late, or not known*)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.due.items import Clock, DueItem, DueKind, DueState, Resting, Shift
from dosa_trace.analysis.judging.figures import Share
from dosa_trace.catalog.facts.names import keys_of, names_of
from dosa_trace.catalog.facts.targets import Plan, TargetState, plans_of
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.records import Instrument
from dosa_trace.catalog.model.vocabulary import StatusValue

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class TargetCounts(NamedTuple):
    """How many targets there are that somebody is still to reach, and of those past their day how
    many are late, met, or not known to be met."""

    targets: int
    past: int
    late: int
    unknown: int
    met: int

    @property
    def past_share(self) -> Share:
        """Of the targets, those that are past their day."""
        return Share.of(self.past, self.targets)

    @property
    def unknown_share(self) -> Share:
        """Of those past their day, those of which nobody knows whether they were met."""
        return Share.of(self.unknown, self.past)

    @classmethod
    def of(cls, plans: Iterable[Plan]) -> TargetCounts:
        """The counts of some plans."""
        states = Counter(plan.state for plan in plans)
        late, unknown, met = (
            states[state] for state in (TargetState.LATE, TargetState.UNKNOWN, TargetState.MET)
        )
        return cls(states.total(), late + unknown + met, late, unknown, met)


def count_targets(graph: TraceGraph, instruments: Iterable[str]) -> TargetCounts:
    """The counts of the targets of some instruments on the date of a graph."""
    records = graph.catalog.instruments
    return TargetCounts.of(
        plan for name in instruments for plan in plans_of(records[name], graph.as_of)
    )


def targets(
    catalog: Catalog, plans: Iterable[Plan], clock: Clock, resting: Resting
) -> Iterator[DueItem]:
    """The targets of which there is something to tell."""
    for plan in plans:
        state = _told(plan, clock)
        if state is not None:
            yield _item(catalog, plan, state, clock, resting)


def announcements(
    catalog: Catalog, plans: Iterable[Plan], clock: Clock, resting: Resting
) -> Iterator[DueItem]:
    """The instruments that are still only announced after the day of a target of their own."""
    waiting: defaultdict[str, list[Plan]] = defaultdict(list)
    for plan in plans:
        if plan.event.value is StatusValue.ANNOUNCED and plan.state is TargetState.LATE:
            waiting[plan.instrument.id].append(plan)
    for behind in waiting.values():
        first = min(behind, key=lambda plan: plan.target.due.last_day)
        yield _item(catalog, first, DueState.LATE, clock, resting)._replace(
            kind=DueKind.ANNOUNCEMENT,
            name=first.instrument.name,
            source=first.event.source,
            shifts=(),
            reported=None,
        )


def _told(plan: Plan, clock: Clock) -> DueState | None:
    """How a target stands, None where its day is far ahead and was never another."""
    if plan.state in (TargetState.LATE, TargetState.UNKNOWN, TargetState.MET):
        return DueState(plan.state.value)
    if plan.state is TargetState.EARLY:
        return None
    if plan.target.due.last_day <= clock.until:
        return DueState.UPCOMING
    return DueState.SHIFTED if plan.earlier else None


def _item(catalog: Catalog, plan: Plan, state: DueState, clock: Clock, resting: Resting) -> DueItem:
    target, instrument = plan.target, plan.instrument
    met_on = plan.reported.date if plan.reported and state is DueState.MET else None
    until = met_on.last_day if met_on else clock.today
    return DueItem(
        kind=DueKind.TARGET,
        id=instrument.id,
        title=instrument.name,
        name=target.name,
        due=target.due.text,
        days=(until - target.due.last_day).days,
        state=state,
        owner=names_of(catalog, instrument.owner),
        owners=keys_of(instrument.owner),
        source=target.source,
        shifts=tuple(
            Shift(earlier.due.text, earlier.date.text if earlier.date else None, earlier.source)
            for earlier in plan.earlier
        ),
        reported=plan.reported,
        recommendations=tuple(resting.get(instrument.id, ())),
    )


def all_plans(graph: TraceGraph, instruments: Iterable[Instrument]) -> tuple[Plan, ...]:
    """The targets of some instruments on the date of a graph."""
    return tuple(plan for one in instruments for plan in plans_of(one, graph.as_of))
