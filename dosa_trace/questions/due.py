"""What should have been done by now, and what comes next?"""

from __future__ import annotations

from dosa_trace.analysis.due.due import AHEAD, DueList
from dosa_trace.analysis.due.due import due as ask
from dosa_trace.graph import TraceGraph
from dosa_trace.output.answer import Answer
from dosa_trace.questions.given import Conditions, conditions, graph_given, number_given
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.views.wording.frame import Frame


class DueResult(Result, DueList):
    """Targets and answers that are past or to come; a row for each."""

    ANSWER = "due/1"

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.time.due import layout as layout_due

        return Answer(
            data=lambda: self._as_document(frame),
            document=lambda: layout_due(self, frame),
            rows=lambda: self.items,
        )


def due(graph: TraceGraph, *, where: Conditions = (), within: int = AHEAD) -> DueResult:
    """Targets and answers of the selected recommendations that are past on the date of the graph,
    or due within so many months after it; `days` counts from that date, negative where it is past.
    Raises BadQuestion for a selection that names what the catalogue does not have."""
    months = number_given(within, "within", 0)
    return DueResult._made(ask(graph_given(graph), conditions(where), months), Asked.of(graph))
