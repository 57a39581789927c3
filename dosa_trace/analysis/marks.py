"""What must stand beside a state and changes none: was what it rests on there before it was asked,
and does any of that act (DESIGN, *Beside covered, partly and planned stand two marks*)?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.catalog.knowing import source_day
from dosa_trace.catalog.records import Objective, Recommendation

if TYPE_CHECKING:
    from dosa_trace.analysis.verdicts import Verdict
    from dosa_trace.graph import TraceGraph


class Marks(NamedTuple):
    """`older`: the state of a recommendation rests only on instruments whose first status is not
    after it; one of which no source gives the day counts as not older. `no_act`: a state rests only
    on kinds of instruments that do not act."""

    older: bool
    no_act: bool


def marks(graph: TraceGraph, record: Recommendation | Objective, verdict: Verdict) -> Marks:
    """The marks of a verdict; one that nothing stands behind has none."""
    if not verdict.state.rank:
        return Marks(older=False, no_act=False)
    behind = [graph.catalog.instruments[name] for name in verdict.via]
    older = False
    if isinstance(record, Recommendation):
        asked = source_day(graph.catalog, record.source)
        firsts = [instrument.status[0].date for instrument in behind]
        older = all(first is not None and first.last_day <= asked for first in firsts)
    return Marks(
        older=older, no_act=not any(graph.catalog.acts(instrument) for instrument in behind)
    )
