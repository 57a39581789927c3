"""How much money is there for the instruments of the recommendations?"""

from __future__ import annotations

from dosa_trace.analysis.money.money import Money, MoneyBy
from dosa_trace.analysis.money.money import money as ask
from dosa_trace.graph import TraceGraph
from dosa_trace.output.answer import Answer
from dosa_trace.questions.given import Conditions, conditions, graph_given, word_given
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.views.wording.frame import Frame


class MoneyResult(Result, Money):
    """Amounts on file for instruments, summed without counting one twice; a row for each amount."""

    ANSWER = "money/1"

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.money.money import layout as layout_money

        return Answer(
            data=lambda: self._as_document(frame),
            document=lambda: layout_money(self, frame),
            rows=lambda: self.items,
        )


def money(
    graph: TraceGraph, *, where: Conditions = (), by: MoneyBy | str = MoneyBy.STATE
) -> MoneyResult:
    """The amounts for the instruments behind the selected recommendations, as `Decimal` in whole
    units of their currency, never in millions; `low` and `high` are the ends of what an amount can
    mean. `by` splits them by `state`, `level`, `year`, `owner` or `theme`. Raises BadQuestion
    for a selection that names what the catalogue does not have."""
    amounts = ask(graph_given(graph), word_given(MoneyBy, by, "by"), conditions(where))
    return MoneyResult._made(amounts, Asked.of(graph))
