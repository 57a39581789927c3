"""The records that chains of one kind lead from, kept up to date while links and instruments come
and go, and asked what would be lost without some of them.

Reachability in an and-or graph: a record is reached over any one of its ways, a way over all its
links. Each reached record keeps one justification (the way over which support first came to it), as
a truth maintenance system does (Doyle 1979). Only what was justified by something that goes is
tried again over its other ways, so to take away every link and every instrument in turn costs
little more than to judge the catalogue once; and since support came over these ways from the
instruments, no circle can justify itself."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from dosa_trace.catalog.model.reach import closure
from dosa_trace.catalog.model.records import TraceLink

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph

#: One link, or those of a joint group; all begin at one record.
Way = Sequence[TraceLink]


def ways(graph: TraceGraph, links: Iterable[TraceLink]) -> Iterator[Way]:
    """The ways that supporting links make: each by itself, those of a joint group together."""
    done: set[tuple[str, str]] = set()
    for link in links:
        if link.joint is None:
            yield (link,)
        elif (link.origin, link.joint) not in done:
            done.add((link.origin, link.joint))
            yield graph.group_of(link)


class _Justification:
    """A way with what it leads to, and how much of that is not reached."""

    __slots__ = ("links", "missing", "origin", "targets")

    def __init__(self, links: Way, reached: Collection[str]) -> None:
        self.links = links
        self.origin = links[0].origin
        self.targets = {link.target for link in links} if len(links) > 1 else {links[0].target}
        self.missing = sum(target not in reached for target in self.targets)


class SupportState:
    """The records that chains of one kind lead from, with the instruments that count."""

    def __init__(self) -> None:
        #: What is reached: the instruments that count, and all that leads to them.
        self.reached: set[str] = set()
        self._ways: defaultdict[str, list[_Justification]] = defaultdict(list)
        self._onto: defaultdict[str, list[_Justification]] = defaultdict(list)
        self._rests: dict[str, _Justification] = {}

    @classmethod
    def of(
        cls, graph: TraceGraph, nodes: Iterable[str], links: Iterable[TraceLink]
    ) -> SupportState:
        """What a support of a graph, or a part of one, leads from."""
        support = cls()
        for way in ways(graph, links):
            support.hold(way)
        support.begin(node for node in nodes if node not in support._ways)
        return support

    def hold(self, way: Way) -> list[str]:
        """Adds a link, or a joint group; returns what is reached that was not."""
        held = _Justification(way, self.reached)
        self._ways[held.origin].append(held)
        for target in held.targets:
            self._onto[target].append(held)
        if held.missing or held.origin in self.reached:
            return []
        self._rests[held.origin] = held
        return self._reach([held.origin])

    def begin(self, instruments: Iterable[str]) -> list[str]:
        """Lets instruments count; returns what is reached that was not."""
        return self._reach(dict.fromkeys(one for one in instruments if one not in self.reached))

    def _reach(self, names: Iterable[str]) -> list[str]:
        queue = list(names)
        self.reached.update(queue)
        for name in queue:
            for held in self._onto.get(name, ()):
                held.missing -= 1
                if not held.missing and held.origin not in self.reached:
                    self._rests[held.origin] = held
                    self.reached.add(held.origin)
                    queue.append(held.origin)
        return queue

    def drop(self, instruments: Iterable[str]) -> Set[str]:
        """Lets instruments count no more; returns what is reached no longer."""
        lost, moved = self._lost(instruments, ())
        self._rests.update(moved)
        self.reached -= lost
        for name in lost:
            self._rests.pop(name, None)
            for held in self._onto.get(name, ()):
                held.missing += 1
        return lost

    def without(self, instruments: Iterable[str], links: Collection[TraceLink] = ()) -> Set[str]:
        """What would be lost without some instruments and some links, the instruments among
        them; with a link of a joint group the whole group is taken away."""
        return self._lost(instruments, links)[0]

    def proof(
        self, name: str, instruments: Iterable[str] = (), links: Collection[TraceLink] = ()
    ) -> tuple[TraceLink, ...] | None:
        """The links that a record that is reached depends on without some instruments and links: a
        chain, or where it runs over a joint group several. None where it would be lost."""
        lost, moved = self._lost(instruments, links)
        if name in lost:
            return None
        found: dict[TraceLink, None] = {}
        for at in sorted(closure([name], lambda one: self._resting_under(one, moved))):
            held = moved.get(at) or self._rests.get(at)
            found.update(dict.fromkeys(held.links if held else ()))
        return tuple(found)

    def _resting_under(self, name: str, moved: Mapping[str, _Justification]) -> Iterable[str]:
        held = moved.get(name) or self._rests.get(name)
        return held.targets if held else ()

    def _lost(
        self, instruments: Iterable[str], links: Collection[TraceLink]
    ) -> tuple[Set[str], dict[str, _Justification]]:
        """What is lost, and on what the others rest from then on."""
        taken = self.reached.intersection(instruments)
        cut = frozenset(links)
        begun = {link.origin for link in cut if self._rests_over(link)}
        lost = set(closure((*taken, *begun), self._resting_on))
        if len(lost) == len(taken):
            return lost, {}
        moved: dict[str, _Justification] = {}
        again = deque(sorted(lost - taken))  # in one order, so that one way is found each time
        while again:
            name = again.popleft()
            if name not in lost:
                continue
            for held in self._ways[name]:
                if held.missing or not held.targets.isdisjoint(lost):
                    continue
                if not cut or cut.isdisjoint(held.links):
                    moved[name] = held
                    lost.discard(name)
                    again.extend(justification.origin for justification in self._onto.get(name, ()))
                    break
        return lost, moved

    def _rests_over(self, link: TraceLink) -> bool:
        held = self._rests.get(link.origin)
        return held is not None and link in held.links

    def _resting_on(self, name: str) -> Iterable[str]:
        return (
            held.origin for held in self._onto.get(name, ()) if self._rests.get(held.origin) is held
        )
