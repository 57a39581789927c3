"""What records are made of: texts, evidence, dated events, money, targets, indicators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as date_
from decimal import Decimal
from typing import NamedTuple

from dosa_trace.catalog.model.dates import PartialDate, Term
from dosa_trace.catalog.model.vocabulary import (
    Basis,
    Nature,
    ResponseValue,
    Scope,
    Seen,
    Stage,
    StatusValue,
)
from dosa_trace.language import Language, Phrase


@dataclass(frozen=True, slots=True)
class LocalText:
    """A text in one language (under the key '') or in several."""

    texts: tuple[tuple[str, str], ...]

    def say(self, language: Language) -> str:
        """The text in `language`, else in the first language that it has."""
        for code, text in self.texts:
            if code == language:
                return text
        return self.texts[0][1] if self.texts else ""

    def __str__(self) -> str:
        """In English, else in the first language that it has."""
        return self.say(Language.EN)

    @classmethod
    def joined(cls, parts: Sequence[LocalText]) -> LocalText:
        """Several after each other, with commas, in every language that one of them has."""
        codes = dict.fromkeys(code for part in parts for code, _ in part.texts if code)
        if not codes:
            return cls((("", ", ".join(text for part in parts for text in part)),))
        languages = [language for language in Language if language in codes]
        said = ((one.value, ", ".join(part.say(one) for part in parts)) for one in languages)
        return cls(tuple(said))

    def __iter__(self) -> Iterator[str]:
        return (text for _, text in self.texts)


class Evidence(NamedTuple):
    """What supports a claim: a place in a source, with its words."""

    source: str
    locator: str | None = None
    quote: str | None = None


class ReadOn(NamedTuple):
    """In the place of a date where a source bears none: the day on which it was read, which says
    nothing of when it was so."""

    day: PartialDate

    def say(self, language: Language) -> str:
        """That it bears no date, and when it was read."""
        return READ_ON(date=self.day.text).say(language)

    def say_in_sentence(self, language: Language) -> str:
        """The same with the date written out."""
        return READ_ON(date=self.day).say(language)

    def __str__(self) -> str:
        return self.say(Language.EN)

    def __format__(self, _: str) -> str:
        raise TypeError("a day of reading is said in a language, never as if it were a date")


READ_ON = Phrase("undated, read {date}", "ongedateerd, gelezen {date}")


When = PartialDate | ReadOn


def when(date: PartialDate | None, read: PartialDate | None) -> When:
    """A date, else the day of reading as what it is; of records that can be read one is there."""
    if date is not None:
        return date
    assert read is not None
    return ReadOn(read)


class Response(NamedTuple):
    """What government answered to a recommendation; `read` stands where the source bears no date.

    A `draft` was written by officials and is not known to have been given: it is shown and answers
    nothing. `by` are those who gave it together, where the source says so. `seen` says how much of
    the answer was read, None where nobody said.
    """

    value: ResponseValue
    source: str
    date: PartialDate | None = None
    read: PartialDate | None = None
    scope: Scope = Scope.INDIVIDUAL
    commitment: bool = False
    locator: str | None = None
    quote: str | None = None
    note: LocalText | None = None
    by: tuple[LocalText, ...] = ()
    seen: Seen | None = None
    draft: bool = False

    @property
    def when(self) -> When:
        """Its date, else the day on which its source was read."""
        return when(self.date, self.read)


class StatusEvent(NamedTuple):
    """What an instrument became; `read` stands where the source bears no date."""

    value: StatusValue
    source: str
    date: PartialDate | None = None
    read: PartialDate | None = None
    locator: str | None = None
    quote: str | None = None
    note: LocalText | None = None

    @property
    def when(self) -> When:
        """Its date, else the day on which its source was read."""
        return when(self.date, self.read)


class Budget(NamedTuple):
    """An amount as a source gave it on a date, in whole units of its currency; `nature` says
    whether it is new money, None where nobody said; `counts` is false where another source's value
    is held to be the right one (the note says why)."""

    amount: Decimal
    currency: str
    stage: Stage
    source: str
    date: PartialDate | None = None
    read: PartialDate | None = None
    nature: Nature | None = None
    purpose: LocalText | None = None
    counts: bool = True
    note: LocalText | None = None

    @property
    def when(self) -> When:
        """Its date, else the day on which its source was read."""
        return when(self.date, self.read)

    def is_known_on(self, day: date_) -> bool:
        """Whether it was given by then; one that only bears a day of reading is known from that
        day, the first on which it is surely true."""
        first = self.date or self.read
        return first is None or first.known_by(day)


class Reported(NamedTuple):
    """That a source says so, on a date."""

    date: PartialDate
    source: str


class Target(NamedTuple):
    """What an instrument is to reach: `due` as planned on `date`; a shifted planning is a second
    target of the same name with a later `date`. `met` and `missed` are where a source says that it
    was reached, or that it was not."""

    name: LocalText
    due: PartialDate
    source: str
    date: PartialDate | None = None
    read: PartialDate | None = None
    met: Reported | None = None
    missed: Reported | None = None
    note: LocalText | None = None

    @property
    def when(self) -> When:
        """Its date, else the day on which its source was read."""
        return when(self.date, self.read)

    @property
    def known_from(self) -> date_:
        """The day from which the plan is known; one that bears no date, always."""
        first = self.date or self.read
        return first.last_day if first else date_.min


class AnswerWithin(NamedTuple):
    """Within what term a source asks for a response."""

    term: Term
    source: str
    locator: str | None = None
    quote: str | None = None


class Observation(NamedTuple):
    """One value of an indicator in a year."""

    year: int
    value: float
    source: str
    note: LocalText | None = None


class Indicator(NamedTuple):
    """What an instrument is measured by, and what was observed."""

    name: LocalText
    unit: LocalText
    population: LocalText | None = None
    values: tuple[Observation, ...] = ()
    note: LocalText | None = None


class Found(NamedTuple):
    """What a search saw for one recommendation."""

    recommendation: str
    text: LocalText


class Comparison(NamedTuple):
    """That a recommendation asks the same as another, or what does not go with it."""

    to: str
    basis: Basis
    rationale: LocalText | None = None
    evidence: tuple[Evidence, ...] = ()


class Waiver(NamedTuple):
    """A finding about this record that is set aside, and until when; without a reason it does
    nothing."""

    rule: str
    reason: LocalText | None = None
    until: PartialDate | None = None
