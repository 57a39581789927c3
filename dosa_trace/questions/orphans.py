"""What answers nothing that was asked?"""

from __future__ import annotations

from dosa_trace.analysis.coverage.orphans import OrphanList
from dosa_trace.analysis.coverage.orphans import orphans as ask
from dosa_trace.graph import TraceGraph
from dosa_trace.output.answer import Answer
from dosa_trace.questions.given import graph_given
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.views.wording.frame import Frame


class OrphansResult(Result, OrphanList):
    """Records that no recommendation leads to or that nothing uses; a row for each."""

    ANSWER = "orphans/1"

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.coverage.orphans import layout as layout_orphans

        return Answer(
            data=lambda: self._as_document(frame),
            document=lambda: layout_orphans(self, frame),
            rows=lambda: self.items,
        )


def orphans(graph: TraceGraph) -> OrphansResult:
    """Instruments that are live or announced and that no recommendation leads to, objectives
    without the one or the other, sources and themes that nothing uses; instruments first, each kind
    by id (docs/rules.md)."""
    return OrphansResult._made(ask(graph_given(graph)), Asked.of(graph))
