"""Targets of an instrument as they were planned last, and how each stands on a day (docs/rules.md,
*Due, late, or not known*)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date as date_
from enum import StrEnum
from typing import NamedTuple

from dosa_trace.catalog.model.parts import Reported, StatusEvent, Target
from dosa_trace.catalog.model.records import Instrument
from dosa_trace.catalog.model.vocabulary import StatusValue

#: Instruments of these statuses are to reach nothing any more.
DROPPED = (StatusValue.STOPPED, StatusValue.SUPERSEDED)


class TargetState(StrEnum):
    """How a target stands: past its day it was met, is late, or that is not known; else it is
    ahead, or was met before its day."""

    LATE = "late"
    UNKNOWN = "unknown"
    MET = "met"
    AHEAD = "ahead"
    EARLY = "early"


class Plan(NamedTuple):
    """A target as it was planned last, with the earlier plans for another day, the status of its
    instrument, and who reports that it was met or missed; `at` is its place in the record."""

    instrument: Instrument
    event: StatusEvent
    target: Target
    at: int
    earlier: tuple[Target, ...]
    state: TargetState
    reported: Reported | None


def plans_of(instrument: Instrument, day: date_) -> Iterator[Plan]:
    """The targets of an instrument that are known on a day, none of one that has ended or has no
    status yet; of one name the last given holds."""
    event = instrument.status_on(day)
    if event is None or event.value in DROPPED:
        return
    same: defaultdict[object, list[tuple[int, Target]]] = defaultdict(list)
    for at, target in enumerate(instrument.targets):
        if target.known_from <= day:
            same[target.name.texts].append((at, target))
    for targets in same.values():
        *before, (at, last) = sorted(targets, key=lambda pair: pair[1].known_from)
        earlier = tuple(target for _, target in before if target.due != last.due)
        yield Plan(instrument, event, last, at, earlier, *_state(last, event, day))


def _state(target: Target, event: StatusEvent, day: date_) -> tuple[TargetState, Reported | None]:
    """How a target stands, and who reports it. It is late only where somebody says so, or where its
    instrument is still announced."""
    is_past = target.due.last_day < day
    if target.met and target.met.date.known_by(day):
        return (TargetState.MET if is_past else TargetState.EARLY), target.met
    if event.value is StatusValue.COMPLETED:
        done = Reported(event.date, event.source) if event.date else None
        return (TargetState.MET if is_past else TargetState.EARLY), done
    if not is_past:
        return TargetState.AHEAD, None
    if target.missed and target.missed.date.known_by(day):
        return TargetState.LATE, target.missed
    late = event.value is StatusValue.ANNOUNCED
    return TargetState.LATE if late else TargetState.UNKNOWN, None
