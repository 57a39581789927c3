"""Figures as they must always be shown: a part, the whole it is part of, and the percentage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from dosa_trace.analysis.judging.verdicts import COUNTED_BASES, Judge, State
from dosa_trace.catalog.model.records import Recommendation
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.language import N_OF, Language


class Share(NamedTuple):
    """A part of a whole.

    `percent` is rounded half up to one decimal, but only nothing is 0 and only all is 100; it is
    None where there is nothing to take a part of.
    """

    numerator: int
    denominator: int
    percent: float | None

    @classmethod
    def of(cls, numerator: int, denominator: int) -> Share:
        """So many of so many, with the percentage."""
        if not denominator:
            return cls(numerator, denominator, None)
        tenths = (2000 * numerator + denominator) // (2 * denominator)
        if 0 < numerator < denominator:
            tenths = min(max(tenths, 1), 999)
        return cls(numerator, denominator, tenths / 10)

    def __str__(self) -> str:
        return self.say(Language.EN)

    def say(self, language: Language) -> str:
        """`4 of 6`."""
        return N_OF(n=self.numerator, of=self.denominator).say(language)

    def reaches(self, percent: Decimal) -> bool:
        """Whether the exact share, not the rounded one, is at least so many percent."""
        return 100 * self.numerator >= percent * self.denominator


class Counts(NamedTuple):
    """How many recommendations are in each state; the five always add up to the total."""

    covered: int
    partly: int
    planned: int
    declined: int
    gap: int


class Percentages(NamedTuple):
    """Each count in percent of the total, None where the total is 0."""

    covered: float | None
    partly: float | None
    planned: float | None
    declined: float | None
    gap: float | None


class Figures(NamedTuple):
    """The five counts of some recommendations, with their total and their percentages."""

    total: int
    counts: Counts
    percentages: Percentages

    @classmethod
    def of(cls, states: Iterable[State]) -> Figures:
        """The figures of recommendations in these states."""
        listed = list(states)
        total = len(listed)
        counted = [sum(one is state for one in listed) for state in State]
        percentages = [Share.of(count, total).percent for count in counted]
        return cls(total, Counts(*counted), Percentages(*percentages))

    def share(self, *states: State) -> Share:
        """The part of the total that is in one of these states."""
        return Share.of(sum(getattr(self.counts, state) for state in states), self.total)


def figures_on(judge: Judge, records: Iterable[Recommendation]) -> Mapping[Basis, Figures]:
    """The figures of some recommendations on each basis, whatever the graph counts."""
    listed = list(records)
    return {
        basis: Figures.of(judge.state_on(record, basis) for record in listed)
        for basis in COUNTED_BASES
    }
