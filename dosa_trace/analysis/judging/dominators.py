"""The nodes that stand on every way from one node to each other.

The immediate dominator of a node is the last of these before it, and all of them are those on its
way to the root of the tree that immediate dominators make (Lengauer and Tarjan 1979). They are
found by going over the nodes in reverse postorder until nothing moves (Cooper, Harvey and Kennedy,
*A simple, fast dominance algorithm*, 2001): one pass where nothing leads round, and nothing recurs,
however long the ways are."""

from __future__ import annotations

from collections.abc import Sequence


class DominatorTree:
    """The nodes that node 0 leads to, each below its immediate dominator.

    `onward` holds for each node the nodes that it leads to, by number. `above` is the immediate
    dominator of each, -1 where node 0 leads nowhere near; that of node 0 is itself.
    """

    def __init__(self, onward: Sequence[Sequence[int]]) -> None:
        order = _reverse_postorder(onward)
        self._place = [-1] * len(onward)
        for place, node in enumerate(order):
            self._place[node] = place
        before: list[list[int]] = [[] for _ in onward]
        for node in order:
            for target in onward[node]:
                before[target].append(node)
        self.above = [-1] * len(onward)
        self.above[0] = 0
        #: All nodes, each behind its immediate dominator.
        self.order = order
        moved = True
        while moved:
            moved = False
            for node in order[1:]:
                shared = self.shared(
                    [predecessor for predecessor in before[node] if self.above[predecessor] >= 0]
                )
                if shared != self.above[node]:
                    self.above[node] = shared
                    moved = True

    def shared(self, nodes: Sequence[int]) -> int:
        """The last node that stands on every way to each of some nodes."""
        place, above = self._place, self.above
        found = nodes[0]
        for node in nodes[1:]:
            other = node
            while found != other:
                while place[other] > place[found]:
                    other = above[other]
                while place[found] > place[other]:
                    found = above[found]
            if not found:
                break
        return found


def _reverse_postorder(onward: Sequence[Sequence[int]]) -> list[int]:
    """The nodes that node 0 leads to, each before all that only it leads to."""
    done: list[int] = []
    seen = {0}
    waiting = [(0, iter(onward[0]))]
    while waiting:
        node, further = waiting[-1]
        for target in further:
            if target not in seen:
                seen.add(target)
                waiting.append((target, iter(onward[target])))
                break
        else:
            waiting.pop()
            done.append(node)
    return done[::-1]
