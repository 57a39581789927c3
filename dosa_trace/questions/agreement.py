"""How far do those agree who judge the same?"""

from __future__ import annotations

from dosa_trace.analysis.agreement.agreement import Agreement
from dosa_trace.analysis.agreement.agreement import agreement as ask
from dosa_trace.catalog.model.vocabulary import Matter
from dosa_trace.graph import TraceGraph
from dosa_trace.output.answer import Answer
from dosa_trace.questions.given import Conditions, conditions, graph_given, word_given
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.views.wording.frame import Frame


class AgreementResult(Result, Agreement):
    """How far judges agree; a row for each group of what was judged."""

    ANSWER = "agreement/1"

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.agreement import layout as layout_agreement
        from dosa_trace.views.agreement import rows

        return Answer(
            data=lambda: self._as_document(frame),
            document=lambda: layout_agreement(self, frame),
            rows=lambda: rows(self),
        )


def agreement(
    graph: TraceGraph, *, of: Matter | str = Matter.EXTENT, where: Conditions = ()
) -> AgreementResult:
    """How far those agree who judged the same extent, specificity or response, of the selected
    recommendations: of how many cases that two or more judged all judged alike, and kappa, by
    source, theme, first judgement, judges and blind or not. Readings count whatever their date.
    Raises BadQuestion for a selection that names what the catalogue does not have."""
    made = ask(graph_given(graph), word_given(Matter, of, "of"), conditions(where))
    return AgreementResult._made(made, Asked.of(graph))
