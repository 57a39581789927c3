"""Which states stand whichever one inferred link is wrong?

A state falls with a link that every chain of its kind runs over: one that dominates the record,
seen from the instruments (`analysis.dominators`). A joint group needs all that its links lead to,
so that of several links each may be such a one; dominators know nothing of that, and of what leads
to a group sets are kept, as the bits of whole numbers: of one way what any of its links needs, of
several ways what they share, settled over circles step by step. `fragility` asks far more, and at
far more cost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from dosa_trace.analysis.bearing import Way, ways
from dosa_trace.analysis.dominators import DominatorTree
from dosa_trace.analysis.verdicts import Judge, Level
from dosa_trace.catalog.records import TraceLink
from dosa_trace.catalog.vocabulary import Basis

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


def steady(judge: Judge, answered: Iterable[str]) -> frozenset[str]:
    """Those of some recommendations, behind each of which something stands, that stand whichever
    one inferred link is wrong."""
    levels = judge.levels[:-1]
    shared = [_Shared(judge.graph, level) for level in levels]
    found = set()
    for name in answered:
        at = next(at for at, level in enumerate(levels) if name in level.support.nodes)
        if not shared[at].hangs(name):
            found.add(name)
    return frozenset(found)


class _Shared:
    """The inferred links that all chains of one kind share, by where these begin."""

    def __init__(self, graph: TraceGraph, level: Level) -> None:
        self._objectives = graph.catalog.objectives
        self._ways: defaultdict[str, list[Way]] = defaultdict(list)
        self._onto: defaultdict[str, list[Way]] = defaultdict(list)
        for way in ways(graph, level.support.links):
            self._ways[way[0].origin].append(way)
            for target in {link.target for link in way}:
                self._onto[target].append(way)

    def hangs(self, name: str) -> bool:
        """Whether all chains from a recommendation share an inferred link."""
        over = self._ways[name]
        if any(len(way) > 1 or way[0].target in self._leading_to_groups for way in over):
            return bool(self._meet(name))
        if len(over) == 1:
            (link,) = over[0]
            return link.basis is Basis.INFERRED or self._is_needed[self._number(link.target)]
        return self._is_needed[self._tree.shared([self._number(way[0].target) for way in over])]

    def _number(self, name: str) -> int:
        """That of an objective in the tree; instruments stand at its root."""
        return self._numbers.get(name, 0)

    # Where no joint group is on the way --------------------------------------------------------

    @cached_property
    def _links(self) -> list[TraceLink]:
        """The links that begin at an objective from which no chain runs over a joint group."""
        return [
            way[0]
            for name in self._ways
            if name in self._objectives and name not in self._leading_to_groups
            for way in self._ways[name]
        ]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """The objectives in the tree by number; behind them come the links, in their order."""
        return {name: at for at, name in enumerate(dict.fromkeys(o.origin for o in self._links), 1)}

    @cached_property
    def _tree(self) -> DominatorTree:
        first = len(self._numbers) + 1
        onward: list[list[int]] = [[] for _ in range(first + len(self._links))]
        for at, link in enumerate(self._links, first):
            onward[self._number(link.target)].append(at)
            onward[at].append(self._numbers[link.origin])
        return DominatorTree(onward)

    @cached_property
    def _is_needed(self) -> list[bool]:
        """Of each node of the tree, whether an inferred link stands on every way to it."""
        first = len(self._numbers) + 1
        needed = [False] * first + [link.basis is Basis.INFERRED for link in self._links]
        for node in self._tree.order[1:]:
            needed[node] = needed[node] or needed[self._tree.above[node]]
        return needed

    # Where one is ------------------------------------------------------------------------------

    @cached_property
    def _leading_to_groups(self) -> frozenset[str]:
        """The objectives from which a chain runs over a joint group."""
        found = {name for name, over in self._ways.items() if any(len(way) > 1 for way in over)}
        waiting = list(found)
        while waiting:
            for way in self._onto.get(waiting.pop(), ()):
                if way[0].origin not in found:
                    found.add(way[0].origin)
                    waiting.append(way[0].origin)
        return frozenset(found & self._objectives.keys())

    @cached_property
    def _bits(self) -> dict[TraceLink, int]:
        return {}

    def _bit(self, link: TraceLink) -> int:
        if link.basis is not Basis.INFERRED:
            return 0
        return 1 << self._bits.setdefault(link, len(self._bits))

    @cached_property
    def _in_tree(self) -> dict[int, int]:
        """What the nodes of the tree that were asked for need."""
        return {0: 0}

    def _of_node(self, node: int) -> int:
        first, known = len(self._numbers) + 1, self._in_tree
        path = []
        while node not in known:
            path.append(node)
            node = self._tree.above[node]
        bits = known[node]
        for one in reversed(path):
            bits |= self._bit(self._links[one - first]) if one >= first else 0
            known[one] = bits
        return bits

    @cached_property
    def _settled(self) -> dict[str, int]:
        """What each objective that leads to a group needs."""
        settled: dict[str, int] = {}
        moved = True
        while moved:
            moved = False
            for name in self._in_order():
                bits = self._meet(name, settled)
                if bits is not None and bits != settled.get(name):
                    settled[name] = bits
                    moved = True
        return settled

    def _in_order(self) -> Iterator[str]:
        """The objectives that lead to groups, each behind what it leads to, but for circles."""
        groups = self._leading_to_groups
        left = {
            name: sum(link.target in groups for way in self._ways[name] for link in way)
            for name in sorted(groups)
        }
        ready = [name for name, count in left.items() if not count]
        for name in ready:
            for way in self._onto.get(name, ()):
                origin = way[0].origin
                if left.get(origin):
                    left[origin] -= sum(link.target == name for link in way)
                    if not left[origin]:
                        ready.append(origin)
        yield from ready
        yield from (name for name, count in left.items() if count)

    def _meet(self, name: str, settled: dict[str, int] | None = None) -> int | None:
        """What the ways of a record share, of those of which that is known by now."""
        known = self._settled if settled is None else settled
        shared: int | None = None
        for way in self._ways[name]:
            bits = self._along(way, known)
            if bits is not None:
                shared = bits if shared is None else shared & bits
                if not shared:
                    break
        return shared

    def _along(self, way: Way, settled: dict[str, int]) -> int | None:
        """What every chain over a way runs over; None where nobody knows yet."""
        found = 0
        for link in way:
            found |= self._bit(link)
            if link.target in self._leading_to_groups:
                if link.target not in settled:
                    return None
                found |= settled[link.target]
            else:
                found |= self._of_node(self._number(link.target))
        return found
