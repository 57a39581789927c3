"""On which judgements do the states depend?"""

from __future__ import annotations

from dosa_trace.analysis.robustness.fragility import Fragility
from dosa_trace.analysis.robustness.fragility import fragility as ask
from dosa_trace.graph import TraceGraph
from dosa_trace.output.answer import Answer
from dosa_trace.questions.given import Conditions, conditions, graph_given
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.views.wording.frame import Frame


class FragilityResult(Result, Fragility):
    """What the states depend on; a row for each judgement, with what would fall without it."""

    ANSWER = "what-if/fragility/1"

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.robustness.fragility import layout as layout_fragility

        return Answer(
            data=lambda: self._as_document(frame),
            document=lambda: layout_fragility(self, frame),
            rows=lambda: [
                hanging.judgement._asdict() | {"falls": tuple(fall.id for fall in hanging.falls)}
                for hanging in self.judgements
            ],
        )


def fragility(graph: TraceGraph, *, where: Conditions = ()) -> FragilityResult:
    """What the states of the selected recommendations depend on: the judgements and instruments
    without which one would fall, most falls first, and how few instruments carry all of them. It is
    what `dosa-trace what-if` prints where nothing is supposed. Raises BadQuestion for a selection
    that names what the catalogue does not have or that chooses by the answer."""
    return FragilityResult._made(ask(graph_given(graph), conditions(where)), Asked.of(graph))
