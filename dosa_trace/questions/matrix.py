"""Which instrument answers which recommendation?"""

from __future__ import annotations

from dosa_trace.analysis.drawing.matrix import Against, Matrix
from dosa_trace.analysis.drawing.matrix import matrix as ask
from dosa_trace.graph import TraceGraph
from dosa_trace.output.answer import Answer
from dosa_trace.questions.given import Conditions, conditions, graph_given, word_given
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.views.report.provenance import PROGRAM
from dosa_trace.views.wording.frame import Frame


class MatrixResult(Result, Matrix):
    """Recommendations against instruments or others; a row for each recommendation."""

    ANSWER = "matrix/1"

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.drawing.matrix import layout as layout_matrix
        from dosa_trace.views.drawing.matrix import rows, workbook

        return Answer(
            data=lambda: self._as_document(frame),
            document=lambda: layout_matrix(self, frame),
            rows=lambda: rows(self),
            book=lambda: workbook(self, frame, PROGRAM),
            page=lambda: layout_matrix(self, frame),
        )


def matrix(
    graph: TraceGraph, *, where: Conditions = (), against: Against | str = Against.INSTRUMENTS
) -> MatrixResult:
    """How much of each selected recommendation each column answers: `against` is `instruments`,
    `objectives`, `themes` or `institutions`. Rows and columns without a cell are left out and
    counted. Raises BadQuestion for a selection that names what the catalogue does not have and for
    more cells than anybody reads."""
    columns = word_given(Against, against, "against")
    return MatrixResult._made(ask(graph_given(graph), columns, conditions(where)), Asked.of(graph))
