"""One change: what happened, when, by which source, and the states that it moved."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.catalog.model.parts import LocalText, When
from dosa_trace.catalog.model.vocabulary import ResponseValue, StatusValue


class ChangeKind(StrEnum):
    """What happened: somebody asked, an instrument became something, a link came to hold,
    government answered."""

    RECOMMENDATION = "recommendation"
    STATUS = "status"
    LINK = "link"
    RESPONSE = "response"


class Move(NamedTuple):
    """A recommendation that became another on the day of a change, and could feel it; `before` is
    None where it only became known."""

    id: str
    before: State | None
    after: State


class Change(NamedTuple):
    """Something that became known on a day; `date` is that of its source, None for a link, which
    takes it from what it depends on. `value` is the response or status. `moved` are the states that
    changed that day and that it reaches; several changes of one day may share them."""

    day: date
    date: When | None
    kind: ChangeKind
    id: str
    title: LocalText
    value: ResponseValue | StatusValue | None = None
    draft: bool = False
    source: str | None = None
    moved: tuple[Move, ...] = ()


class Undated(NamedTuple):
    """A status or a response that bears no date of its own, first seen in the period: when it came
    about is not known, so it is no change; `moved` are the states that are other from that day
    on."""

    id: str
    title: LocalText
    kind: ChangeKind
    value: ResponseValue | StatusValue
    date: When
    source: str
    moved: tuple[Move, ...] = ()
