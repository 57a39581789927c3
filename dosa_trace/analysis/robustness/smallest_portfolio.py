"""The fewest instruments with which every state would be what it is today, and those that nobody
would miss.

Whatever is indispensable alone is in it. Among the rest it is a hitting set over what each
recommendation that is still open needs: up to `MOST_TRIED_EXACTLY` undecided instruments by
branching on the smallest need, deepened step by step and bounded from below by needs that share
nothing; beyond that greedily, with that bound told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from dosa_trace.analysis.judging.figures import Share
from dosa_trace.analysis.judging.verdicts import Judge

#: Up to so many instruments, over and above those that nothing can do without, every choice is
#: tried; beyond that the one that serves most is taken each time.
MOST_TRIED_EXACTLY = 25


class Portfolio(NamedTuple):
    """A set of instruments that keeps every state, of the `candidates` that support one.

    `exact` says that no smaller one does; otherwise it takes `at_least` so many. `indispensable`
    are those without which, alone, a state would fall; `spare` those without which, alone, none
    would.
    """

    ids: tuple[str, ...]
    exact: bool
    at_least: int
    candidates: int
    indispensable: tuple[str, ...]
    spare: tuple[str, ...]

    @property
    def share(self) -> Share:
        """How many of the candidates it takes."""
        return Share.of(len(self.ids), self.candidates)


def smallest_portfolio(judge: Judge, answered: Collection[str]) -> Portfolio:
    """The fewest instruments that keep the states of these recommendations, each of which
    something supports."""
    needs = {name: frozenset(_ends(judge, name)) for name in answered}
    candidates = frozenset().union(*needs.values())
    search = _Search(judge, needs)
    indispensable = frozenset(name for name in candidates if search.fallen({name}))
    open_ = search.open_with(indispensable)
    undecided = frozenset().union(*(needs[name] for name in open_)) - indispensable
    least = len(indispensable) + _apart(needs[name] - indispensable for name in open_)
    exact = len(undecided) <= MOST_TRIED_EXACTLY
    chosen = search.exactly(indispensable) if exact else search.greedily(indispensable)
    return Portfolio(
        ids=tuple(sorted(chosen)),
        exact=exact or len(chosen) == least,
        at_least=len(chosen) if exact else least,
        candidates=len(candidates),
        indispensable=tuple(sorted(indispensable)),
        spare=tuple(sorted(candidates - indispensable)),
    )


def _ends(judge: Judge, name: str) -> tuple[str, ...]:
    level = judge.deciding_level(name)
    return level.ends.of(name) if level else ()


def _apart(needs: Iterable[frozenset[str]]) -> int:
    """How many of these sets share no member with one counted before: so many it takes at least."""
    seen: set[str] = set()
    count = 0
    for need in sorted(needs, key=lambda one: (len(one), sorted(one))):
        if seen.isdisjoint(need):
            count += 1
            seen |= need
    return count


class _Search:
    def __init__(self, judge: Judge, needs: Mapping[str, frozenset[str]]) -> None:
        self.judge = judge
        self.needs = needs
        self.all = frozenset().union(*(support.reached for support in judge.supports))
        self.all &= judge.graph.catalog.instruments.keys()

    def fallen(self, gone: Collection[str]) -> list[str]:
        """The recommendations that need more than is left, in order."""
        return sorted(self.judge.fallen(gone).keys() & self.needs.keys())

    def open_with(self, chosen: frozenset[str]) -> list[str]:
        """The recommendations whose state these instruments alone do not keep."""
        return self.fallen(self.all - chosen)

    def exactly(self, chosen: frozenset[str]) -> frozenset[str]:
        """The smallest set that holds these; of several the first by id."""
        more = 0
        while (found := self._with(chosen, more)) is None:
            more += 1
        return found

    def _with(self, chosen: frozenset[str], more: int) -> frozenset[str] | None:
        """A set with at most so many more instruments."""
        open_ = self.open_with(chosen)
        if not open_:
            return chosen
        wanting = [self.needs[name] - chosen for name in open_]
        if _apart(wanting) > more:
            return None
        fewest = min(wanting, key=lambda need: (len(need), sorted(need)))
        for one in sorted(fewest):
            found = self._with(chosen | {one}, more - 1)
            if found is not None:
                return found
        return None

    def greedily(self, chosen: frozenset[str]) -> frozenset[str]:
        """A set that holds these and, each time, what most of the rest have at an end."""
        while open_ := self.open_with(chosen):
            wanting = [self.needs[name] - chosen for name in open_]
            while wanting:
                serves = Counter(one for need in wanting for one in need)
                best = min(serves, key=lambda one: (-serves[one], one))
                chosen |= {best}
                wanting = [need for need in wanting if best not in need]
        return chosen
