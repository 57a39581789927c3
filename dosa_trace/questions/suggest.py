"""Which links may be missing?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dosa_trace.analysis.suggest.suggest import Suggestions
from dosa_trace.analysis.suggest.suggest import suggest as ask
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.graph import TraceGraph
from dosa_trace.labels import ONE_OF_THEM
from dosa_trace.language import Phrase
from dosa_trace.output.answer import Answer
from dosa_trace.questions.given import (
    Conditions,
    conditions,
    flag_given,
    graph_given,
    number_or_none,
    record_given,
)
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.results import field_types
from dosa_trace.views.wording.frame import Frame


class SuggestResult(Result, Suggestions):
    """Links that nobody made, proposed for review; a row for each."""

    ANSWER = "suggest/1"

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What its document holds: each proposal in words."""
        from dosa_trace.views.suggest import SuggestedLink

        return {**field_types(cls), "items": tuple[SuggestedLink, ...]}

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.suggest import data, snippet
        from dosa_trace.views.suggest import layout as layout_suggestions

        return Answer(
            data=lambda: frame.envelope(self.ANSWER) | data(self, frame),
            rows=lambda: self.items,
            document=lambda: layout_suggestions(self, frame),
            snippet=lambda: snippet(self.items, frame),
        )


def suggest(
    graph: TraceGraph,
    record: str | None = None,
    *,
    where: Conditions = (),
    all: bool = False,
    limit: int | None = 50,
) -> SuggestResult:
    """Links that may be missing, because words and themes are alike, the best first, at most
    `limit`: for what is open among the selected recommendations, for one record, or with `all` for
    every pair of recommendation and instrument. `score` is from 0 to 1. Nothing is written, and
    nothing counts before somebody judges it. Raises UnknownId and BadQuestion."""
    graph_given(graph)
    chosen, is_all = conditions(where), flag_given(all, "all")
    most = number_or_none(limit, "limit")
    if record is not None:
        if chosen:
            raise BadQuestion(RECORD_ALONE(id=record), ONE_OF_THEM)
        if is_all:
            raise BadQuestion(NOT_BOTH(id=record), ONE_OF_THEM)
        kinds = ("recommendation", "objective", "instrument")
        record = record_given(graph.catalog, record, "record", *kinds)
    suggestions = ask(graph, record, chosen, is_all, most)
    return SuggestResult._made(suggestions, Asked.of(graph))


RECORD_ALONE = Phrase(
    "--where selects what is open, and '{id}' is one record",
    "--where kiest uit wat open is, en '{id}' is één record",
)
NOT_BOTH = Phrase(
    "--all ranks every pair, and '{id}' is one record",
    "--all rangschikt elk paar, en '{id}' is één record",
)
