"""What is due, one by one: of which kind, how it stands, and whose it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dosa_trace.catalog.model.parts import LocalText, Reported


class DueKind(StrEnum):
    """What is due: a target, a response within a term, what is announced and not there yet."""

    TARGET = "target"
    ANSWER = "answer"
    ANNOUNCEMENT = "announcement"


class DueState(StrEnum):
    """How it stands on the day, the worst first. What is `unknown` is past its day, and whether it
    was met is not in the catalogue."""

    LATE = "late"
    UNKNOWN = "unknown"
    UPCOMING = "upcoming"
    SHIFTED = "shifted"
    MET = "met"


class Shift(NamedTuple):
    """An earlier plan: for which day, and who said so when."""

    due: str
    given: str | None
    source: str


class DueItem(NamedTuple):
    """One thing that is due.

    `id` is that of the instrument, of an answer that of the source which asks for it, and `title`
    what that is called; `name` the target. `days` is how many days after its day it is, of what was
    reached or answered how many it then was, before its day a number below 0. `owner` is who is to
    reach or answer it, `owners` their ids, `source` who said for when, `shifts` the earlier plans,
    `reported` who says that it was met or missed. `recommendations` are those whose state rests on
    it, of an answer those that wait for it.
    """

    kind: DueKind
    id: str
    title: LocalText
    name: LocalText
    due: str
    days: int
    state: DueState
    owner: LocalText | None
    owners: tuple[str, ...]
    source: str
    shifts: tuple[Shift, ...]
    reported: Reported | None
    recommendations: tuple[str, ...]


class Clock(NamedTuple):
    """The day, and the last day of what is soon."""

    today: date
    until: date


Resting = Mapping[str, Sequence[str]]
