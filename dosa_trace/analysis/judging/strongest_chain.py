"""The strongest chain between a record and one instrument, or one objective, as `why` writes it out
(docs/rules.md, *Which instruments cover*).

A bottleneck path with few values: from the strongest extent and basis to the weakest, what leads to
the end over links of at least these is found breadth-first, and the first that finds a record
holds."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from dosa_trace.analysis.judging.verdicts import COUNTED_BASES, Judge, Strength
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.catalog.model.vocabulary import STRONGEST_FIRST, Basis, Extent

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


Counts = Callable[[TraceLink], bool]
#: Whether a link counts in chains of at least an extent and a basis.
Counting = Callable[[Extent, Basis], Counts]


def answering(judge: Judge, instrument: str) -> Mapping[str, Strength]:
    """The strength of the strongest chain from each record to a live or announced instrument."""
    return _strongest(judge.graph, instrument, _in_support(judge))


def leading(graph: TraceGraph, objective: str) -> Mapping[str, Strength]:
    """The strength of the strongest chain of counted links from each record to an objective,
    whatever supports that."""
    return _strongest(graph, objective, _of_counted(graph))


def answered_by(judge: Judge, asked: Sequence[str]) -> Mapping[str, Mapping[str, Strength]]:
    """By each instrument that some recommendations lead to, what `answering` says of these."""
    return _strongest_from(judge.graph, asked, _in_support(judge))


def led_to(graph: TraceGraph, asked: Sequence[str]) -> Mapping[str, Mapping[str, Strength]]:
    """By each objective that some recommendations lead to, what `leading` says of these."""
    return _strongest_from(graph, asked, _of_counted(graph))


def _in_support(judge: Judge) -> Counting:
    def counting(extent: Extent, basis: Basis) -> Counts:
        return judge.support(extent, True, basis).links.__contains__

    return counting


def _of_counted(graph: TraceGraph) -> Counting:
    def counting(extent: Extent, basis: Basis) -> Counts:
        return lambda link: (
            graph.is_counted(link)
            and link.extent is not None
            and link.extent.rank >= extent.rank
            and link.basis.rank >= basis.rank
        )

    return counting


def _strengths(graph: TraceGraph) -> Iterator[Strength]:
    """What a chain may come to, the strongest first, on the bases that count."""
    bases = [basis for basis in reversed(COUNTED_BASES) if basis.rank >= graph.basis.rank]
    for extent in STRONGEST_FIRST:
        for basis in sorted(bases, key=lambda basis: -basis.rank):
            yield Strength(extent, basis)


def _strongest(graph: TraceGraph, end: str, counting: Counting) -> Mapping[str, Strength]:
    found: dict[str, Strength] = {}
    for strength in _strengths(graph):
        for name in _leading_to(graph.onto, end, counting(*strength)):
            found.setdefault(name, strength)
    return found


def _strongest_from(
    graph: TraceGraph, asked: Sequence[str], counting: Counting
) -> Mapping[str, Mapping[str, Strength]]:
    """The strengths of the chains from some recommendations to all that they lead to, at once: who
    leads to a record is kept as the bits of a whole number, and handed on from group to group of
    records that lead round among each other."""
    from dosa_trace.graph import components_sinks_first

    inside = graph.reached(asked)
    links = [
        link for link in graph.catalog.links if link.origin in inside and graph.is_counted(link)
    ]
    groups = tuple(components_sinks_first((link.origin, link.target) for link in links))[::-1]
    leaving: defaultdict[str, list[TraceLink]] = defaultdict(list)
    for link in links:
        leaving[link.origin].append(link)
    strengths: defaultdict[str, dict[str, Strength]] = defaultdict(dict)
    settled: defaultdict[str, int] = defaultdict(int)
    for strength in _strengths(graph):
        counts = counting(*strength)
        bits: defaultdict[str, int] = defaultdict(int)
        bits.update((name, 1 << at) for at, name in enumerate(asked))
        for group in groups:
            _hand_on(group, leaving, counts, bits)
        for name, who in bits.items():
            fresh = who & ~settled[name]
            settled[name] |= fresh
            while fresh:
                lowest = fresh & -fresh
                strengths[name][asked[lowest.bit_length() - 1]] = strength
                fresh ^= lowest
    return strengths


def _hand_on(
    group: Iterable[str],
    leaving: Mapping[str, Iterable[TraceLink]],
    counts: Counts,
    bits: dict[str, int],
) -> None:
    """Hands who leads to a group on to what it leads to; round in the group until nothing moves."""
    members = frozenset(group)
    waiting = deque(sorted(members))
    while waiting:
        name = waiting.popleft()
        who = bits.get(name, 0)
        for link in leaving.get(name, ()) if who else ():
            if who & ~bits.get(link.target, 0) and counts(link):
                bits[link.target] = bits.get(link.target, 0) | who
                if link.target in members:
                    waiting.append(link.target)


def _leading_to(onto: Mapping[str, Iterable[TraceLink]], end: str, counts: Counts) -> set[str]:
    """Every node that links of a kind lead from to an end, the end left out."""
    seen: set[str] = set()
    todo = [end]
    while todo:
        for link in onto.get(todo.pop(), ()):
            if link.origin not in seen and counts(link):
                seen.add(link.origin)
                todo.append(link.origin)
    return seen - {end}
