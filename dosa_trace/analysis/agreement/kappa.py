"""How much more often judges agree than by chance.

- Cohen's kappa, of two judges (J. Cohen, *Educational and Psychological Measurement* 20, 1960), and
  with weights that grow with the square of the distance (J. Cohen, *Psychological Bulletin* 70,
  1968);
- Fleiss' kappa, of more (J. L. Fleiss, *Psychological Bulletin* 76, 1971), where each case may have
  another number of judges: the agreement of a case is that of its own pairs of judges, and a
  category's share is that of all judgements;
- an interval by the bootstrap (B. Efron, *Annals of Statistics* 7, 1979): the 2.5th and the 97.5th
  percentile of the kappas of samples of the same size, drawn with replacement, of a fixed seed.

All are exact fractions but the interval.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction
from random import Random
from typing import NamedTuple

#: The judgements of one case, as places in the order of categories.
Case = Sequence[int]
Kappa = Callable[[Sequence[Case]], Fraction | None]
#: How many samples an interval is drawn from, and from which seed.
SAMPLES, SEED = 2000, 20261130


class Interval(NamedTuple):
    """Where a kappa lies in 95 of 100 samples."""

    low: float
    high: float


def cohen(cases: Sequence[Case]) -> Fraction | None:
    """Cohen's kappa of the first two judgements; None where none can differ by chance."""
    return kappa_by(cases, lambda one, other: int(one != other))


def weighted(cases: Sequence[Case]) -> Fraction | None:
    """The same where a disagreement weighs the square of its distance."""
    return kappa_by(cases, lambda one, other: (one - other) ** 2)


def kappa_by(cases: Sequence[Case], weight: Callable[[int, int], int]) -> Fraction | None:
    """The same where each disagreement weighs as much as is told."""
    couples = [(case[0], case[1]) for case in cases]
    first = Counter(one for one, _ in couples)
    second = Counter(other for _, other in couples)
    expected = sum(
        weight(one, other) * first[one] * second[other] for one in first for other in second
    )
    if not expected:
        return None
    seen = sum(weight(one, other) * n for (one, other), n in Counter(couples).items())
    return 1 - Fraction(seen * len(couples), expected)


def fleiss(cases: Sequence[Case]) -> Fraction | None:
    """Fleiss' kappa of cases with two judgements or more each; None as for Cohen's."""
    judged = [Counter(case) for case in cases]
    total = sum(counts.total() for counts in judged)
    if not total:
        return None
    shares = sum(judged, Counter())
    expected = sum(Fraction(n, total) ** 2 for n in shares.values())
    if expected == 1:
        return None
    agreed = sum((_agreed(counts) for counts in judged), Fraction()) / len(judged)
    return (agreed - expected) / (1 - expected)


def _agreed(counts: Counter[int]) -> Fraction:
    """The part of the pairs of judges of one case that agree."""
    judges = counts.total()
    return Fraction(sum(n * (n - 1) for n in counts.values()), judges * (judges - 1))


def interval(cases: Sequence[Case], kappa: Kappa) -> Interval | None:
    """The interval of a kappa; None where too many samples have none to take it from."""
    random = Random(SEED)
    sampled = (kappa(random.choices(cases, k=len(cases))) for _ in range(SAMPLES))
    known = sorted(float(value) for value in sampled if value is not None)
    if len(known) < SAMPLES // 2:
        return None
    low, high = (known[round(part * (len(known) - 1))] for part in (0.025, 0.975))
    return Interval(low, high)
