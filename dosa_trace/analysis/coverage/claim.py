"""What every surface claims first: of how many recommendations a source says that they are fully
covered, every other state that occurs, and on whose word the states are (docs/rules.md, *The
claim*)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.judging.verdicts import Judge, State
from dosa_trace.catalog.model.vocabulary import Basis

if TYPE_CHECKING:
    from dosa_trace.analysis.coverage.coverage import RecommendationCoverage


class Claim(NamedTuple):
    """The numbers of a claim about `total` recommendations.

    Of `covered_by_sources` a source says that they are fully covered, of `covered_by_analyst` an
    analyst concludes it; with the other four they add up to the total. `answered` are those in the
    first three states, `stated` those of them whose state is the same on stated links alone, and
    `judged` the others.
    """

    total: int
    covered_by_sources: int
    covered_by_analyst: int
    partly: int
    planned: int
    declined: int
    gap: int
    answered: int
    stated: int
    judged: int


def claim(judge: Judge, lines: Iterable[RecommendationCoverage]) -> Claim:
    """The claim about the recommendations of these lines."""
    records = judge.graph.catalog.recommendations
    pairs = [(line.state, judge.state_on(records[line.id], Basis.STATED)) for line in lines]
    states = Counter(state for state, _ in pairs)
    stated = Counter(state for state, by_sources in pairs if state is by_sources and state.rank)
    answered = sum(count for state, count in states.items() if state.rank)
    return Claim(
        total=len(pairs),
        covered_by_sources=stated[State.COVERED],
        covered_by_analyst=states[State.COVERED] - stated[State.COVERED],
        partly=states[State.PARTLY],
        planned=states[State.PLANNED],
        declined=states[State.DECLINED],
        gap=states[State.GAP],
        answered=answered,
        stated=stated.total(),
        judged=answered - stated.total(),
    )
