"""Kappa against worked examples that were published, and against its definition."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.agreement.kappa import cohen, fleiss, interval, kappa_by, weighted
from tests.examples import examples

Table = Sequence[Sequence[int]]


def cases(table: Table) -> list[tuple[int, int]]:
    """The cases of a table of two judges, the first in the rows."""
    return [
        (row, column)
        for row, counts in enumerate(table)
        for column, count in enumerate(counts)
        for _ in range(count)
    ]


#: J. Cohen, Psychological Bulletin 70 (1968), table 1, of 100: kappa 0.492, and 0.348 by the
#: weights of disagreement that stand there.
COHEN = ((44, 5, 1), (7, 20, 3), (9, 5, 6))
WEIGHTS = ((0, 1, 3), (1, 0, 6), (3, 6, 0))
#: J. L. Fleiss, Statistical Methods for Rates and Proportions, two judges and a hundred subjects:
#: kappa 0.68.
DIAGNOSES = ((75, 1, 4), (5, 4, 1), (0, 0, 10))
#: The worked example of Fleiss' kappa in Wikipedia: ten subjects, fourteen judges, five categories,
#: kappa 0.210.
FOURTEEN = (
    (0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0), (3, 2, 6, 3, 0), (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7),
)  # fmt: skip


def test_cohens_kappa_is_that_of_the_published_examples() -> None:
    assert round(float(cohen(cases(COHEN)) or 0), 3) == 0.492
    assert round(float(cohen(cases(DIAGNOSES)) or 0), 2) == 0.68


def test_a_weighted_kappa_is_that_of_the_published_example() -> None:
    found = kappa_by(cases(COHEN), lambda one, other: WEIGHTS[one][other])
    assert round(float(found or 0), 3) == 0.348


def test_fleiss_kappa_is_that_of_the_published_example() -> None:
    judged = [[at for at, count in enumerate(row) for _ in range(count)] for row in FOURTEEN]
    assert round(float(fleiss(judged) or 0), 3) == 0.210


couples = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=40)


@examples(300)
@given(couples)
def test_kappa_is_that_of_its_definition(judged: list[tuple[int, int]]) -> None:
    """Every pair of judgements that chance could bring together, one by one."""
    n = len(judged)
    for kappa, power in ((cohen, 0), (weighted, 2)):
        seen = sum(_weight(one, other, power) for one, other in judged) / n
        expected = (
            sum(_weight(one, other, power) for one, _ in judged for _, other in judged) / n**2
        )
        found = kappa(judged)
        if expected == 0:
            assert found is None
        else:
            assert float(found or 0) == pytest.approx(1 - seen / expected, abs=1e-12)


def _weight(one: int, other: int, power: int) -> int:
    return 0 if one == other else abs(one - other) ** power


@examples(300)
@given(st.lists(st.lists(st.integers(0, 3), min_size=2, max_size=5), min_size=1, max_size=20))
def test_fleiss_kappa_is_that_of_its_definition(judged: list[list[int]]) -> None:
    every = [value for case in judged for value in case]
    chance = sum((every.count(value) / len(every)) ** 2 for value in set(every))
    alike = [
        sum(one == other for at, one in enumerate(case) for other in case[at + 1 :])
        / (len(case) * (len(case) - 1) / 2)
        for case in judged
    ]
    found = fleiss(judged)
    if len(set(every)) == 1:
        assert found is None
    else:
        expected = (sum(alike) / len(alike) - chance) / (1 - chance)
        assert float(found or 0) == pytest.approx(expected, abs=1e-12)


def test_an_interval_is_the_same_each_time_and_holds_its_kappa() -> None:
    found = interval(cases(COHEN), cohen)
    assert found is not None
    assert found == interval(cases(COHEN), cohen)
    assert found.low < float(cohen(cases(COHEN)) or 0) < found.high
    assert 0.3 < found.low < 0.4
    assert 0.6 < found.high < 0.7
    assert interval([(0, 0)] * 30, cohen) is None
