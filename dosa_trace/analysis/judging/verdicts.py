"""The state of one recommendation or objective on a date, and what it depends on.

The rules are those of docs/rules.md. A state is found by asking, from the strongest kind of chain
to the weakest, whether one leads from the record; the first that does decides. What each kind leads
from is one pass back from the instruments (`TraceGraph.support`), linear in the links and made
once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.judging.chain_ends import Ends
from dosa_trace.analysis.judging.doubts import leading_to_doubt
from dosa_trace.analysis.judging.incremental_support import SupportState
from dosa_trace.analysis.judging.needed import Needed
from dosa_trace.catalog.facts.speakers import Speaker, Speakers
from dosa_trace.catalog.model.reach import closure
from dosa_trace.catalog.model.records import Instrument, Objective, Recommendation, TraceLink
from dosa_trace.catalog.model.vocabulary import STRONGEST_FIRST, Basis, Extent, Ranked

if TYPE_CHECKING:
    from dosa_trace.graph import Support, TraceGraph


class State(Ranked):
    """What supports a recommendation, the strongest first; nothing does behind two of them, and
    neither of these is less than the other."""

    COVERED = "covered"
    PARTLY = "partly"
    PLANNED = "planned"
    DECLINED = "declined"
    GAP = "gap"

    @property
    def rank(self) -> int:
        """How much supports it, for better and worse: nothing does behind declined and gap."""
        return _RANK[self]


_RANK = {State.COVERED: 3, State.PARTLY: 2, State.PLANNED: 1, State.DECLINED: 0, State.GAP: 0}
#: The states that are a gap to whoever asks for gaps, the worst first.
OPEN = (State.GAP, State.DECLINED)
#: What `--basis` may be: suggested links never count.
COUNTED_BASES = (Basis.STATED, Basis.INFERRED)


class Verdict(NamedTuple):
    """The state of one recommendation or objective, and what it depends on.

    `via` are the instruments at the end of the chains that meet the rule of the state, `basis` says
    whether one of the strongest of these runs over stated links alone. `mentioned` says that only a
    chain with a marginal link was found.
    """

    state: State
    mentioned: bool
    via: tuple[str, ...]
    basis: Basis | None


class ChainKind(NamedTuple):
    """A kind of chain with the state that it gives: each link of at least `extent`, and an
    instrument at its end that is live, or (`promised`) also one that is only announced."""

    state: State
    extent: Extent
    promised: bool


#: The kinds of chain that give a state, the strongest first.
KINDS = (
    ChainKind(State.COVERED, Extent.FULL, promised=False),
    ChainKind(State.PARTLY, Extent.PARTIAL, promised=False),
    ChainKind(State.PLANNED, Extent.PARTIAL, promised=True),
)
#: The kind that only mentions.
MENTIONING = ChainKind(State.GAP, Extent.MARGINAL, promised=True)


class ChainLevel(NamedTuple):
    """A kind of chain (`ChainKind`), and what it leads from.

    `support` and `ends` are those on the basis of the graph.
    """

    state: State
    extent: Extent
    promised: bool
    support: Support
    ends: Ends


class Strength(NamedTuple):
    """How much a chain answers, and how well founded it is at that."""

    extent: Extent
    basis: Basis


class Judge:
    """Gives verdicts on the nodes of a graph.

    `counting` narrows the instruments down to some, to ask how far those alone answer.
    """

    def __init__(
        self, graph: TraceGraph, counting: Callable[[Instrument], bool] = lambda _: True
    ) -> None:
        self.graph = graph
        self.counting = counting
        self._supports: dict[tuple[Extent, bool, Basis], Support] = {}
        self._verdicts: dict[str, Verdict] = {}
        self._status_speakers: dict[str, Speaker] = {}

    def support(self, extent: Extent, promised: bool, basis: Basis) -> Support:
        """What chains of one kind lead from, and over which links."""
        key = (extent, promised, basis)
        if key not in self._supports:
            counts = self.graph.is_live_or_announced if promised else self.graph.is_live
            self._supports[key] = self.graph.support(
                extent, lambda instrument: self.counting(instrument) and counts(instrument), basis
            )
        return self._supports[key]

    @cached_property
    def levels(self) -> tuple[ChainLevel, ...]:
        """The kinds of chain from the strongest to the weakest; the last only mentions."""
        return tuple(self._level(*kind) for kind in (*KINDS, MENTIONING))

    def _level(self, state: State, extent: Extent, promised: bool) -> ChainLevel:
        support = self.support(extent, promised, self.graph.basis)
        return ChainLevel(state, extent, promised, support, Ends(self.graph, support))

    def judge(self, record: Recommendation | Objective) -> Verdict:
        """The verdict on a recommendation or an objective, found once; an objective has no
        responses."""
        if record.id not in self._verdicts:
            self._verdicts[record.id] = self._verdict(record)
        return self._verdicts[record.id]

    def _verdict(self, record: Recommendation | Objective) -> Verdict:
        level = self.deciding_level(record.id)
        if level is None:
            return Verdict(self.without_chain(record), False, (), None)
        mentioned = level.state is State.GAP
        via = level.ends.of(record.id)
        return Verdict(
            state=self.without_chain(record) if mentioned else level.state,
            mentioned=mentioned,
            via=via,
            basis=self._basis(record.id, level),
        )

    def only_together(self, name: str) -> tuple[str, ...]:
        """The instruments behind the state of a record to which every chain that gives it runs over
        a joint group: none of them counts alone."""
        level = self.deciding_level(name)
        if level is None:
            return ()
        onward: defaultdict[str, list[str]] = defaultdict(list)
        for link in level.support.links:
            if link.joint is None:
                onward[link.origin].append(link.target)
        alone = closure({name}, lambda record: onward.get(record, ()))
        return tuple(end for end in level.ends.of(name) if end not in alone)

    def _basis(self, identifier: str, level: ChainLevel) -> Basis:
        """The basis of the strongest chains at a level: of a planned record these may be full."""
        for extent in STRONGEST_FIRST[: STRONGEST_FIRST.index(level.extent) + 1]:
            if identifier in self.support(extent, level.promised, self.graph.basis).nodes:
                stated = self.support(extent, level.promised, Basis.STATED).nodes
                return Basis.STATED if identifier in stated else Basis.INFERRED
        raise ValueError(f"no chain of this level leads from {identifier}")

    def strength(self, links: Iterable[TraceLink]) -> Strength | None:
        """How strong a chain of these links is: through a joint group as strong and as well founded
        as the group. None where it does not lead to a live or announced instrument, or stands on a
        group that does not count as a whole."""
        path = frozenset(links)
        for extent in STRONGEST_FIRST:
            if path <= self.support(extent, True, self.graph.basis).links:
                stated = path <= self.support(extent, True, Basis.STATED).links
                return Strength(extent, Basis.STATED if stated else Basis.INFERRED)
        return None

    def deciding_level(self, identifier: str) -> ChainLevel | None:
        """The strongest kind of chain that leads from a record."""
        at = self.deciding_place(identifier)
        return None if at is None else self.levels[at]

    def deciding_place(self, identifier: str) -> int | None:
        """Which of the kinds of chain, counted from the strongest, leads from a record first; None
        where none does."""
        places = enumerate(self.levels)
        return next((at for at, one in places if identifier in one.support.nodes), None)

    @cached_property
    def needed(self) -> tuple[Needed, ...]:
        """What the chains of each kind that gives a state share, the strongest first."""
        return tuple(Needed(self.graph, level.support) for level in self.levels[:-1])

    def status_speaker(self, name: str) -> Speaker:
        """Whose word the status of an instrument is."""
        if name not in self._status_speakers:
            instrument = self.graph.catalog.instruments[name]
            self._status_speakers[name] = self.speakers.of_status(instrument, self.graph.as_of)
        return self._status_speakers[name]

    @cached_property
    def speakers(self) -> Speakers:
        """Whose word the sources of the catalogue are."""
        return Speakers(self.graph.catalog)

    def is_doubted(self, identifier: str) -> bool:
        """Whether a chain that decides the state of a record runs over a doubted link."""
        level = self.deciding_level(identifier)
        return level is not None and identifier in self._doubted[level.state]

    @cached_property
    def _doubted(self) -> Mapping[State, frozenset[str]]:
        return {level.state: leading_to_doubt(level.support.links) for level in self.levels}

    def state_on(self, record: Recommendation | Objective, basis: Basis) -> State:
        """The state when links of at least this basis count, whatever the graph counts."""
        for level in self.levels[:-1]:
            if record.id in self.support(level.extent, level.promised, basis).nodes:
                return level.state
        return self.without_chain(record)

    def fallen(
        self,
        instruments: Iterable[str],
        links: Collection[TraceLink] = (),
        lowered: Iterable[TraceLink] = (),
    ) -> Mapping[str, State]:
        """The states of the recommendations and objectives for which another holds where some
        instruments and some links are taken away, and the extent of others is one step less, by
        their ids. What befalls a link of a joint group befalls the whole group."""
        gone, less = frozenset(instruments), frozenset(lowered)
        lost = [
            support.without(gone, {*links, *(link for link in less if link.extent is level.extent)})
            for level, support in zip(self.levels, self.supports, strict=False)
        ]
        records = self.graph.catalog.by_id
        states: dict[str, State] = {}
        for name in frozenset().union(*lost):
            record = records[name]
            if isinstance(record, Recommendation | Objective):
                was = self._state_where(record, [()] * len(lost))
                now = self._state_where(record, lost)
                if now is not was:
                    states[name] = now
        return states

    def _state_where(
        self, record: Recommendation | Objective, lost: Iterable[Container[str]]
    ) -> State:
        for level, less in zip(self.levels[:-1], lost, strict=True):
            if record.id in level.support.nodes and record.id not in less:
                return level.state
        return self.without_chain(record)

    @cached_property
    def supports(self) -> tuple[SupportState, ...]:
        """What the kinds of chain that give a state lead from, the strongest first."""
        return tuple(SupportState.of(self.graph, *level.support) for level in self.levels[:-1])

    def without_chain(self, record: Recommendation | Objective) -> State:
        """The state of a record from which no chain leads that gives one."""
        if isinstance(record, Recommendation):
            response = record.response_on(self.graph.as_of)
            if response is not None and response.value.declines:
                return State.DECLINED
        return State.GAP
