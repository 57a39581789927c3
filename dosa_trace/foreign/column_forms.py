"""How a column writes what it holds, by the field that it becomes, else by its cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dosa_trace.catalog.fields.types import AmountType, Day, FieldType, Flag, NumberType, Whole
from dosa_trace.foreign.heads import OUR_CURRENCY, SKIP, is_amount
from dosa_trace.foreign.mappings.sheet_mapping import SheetMapping
from dosa_trace.foreign.reading.cell_values import currency_in
from dosa_trace.foreign.reading.forms import (
    CellSort,
    Recognised,
    as_text,
    is_number,
    recognised,
    says_all,
    sort_of,
)
from dosa_trace.foreign.reading.tables import Raw

#: How many of its cells have to be numbers where a column holds amounts by its head.
_HALF: Final = 0.5


def form_of(
    head: str, field: str, type_: FieldType | None, values: Sequence[Raw], said: SheetMapping
) -> Recognised:
    """The form of a column: what was said, else what is recognised."""
    if head in said.forms:
        return Recognised(said.forms[head])
    return recognised(values, _sort(head, field, type_, values))


def _sort(head: str, field: str, type_: FieldType | None, values: Sequence[Raw]) -> CellSort:
    """What a column holds, by the field that it becomes, else by its cells."""
    match type_:
        case Day():
            return CellSort.DATE
        case Flag():
            return CellSort.YES_NO
        case Whole() | NumberType() | AmountType():
            return CellSort.NUMBER
        case None if field != SKIP and _is_in_one_currency(head, values):
            is_of_money = is_amount(head) or any(currency_in(as_text(value)) for value in values)
            if is_of_money and _share_of_numbers(values) >= _HALF:
                return CellSort.NUMBER
            sort = sort_of(values)
            return sort if says_all(values, sort) else CellSort.TEXT
    return CellSort.TEXT


def _is_in_one_currency(head: str, values: Sequence[Raw]) -> bool:
    """Whether numbers alone say all that the cells say: those in euros, or in one currency that the
    head names."""
    texts = (value for value in values if isinstance(value, str) and is_number(value))
    named = {code for text in texts if (code := currency_in(text)) is not None}
    return named <= {currency_in(head) or OUR_CURRENCY}


def _share_of_numbers(values: Sequence[Raw]) -> float:
    return sum(map(is_number, values)) / len(values) if values else 0.0
