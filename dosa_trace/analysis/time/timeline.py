"""Every day on which a state became another, up to the date of a graph, in one pass over what
became known when (docs/rules.md, *As of a date*).

Nothing is judged anew for each day: links come, instruments begin to count and stop, and over the
incremental support (`judging.incremental_support`) only what that reaches is looked at again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.judging.figures import Counts, Figures, Percentages, Share
from dosa_trace.analysis.judging.incremental_support import SupportState, Way, ways
from dosa_trace.analysis.judging.verdicts import COUNTED_BASES, KINDS, State
from dosa_trace.catalog.facts import known_from
from dosa_trace.catalog.facts.known_from import NEVER, is_link_first_seen, source_day
from dosa_trace.catalog.model.events import days_of
from dosa_trace.catalog.model.parts import Response, StatusEvent
from dosa_trace.catalog.model.records import Recommendation, TraceLink
from dosa_trace.catalog.model.vocabulary import Basis, Extent, Relation
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Phrase

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class Turn(NamedTuple):
    """What a recommendation was before a day and is from then on; `before` is None where it only
    became known. `first_seen` where it turned because a page without a date was read that day:
    since when it was so is not known (docs/rules.md, *An event without a date*)."""

    before: State | None
    after: State
    first_seen: bool = False


class Instant(NamedTuple):
    """A day on which states became others on either basis, with those that did on the basis of the
    graph, and the figures from then on; `first_seen` where all of it was only read that day."""

    day: date
    turns: Mapping[str, Turn]
    figures: Mapping[Basis, Figures]
    first_seen: bool = False


@dataclass
class _News:
    """What becomes known on a day: what happened on it, or what was only read on it."""

    ways: list[tuple[Way, Extent, Basis]] = field(default_factory=list)
    instruments: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)


def timeline(graph: TraceGraph, selected: Iterable[Recommendation]) -> Iterator[Instant]:
    """The days on which the state of a selected recommendation became another, until the date of
    the graph."""
    happened, seen = _days(graph, {recommendation.id for recommendation in selected})
    flow = _Flow(graph)
    ordered = [day for day in sorted(happened.keys() | seen.keys()) if day <= graph.as_of]
    for day in graph.passing(ordered):
        flow.was.clear()
        turns = flow.turn(day, happened[day]) if day in happened else {}
        moved = flow.moved and day in happened
        if day in seen:
            for name, turn in flow.turn(day, seen[day]).items():
                before = turns.pop(name, None)
                if before is None:
                    turns[name] = turn._replace(first_seen=True)
                elif before.before is not turn.after:  # what was read may undo what happened
                    turns[name] = Turn(before.before, turn.after)
        if flow.has_moved():
            yield Instant(day, turns, flow.figures(), first_seen=not moved)


class _Flow:
    """The states while time passes."""

    def __init__(self, graph: TraceGraph) -> None:
        self.graph = graph
        self.supports = {(basis, kind): SupportState() for basis in COUNTED_BASES for kind in KINDS}
        self.states: dict[Basis, dict[str, State]] = {basis: {} for basis in COUNTED_BASES}
        self.counts: dict[Basis, dict[State, int]] = {
            basis: dict.fromkeys(State, 0) for basis in COUNTED_BASES
        }
        self.declined: set[str] = set()
        #: Whether a state became another by the last news, on either basis.
        self.moved = False
        #: What the states that became others on this day were before it.
        self.was: dict[tuple[Basis, str], State | None] = {}

    def turn(self, day: date, news: _News) -> dict[str, Turn]:
        """Lets a day come; returns what is another from then on, on the basis of the graph."""
        known = self.states[self.graph.basis]
        touched = set(news.asked)
        for name in news.answered:
            self._hear(name, day)
            touched.add(name)
        live, promised = self._counting(news.instruments, day)
        for (basis, kind), support in self.supports.items():
            counting = promised if kind.promised else live
            touched.update(support.drop(name for name in news.instruments if name not in counting))
            touched.update(support.begin(counting))
            for way, least, founded in news.ways:
                if least.rank >= kind.extent.rank and founded.rank >= basis.rank:
                    touched.update(support.hold(way))
        asked = set(news.asked)
        turns, self.moved = {}, False
        for name in touched:
            if name in known or name in asked:
                turn = self._judge(name)
                if turn is not None:
                    turns[name] = turn
        return turns

    def _hear(self, name: str, day: date) -> None:
        response = self.graph.catalog.recommendations[name].response_on(day)
        declines = response is not None and response.value.declines
        (self.declined.add if declines else self.declined.discard)(name)

    def _counting(self, names: Iterable[str], day: date) -> tuple[set[str], set[str]]:
        live, promised = set(), set()
        for name in names:
            event = self.graph.catalog.instruments[name].status_on(day)
            if event is not None and event.value.is_live:
                live.add(name)
            if event is not None and not event.value.has_ended:
                promised.add(name)
        return live, promised

    def _judge(self, name: str) -> Turn | None:
        turn = None
        for basis, states in self.states.items():
            now = next(
                (kind.state for kind in KINDS if name in self.supports[basis, kind].reached),
                State.DECLINED if name in self.declined else State.GAP,
            )
            was = states.get(name)
            if now is was:
                continue
            if was is not None:
                self.counts[basis][was] -= 1
            self.counts[basis][now] += 1
            states[name] = now
            self.moved = True
            self.was.setdefault((basis, name), was)
            if basis is self.graph.basis:
                turn = Turn(was, now)
        return turn

    def has_moved(self) -> bool:
        """Whether a state is another than before this day."""
        return any(self.states[basis][name] is not was for (basis, name), was in self.was.items())

    def figures(self) -> Mapping[Basis, Figures]:
        return {basis: _figures(counts) for basis, counts in self.counts.items()}


def _figures(counts: Mapping[State, int]) -> Figures:
    total = sum(counts.values())
    percentages = (Share.of(counts[state], total).percent for state in State)
    return Figures(total, Counts(*(counts[state] for state in State)), Percentages(*percentages))


def _days(
    graph: TraceGraph, selected: set[str]
) -> tuple[Mapping[date, _News], Mapping[date, _News]]:
    """What happened on each day, and what was only read on each."""
    catalog = graph.catalog
    happened: defaultdict[date, _News] = defaultdict(_News)
    seen: defaultdict[date, _News] = defaultdict(_News)
    supporting = (link for link in catalog.links if link.relation is Relation.SUPPORTS)
    for way in ways(graph, supporting):
        day = max(counts_from(graph, link) for link in way)
        if day != NEVER:
            least = min(
                (link.extent for link in way if link.extent), key=lambda extent: extent.rank
            )
            founded = min((link.basis for link in way), key=lambda basis: basis.rank)
            last = (link for link in way if counts_from(graph, link) == day)
            only_seen = all(is_link_first_seen(catalog, link) for link in last)
            (seen if only_seen else happened)[day].ways.append((way, least, founded))
    for instrument in catalog.instruments.values():
        for day, only_seen in _event_days(instrument.status):
            (seen if only_seen else happened)[day].instruments.append(instrument.id)
    for name in selected:
        recommendation = catalog.recommendations[name]
        happened[source_day(catalog, recommendation.source)].asked.append(name)
        for day, only_seen in _event_days(recommendation.responses):
            (seen if only_seen else happened)[day].answered.append(name)
    return happened, seen


def _event_days(events: Sequence[StatusEvent | Response]) -> Iterator[tuple[date, bool]]:
    """Each day from which an event holds, and whether nothing that has a date begins on it."""
    pairs = list(zip(days_of(events), events, strict=True))
    dated = {day for day, event in pairs if event.date is not None}
    return ((day, day not in dated) for day in {day for day, _ in pairs})


def counts_from(graph: TraceGraph, link: TraceLink) -> date:
    """The day from which a supporting link counts: known with both of its ends; never for one that
    is suspect where such links do not count."""
    if link in graph.suspects and not graph.count_suspect:
        return NEVER
    return known_from.counts_from(graph.catalog, link)


def refuse_turned_round(graph: TraceGraph, since: date) -> None:
    """Raises BadQuestion for a period that ends, on the date of the graph, before it begins."""
    if since > graph.as_of:
        raise BadQuestion(TURNED_ROUND(since=since, until=graph.as_of), SWAP)


TURNED_ROUND = Phrase(
    "the period ends on {until}, before it begins on {since}",
    "het tijdvak eindigt op {until}, voordat het begint op {since}",
)
SWAP = Phrase("put the earlier date after --since", "zet de vroegste datum achter --since")
