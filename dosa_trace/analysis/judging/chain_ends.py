"""The instruments at the end of the chains of one kind, by where these begin.

The objectives that lead round among each other make strongly connected components; over the
acyclic graph of these (the condensation, sinks first) the ends beyond each objective are gathered
as the bits of whole numbers, once. A recommendation is asked when somebody wants to know, and
nothing of it is kept."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dosa_trace.graph import Support, TraceGraph


class Ends:
    """The instruments at the end of the chains of a support, by where these begin."""

    def __init__(self, graph: TraceGraph, support: Support) -> None:
        self._catalog = graph.catalog
        self._support = support
        self._unpacked: dict[str, tuple[str, ...]] = {}

    def of(self, node: str) -> tuple[str, ...]:
        """The instruments at the end of the chains from a node, sorted by id; of an instrument
        that carries, itself."""
        if node in self._catalog.objectives:
            return self._beyond(node)
        if node in self._catalog.instruments:
            return (node,) if node in self._support.nodes else ()
        found: set[str] = set()
        for target in self._targets.get(node, ()):
            found.update(self.of(target))
        return tuple(sorted(found))

    def _beyond(self, objective: str) -> tuple[str, ...]:
        """The instruments beyond an objective, unpacked once."""
        if objective not in self._unpacked:
            bits, names = self._gathered.get(objective, 0), []
            while bits:
                lowest = bits & -bits
                names.append(self._counting[lowest.bit_length() - 1])
                bits ^= lowest
            self._unpacked[objective] = tuple(names)
        return self._unpacked[objective]

    @cached_property
    def _targets(self) -> Mapping[str, list[str]]:
        targets: defaultdict[str, list[str]] = defaultdict(list)
        for link in self._support.links:
            targets[link.origin].append(link.target)
        return targets

    @cached_property
    def _counting(self) -> list[str]:
        return sorted(one for one in self._support.nodes if one in self._catalog.instruments)

    @cached_property
    def _gathered(self) -> Mapping[str, int]:
        """The instruments beyond each objective, as bits at their places among those that count."""
        from dosa_trace.graph import components_sinks_first

        objectives = self._catalog.objectives
        own = {name: 1 << at for at, name in enumerate(self._counting)}
        between = [
            (origin, target)
            for origin, targets in self._targets.items()
            if origin in objectives
            for target in targets
            if target in objectives
        ]
        joined = {name for pair in between for name in pair}
        alone = ((name,) for name in self._targets if name in objectives and name not in joined)
        gathered: dict[str, int] = {}
        for component in (*alone, *components_sinks_first(between)):
            bits = 0
            for member in component:
                for target in self._targets.get(member, ()):
                    bits |= own[target] if target in own else gathered.get(target, 0)
            gathered.update(dict.fromkeys(component, bits))
        return gathered
