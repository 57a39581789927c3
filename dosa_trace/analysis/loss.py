"""What does no longer lead to an instrument where some instruments or links are taken away?

Whatever a kind of chain leads from has one way on which it rests: the link, or the joint group,
over which support first came to it. Only what rested on something that was taken away is tried
again over its other ways; all else stands as it stood. Each record rests on one way, so to take
away every link and every instrument in turn costs little more than to judge the catalogue once; and
since support came over these ways from the instruments, no circle can rest on itself.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from dosa_trace.catalog.closure import closure
from dosa_trace.catalog.records import TraceLink

if TYPE_CHECKING:
    from dosa_trace.graph import Support, TraceGraph

#: One link, or those of a joint group.
Way = tuple[TraceLink, ...]


class Losses:
    """What can be lost of a support."""

    def __init__(self, graph: TraceGraph, support: Support) -> None:
        self._support = support
        ways: defaultdict[str, set[Way]] = defaultdict(set)
        for link in support.links:
            ways[link.origin].add(graph.group_of(link))
        self._ways = ways
        self._rests: dict[str, Way] = {}
        self._resting: defaultdict[str, list[str]] = defaultdict(list)
        self._settle()

    def _settle(self) -> None:
        """Finds on which way each record rests."""
        onto: defaultdict[str, list[Way]] = defaultdict(list)
        waiting: dict[Way, int] = {}
        for some in self._ways.values():
            for way in some:
                targets = {link.target for link in way}
                waiting[way] = len(targets)
                for target in targets:
                    onto[target].append(way)
        queue = deque(self._support.nodes - self._ways.keys())
        while queue:
            for way in onto[queue.popleft()]:
                waiting[way] -= 1
                origin = way[0].origin
                if not waiting[way] and origin not in self._rests:
                    self._rests[origin] = way
                    queue.append(origin)
        for origin, way in self._rests.items():
            for link in way:
                self._resting[link.target].append(origin)

    def without(self, names: Iterable[str], links: Collection[TraceLink] = ()) -> frozenset[str]:
        """What is lost without some instruments and some links; of the instruments themselves those
        that carried."""
        taken = frozenset(names) & self._support.nodes
        cut = frozenset(links) & self._support.links
        resting = (link.origin for link in cut if link in self._rests[link.origin])
        lost = set(closure((*taken, *resting), lambda name: self._resting.get(name, ())))
        asking: defaultdict[str, list[str]] = defaultdict(list)
        for name in lost:
            for way in self._ways.get(name, ()):
                for link in way:
                    if link.target in lost:
                        asking[link.target].append(name)
        again = deque(lost - taken)
        while again:
            name = again.popleft()
            if name in lost and any(
                not any(link in cut or link.target in lost for link in way)
                for way in self._ways[name]
            ):
                lost.discard(name)
                again.extend(asking.get(name, ()))
        return frozenset(lost)
