"""The text of a cell as a number, a day or a truth, in one way of writing.

Each function gives None for a text that is none in that way. Nothing is corrected: what can be read
in two ways is told from the other cells of its column (`forms`), or asked.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Final

#: What stands around an amount: a currency before or behind it, and `,-` for no cents.
_CURRENCY: Final = r"(?:€|\$|£|EUR|USD|GBP|euro)"
_AROUND: Final = re.compile(
    rf"(?P<minus>[-−]?)\s*{_CURRENCY}?\s*(?P<inner>[-−]?\s*\d(?:.*[\d,.\-–])?)\s*{_CURRENCY}?",
    re.IGNORECASE | re.ASCII,
)
_CODES: Final = {"€": "EUR", "euro": "EUR", "$": "USD", "£": "GBP"}
_NO_CENTS: Final = re.compile(r",(?:-{1,2}|–)$")
#: Spaces and apostrophes, which stand between thousands and nowhere else.
_GAP: Final = r"[ \u00a0\u2009\u202f'\u2019]"


def _shape(decimal: str, thousands: str) -> re.Pattern[str]:
    """A number with this sign before its decimals: its digits together, or in threes with one and
    the same sign between."""
    grouped = (
        rf"[1-9]\d{{0,2}}(?P<between>{re.escape(thousands)}|{_GAP})\d{{3}}(?:(?P=between)\d{{3}})*"
    )
    return re.compile(rf"(?P<whole>{grouped}|\d+)(?:{re.escape(decimal)}(?P<part>\d+))?", re.ASCII)


_SHAPES: Final = {",": _shape(",", "."), ".": _shape(".", ",")}


def number_in(text: str, decimal: str) -> Decimal | None:
    """A number, of which `decimal` stands before the decimals and the other of comma and point
    between thousands. Numbers with zeros in front are none: they are codes."""
    around = _AROUND.fullmatch(text.strip())
    if around is None:
        return None
    inner = around["inner"].strip()
    negative = bool(around["minus"]) != inner.startswith(("-", "−"))
    if around["minus"] and inner.startswith(("-", "−")):
        return None
    inner = inner.lstrip("-−").strip()
    inner = _NO_CENTS.sub("", inner) if decimal == "," else inner
    digits = _SHAPES[decimal].fullmatch(inner)
    if digits is None:
        return None
    whole = re.sub(r"\D", "", digits["whole"])
    if len(whole) > 1 and whole.startswith("0"):
        return None
    value = Decimal(f"{whole}.{digits['part'] or '0'}")
    return plain(-value if negative else value)


def currency_in(text: str) -> str | None:
    """The currency that stands beside a number, as its code; None where there is none."""
    if (found := re.search(_CURRENCY, text, re.IGNORECASE)) is None:
        return None
    return _CODES.get(found[0].casefold(), found[0].upper())


def plain(value: Decimal) -> Decimal:
    """A number without zeros behind its decimals, in ordinary notation."""
    return Decimal(number_text(value))


def number_text(value: Decimal) -> str:
    """A number as files have it: `70042.5`, `1000`, never `1E+3`."""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("", "-0") else text


#: What stands in a cell of a number, a day or a truth where there is none.
NOTHING: Final = frozenset({"-", "–", "—"})
_ISO: Final = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?"
    r"(?:Z|[+-]\d{2}:?\d{2})?)?)?)?",
    re.ASCII,
)
_PARTED: Final = re.compile(
    r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})(?:,? \d{1,2}:\d{2}(?::\d{2})?)?", re.ASCII
)
_NAMED: Final = re.compile(
    r"(?:(\d{1,2})\.? )?([^\W\d_]+)\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})"
)
_MONTHS: Final = {
    name: at
    for months in (
        "january february march april may june july august september october november december",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "jan feb mrt apr mei jun jul aug sept okt nov dec",
    )
    for at, name in enumerate(months.split(), 1)
}
#: What some systems write where there is no date.
NO_DAY: Final = date(1, 1, 1)


def has_time(text: str) -> bool:
    """Whether a date has a time of the day beside it, other than midnight."""
    times = re.findall(r"[T ](\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)", text)
    return any(set(time) - set("0:.") for time in times)


def day_in(text: str, day_first: bool) -> str | None:
    """A day, a month or a year as ISO 8601 writes it, of which the numbers between hyphens, strokes
    or points have the day first, or the month. An empty text for a date that is none, as the
    0001-01-01 of .NET; None for what no calendar has."""
    text = " ".join(text.split())
    if parts := _ISO.fullmatch(text):
        return _day(*parts.groups())
    if numbers := _PARTED.fullmatch(text):
        day, month = (numbers[1], numbers[3]) if day_first else (numbers[3], numbers[1])
        return _day(numbers[4], month.zfill(2), day.zfill(2))
    if named := _NAMED.fullmatch(text.casefold()):
        month = _MONTHS.get(named[2])
        day = named[1] or named[3]
        if month is None or (named[1] and named[3]):
            return None
        return _day(named[4], f"{month:02}", day.zfill(2) if day else None)
    return None


def _day(year: str, month: str | None, day: str | None) -> str | None:
    if (year, month, day) == ("0001", "01", "01"):
        return ""
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(filter(None, (year, month, day)))


_TRUTHS: Final = {
    **dict.fromkeys(("ja", "j", "yes", "y", "true", "waar"), True),
    **dict.fromkeys(("nee", "n", "no", "false", "onwaar"), False),
}


def truth_in(text: str) -> bool | None:
    """Yes or no, in either language and any case."""
    return _TRUTHS.get(text.strip().casefold())
