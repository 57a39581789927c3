"""Which links need a judge?"""

from __future__ import annotations

from collections.abc import Sequence

from dosa_trace.analysis.robustness.to_review import ReviewQueue, review_queue
from dosa_trace.graph import TraceGraph
from dosa_trace.output.answer import Answer
from dosa_trace.questions.given import Conditions, conditions, graph_given
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.views.wording.frame import Frame


class ReviewResult(Result, ReviewQueue):
    """The links that need a judge, the first the one on which most hangs; a row for each."""

    ANSWER = "review/1"

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.review import layout as layout_queue

        return Answer(
            data=lambda: self._as_document(frame),
            document=lambda: layout_queue(self, frame),
            rows=lambda: [
                item._asdict() | {"falls": tuple(fall.id for fall in item.falls)}
                for item in self.items
            ],
        )


def review(graph: TraceGraph, *, where: Conditions = (), links: Sequence[str] = ()) -> ReviewResult:
    """The links of an analyst from the selected recommendations that need a judge: those on which
    most states hang, then what changed since its review, what nobody else read, and what was read
    longest ago; of `links` by their names, `FROM:TO`, each. Judgements are written with
    `read_link`, `read_pair`, `doubt_link`, `answer_reading` and `answer_rejection` on a `Draft`.
    Raises BadQuestion."""
    made = review_queue(graph_given(graph), conditions(where), tuple(links))
    return ReviewResult._made(made, Asked.of(graph))
