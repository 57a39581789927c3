"""What records are made of: texts, evidence, dated events, money, targets, indicators."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from dosa_trace.catalog.dates import PartialDate
from dosa_trace.catalog.vocabulary import ResponseValue, Scope, Stage, StatusValue
from dosa_trace.diagnostics import Span
from dosa_trace.language import Language


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

    def __iter__(self) -> Iterator[str]:
        return (text for _, text in self.texts)


class Evidence(NamedTuple):
    """What stands behind a claim: a place in a source, with its words."""

    source: str
    locator: str | None = None
    quote: str | None = None
    retrieved: PartialDate | None = None


class Response(NamedTuple):
    """What government answered to a recommendation, on a date."""

    date: PartialDate
    value: ResponseValue
    source: str
    scope: Scope = Scope.INDIVIDUAL
    commitment: bool = False
    locator: str | None = None
    quote: str | None = None
    note: LocalText | None = None


class StatusEvent(NamedTuple):
    """What an instrument became, on a date."""

    date: PartialDate
    value: StatusValue
    source: str
    locator: str | None = None
    quote: str | None = None
    note: LocalText | None = None


class Budget(NamedTuple):
    """An amount as a source gave it on a date; `counts` is false where another source's value is
    held to be the right one (the note says why)."""

    amount: float
    currency: str
    stage: Stage
    date: PartialDate
    source: str
    purpose: LocalText | None = None
    counts: bool = True
    note: LocalText | None = None


class Target(NamedTuple):
    """What an instrument is to reach: `due` as planned on `date`; a shifted planning is a second
    target of the same name with a later `date`."""

    name: LocalText
    due: PartialDate
    date: PartialDate
    source: str
    note: LocalText | None = None


class Observation(NamedTuple):
    """One value of an indicator in a year."""

    year: int
    value: float
    source: str
    note: LocalText | None = None


class Indicator(NamedTuple):
    name: LocalText
    unit: LocalText
    population: LocalText | None = None
    values: tuple[Observation, ...] = ()
    note: LocalText | None = None


class Considered(NamedTuple):
    """Instruments that someone looked at and did not find to answer the recommendation."""

    instruments: tuple[str, ...]
    reason: LocalText
    date: PartialDate | None = None


class Review(NamedTuple):
    """Who looked at a link, when, and at what."""

    date: PartialDate
    by: str
    digest: str | None = None


class Waiver(NamedTuple):
    """A finding about this record that is set aside, and until when; without a reason it does
    nothing."""

    rule: str
    reason: LocalText | None = None
    until: PartialDate | None = None


class CheckSetting(NamedTuple):
    """What a catalogue asks of one check: a severity or `off`, and after how many months."""

    name: str
    span: Span
    level: str | None = None
    months: int | None = None


class Government(NamedTuple):
    """A government that took office on a date."""

    name: LocalText
    date: PartialDate
    source: str
