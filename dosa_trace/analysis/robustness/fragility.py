"""The judgements that would change a figure if they were wrong, what depends on which instrument,
and how few all of it depends on.

What one link or instrument takes with it is known of every recommendation from the trees of
dominators (`judging.needed`); only a source that takes several is tried."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.coverage.coverage import CoverageReport, RecommendationCoverage, coverage
from dosa_trace.analysis.judging.figures import Share
from dosa_trace.analysis.judging.selection import Where
from dosa_trace.analysis.judging.verdicts import Judge, State
from dosa_trace.analysis.robustness.cut_sets import Cuts, CutSearch
from dosa_trace.analysis.robustness.judgements import Judgement, JudgementKind, Judgements, in_order
from dosa_trace.analysis.robustness.smallest_portfolio import Portfolio, smallest_portfolio
from dosa_trace.catalog.model.parts import LocalText

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


#: How far up the wholes of an instrument are tried.
MOST_WHOLES = 10


class Fall(NamedTuple):
    """What would become of a recommendation."""

    id: str
    title: LocalText
    now: State
    then: State


class SinglePoint(NamedTuple):
    """An instrument without which, and without its `parts`, the state of some recommendations would
    be worse."""

    id: str
    title: LocalText
    parts: tuple[str, ...]
    falls: tuple[Fall, ...]


class Hanging(NamedTuple):
    """A judgement, and the states that would be worse if it alone were wrong."""

    judgement: Judgement
    falls: tuple[Fall, ...]


class Fragile(NamedTuple):
    """A recommendation that something supports, and the smallest sets of judgements that must
    be wrong for its state to fall; `size` is None where it takes more than three, or nobody knows
    because the search stopped (`complete`)."""

    id: str
    title: LocalText
    state: State
    size: int | None
    complete: bool
    sets: tuple[tuple[Judgement, ...], ...]


class Fragility(NamedTuple):
    """What the states of the selected recommendations depend on.

    `answered` are those of `total` that something supports; `steady` says how many of these
    stand whichever one judgement is wrong, `steady_links` whichever one inferred link is.
    `judgements` are those on which a state depends alone, of `judged` behind the states; both these
    and `instruments` are ordered by how much falls with them. `complete` is false where the search
    for sets of judgements stopped before the last recommendation.
    """

    where: tuple[Where, ...]
    total: int
    answered: int
    steady: int
    steady_links: int
    judged: int
    judgements: tuple[Hanging, ...]
    instruments: tuple[SinglePoint, ...]
    recommendations: tuple[Fragile, ...]
    complete: bool
    carrying: Portfolio

    @property
    def steady_share(self) -> Share:
        """Of the answered, those that keep their state whichever judgement is wrong."""
        return Share.of(self.steady, self.answered)

    @property
    def steady_links_share(self) -> Share:
        """The same of a single inferred link."""
        return Share.of(self.steady_links, self.answered)

    @property
    def deciding_share(self) -> Share:
        """Of the judgements behind the states, those on which a state depends alone."""
        return Share.of(len(self.judgements), self.judged)


def fragility(graph: TraceGraph, where: Sequence[Where] = ()) -> Fragility:
    """What the states of the selected recommendations depend on. Raises BadQuestion."""
    judge = Judge(graph)
    return fragility_of(judge, coverage(graph, where, judge=judge))


def fragility_of(judge: Judge, covered: CoverageReport) -> Fragility:
    """The same of a coverage that was asked for before."""
    answered = _answered(covered)
    judgements = Judgements(judge, judge.graph.reached(answered))
    hanging = tuple(_hanging(judgements, answered))
    search = CutSearch(judge)
    single: defaultdict[str, list[Judgement]] = defaultdict(list)
    for hinge in hanging:
        for fall in hinge.falls:
            single[fall.id].append(hinge.judgement)
    fragile = tuple(
        _fragile(line, search.of(line.id, single[line.id]))
        for line in judge.graph.passing([*answered.values()])
    )
    return Fragility(
        where=covered.where,
        total=covered.total,
        answered=len(answered),
        steady=_left(answered, hanging),
        steady_links=_left(
            answered, (hinge for hinge in hanging if hinge.judgement.kind is JudgementKind.LINK)
        ),
        judged=len(judgements.all),
        judgements=hanging,
        instruments=tuple(single_points(judge, covered)),
        recommendations=fragile,
        complete=not search.stopped,
        carrying=smallest_portfolio(judge, answered),
    )


def hanging_alone(graph: TraceGraph, where: Sequence[Where] = ()) -> tuple[Hanging, ...]:
    """The judgements on which a state depends alone, in the same order, without the search for sets
    of several. Raises BadQuestion."""
    judge = Judge(graph)
    answered = _answered(coverage(graph, where, judge=judge))
    return tuple(_hanging(Judgements(judge, graph.reached(answered)), answered))


def _answered(covered: CoverageReport) -> Mapping[str, RecommendationCoverage]:
    """What something supports, by id."""
    return {line.id: line for line in covered.recommendations if line.state.rank}


def _left(answered: Mapping[str, object], hanging: Iterable[Hanging]) -> int:
    return len(answered.keys() - {fall.id for one in hanging for fall in one.falls})


def _hanging(
    judgements: Judgements, answered: Mapping[str, RecommendationCoverage]
) -> Iterator[Hanging]:
    """Each judgement on which a state depends alone, the one that most depend on first. What one
    link or instrument takes with it is known of each recommendation; only a source that takes
    several is tried."""
    place = {name: at for at, name in enumerate(answered)}
    then: defaultdict[Judgement, dict[str, State]] = defaultdict(dict)
    for name in answered:
        for judgement, state in judgements.on(name):
            then[judgement][name] = state
    for judgement in judgements.all:
        if judgements.is_of_several(judgement):
            then[judgement].update(judgements.falls(judgement))
    hanging = (
        Hanging(judgement, _falls(states, answered, place)) for judgement, states in then.items()
    )
    hinges = [hinge for hinge in hanging if hinge.falls]
    yield from sorted(hinges, key=lambda hinge: (-len(hinge.falls), in_order(hinge.judgement)))


def _falls(
    then: Mapping[str, State],
    answered: Mapping[str, RecommendationCoverage],
    place: Mapping[str, int],
) -> tuple[Fall, ...]:
    return tuple(
        Fall(one, answered[one].title, answered[one].state, then[one])
        for one in sorted(then.keys() & answered.keys(), key=place.__getitem__)
    )


def _fragile(line: RecommendationCoverage, cuts: Cuts) -> Fragile:
    return Fragile(line.id, line.title, line.state, cuts.size, cuts.complete, cuts.sets)


def single_points(judge: Judge, covered: CoverageReport) -> Iterator[SinglePoint]:
    """Each instrument behind a state, and each whole of one up to a depth, tried without it and its
    parts; the one that most depends on comes first."""
    graph, catalog = judge.graph, judge.graph.catalog
    behind = {name for line in covered.recommendations for name in line.via}
    wholes = (islice(catalog.wholes(name), MOST_WHOLES) for name in tuple(behind))
    behind.update(chain.from_iterable(wholes))
    parts = {name: _live_parts(graph, name) for name in behind}
    answered = {line.id: line for line in covered.recommendations if line.state.rank}
    place = {name: at for at, name in enumerate(answered)}
    points = []
    for name in graph.passing(sorted(behind)):
        falls = _falls(judge.fallen((name, *parts[name])), answered, place)
        if falls:
            points.append(SinglePoint(name, catalog.instruments[name].name, parts[name], falls))
    yield from sorted(points, key=lambda point: (-len(point.falls), point.id))


def _live_parts(graph: TraceGraph, whole: str) -> tuple[str, ...]:
    instruments = graph.catalog.instruments
    return tuple(
        part for part in graph.catalog.parts(whole) if graph.is_live_or_announced(instruments[part])
    )
