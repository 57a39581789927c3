"""What was pledged, and what is being done?"""

from __future__ import annotations

from dosa_trace.analysis.coverage.cross import Cross
from dosa_trace.analysis.coverage.cross import cross as ask
from dosa_trace.graph import TraceGraph
from dosa_trace.output.answer import Answer
from dosa_trace.questions.given import Conditions, conditions, graph_given
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.views.wording.frame import Frame


class CrossResult(Result, Cross):
    """Commitments set against action; a row for each recommendation."""

    ANSWER = "cross/1"

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.coverage.cross import layout as layout_cross

        return Answer(
            data=lambda: self._as_document(frame),
            document=lambda: layout_cross(self, frame),
            rows=lambda: self.recommendations,
        )


def cross(graph: TraceGraph, *, where: Conditions = ()) -> CrossResult:
    """Each selected recommendation by whether something was committed to and by what is done:
    completed, under way, announced only, none. Raises BadQuestion for a selection that names what
    the catalogue does not have or that chooses by the answer."""
    return CrossResult._made(ask(graph_given(graph), conditions(where)), Asked.of(graph))
