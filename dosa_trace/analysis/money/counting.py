"""Whether an amount on file is in a total, and if not, why."""

from __future__ import annotations

from enum import StrEnum

from dosa_trace.analysis.money.amounts import Item
from dosa_trace.analysis.money.money import Money
from dosa_trace.catalog.model.parts import Budget


class InTotal(StrEnum):
    """`added`: in the total. Else the catalogue says that it does not count, its instrument stands
    behind no recommendation, or it is inside another amount or before a later one."""

    ADDED = "added"
    NOT_COUNTED = "not-counted"
    ELSEWHERE = "elsewhere"
    INSIDE = "inside"


class Counting:
    """Where each amount on file stands with regard to one total."""

    def __init__(self, found: Money) -> None:
        self._behind = frozenset(found.total.instruments)
        self._added = frozenset(map(_of_item, found.items))

    def place(self, instrument: str, budget: Budget) -> InTotal:
        if not budget.counts:
            return InTotal.NOT_COUNTED
        told = (
            instrument, budget.currency, budget.stage, budget.amount, budget.purpose, budget.when,
            budget.source,
        )  # fmt: skip
        if told in self._added:
            return InTotal.ADDED
        return InTotal.INSIDE if instrument in self._behind else InTotal.ELSEWHERE


def _of_item(one: Item) -> tuple[object, ...]:
    return one.id, one.currency, one.stage, one.amount, one.purpose, one.date, one.source
