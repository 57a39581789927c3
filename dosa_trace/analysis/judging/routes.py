"""The links that lead on from each record towards an end, and how far the nearest end is.

Found once for all records, over a kind of link: breadth-first from the ends. From a record the ends
are found by going where the distance is least; whoever writes chains out cuts long ones off and
knows by `next` what is left of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from dosa_trace.catalog.model.records import TraceLink, what_it_says

#: How many links are tried before the search for further chains is given up, and how many of one
#: chain are written out at most.
STEPS = 20_000
MOST_HOPS = 12


class ChainPath(NamedTuple):
    """The links of a chain that are written out, and how many are left out behind the last."""

    links: tuple[TraceLink, ...]
    left_out: int


class Routes:
    """The ways over some links to the records that are an end; `back` goes against the links, from
    what they lead to."""

    def __init__(
        self, links: Iterable[TraceLink], is_end: Callable[[str], bool], back: bool = False
    ) -> None:
        self._back = back
        self._onward: defaultdict[str, list[TraceLink]] = defaultdict(list)
        before: defaultdict[str, list[str]] = defaultdict(list)
        for link in links:
            start, target = (link.target, link.origin) if back else (link.origin, link.target)
            self._onward[start].append(link)
            before[target].append(start)
        self.distance = {name: 0 for name in before if is_end(name)}
        nearest = list(self.distance)
        for name in nearest:
            for neighbour in before.get(name, ()):
                if neighbour not in self.distance:
                    self.distance[neighbour] = self.distance[name] + 1
                    nearest.append(neighbour)
        self._leading: dict[str, tuple[TraceLink, ...]] = {}

    def step(self, link: TraceLink) -> str:
        """Where one comes over a link."""
        return link.origin if self._back else link.target

    def leading(self, name: str) -> tuple[TraceLink, ...]:
        """The links that lead on from a record to an end, the nearest first."""
        if name not in self._leading:
            onward = self._onward.get(name, ())
            leading = [one for one in onward if self.step(one) in self.distance]
            leading.sort(key=what_it_says, reverse=True)
            leading.sort(key=lambda one: self.distance[self.step(one)])
            self._leading[name] = tuple(leading)
        return self._leading[name]

    def next(self, name: str) -> TraceLink | None:
        """The first link of a shortest way from a record to an end; None at an end."""
        return self.leading(name)[0] if self.distance[name] else None

    def paths(
        self, start: str, limit: int, steps: int = STEPS
    ) -> tuple[tuple[ChainPath, ...], bool]:
        """Up to `limit` paths from a record that visit nothing twice, and whether there are more.

        There can be exponentially many, so the search is given up after so many steps. The first
        path is a shortest one, because the way that is nearest to an end is tried first. What is
        longer than `MOST_HOPS` is cut off; of paths that are cut off only those are told that come
        nearer to an end with every link.
        """
        paths: list[ChainPath] = []
        more = False
        stack: list[tuple[str, tuple[TraceLink, ...]]] = [(start, ())]
        for _ in range(steps):
            if not stack:
                return tuple(paths), more
            name, links = stack.pop()
            left_out = self.distance.get(name, 0)
            is_cut = len(links) == MOST_HOPS and left_out > 0
            if is_cut and not self._comes_nearer(start, links):
                more = True
                continue
            if links and (is_cut or not left_out):
                if len(paths) == limit:
                    return tuple(paths), True
                paths.append(ChainPath(links, left_out))
            if is_cut:
                continue
            visited = {start, *(self.step(link) for link in links)}
            fresh = [link for link in self.leading(name) if self.step(link) not in visited]
            stack += [(self.step(link), (*links, link)) for link in reversed(fresh)]
        return tuple(paths), True

    def _comes_nearer(self, start: str, links: Iterable[TraceLink]) -> bool:
        far = self.distance[start]
        for link in links:
            if self.distance[self.step(link)] >= far:
                return False
            far = self.distance[self.step(link)]
        return True
