"""The figures of some recommendations together on a date, on both bases, with what must be known
beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from dosa_trace.analysis.coverage.claim import Claim, claim
from dosa_trace.analysis.judging.figures import Figures, Share, figures_on
from dosa_trace.analysis.judging.marks import count_marks, mark_types
from dosa_trace.analysis.judging.verdicts import Judge, State
from dosa_trace.catalog.facts.searches import is_only_linked
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.results import field_types

if TYPE_CHECKING:
    from dosa_trace.analysis.coverage.coverage import RecommendationCoverage


class Standing(NamedTuple):
    """Some recommendations, and what they are called together, if anything; `key` is the id of whom
    they are addressed to, where they stand together for that.

    `marked` counts those that bear each mark (`judging.marks`) on the basis that was asked for,
    `answered` those that something supports; `searched_gaps` the gaps for which somebody searched,
    of `gaps`, and `linked_gaps` those of the others that have a supporting link;
    `searched_responses` those `without_response` for which somebody looked for one."""

    name: LocalText | None
    claim: Claim
    total: int
    by_basis: Mapping[Basis, Figures]
    answered: int
    marked: Mapping[str, int]
    gaps: int
    searched_gaps: int
    linked_gaps: int
    without_response: int
    searched_responses: int
    key: str | None = None

    def as_data(self) -> Mapping[str, Any]:
        """How many bear each mark stands under its own key as well."""
        return {**self._asdict(), **self.marked}

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What the keys of `as_data` hold."""
        return {**field_types(cls), **mark_types(int)}

    def of_answered(self, marked: int) -> Share:
        """So many of those that are answered at all."""
        return Share.of(marked, self.answered)

    @property
    def searched_share(self) -> Share:
        """Of the gaps, those that somebody looked into."""
        return Share.of(self.searched_gaps, self.gaps)

    @property
    def not_searched_share(self) -> Share:
        """Of the gaps, those for which nobody searched."""
        return Share.of(self.gaps - self.searched_gaps, self.gaps)

    @property
    def silent_share(self) -> Share:
        """Of all, those without a response on file."""
        return Share.of(self.without_response, self.total)

    @property
    def searched_of_silent(self) -> Share:
        """Of those without a response, those for which somebody looked for one."""
        return Share.of(self.searched_responses, self.without_response)


def standing(
    judge: Judge, lines: Iterable[RecommendationCoverage], name: LocalText | None = None
) -> Standing:
    """How the recommendations of these lines stand together."""
    listed = list(lines)
    open_ = [line for line in listed if line.state is State.GAP]
    silent = [line for line in listed if line.response is None]
    records = judge.graph.catalog.recommendations
    return Standing(
        name=name,
        claim=claim(judge, listed),
        total=len(listed),
        by_basis=figures_on(judge, (records[line.id] for line in listed)),
        answered=sum(line.state.rank > 0 for line in listed),
        marked=count_marks(listed),
        gaps=len(open_),
        searched_gaps=sum(line.searched for line in open_),
        linked_gaps=sum(is_only_linked(judge.graph.catalog, line.id) for line in open_),
        without_response=len(silent),
        searched_responses=sum(line.response_searched for line in silent),
    )
