"""How strongly is each record answered by one instrument, or led to one objective? The strongest
chain between the two, as `why` writes it out (DESIGN, *`via`*)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from dosa_trace.analysis.verdicts import COUNTED_BASES, Judge, Strength
from dosa_trace.catalog.records import TraceLink
from dosa_trace.catalog.vocabulary import Basis, Extent

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph

EXTENTS = (Extent.FULL, Extent.PARTIAL, Extent.MARGINAL)


def answering(judge: Judge, instrument: str) -> Mapping[str, Strength]:
    """The strength of the strongest chain from each record to a live or announced instrument."""
    graph = judge.graph

    def counting(extent: Extent, basis: Basis) -> Callable[[TraceLink], bool]:
        links = judge.support(extent, True, basis).links
        return lambda link: link in links

    return _strongest(graph, instrument, counting)


def leading(graph: TraceGraph, objective: str) -> Mapping[str, Strength]:
    """The strength of the strongest chain of counted links from each record to an objective,
    whatever stands behind that."""

    def counting(extent: Extent, basis: Basis) -> Callable[[TraceLink], bool]:
        return lambda link: (
            graph.is_counted(link)
            and link.extent is not None
            and link.extent.rank >= extent.rank
            and link.basis.rank >= basis.rank
        )

    return _strongest(graph, objective, counting)


def _strongest(
    graph: TraceGraph, end: str, counting: Callable[[Extent, Basis], Callable[[TraceLink], bool]]
) -> Mapping[str, Strength]:
    bases = [basis for basis in reversed(COUNTED_BASES) if basis.rank >= graph.basis.rank]
    found: dict[str, Strength] = {}
    for extent in EXTENTS:
        for basis in sorted(bases, key=lambda basis: -basis.rank):
            for name in _leading_to(graph.onto, end, counting(extent, basis)):
                found.setdefault(name, Strength(extent, basis))
    return found


def _leading_to(
    onto: Mapping[str, Iterable[TraceLink]], end: str, counts: Callable[[TraceLink], bool]
) -> set[str]:
    """Every node that links of a kind lead from to an end, the end left out."""
    seen: set[str] = set()
    todo = [end]
    while todo:
        for link in onto.get(todo.pop(), ()):
            if link.origin not in seen and counts(link):
                seen.add(link.origin)
                todo.append(link.origin)
    return seen - {end}
