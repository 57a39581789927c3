"""What leads to what?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dosa_trace.analysis.drawing.graph_view import Neighbourhood, neighbourhood
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.graph import TraceGraph
from dosa_trace.labels import ONE_OF_THEM
from dosa_trace.language import Phrase
from dosa_trace.output.answer import Answer
from dosa_trace.questions.given import (
    Conditions,
    conditions,
    graph_given,
    number_or_none,
    record_given,
)
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.views.wording.frame import Frame


class DrawingResult(Result, Neighbourhood):
    """Records with the links between them, to be drawn; a row for each link."""

    ANSWER = "graph/2"

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What its document holds: the graph as networkx reads it."""
        from dosa_trace.views.drawing.graph import NODE_LINK

        return NODE_LINK

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.drawing.graph import node_link, sketch

        return Answer(
            data=lambda: frame.envelope(self.ANSWER) | node_link(self),
            rows=lambda: self.links,
            sketch=lambda: sketch(self, frame),
        )


def drawing(
    graph: TraceGraph,
    *,
    where: Conditions = (),
    focus: str | None = None,
    depth: int | None = None,
) -> DrawingResult:
    """What the selected recommendations lead to over links that are known, counted or not; with a
    `focus` what is at most `depth` links away from that record, in either direction. It is what
    `dosa-trace graph` draws: render it as `mermaid`, `dot`, `svg`, `graphml` or `json`, of which
    `networkx.node_link_graph` reads the last as it is. Raises UnknownId and BadQuestion."""
    catalog, chosen = graph_given(graph).catalog, conditions(where)
    if focus is not None and chosen:
        raise BadQuestion(NOT_BOTH, ONE_OF_THEM)
    if depth is not None and focus is None:
        raise BadQuestion(NEEDS_FOCUS, ADD_FOCUS)
    if focus is not None:
        kinds = ("recommendation", "objective", "instrument")
        focus = record_given(catalog, focus, "focus", *kinds)
    near = neighbourhood(graph, chosen, focus, number_or_none(depth, "depth", 0))
    return DrawingResult._made(near, Asked.of(graph))


NOT_BOTH = Phrase(
    "--focus and --where cannot be used together", "--focus en --where gaan niet samen"
)
NEEDS_FOCUS = Phrase("--depth can only be used with --focus", "--depth kan alleen met --focus")
ADD_FOCUS = Phrase(
    "add --focus ID, the record to start from", "voeg --focus ID toe, het record om vanuit te gaan"
)
