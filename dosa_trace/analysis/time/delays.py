"""How long it takes from asking to the first response, to the first announced and the first live
instrument, with those that still wait counted; and how far planning slipped.

Half had it within so many days is the median after Kaplan and Meier (1958): who still waits on the
date of the graph counts as one who waited at least that long. Without them only the quick would
count. What was there before it was asked took no day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.judging.dimensions import OF_RECOMMENDATIONS, split
from dosa_trace.analysis.judging.selection import Where, select
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.analysis.time.timeline import Instant, timeline
from dosa_trace.catalog.facts.known_from import record_day
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.events import days_of
from dosa_trace.catalog.model.parts import LocalText, Target
from dosa_trace.catalog.model.records import Instrument, Recommendation

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


#: In the place of a day of which only is known that it had come when somebody read of it.
NOT_KNOWN = date.min
#: By how much a product of fractions may miss one half.
ROUNDING = 1e-12


class Awaited(StrEnum):
    """What is waited for: an answer, that something is announced at least, that something runs."""

    RESPONSE = "response"
    ANNOUNCED = "announced"
    LIVE = "live"


class Delay(NamedTuple):
    """How long some recommendations waited for something, in days.

    Of `total`, `had` got it, `at_once` of these had it when they asked, `waiting` still wait.
    `half_within` is the number of days within which half had it, None where fewer than half do.
    `undated` have it, and since when is not known: it was first seen on a page without a date; they
    are in no other number. What runs since such a day had waited at least until it was announced,
    and so long it counts as one that waited: else a part could seem quicker than the whole.
    """

    awaited: Awaited
    total: int
    had: int
    at_once: int
    waiting: int
    half_within: int | None
    undated: int


class DelayRow(NamedTuple):
    """The same of the recommendations of one source, theme or addressee."""

    key: str
    label: LocalText | None
    delays: tuple[Delay, ...]


class Slippage(NamedTuple):
    """A target of an instrument that was planned anew: how many days later than first planned."""

    id: str
    title: LocalText
    target: LocalText
    first_due: str
    last_due: str
    days: int
    source: str


class Delays(NamedTuple):
    """All of it, as a whole and by source, theme and addressee."""

    where: tuple[Where, ...]
    whole: tuple[Delay, ...]
    by_source: tuple[DelayRow, ...]
    by_theme: tuple[DelayRow, ...]
    by_addressee: tuple[DelayRow, ...]
    slips: tuple[Slippage, ...]


class _Wait(NamedTuple):
    """How many days one recommendation waited, and whether it got what it waited for."""

    days: int
    had: bool


def delays(
    graph: TraceGraph,
    where: Sequence[Where] = (),
    instants: Iterable[Instant] | None = None,
) -> Delays:
    """How long the selected recommendations waited; `instants` spares the work of one who went
    through time before. Raises BadQuestion."""
    selected = select(graph, where)
    catalog = graph.catalog
    days = _days(graph, selected, timeline(graph, selected) if instants is None else instants)

    def whole(names: Iterable[str]) -> tuple[Delay, ...]:
        listed = list(names)
        return tuple(_delay(graph, awaited, listed, days) for awaited in Awaited)

    def rows(dimension: str) -> tuple[DelayRow, ...]:
        return tuple(
            DelayRow(row.key, row.label, whole(record.id for record in row.records))
            for row in split(catalog, OF_RECOMMENDATIONS[dimension], selected)
            if row.key is not None
        )

    return Delays(
        where=tuple(where),
        whole=whole(recommendation.id for recommendation in selected),
        by_source=rows("source"),
        by_theme=rows("theme"),
        by_addressee=rows("addressee"),
        slips=tuple(_slips(catalog, graph.as_of)),
    )


_First = Mapping[Awaited, Mapping[str, date]]


def _days(
    graph: TraceGraph, selected: Sequence[Recommendation], instants: Iterable[Instant]
) -> _First:
    """The first day of each thing that is awaited, by recommendation."""
    first: dict[Awaited, dict[str, date]] = {awaited: {} for awaited in Awaited}
    for recommendation in selected:
        given = [
            (day, response.date is None)
            for day, response in zip(
                days_of(recommendation.responses), recommendation.responses, strict=True
            )
            if not response.draft and day <= graph.as_of
        ]
        if given:
            day, only_seen = min(given)
            first[Awaited.RESPONSE][recommendation.id] = NOT_KNOWN if only_seen else day
    for instant in instants:
        for name, turn in instant.turns.items():
            day = NOT_KNOWN if turn.first_seen else instant.day
            if turn.after.rank >= State.PLANNED.rank:
                first[Awaited.ANNOUNCED].setdefault(name, day)
            if turn.after.rank >= State.PARTLY.rank:
                first[Awaited.LIVE].setdefault(name, day)
    return first


def _delay(graph: TraceGraph, awaited: Awaited, names: Sequence[str], first: _First) -> Delay:
    waits, at_least, undated = [], [], 0
    for name in names:
        asked, got = record_day(graph.catalog, name), first[awaited].get(name)
        if got == NOT_KNOWN:
            undated += 1
            announced = first[Awaited.ANNOUNCED].get(name, NOT_KNOWN)
            if awaited is Awaited.LIVE and announced != NOT_KNOWN:
                at_least.append(_Wait(max((announced - asked).days, 0), had=False))
        elif got is None:
            waits.append(_Wait((graph.as_of - asked).days, had=False))
        else:
            waits.append(_Wait(max((got - asked).days, 0), had=True))
    had = sum(wait.had for wait in waits)
    return Delay(
        awaited=awaited,
        total=len(names),
        had=had,
        at_once=sum(wait.had and not wait.days for wait in waits),
        waiting=len(waits) - had,
        half_within=half_within([*waits, *at_least]),
        undated=undated,
    )


def half_within(waits: Iterable[tuple[int, bool]]) -> int | None:
    """The number of days within which half got what they waited for; each wait is so many days, and
    whether it has ended. None where fewer than half can be said to have got it."""
    ended, over = Counter[int](), Counter[int]()
    for days, had in waits:
        (ended if had else over)[days] += 1
    at_risk, left = ended.total() + over.total(), 1.0
    for day in sorted({*ended, *over}):
        if ended[day]:
            left *= 1 - ended[day] / at_risk
            if left <= 0.5 + ROUNDING:
                return day
        at_risk -= ended[day] + over[day]
    return None


def _slips(catalog: Catalog, day: date) -> Iterator[Slippage]:
    """Targets of one name that are planned for another day later on, the longest first."""
    found = [
        slip for instrument in catalog.instruments.values() for slip in _slips_of(instrument, day)
    ]
    yield from sorted(found, key=lambda slip: (-slip.days, slip.id))


def _slips_of(instrument: Instrument, day: date) -> Iterator[Slippage]:
    same: defaultdict[object, list[Target]] = defaultdict(list)
    for target in instrument.targets:
        if target.date is None or target.date.known_by(day):
            same[target.name.texts].append(target)
    for targets in same.values():
        first, last = targets[0], targets[-1]
        if first.due != last.due:
            yield Slippage(
                instrument.id, instrument.name, last.name, first.due.text, last.due.text,
                (last.due.last_day - first.due.last_day).days, last.source,
            )  # fmt: skip
