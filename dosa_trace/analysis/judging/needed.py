"""The links and instruments that all chains of one kind from a record run over: its cuts of one.

Without one of these alone the record falls. In a graph they are its dominators, seen from the
instruments (`judging.dominators`). A joint group needs all that its links lead to, so that of
several ways onward each may hold such ones; dominators know nothing of that, and of what leads to
a group sets are kept, as the bits of whole numbers: of one way all that its links need, of several
ways what they share, settled over circles to a fixed point."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from dosa_trace.analysis.judging.dominators import DominatorTree
from dosa_trace.analysis.judging.incremental_support import Way, ways
from dosa_trace.catalog.model.reach import closure
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.catalog.model.vocabulary import Basis

if TYPE_CHECKING:
    from dosa_trace.graph import Support, TraceGraph

#: A link, or an instrument by its id.
Element = TraceLink | str


class Needed:
    """What the chains of a support share, by where these begin; found when it is asked for."""

    def __init__(self, graph: TraceGraph, support: Support) -> None:
        self._catalog = graph.catalog
        self._support = support
        self._ways: defaultdict[str, list[Way]] = defaultdict(list)
        self._onto: defaultdict[str, list[Way]] = defaultdict(list)
        for way in ways(graph, support.links):
            self._ways[way[0].origin].append(way)
            for target in {link.target for link in way}:
                self._onto[target].append(way)

    def by(self, name: str) -> Sequence[Element]:
        """The links and instruments that every chain from a recommendation runs over, from which
        some chain leads."""
        if self._meets_groups(name):
            return list(self._elements_of(self._meet(name, self._settled) or 0))
        shared = self._shared_by(name)
        own = [self._ways[name][0][0]] if len(self._ways[name]) == 1 else []
        return [*own, *self._elements_above(shared)]

    def depends_on_inference(self, name: str) -> bool:
        """Whether all chains from a recommendation share an inferred link."""
        if self._meets_groups(name):
            return any(_is_inferred(one) for one in self.by(name))
        over = self._ways[name]
        own = len(over) == 1 and _is_inferred(over[0][0])
        return own or self._is_inferred[self._shared_by(name)]

    def _meets_groups(self, name: str) -> bool:
        groups = self._leading_to_groups
        return any(len(way) > 1 or way[0].target in groups for way in self._ways[name])

    def _shared_by(self, name: str) -> int:
        """The last node of the tree on every chain from a record that meets no group."""
        return self._tree.shared([self._numbers[way[0].target] for way in self._ways[name]])

    # Where no joint group is on the way --------------------------------------------------------

    @cached_property
    def _nodes(self) -> list[str]:
        """The instruments that count, and the objectives from which no chain meets a group."""
        objectives, groups = self._catalog.objectives, self._leading_to_groups
        instruments = self._support.nodes & self._catalog.instruments.keys()
        named = (name for name in self._ways if name in objectives and name not in groups)
        return [*sorted(instruments), *named]

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        """The place of each of these in the tree, whose root is 0."""
        return {name: at for at, name in enumerate(self._nodes, 1)}

    @cached_property
    def _elements(self) -> list[Element | None]:
        """What may fail at each place of the tree; behind the nodes come their links."""
        instruments = self._catalog.instruments
        nodes = [name if name in instruments else None for name in self._nodes]
        links = [way[0] for name in self._nodes for way in self._ways.get(name, ())]
        return [None, *nodes, *links]

    @cached_property
    def _tree(self) -> DominatorTree:
        onward: list[list[int]] = [[] for _ in self._elements]
        for at, element in enumerate(self._elements):
            if isinstance(element, str):
                onward[0].append(at)
            elif element is not None:
                onward[self._numbers[element.target]].append(at)
                onward[at].append(self._numbers[element.origin])
        return DominatorTree(onward)

    @cached_property
    def _is_inferred(self) -> list[bool]:
        """Of each place of the tree, whether an inferred link stands on every way to it."""
        inferred = [_is_inferred(one) for one in self._elements]
        for at in self._tree.order[1:]:
            inferred[at] = inferred[at] or inferred[self._tree.above[at]]
        return inferred

    def _elements_above(self, at: int) -> Iterator[Element]:
        while at:
            element = self._elements[at]
            if element is not None:
                yield element
            at = self._tree.above[at]

    # Where one is ------------------------------------------------------------------------------

    @cached_property
    def _leading_to_groups(self) -> frozenset[str]:
        """The objectives from which a chain runs over a joint group."""
        over_groups = (
            name for name, over in self._ways.items() if any(len(way) > 1 for way in over)
        )
        leading = closure(
            over_groups, lambda name: (way[0].origin for way in self._onto.get(name, ()))
        )
        return frozenset(leading & self._catalog.objectives.keys())

    @cached_property
    def _bits(self) -> dict[Element, int]:
        """The number of each element in the order in which they were met."""
        return {}

    def _bit(self, element: Element) -> int:
        return 1 << self._bits.setdefault(element, len(self._bits))

    def _elements_of(self, bits: int) -> Iterator[Element]:
        met = list(self._bits)
        while bits:
            lowest = bits & -bits
            yield met[lowest.bit_length() - 1]
            bits ^= lowest

    @cached_property
    def _in_tree(self) -> dict[int, int]:
        """The bits of what the places of the tree that were asked for need."""
        return {0: 0}

    def _bits_above(self, at: int) -> int:
        known, path = self._in_tree, list[int]()
        while at not in known:
            path.append(at)
            at = self._tree.above[at]
        bits = known[at]
        for one in reversed(path):
            element = self._elements[one]
            bits |= self._bit(element) if element is not None else 0
            known[one] = bits
        return bits

    @cached_property
    def _settled(self) -> Mapping[str, int]:
        """The bits of what each objective that leads to a group needs."""
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

    def _meet(self, name: str, settled: Mapping[str, int]) -> int | None:
        """What the ways of a record share, of those of which that is known by now."""
        shared: int | None = None
        for way in self._ways[name]:
            bits = self._along(way, settled)
            if bits is not None:
                shared = bits if shared is None else shared & bits
                if not shared:
                    break
        return shared

    def _along(self, way: Way, settled: Mapping[str, int]) -> int | None:
        """What every chain over a way runs over; None where nobody knows yet."""
        found = 0
        for link in way:
            found |= self._bit(link)
            if link.target not in self._leading_to_groups:
                found |= self._bits_above(self._numbers[link.target])
            elif link.target in settled:
                found |= settled[link.target]
            else:
                return None
        return found


def _is_inferred(element: Element | None) -> bool:
    return isinstance(element, TraceLink) and element.basis is Basis.INFERRED
