"""What somebody judged about a record: reviews, doubts, readings, and what they rejected."""

from __future__ import annotations

from typing import NamedTuple

from dosa_trace.catalog.model.dates import PartialDate
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.vocabulary import Outcome, ReadExtent


class Review(NamedTuple):
    """Who looked at a link, when, and at what."""

    date: PartialDate
    by: LocalText
    digest: str | None = None


class DoubtAnswer(NamedTuple):
    """What became of a doubt."""

    date: PartialDate
    text: LocalText


class Doubt(NamedTuple):
    """An objection to a link or its extent; open until it is answered. It is shown wherever the
    figure is, and moves none."""

    date: PartialDate
    text: LocalText
    by: LocalText | None = None
    answered: DoubtAnswer | None = None


class ReadingAnswer(NamedTuple):
    """What was decided about a judgement after a reading that differs."""

    value: Outcome
    reason: LocalText
    by: LocalText | None = None
    date: PartialDate | None = None


class Reading(NamedTuple):
    """How somebody who did not lay a link judges it; `blind` is without the first judgement. It
    moves no state. The `digest` is of what was read, as for a review."""

    date: PartialDate
    by: LocalText
    extent: ReadExtent
    blind: bool = False
    note: LocalText | None = None
    digest: str | None = None
    answer: ReadingAnswer | None = None


class FieldReading(NamedTuple):
    """How somebody judges another field of a recommendation: `of` its specificity or one of its
    responses, counted as in the file."""

    date: PartialDate
    by: LocalText
    of: str
    value: str
    blind: bool = False
    note: LocalText | None = None
    digest: str | None = None
    answer: ReadingAnswer | None = None


class Considered(NamedTuple):
    """Instruments that someone looked at and did not find to answer the recommendation."""

    instruments: tuple[str, ...]
    reason: LocalText
    date: PartialDate | None = None
    readings: tuple[Reading, ...] = ()
