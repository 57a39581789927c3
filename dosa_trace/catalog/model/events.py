"""The dated events of a record that are known on a day, and the one that holds (docs/rules.md,
*Events in the order of the file*)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date as date_
from functools import lru_cache
from typing import Protocol, TypeVar

from dosa_trace.catalog.model.dates import PartialDate

#: Up to how many events it is quickest to go through all of them.
SHORT = 16


class _Dated(Protocol):
    @property
    def date(self) -> PartialDate | None: ...

    @property
    def read(self) -> PartialDate | None: ...


_Event = TypeVar("_Event", bound=_Dated)


def days_of(events: Sequence[_Event]) -> Iterator[date_]:
    """From which day each event holds: its date, else the day on which it was read, the first on
    which it is surely true (docs/rules.md, *An event without a date*)."""
    for event in events:
        first = event.date or event.read
        yield first.last_day if first else date_.min


class _Since:
    """A long history of events with the days from which each holds, found once: `least` is the
    earliest of these from each event on, so that the last event known on a day is found by
    halving."""

    def __init__(self, events: Sequence[_Dated]) -> None:
        self.days = list(days_of(events))
        self.least = self.days[:]
        for at in range(len(self.least) - 2, -1, -1):
            self.least[at] = min(self.least[at], self.least[at + 1])


class _Same:
    """Events by what they are, not by what they say: to compare two histories takes as long as to
    go through one."""

    __slots__ = ("events",)

    def __init__(self, events: Sequence[_Dated]) -> None:
        self.events = events

    def __hash__(self) -> int:
        return id(self.events)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.events is self.events


@lru_cache(maxsize=256)
def _since(same: _Same) -> _Since:
    return _Since(same.events)


def known(events: tuple[_Event, ...], day: date_) -> tuple[_Event, ...]:
    """The events that are known on `day`, in the order of the file."""
    if not events:  # of most recommendations no response is on file
        return ()
    return tuple(
        event for event, since in zip(events, days_of(events), strict=True) if since <= day
    )


def latest(
    events: tuple[_Event, ...], day: date_, fits: Callable[[_Event], bool] = lambda _: True
) -> _Event | None:
    """The last in the file of the events that are known on `day` and fit (docs/rules.md, *Events in
    the order of the file*)."""
    if len(events) <= SHORT:
        return next((one for one in reversed(known(events, day)) if fits(one)), None)
    since = _since(_Same(events))
    for at in range(bisect_right(since.least, day) - 1, -1, -1):
        if since.days[at] <= day and fits(events[at]):
            return events[at]
    return None
