"""Which recommendations are open?"""

from __future__ import annotations

from dosa_trace.analysis.coverage.gaps import GapList
from dosa_trace.analysis.coverage.gaps import gaps as ask
from dosa_trace.analysis.coverage.priority import Order
from dosa_trace.graph import TraceGraph
from dosa_trace.output.answer import Answer
from dosa_trace.questions.given import Conditions, conditions, flag_given, graph_given, word_given
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.views.wording.frame import Frame


class GapsResult(Result, GapList):
    """The gaps among the selected recommendations; a row for each."""

    ANSWER = "gaps/1"

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.coverage.gaps import layout as layout_gaps

        return Answer(
            data=lambda: self._as_document(frame),
            document=lambda: layout_gaps(self, frame),
            rows=lambda: self.items,
        )


def gaps(
    graph: TraceGraph,
    *,
    where: Conditions = (),
    all: bool = False,
    sort: Order | str = Order.PRIORITY,
) -> GapsResult:
    """The selected recommendations that are open or declined, with why, the most pressing first;
    with `all` also what is planned or partly covered. `sort` is `priority`, `source`, `age`
    or `id`. Raises BadQuestion for a selection that names what the catalogue does not have."""
    order = word_given(Order, sort, "sort")
    listed = ask(graph_given(graph), conditions(where), flag_given(all, "all"), order)
    return GapsResult._made(listed, Asked.of(graph))
