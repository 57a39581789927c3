"""How an amount is said, wherever it is shown: never without what it is for, how firm it is, when
and by whom it was given, and whether it counts."""

from __future__ import annotations

from dosa_trace.catalog.parts import Budget
from dosa_trace.labels import DOES_NOT_COUNT, STAGES
from dosa_trace.language import Amount
from dosa_trace.views.frame import Frame


def money(budget: Budget, frame: Frame) -> str:
    """`EUR 160,500,000 committed: talent (2023-01, kst-29544-1173)`."""
    say = frame.say
    said = f"{budget.currency} {say(Amount(budget.amount))} {say(STAGES[budget.stage])}"
    if budget.purpose:
        said += f": {say(budget.purpose)}"
    marks = [say(budget.when), budget.source]
    if not budget.counts:
        marks.append(say(DOES_NOT_COUNT))
    return f"{said} ({', '.join(marks)})"
