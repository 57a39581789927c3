"""Whether pairs of ids lead round in a circle, and the members of every circle."""

from __future__ import annotations

from collections.abc import Sequence
from graphlib import CycleError, TopologicalSorter


def circles(pairs: Sequence[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """The groups of ids that lead to each other, each group and all groups sorted.

    Nearly every catalogue has none; the graph library is loaded only for one that has.
    """
    sorter = TopologicalSorter[str]()
    for origin, target in pairs:
        sorter.add(target, origin)
    try:
        sorter.prepare()
    except CycleError:
        from dosa_trace.graph import components_with_cycle

        return components_with_cycle(pairs)
    return ()
