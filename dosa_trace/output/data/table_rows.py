"""Lines of an answer for a data frame: one flat dict for each, all with the same keys.

The keys are those of CSV. The values are plain, but keep their type: a date stays a date, an amount
a Decimal, a list a list; what is in two languages is in one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from dosa_trace.catalog.model.dates import PartialDate
from dosa_trace.catalog.model.parts import ReadOn
from dosa_trace.language import Language, Message, Phrase
from dosa_trace.output.data.plain_data import plain
from dosa_trace.results import data_of


def table_rows(rows: Iterable[object], language: Language) -> list[dict[str, Any]]:
    """The lines with all their keys, in the order in which these first appear; what a line has not
    is None."""
    flat = [dict(_flat(row, language, "")) for row in rows]
    heads = dict.fromkeys((key for row in flat for key in row), None)
    return [{**heads, **row} for row in flat]


def _flat(row: Any, language: Language, before: str) -> Iterator[tuple[str, Any]]:
    items = row.items() if isinstance(row, Mapping) else data_of(row).items()
    for key, value in items:
        name = f"{before}{plain(key, language)}"
        if isinstance(value, Mapping) or _is_a_result(value):
            yield from _flat(value, language, f"{name}.")
        elif type(value) in (date, Decimal):
            yield name, value
        else:
            yield from plain_items(name, value, language)


def plain_items(name: str, value: Any, language: Language) -> Iterator[tuple[str, Any]]:
    """One value under its name; a day of reading stands under a name of its own."""
    yield from plain({name: value}, language).items()


def _is_a_result(value: Any) -> bool:
    """Whether a value has fields of its own and is not said as one text."""
    return hasattr(value, "_fields") and not isinstance(value, _ONE_TEXT)


_ONE_TEXT = (Phrase, Message, PartialDate, ReadOn)
