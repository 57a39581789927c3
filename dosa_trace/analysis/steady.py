"""Which states stand whichever one inferred link is wrong?

Of each record those inferred links are known that every chain of its kind runs over: of a way its
own and those of all that it leads to, of several ways those that they share. A state stands where
there are none. In a circle of objectives this is settled step by step, as dominators in a graph of
control flow are. `fragility` asks far more, and at far more cost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from dosa_trace.analysis.bearing import Way, ways
from dosa_trace.analysis.verdicts import Judge, Level
from dosa_trace.catalog.records import TraceLink
from dosa_trace.catalog.vocabulary import Basis

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph

Links = frozenset[TraceLink]


def steady(judge: Judge, answered: Iterable[str]) -> frozenset[str]:
    """Those of some recommendations, behind each of which something stands, that stand whichever
    one inferred link is wrong."""
    levels = judge.levels[:-1]
    shared = [_Shared(judge.graph, level) for level in levels]
    found = set()
    for name in answered:
        at = next(at for at, level in enumerate(levels) if name in level.support.nodes)
        if not shared[at].of(name):
            found.add(name)
    return frozenset(found)


class _Shared:
    """The inferred links that all chains of one kind share, by where they begin."""

    def __init__(self, graph: TraceGraph, level: Level) -> None:
        self._graph = graph
        self._ways: defaultdict[str, list[Way]] = defaultdict(list)
        for way in ways(graph, level.support.links):
            self._ways[way[0].origin].append(way)
        self._settled: dict[str, Links] = {}
        objectives = [name for name in self._ways if name in graph.catalog.objectives]
        moved = True
        while moved:
            moved = False
            for name in objectives:
                links = self._meet(name)
                if links is not None and links != self._settled.get(name):
                    self._settled[name] = links
                    moved = True

    def of(self, name: str) -> Links:
        """What all chains from a record share that has some."""
        return self._meet(name) or frozenset()

    def _meet(self, name: str) -> Links | None:
        """What the ways of a record share, of those of which that is known by now."""
        shared: Links | None = None
        for way in self._ways[name]:
            links = self._along(way)
            if links is not None:
                shared = links if shared is None else shared & links
                if not shared:
                    break
        return shared

    def _along(self, way: Way) -> Links | None:
        """What every chain over a way runs over; None where nobody knows yet."""
        found = {link for link in way if link.basis is Basis.INFERRED}
        for link in way:
            if link.target in self._graph.catalog.objectives:
                beyond = self._settled.get(link.target)
                if beyond is None:
                    return None
                found |= beyond
        return frozenset(found)
