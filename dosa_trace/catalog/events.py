"""Which of the dated events of a record are known on a day, and which holds (DESIGN, *Events*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date as date_
from typing import Protocol, TypeVar

from dosa_trace.catalog.dates import PartialDate


class _Dated(Protocol):
    @property
    def date(self) -> PartialDate | None: ...


_Event = TypeVar("_Event", bound=_Dated)


def days_of(events: Sequence[_Event]) -> Iterator[date_]:
    """From which day each event holds: its date, else that of the event before it, else always. A
    day of reading is none on which anything happened (DESIGN, *As-of is about the world*)."""
    before = date_.min
    for event in events:
        before = event.date.last_day if event.date else before
        yield before


def known(events: tuple[_Event, ...], day: date_) -> tuple[_Event, ...]:
    """The events that are known on `day`, in the order of the file."""
    if not events:  # of most recommendations no response is on file
        return ()
    return tuple(
        event for event, since in zip(events, days_of(events), strict=True) if since <= day
    )


def latest(events: tuple[_Event, ...], day: date_) -> _Event | None:
    """The last in the file of the events that are known on `day` (DESIGN, *Events*)."""
    return next(reversed(known(events, day)), None)
