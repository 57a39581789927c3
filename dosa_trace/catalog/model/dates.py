"""Dates as sources give them: a year, a month or a day.

What is only known to the year or the month counts from its last day, so that no answer ever holds
earlier than the source can carry (docs/rules.md, *As of a date*).
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from dosa_trace.language import MONTHS, Language, date_in_words

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class PartialDate(NamedTuple):
    """A date as written (`2025`, `2025-07` or `2025-07-04`) with the days it can mean."""

    text: str
    first_day: date
    last_day: date

    def known_by(self, day: date) -> bool:
        """Whether this date has certainly passed on `day`."""
        return self.last_day <= day

    def say(self, _: Language) -> str:
        """The date as its source writes it, in either language."""
        return self.text

    def say_in_sentence(self, language: Language) -> str:
        """`4 July 2025`, `July 2025` or `2025`."""
        return date_in_words(self.text, language)

    def __str__(self) -> str:
        return self.text


def months_between(first: date, last: date) -> int:
    """Whole months from one day to another."""
    months = 12 * (last.year - first.year) + last.month - first.month
    return months - (last.day < first.day)


def months_before(day: date, months: int) -> date:
    """The day so many months earlier, no later in its month than the 28th."""
    at = 12 * day.year + day.month - 1 - months
    return date(max(at // 12, 1), at % 12 + 1, min(day.day, 28)) if months else day


@lru_cache(maxsize=4096)
def parse_date(text: str) -> PartialDate | None:
    """The date that `text` writes, or None where it writes none (also `2025-02-30`)."""
    match = _SHAPE.fullmatch(text)
    if match is None:
        return None
    month, day = (int(part) if part else None for part in match.groups()[1:])
    try:
        # 2025-00 is no month: only what is left out may mean the first or the last.
        first = date(int(match[1]), 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    last_month = month or 12
    last = date(first.year, last_month, day or calendar.monthrange(first.year, last_month)[1])
    return PartialDate(text, first, last)


#: Dates as people write them: day first, year first, and with the name of the month.
_DAY_FIRST = re.compile(r"(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[-./ ](\d{1,2})(?:[-./ ](\d{1,2}))?", re.ASCII)
_IN_WORDS = re.compile(r"(?:(\d{1,2}) +)?([a-z]+) +(\d{4})", re.ASCII)
_MONTHS_BY_NAME = {
    month.say(language).lower(): number
    for number, month in enumerate(MONTHS, 1)
    for language in Language
}
_DASHES = re.compile("[\u2010-\u2013\u2212]")


def with_hyphens(text: str) -> str:
    """A text with the hyphens of a keyboard for those of a printed page."""
    return _DASHES.sub("-", text)


def meant_date(text: str) -> str | None:
    """The date that is meant by one in another shape (`30-06-2025`, `30 juni 2025`), as it is
    written here; None where nobody could tell."""
    said = with_hyphens(text.strip())
    if match := _DAY_FIRST.fullmatch(said):
        day, month, year = match.groups()
    elif match := _YEAR_FIRST.fullmatch(said):
        year, month, day = match.groups()
    elif match := _IN_WORDS.fullmatch(said.lower()):
        day, name, year = match.groups()
        month = str(_MONTHS_BY_NAME.get(name, ""))
    else:
        return None
    parts = [year, *(f"{part:0>2}" for part in (month, day) if part is not None)]
    meant = "-".join(parts)
    return meant if parse_date(meant) else None


_TERM = re.compile(r"([1-9]\d{0,3}) (day|week|month)s?", re.ASCII)


class Term(NamedTuple):
    """How long something may take, as its source says it: `6 weeks`, `3 months`, `30 days`."""

    text: str
    number: int
    unit: str

    def after(self, day: date) -> date:
        """The last day of the term that begins after a day; where its month has no such day, the
        last of that month (Regulation 1182/71, article 3)."""
        try:
            if self.unit == "month":
                at = 12 * day.year + day.month - 1 + self.number
                year, month = at // 12, at % 12 + 1
                return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
            return day + timedelta(days=self.number * (7 if self.unit == "week" else 1))
        except (OverflowError, ValueError):
            return date.max

    def __str__(self) -> str:
        return self.text


def parse_term(text: str) -> Term | None:
    """The term that a text writes, None where it writes none."""
    match = _TERM.fullmatch(text)
    return Term(text, int(match[1]), match[2]) if match else None
