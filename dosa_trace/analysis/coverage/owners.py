"""What each owner, or each level, holds: its live instruments, what they answer, and what only they
do (docs/rules.md, *By responsible organisation or level*).

*Only* takes all instruments of an owner out of the incremental support (`judging.verdicts`), which
costs what falls by it and not another judgement of the catalogue. It says of nobody that he left
open or declined what he was never asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from dosa_trace.analysis.coverage.coverage import By, CoverageReport
from dosa_trace.analysis.coverage.summary import Summary
from dosa_trace.analysis.judging.dimensions import OF_INSTRUMENTS, split
from dosa_trace.analysis.judging.figures import Share
from dosa_trace.analysis.judging.selection import Where, natural, select
from dosa_trace.analysis.judging.verdicts import Judge, State
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.records import Instrument, Recommendation
from dosa_trace.results import data_of, types_of

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class OwnerLine(NamedTuple):
    """One owner or level.

    `live` are its instruments that are, `answers` the recommendations that these answer in whole or
    in part, `only` those whose state would fall below partly without them.
    """

    id: str
    label: LocalText | None
    live: tuple[str, ...]
    answers: tuple[str, ...]
    only: tuple[str, ...]

    def answers_share(self, total: int) -> Share:
        """Of so many selected recommendations, those that its instruments answer."""
        return Share.of(len(self.answers), total)

    def only_share(self, total: int) -> Share:
        """Of so many, those that only its instruments answer."""
        return Share.of(len(self.only), total)


class OwnersReport(NamedTuple):
    """A coverage with a row for each owner or level in the place of groups of figures
    (`dosa-trace/coverage/2`)."""

    report: CoverageReport
    summary: Summary
    owners: tuple[OwnerLine, ...]

    def as_data(self) -> Mapping[str, Any]:
        """The keys of the coverage but for those of its groups."""
        kept = data_of(self.report)
        del kept["groups"], kept["adds_up"]
        return kept | {"summary": self.summary, "owners": self.owners}

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What the keys of `as_data` hold."""
        kept = types_of(CoverageReport)
        del kept["groups"], kept["adds_up"]
        return kept | {"summary": Summary, "owners": tuple[OwnerLine, ...]}


def owner_lines(
    graph: TraceGraph, by: By, where: Sequence[Where] = (), judge: Judge | None = None
) -> tuple[OwnerLine, ...]:
    """Every owner or level of an instrument, by name. Raises BadQuestion."""
    return lines_of(judge or Judge(graph), by, select(graph, where))


def lines_of(judge: Judge, by: By, selected: Iterable[Recommendation]) -> tuple[OwnerLine, ...]:
    """The same of some recommendations."""
    graph = judge.graph
    answered = [
        recommendation
        for recommendation in selected
        if judge.judge(recommendation).state.rank >= State.PARTLY.rank
    ]
    partly = next(level for level in judge.levels if level.state is State.PARTLY)
    behind = {
        recommendation.id: frozenset(partly.ends.of(recommendation.id))
        for recommendation in answered
    }
    lines = []
    for row in split(graph.catalog, OF_INSTRUMENTS[by], graph.catalog.instruments.values()):
        held: Sequence[Instrument] = row.records
        live = {instrument.id for instrument in held if graph.is_live(instrument)}
        answers = [
            recommendation for recommendation in answered if behind[recommendation.id] & live
        ]
        then = judge.fallen(instrument.id for instrument in held)
        only = [
            recommendation.id
            for recommendation in answers
            if then.get(recommendation.id, State.PARTLY).rank < partly.state.rank
        ]
        names = tuple(sorted(live, key=natural))
        lines.append(
            OwnerLine(
                row.key or "",
                row.label if by is By.OWNER else None,
                names,
                tuple(recommendation.id for recommendation in answers),
                tuple(only),
            )
        )
    return tuple(lines)
