"""What programs of sheets make of a text that nobody touched: a day in another order, a word for
true. Such a cell says what it said."""

from __future__ import annotations

import re
from typing import Final

_DAY: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_MONTH: Final = re.compile(r"([a-z]{3})\.?-(\d{2})")
_MONTHS: Final = (
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
)
_TRUTHS: Final = {"true": "true", "waar": "true", "false": "false", "onwaar": "false"}


def says_the_same(before: str, now: str) -> bool:
    """Whether a cell says what it said before, as a program of sheets writes that."""
    return before == now or before in _meanings(now.casefold())


def _meanings(text: str) -> tuple[str, ...]:
    if text in _TRUTHS:
        return (_TRUTHS[text],)
    if day := _DAY.fullmatch(text):
        one, other, year = day.groups()
        return (f"{year}-{other:0>2}-{one:0>2}", f"{year}-{one:0>2}-{other:0>2}")
    if month := _MONTH.fullmatch(text):
        numbers = (names.index(month[1]) + 1 for names in _MONTHS if month[1] in names)
        return tuple(f"20{month[2]}-{number:02}" for number in numbers)
    return ()
