"""The smallest sets of judgements that must be wrong together before a state falls.

Whatever makes a state fail must break every chain behind it. So of one chain that proves the state
(a witness) some judgement is in the set; without that, of a witness that is left another, and so
on. Followed to three in this way no set is missed (minimal cut sets, here of judgements as in
Meliou and others, *The complexity of causality and responsibility*, 2010). With witnesses of w
judgements that is at most w + w² + w³ trials, each incremental, within one budget for all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.analysis.robustness.judgements import Judgement, Judgements, in_order
from dosa_trace.catalog.model.records import TraceLink

#: How many judgements are tried together.
MOST_TOGETHER = 3
#: How many sets of judgements are tried in all, before the rest is left unanswered; one behind
#: which more than so many records stand counts for several.
MOST_TRIED = 10_000
RECORDS_OF_ONE = 50

Set = frozenset[Judgement]


class Cuts(NamedTuple):
    """The smallest sets of judgements that must be wrong for a state to fall, in order; none where
    it takes more than three. `complete` is false where the search stopped before it could tell."""

    sets: tuple[tuple[Judgement, ...], ...]
    complete: bool

    @property
    def size(self) -> int | None:
        """How many judgements the smallest set holds."""
        return len(self.sets[0]) if self.sets else None


class CutSearch:
    """Looks for smallest sets, of one recommendation after another, within one budget."""

    def __init__(self, judge: Judge, most: int = MOST_TRIED) -> None:
        self.judge = judge
        self.left = most

    @property
    def stopped(self) -> bool:
        return self.left <= 0

    def of(self, name: str, single: Sequence[Judgement] = ()) -> Cuts:
        """The smallest sets for a record that something supports; where it falls by a single
        judgement, these are known before."""
        if single:
            return Cuts(
                tuple((judgement,) for judgement in sorted(single, key=in_order)), complete=True
            )
        judge = self.judge
        level = judge.deciding_level(name)
        if level is None or level is judge.levels[-1]:
            return Cuts((), complete=True)
        judgements = Judgements(judge, judge.graph.reached([name]))
        support = judgements.support(level)
        cost = 1 + len(support.reached) // RECORDS_OF_ONE
        first = support.proof(name)
        assert first is not None
        standing: dict[Set, tuple[TraceLink, ...]] = {frozenset(): first}
        for _ in range(MOST_TOGETHER):
            cuts, further = set[Set](), dict[Set, tuple[TraceLink, ...]]()
            for wrong, chain in standing.items():
                for judgement in judgements.behind(chain, level):
                    more = wrong | {judgement}
                    if more in cuts or more in further or len(more) == len(wrong):
                        continue
                    if self.stopped:
                        return Cuts((), complete=False)
                    self.left -= cost
                    proof = support.proof(name, *judgements.together(more, level))
                    if proof is None:
                        cuts.add(more)
                    else:
                        further[more] = proof
            if cuts:
                ordered = (tuple(sorted(cut, key=in_order)) for cut in cuts)
                return Cuts(tuple(sorted(ordered, key=_by_members)), complete=True)
            standing = further
        return Cuts((), complete=True)


def cuts_of(judge: Judge, name: str) -> Cuts:
    """The smallest sets for one record, which something supports."""
    single: list[Judgement] = []
    if name in judge.graph.catalog.recommendations:
        judgements = Judgements(judge, judge.graph.reached([name]))
        single += (one for one, _ in judgements.on(name))
        several = filter(judgements.is_of_several, judgements.all)
        single += (one for one in several if name in judgements.falls(one))
    return CutSearch(judge).of(name, single)


def _by_members(some: tuple[Judgement, ...]) -> list[tuple[str, str, str, int, int]]:
    return [in_order(one) for one in some]
