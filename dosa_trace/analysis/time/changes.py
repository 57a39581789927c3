"""What the world did in a period, and what each of it moved. On today's catalogue: what was
corrected in it is for `diff` to say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.judging.figures import Figures, figures_on
from dosa_trace.analysis.judging.selection import Where, refuse_answers, select
from dosa_trace.analysis.judging.verdicts import COUNTED_BASES, Judge, State
from dosa_trace.analysis.time.change import Change, ChangeKind, Move, Undated
from dosa_trace.analysis.time.groups import ChangeGroup, QuietMonth, grouped
from dosa_trace.analysis.time.timeline import (
    Instant,
    Turn,
    counts_from,
    refuse_turned_round,
    timeline,
)
from dosa_trace.catalog.facts.known_from import record_day
from dosa_trace.catalog.model.events import days_of
from dosa_trace.catalog.model.parts import ReadOn
from dosa_trace.catalog.model.records import Instrument, Recommendation, TraceLink
from dosa_trace.catalog.model.vocabulary import Basis, Relation, ResponseValue, StatusValue

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class Changes(NamedTuple):
    """What changed from `since` to `until`, both included.

    `before` are the figures on the day before, `after_same` those of the same recommendations at
    the end, `after` those of all that were known by then; each on both bases. Of those that were
    known before `better` and `worse` say how many stand so at the end; `by_links_alone` how many of
    the better ones moved only on days of links, which say when a source said so, not when it began;
    `first_seen` how many stand otherwise only by what was read without a date, which are neither.
    `groups` and `quiet` are the same changes by day and source, the latest first (`time.groups`).
    """

    where: tuple[Where, ...]
    since: date
    until: date
    before: Mapping[Basis, Figures]
    after_same: Mapping[Basis, Figures]
    after: Mapping[Basis, Figures]
    changes: tuple[Change, ...]
    groups: tuple[ChangeGroup, ...]
    quiet: tuple[QuietMonth, ...]
    undated: tuple[Undated, ...]
    better: int
    worse: int
    by_links_alone: int
    first_seen: int


_NONE: Mapping[Basis, Figures] = {basis: Figures.of(()) for basis in COUNTED_BASES}


def changes(
    graph: TraceGraph,
    since: date,
    where: Sequence[Where] = (),
    instants: Iterable[Instant] | None = None,
    judge: Judge | None = None,
) -> Changes:
    """What changed from a day until the date of the graph; of a selection, only of instruments that
    it leads to. `instants` and `judge` spare the work of one who asked for the timeline of the
    selection before. Raises BadQuestion."""
    refuse_turned_round(graph, since)
    refuse_answers(where)
    selected = select(graph, where)
    earlier: Instant | None = None
    within: dict[date, Mapping[str, Turn]] = {}
    now: Mapping[Basis, Figures] | None = None
    for instant in timeline(graph, selected) if instants is None else instants:
        now = instant.figures
        if instant.day < since:
            earlier = instant
        else:
            within[instant.day] = instant.turns
    old = [
        recommendation
        for recommendation in selected
        if record_day(graph.catalog, recommendation.id) < since
    ]
    about = graph.reached(recommendation.id for recommendation in selected)
    instruments = graph.catalog.instruments
    meant = instruments.keys() & about if where else instruments.keys()
    concerned = [instruments[name] for name in sorted(meant)]
    events = tuple(_changes(graph, selected, since, within, about, concerned))
    all_changes = tuple(change for change in events if not isinstance(change.date, ReadOn))
    names = {recommendation.id for recommendation in old}
    first, last = _ends_of(names, within)
    groups, quiet = grouped(all_changes)
    only_seen = {name for name in first if _is_only_seen(name, within)}
    better = {name for name in first if last[name].rank > first[name].rank} - only_seen
    return Changes(
        where=tuple(where),
        since=since,
        until=graph.as_of,
        before=earlier.figures if earlier else _NONE,
        after_same=figures_on(judge or Judge(graph), old),
        after=now or _NONE,
        changes=all_changes,
        groups=groups,
        quiet=quiet,
        undated=tuple(_undated(events)),
        better=len(better),
        worse=sum(last[name].rank < first[name].rank for name in first.keys() - only_seen),
        by_links_alone=len(better - _moved_by_more_than_links(all_changes)),
        first_seen=sum(last[name] is not first[name] for name in only_seen),
    )


def _ends_of(
    names: Collection[str], within: Mapping[date, Mapping[str, Turn]]
) -> tuple[dict[str, State], dict[str, State]]:
    """The states before the first and after the last turn of some recommendations."""
    first: dict[str, State] = {}
    last: dict[str, State] = {}
    for day in sorted(within):
        for name, turn in within[day].items():
            if name in names and turn.before is not None:
                first.setdefault(name, turn.before)
                last[name] = turn.after
    return first, last


def _is_only_seen(name: str, within: Mapping[date, Mapping[str, Turn]]) -> bool:
    """Whether all that a recommendation became was only read of."""
    return all(turns[name].first_seen for turns in within.values() if name in turns)


def _moved_by_more_than_links(told: Iterable[Change]) -> set[str]:
    return {
        move.id
        for change in told
        if change.kind is not ChangeKind.LINK
        for move in change.moved
        if move.before is not None
    }


def _changes(
    graph: TraceGraph,
    selected: Sequence[Recommendation],
    since: date,
    within: Mapping[date, Mapping[str, Turn]],
    about: Collection[str],
    concerned: Iterable[Instrument],
) -> Iterator[Change]:
    """In the order of time; on one day what was asked comes first, then what was done."""
    pairs = [
        *((change.id, change) for change in _asked(graph, selected)),
        *((change.id, change) for change in _became(concerned)),
        *_linked(graph, (link for link in graph.catalog.links if link.origin in about)),
        *((change.id, change) for change in _answered(selected)),
    ]
    kinds = list(ChangeKind)
    pairs.sort(key=lambda pair: (pair[1].day, kinds.index(pair[1].kind), pair[1].id))
    reach: dict[str, frozenset[str]] = {}
    for touched, change in pairs:
        if since <= change.day <= graph.as_of:
            turns = within.get(change.day)
            if turns and touched not in reach:
                reach[touched] = graph.leading_to([touched])
            moved = _moved(graph, change, turns, reach[touched]) if turns else ()
            yield change._replace(moved=tuple(moved))


def _moved(
    graph: TraceGraph, change: Change, turns: Mapping[str, Turn], reached: Collection[str]
) -> Iterator[Move]:
    """The turns of a day that a change can have had a part in."""
    for name in sorted(turns.keys() & reached):
        turn = turns[name]
        if _can_have_moved(graph, change, turn):
            yield Move(name, turn.before, turn.after)


def _can_have_moved(graph: TraceGraph, change: Change, turn: Turn) -> bool:
    """Whether a change is of the sort that makes such a turn: a link only makes things better, an
    answer tells apart only what was declined and what is open. What was read without a date
    makes no turn but one that was first seen, and a dated change none such."""
    if turn.first_seen is not isinstance(change.date, ReadOn):
        return False
    if turn.before is None or change.kind is ChangeKind.RECOMMENDATION:
        return turn.before is None and change.kind is ChangeKind.RECOMMENDATION
    catalog = graph.catalog
    day_before = date.fromordinal(max(change.day.toordinal() - 1, 1))
    better = turn.after.rank > turn.before.rank
    if change.kind is ChangeKind.RESPONSE:
        asked = catalog.recommendations[change.id]
        another = asked.response_on(change.day) is not asked.response_on(day_before)
        return another and {turn.before, turn.after} == {State.GAP, State.DECLINED}
    if change.kind is ChangeKind.STATUS:
        instrument = catalog.instruments[change.id]
        now = instrument.status_on(change.day)
        if now is None or now is instrument.status_on(day_before):
            return False
        return not now.value.has_ended if better else not now.value.is_live
    return better


def _asked(graph: TraceGraph, selected: Iterable[Recommendation]) -> Iterator[Change]:
    for one in selected:
        source = graph.catalog.sources[one.source]
        day = record_day(graph.catalog, one.id)
        yield Change(day, source.when, ChangeKind.RECOMMENDATION, one.id, one.title,
                      source=one.source)  # fmt: skip


def _became(instruments: Iterable[Instrument]) -> Iterator[Change]:
    for one in instruments:
        for day, event in zip(days_of(one.status), one.status, strict=True):
            yield Change(day, event.when, ChangeKind.STATUS, one.id, one.name,
                          event.value, source=event.source)  # fmt: skip


def _linked(graph: TraceGraph, links: Iterable[TraceLink]) -> Iterator[tuple[str, Change]]:
    """Links with a day of their own, by where they begin: one that counts from when a
    recommendation was asked or its instrument had a status says nothing that these do not."""
    aims = graph.catalog.objectives
    for link in links:
        if link.relation is Relation.SUPPORTS and link.basis.rank >= graph.basis.rank:
            day = counts_from(graph, link)
            told = (one for one in (link.origin, link.target) if one not in aims)
            if day not in {record_day(graph.catalog, one) for one in told}:
                title = graph.catalog.by_id[link.target].title
                source = link.evidence[0].source if link.evidence else None
                made = Change(day, None, ChangeKind.LINK, link.id, title, source=source)
                yield link.origin, made


def _answered(selected: Iterable[Recommendation]) -> Iterator[Change]:
    for one in selected:
        for day, response in zip(days_of(one.responses), one.responses, strict=True):
            yield Change(day, response.when, ChangeKind.RESPONSE, one.id, one.title,
                          response.value, response.draft, response.source)  # fmt: skip


def _undated(told: Iterable[Change]) -> Iterator[Undated]:
    """What was only read in the period: statuses, then responses, each in the order of time."""
    read = [change for change in told if isinstance(change.date, ReadOn)]
    for change in sorted(read, key=lambda change: change.kind is ChangeKind.RESPONSE):
        assert change.date and change.source
        assert isinstance(change.value, ResponseValue | StatusValue)
        yield Undated(
            change.id, change.title, change.kind, change.value, change.date, change.source,
            change.moved,
        )  # fmt: skip
