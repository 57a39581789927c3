"""What is the state of one recommendation or objective on a date, and what does it rest on?

The rules are those of DESIGN, *Coverage, exactly*. A state is found by asking, from the strongest
kind of chain to the weakest, whether one leads from the record; the first that does decides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.catalog.records import Instrument, Objective, Recommendation
from dosa_trace.catalog.vocabulary import Basis, Extent

if TYPE_CHECKING:
    from dosa_trace.graph import Support, TraceGraph


class State(StrEnum):
    """What stands behind a recommendation, the strongest first."""

    COVERED = "covered"
    PARTLY = "partly"
    PLANNED = "planned"
    DECLINED = "declined"
    GAP = "gap"

    @property
    def rank(self) -> int:
        """How much stands behind it, for better and worse: nothing does behind declined and gap."""
        return _RANK[self]


_RANK = {State.COVERED: 3, State.PARTLY: 2, State.PLANNED: 1, State.DECLINED: 0, State.GAP: 0}
#: The states that are a gap to whoever asks for gaps, the worst first.
OPEN = (State.GAP, State.DECLINED)
#: What `--basis` may be: suggested links never count.
COUNTED_BASES = (Basis.STATED, Basis.INFERRED)


class Verdict(NamedTuple):
    """The state of one recommendation or objective, and what it rests on.

    `via` are the instruments at the end of its strongest chains, `basis` the weakest basis of the
    best founded of these. `mentioned` says that only a chain with a marginal link was found.
    """

    state: State
    mentioned: bool
    via: tuple[str, ...]
    basis: Basis | None


class Level(NamedTuple):
    """A kind of chain, with the state that it gives and what it supports on each basis.

    `support` and `ends` are those on the basis of the graph.
    """

    state: State
    extent: Extent
    support: Support
    ends: Callable[[str], tuple[str, ...]]
    on_basis: Mapping[Basis, Support]


class Judge:
    """Gives verdicts on the nodes of a graph.

    `counting` narrows the instruments down to some, to ask how far those alone answer.
    """

    def __init__(
        self, graph: TraceGraph, counting: Callable[[Instrument], bool] = lambda _: True
    ) -> None:
        self.graph = graph
        self.counting = counting

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """The kinds of chain from the strongest to the weakest; the last only mentions."""
        live, promised = self.graph.is_live, self.graph.is_live_or_announced
        return (
            self._level(State.COVERED, Extent.FULL, live),
            self._level(State.PARTLY, Extent.PARTIAL, live),
            self._level(State.PLANNED, Extent.PARTIAL, promised),
            self._level(State.GAP, Extent.MARGINAL, promised),
        )

    def _level(self, state: State, extent: Extent, carries: Callable[[Instrument], bool]) -> Level:
        def counts(instrument: Instrument) -> bool:
            return self.counting(instrument) and carries(instrument)

        on_basis = {basis: self.graph.support(extent, counts, basis) for basis in COUNTED_BASES}
        support = on_basis[self.graph.basis]
        return Level(state, extent, support, self.graph.ends(support), on_basis)

    def judge(self, record: Recommendation | Objective) -> Verdict:
        """The verdict on a recommendation or an objective; an objective has no responses."""
        level = self.deciding_level(record.id)
        if level is None:
            return Verdict(self._without_chain(record), False, (), None)
        stated = record.id in level.on_basis[Basis.STATED].nodes
        mentioned = level.state is State.GAP
        return Verdict(
            state=self._without_chain(record) if mentioned else level.state,
            mentioned=mentioned,
            via=level.ends(record.id),
            basis=Basis.STATED if stated else Basis.INFERRED,
        )

    def deciding_level(self, identifier: str) -> Level | None:
        """The strongest kind of chain that leads from a record."""
        return next((level for level in self.levels if identifier in level.support.nodes), None)

    def state_on(self, record: Recommendation | Objective, basis: Basis) -> State:
        """The state when links of at least this basis count, whatever the graph counts."""
        for level in self.levels[:-1]:
            if record.id in level.on_basis[basis].nodes:
                return level.state
        return self._without_chain(record)

    def _without_chain(self, record: Recommendation | Objective) -> State:
        if isinstance(record, Recommendation):
            response = record.response_on(self.graph.as_of)
            if response is not None and response.value.declines:
                return State.DECLINED
        return State.GAP
