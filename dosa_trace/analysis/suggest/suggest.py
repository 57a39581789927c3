"""Links that nobody drew, proposed by the likeness of texts and themes, each with the words that
made it. Nothing is written, and nothing counts until somebody confirms it.

How near two records are `suggest.nearness` says. What stands on file between two records, in
whatever relation, and what was considered and rejected is never proposed again."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.coverage.orphans import orphans
from dosa_trace.analysis.judging.selection import Where, natural, select
from dosa_trace.analysis.judging.verdicts import OPEN, Judge
from dosa_trace.analysis.suggest.likeness import Likeness
from dosa_trace.analysis.suggest.nearness import OF_THEMES, nearness, threshold
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.records import Instrument, Objective, Recommendation
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.labels import RECORD_KINDS
from dosa_trace.language import Phrase

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph

#: How many times as near another target must be for that of a link to be doubtful.
MUCH_NEARER = 2.0
#: How many decimals a likeness is told with, and ranked by.
DECIMALS = 3


class Sort(StrEnum):
    """What a proposal is: for a gap an orphan, for a gap anything, for any record, or a target that
    is much nearer than the one a link leads to."""

    ORPHAN = "orphan"
    GAP = "gap"
    RECORD = "record"
    NEARER = "nearer"


class Proposal(NamedTuple):
    """A link that nobody drew, with how near its ends are (0 to 1) and the words that they share,
    each behind its language, the strongest first. `instead` is the target of a link on file that is
    less near, of a doubtful target."""

    origin: str
    target: str
    sort: Sort
    score: float
    words: tuple[tuple[str, str], ...]
    themes: tuple[str, ...]
    instead: str | None


class Suggestions(NamedTuple):
    """The proposals, those for orphans first, then the nearest; `compared` says how many pairs
    were, `threshold` below which likeness nothing is proposed, `total` how many proposals there
    are, of which `items` may be the first."""

    where: tuple[Where, ...]
    threshold: float
    compared: int
    total: int
    items: tuple[Proposal, ...]


def suggest(
    graph: TraceGraph,
    identifier: str | None = None,
    where: Sequence[Where] = (),
    everything: bool = False,
    limit: int | None = None,
) -> Suggestions:
    """What could be linked to the gaps, or to one record; with `everything` every pair of
    recommendation and instrument, however far apart. Raises UnknownId and BadQuestion."""
    near = _Near(graph)
    if identifier is not None:
        pairs = near.of_record(identifier)
    elif everything:
        pairs = near.between(select(graph, where), near.instruments, Sort.RECORD, least=0.0)
    else:
        pairs = near.of_gaps(select(graph, where))
    order = {sort: 0 if everything else at for at, sort in enumerate(Sort)}
    ranked = heapq.nsmallest(
        len(pairs) if limit is None else limit,
        pairs,
        key=lambda pair: (
            order[pair.sort],
            -pair.score,
            natural(pair.origin.id),
            natural(pair.target.id),
        ),
    )
    first = tuple(_proposal(pair) for pair in ranked)
    return Suggestions(tuple(where), near.threshold, near.compared, len(pairs), first)


class _Pair(NamedTuple):
    """Two records that are near, with the likeness and the places in it that tell the words."""

    origin: Recommendation | Objective
    target: Instrument | Objective
    sort: Sort
    score: float
    likeness: Likeness
    places: tuple[int, int]
    instead: str | None = None


class _Near:
    """What is near to what among the records that are known on the date of a graph."""

    def __init__(self, graph: TraceGraph) -> None:
        self.graph = graph
        self.catalog = graph.catalog
        self.compared = 0
        self.instruments = [
            one for one in self.catalog.instruments.values() if graph.is_live_or_announced(one)
        ]
        self.objectives = [
            one for one in self.catalog.objectives.values() if graph.is_record_known(one.id)
        ]
        self._told = frozenset(_told(self.catalog))

    @cached_property
    def threshold(self) -> float:
        return threshold(self.graph, self._targets())

    def of_gaps(self, selected: Iterable[Recommendation]) -> list[_Pair]:
        """For the open ones: orphans, then anything; and for all that is answered what is much
        nearer than the target on file."""
        judge = Judge(self.graph)
        chosen = list(selected)
        states = [judge.judge(one).state for one in chosen]
        open_ = [one for one, state in zip(chosen, states, strict=True) if state in OPEN]
        alone = {one.id for one in orphans(self.graph).items if one.record != "source"}
        found = [
            one._replace(sort=Sort.ORPHAN) if one.target.id in alone else one
            for one in self.between(open_, self._targets(), Sort.GAP)
        ]
        answered = [one for one, state in zip(chosen, states, strict=True) if state not in OPEN]
        return found + list(self._nearer(answered))

    def of_record(self, identifier: str) -> list[_Pair]:
        """What could lead to or from one record."""
        match self.catalog.record(identifier):
            case Recommendation() | Objective() as record:
                others = [one for one in self._targets() if one.id != identifier]
                return self.between([record], others, Sort.RECORD)
            case Instrument() as record:
                origins: tuple[Recommendation | Objective, ...] = (
                    *self.graph.recommendations,
                    *self.objectives,
                )
                return self.between(origins, [record], Sort.RECORD)
            case other:
                kind = RECORD_KINDS[other.KIND]
                raise BadQuestion(NO_ENDS(id=identifier, kind=kind), NAME_AN_END)

    def _targets(self) -> tuple[Instrument | Objective, ...]:
        return (*self.instruments, *self.objectives)

    def between(
        self,
        origins: Sequence[Recommendation | Objective],
        targets: Sequence[Instrument | Objective],
        sort: Sort,
        least: float | None = None,
    ) -> list[_Pair]:
        """The pairs that are near enough and of which nothing is told on file."""
        least = self.threshold if least is None else least
        likeness, scores = self._scores(origins, targets, least - OF_THEMES)
        pairs = []
        for at, row in enumerate(scores):
            for other, score in row.items():
                origin, target = origins[at], targets[other]
                if score >= least and (origin.id, target.id) not in self._told:
                    rounded = round(score, DECIMALS)
                    pairs.append(_Pair(origin, target, sort, rounded, likeness, (at, other)))
        return pairs

    def _nearer(self, answered: Sequence[Recommendation]) -> Iterator[_Pair]:
        """Of answered ones, what is much nearer than any target on file."""
        likeness, scores = self._scores(answered, self.instruments)
        place = {instrument.id: at for at, instrument in enumerate(self.instruments)}
        linked: defaultdict[str, list[str]] = defaultdict(list)
        for link in self.catalog.links:
            if self.graph.is_counted(link) and link.target in place:
                linked[link.origin].append(link.target)
        for at, row in enumerate(scores):
            origin = answered[at]
            has = [(row.get(place[name], 0.0), name) for name in linked.get(origin.id, ())]
            if not has or not row:
                continue
            held, instead = max(has)
            for other, score in row.items():
                target = self.instruments[other]
                much = score >= max(self.threshold, MUCH_NEARER * held)
                if much and (origin.id, target.id) not in self._told:
                    yield _Pair(
                        origin,
                        target,
                        Sort.NEARER,
                        round(score, DECIMALS),
                        likeness,
                        (at, other),
                        instead,
                    )

    def _scores(
        self,
        origins: Sequence[Recommendation | Objective],
        targets: Sequence[Instrument | Objective],
        least: float = 0.0,
    ) -> tuple[Likeness, list[dict[int, float]]]:
        self.compared += len(origins) * len(targets)
        return nearness(self.graph, origins, targets, least)


def _told(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """The pairs of which something is on file already: a link of any sort, or that the one was
    looked at for the other and rejected."""
    for link in catalog.links:
        yield link.origin, link.target
    for one in catalog.recommendations.values():
        for looked in one.considered:
            for name in looked.instruments:
                yield one.id, name


def _proposal(one: _Pair) -> Proposal:
    return Proposal(
        one.origin.id,
        one.target.id,
        one.sort,
        one.score,
        one.likeness.words(*one.places),
        tuple(theme for theme in one.origin.themes if theme in one.target.themes),
        one.instead,
    )


NO_ENDS = Phrase(
    "'{id}' cannot be linked: its kind is {kind}", "'{id}' is niet te koppelen: de soort is {kind}"
)
NAME_AN_END = Phrase(
    "name a recommendation, an objective or an instrument",
    "noem een aanbeveling, doelstelling of instrument",
)
