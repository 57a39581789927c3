"""What somebody asks for in words, understood: a day, and the basis that counts."""

from __future__ import annotations

from datetime import date, datetime

from dosa_trace.catalog.model.dates import PartialDate, meant_date, parse_date, with_hyphens
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.diagnostics import BadQuestion, did_you_mean, near
from dosa_trace.labels import DATE_SHAPE, NOT_A_DATE, USE
from dosa_trace.language import Alternatives, Phrase

#: What may be counted with: suggested links never are.
COUNTED = (Basis.STATED, Basis.INFERRED)


def asked_date(text: str) -> PartialDate:
    """A date as it was typed, also with the hyphens of a text from which it was copied; raises
    BadQuestion, which offers what may be meant."""
    day = parse_date(with_hyphens(text))
    if day is None:
        meant = meant_date(text)
        raise BadQuestion(NOT_A_DATE(text=text), did_you_mean((meant,)) if meant else DATE_SHAPE)
    return day


def asked_day(given: date | str, name: str = "as_of", first: bool = False) -> date:
    """A day, or the last day of a month or year that is written as text, the first where that is
    asked for. `name` is what it was given for.

    Raises BadQuestion for a text that is no date, TypeError for all that is neither.
    """
    if isinstance(given, str):
        day = asked_date(given)
        return day.first_day if first else day.last_day
    if isinstance(given, date) and not isinstance(given, datetime):
        return given
    hint = "; take its .date()" if isinstance(given, datetime) else ""
    raise TypeError(
        f"{name} must be a datetime.date such as date(2026, 11, 23) "
        f"or a text such as '2026-11-23', not {given!r}{hint}"
    )


def asked_basis(given: Basis | str) -> Basis:
    """The basis that counts, also as text. Raises BadQuestion for a word that is none, TypeError
    for what is no word."""
    if not isinstance(given, str):
        raise TypeError(f"basis must be 'stated' or 'inferred', not {given!r}")
    if given not in COUNTED:
        words = tuple(COUNTED)
        hint = did_you_mean(near(given, words)) or USE(words=Alternatives(words))
        raise BadQuestion(NO_BASIS(basis=str(given)), hint)
    return Basis(given)


NO_BASIS = Phrase("'{basis}' is no basis to count with", "met '{basis}' kan niet worden geteld")
