"""Recommendations that are not covered, in an order, each with the reasons why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from dosa_trace.analysis.coverage.priority import Order, Priority, priority
from dosa_trace.analysis.judging.figures import Share
from dosa_trace.analysis.judging.marks import each_mark, mark_types, marks_of
from dosa_trace.analysis.judging.reasons import Reason, reasons
from dosa_trace.analysis.judging.selection import STATE, Where, natural, refuse_answers, select
from dosa_trace.analysis.judging.verdicts import OPEN, Judge, State
from dosa_trace.catalog.facts.searches import is_only_linked, is_response_searched, is_searched
from dosa_trace.catalog.model.parts import LocalText, When
from dosa_trace.catalog.model.vocabulary import Basis, ResponseValue
from dosa_trace.results import field_types

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph

#: The states that `--all` adds: something is there, but not all that was asked.
INCOMPLETE = (State.PLANNED, State.PARTLY)


class Gap(NamedTuple):
    """A recommendation that is not covered, with each reason why, and whether somebody looked for
    what answers it and for what government answered."""

    id: str
    title: LocalText
    source: str
    themes: tuple[str, ...]
    state: State
    mentioned: bool
    via: tuple[str, ...]
    basis: Basis | None
    response: ResponseValue | None
    response_date: When | None
    why: tuple[Reason, ...]
    searched: bool
    response_searched: bool
    draft: ResponseValue | None
    priority: Priority
    since: When
    marks: tuple[str, ...]

    def as_data(self) -> Mapping[str, Any]:
        """Each mark stands under its own key as well."""
        return {**self._asdict(), **each_mark(self)}

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What the keys of `as_data` hold."""
        return {**field_types(cls), **mark_types()}


class GapList(NamedTuple):
    """The gaps among the `of` selected recommendations, grouped by state, the worst first; of those
    in the state `gap`, `searched` says for how many somebody searched, `linked` how many of the
    others have a supporting link."""

    where: tuple[Where, ...]
    states: tuple[State, ...]
    of: int
    total: int
    items: tuple[Gap, ...]
    gaps: int
    searched: int
    linked: int
    order: Order

    @property
    def searched_share(self) -> Share:
        """Of those in the state `gap`, those for which somebody searched."""
        return Share.of(self.searched, self.gaps)


def gaps(
    graph: TraceGraph,
    where: Sequence[Where] = (),
    everything: bool = False,
    order: Order = Order.PRIORITY,
    judge: Judge | None = None,
) -> GapList:
    """The recommendations that nothing live answers, by state and then in an order; with
    `everything` also what is planned or answered in part. Raises BadQuestion for a selection that
    names what the catalogue lacks."""
    refuse_answers(where, (STATE,))
    judge = judge or Judge(graph)
    selected = select(graph, where)
    states = (*OPEN, *INCOMPLETE) if everything else OPEN
    items = []
    for recommendation in graph.passing(selected):
        verdict = judge.judge(recommendation)
        if verdict.state not in states:
            continue
        response = recommendation.response_on(graph.as_of)
        draft = recommendation.draft_on(graph.as_of)
        items.append(
            Gap(
                id=recommendation.id,
                title=recommendation.title,
                source=recommendation.source,
                themes=recommendation.themes,
                state=verdict.state,
                mentioned=verdict.mentioned,
                via=verdict.via,
                basis=verdict.basis,
                response=response.value if response else None,
                response_date=response.when if response else None,
                why=reasons(judge, recommendation, verdict),
                searched=is_searched(graph.catalog, recommendation.id),
                response_searched=is_response_searched(graph.catalog, recommendation.id),
                draft=draft.value if draft else None,
                priority=priority(graph, recommendation),
                since=graph.catalog.sources[recommendation.source].when,
                marks=marks_of(judge, recommendation, verdict),
            )
        )
    items.sort(key=_KEYS[order])
    items.sort(key=lambda gap: states.index(gap.state))
    open_ones = [gap for gap in items if gap.state is State.GAP]
    return GapList(
        where=tuple(where),
        states=states,
        of=len(selected),
        total=len(items),
        items=tuple(items),
        gaps=len(open_ones),
        searched=sum(gap.searched for gap in open_ones),
        linked=sum(is_only_linked(graph.catalog, gap.id) for gap in open_ones),
        order=order,
    )


_KEYS: Mapping[Order, Callable[[Gap], Any]] = {
    Order.PRIORITY: lambda gap: gap.priority.key,
    Order.SOURCE: lambda _: 0,
    Order.AGE: lambda gap: gap.priority.asked_on,
    Order.ID: lambda gap: natural(gap.id),
}
