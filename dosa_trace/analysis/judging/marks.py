"""What stands beside a state and changes none: whether what supports it was there before it was
asked for, and whether any of that acts (docs/rules.md, *Older, and no act*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.catalog.model.records import Instrument, Objective, Recommendation

if TYPE_CHECKING:
    from dosa_trace.analysis.judging.verdicts import Verdict
    from dosa_trace.graph import TraceGraph


class Marks(NamedTuple):
    """`older`: the state of a recommendation depends only on instruments whose first status is not
    after it; one of which no source gives a day that settles this counts as not older. `no_act`: a
    state depends only on kinds of instruments that do not act."""

    older: bool
    no_act: bool


def marks(graph: TraceGraph, record: Recommendation | Objective, verdict: Verdict) -> Marks:
    """The marks of a verdict; one that nothing supports has none."""
    if not verdict.state.rank:
        return Marks(older=False, no_act=False)
    behind = [graph.catalog.instruments[name] for name in verdict.via]
    older = isinstance(record, Recommendation) and all(
        was_there(graph, one, record) for one in behind
    )
    return Marks(
        older=older, no_act=not any(graph.catalog.acts(instrument) for instrument in behind)
    )


def was_there(graph: TraceGraph, instrument: Instrument, asked: Recommendation) -> bool:
    """Whether the first status of an instrument is surely not after what was asked: where a month
    or a year leaves the order open, it is not known to have been there."""
    first = instrument.status[0].date
    said = graph.catalog.sources[asked.source].date
    return first is not None and said is not None and first.last_day <= said.first_day
