"""The recommendations and objectives that lead to a record, and how much of each it answers."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf
from typing import NamedTuple

from dosa_trace.analysis.judging.strongest_chain import answering, leading
from dosa_trace.analysis.judging.verdicts import Judge, State
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.records import Instrument, Objective, Recommendation
from dosa_trace.catalog.model.vocabulary import Extent


class LeadsHere(NamedTuple):
    """A record that leads to an instrument or objective, with its own state, and how much of it
    that answers at most: `marginal` only mentions it, None where a joint group is not whole."""

    record: str
    id: str
    title: LocalText
    state: State
    extent: Extent | None


def askers(
    judge: Judge, record: Objective | Instrument, most: float = inf
) -> tuple[LeadsHere, ...] | None:
    """The records that lead to one, with their own states; None where there are `most` or more,
    of which then none is told."""
    graph = judge.graph
    leading_here = graph.leading_to([record.id], most) - {record.id}
    if len(leading_here) >= most:
        return None
    is_objective = isinstance(record, Objective)
    strengths = leading(graph, record.id) if is_objective else answering(judge, record.id)
    asked, aims = graph.catalog.recommendations, graph.catalog.objectives
    known = sorted(name for name in leading_here & asked.keys() if graph.is_record_known(name))
    ordered: Iterable[Recommendation | Objective] = (
        *(asked[name] for name in known),
        *(aims[name] for name in sorted(leading_here & aims.keys())),
    )
    return tuple(
        LeadsHere(
            asker.KIND,
            asker.id,
            asker.title,
            judge.judge(asker).state,
            strengths[asker.id].extent if asker.id in strengths else None,
        )
        for asker in ordered
    )
