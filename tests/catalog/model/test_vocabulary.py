from __future__ import annotations

import operator
from itertools import product

import pytest

from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.catalog.model.vocabulary import Basis, Extent, Ranked

COMPARED = (operator.lt, operator.le, operator.gt, operator.ge)


@pytest.mark.parametrize("kind", [Extent, Basis, State])
def test_words_compare_by_what_they_count_for(kind: type[Ranked]) -> None:
    for one, other, compare in product(kind, kind, COMPARED):
        assert compare(one, other) is compare(one.rank, other.rank)
        assert compare(one, other.value) is compare(one.rank, other.rank)
        assert compare(one.value, other) is compare(one.rank, other.rank)


def test_the_strongest_is_the_greatest() -> None:
    assert max(Extent) is Extent.FULL > Extent.PARTIAL > Extent.MARGINAL
    assert max(Basis) is Basis.STATED > Basis.INFERRED > Basis.SUGGESTED
    assert max(State) is State.COVERED > State.PARTLY > State.PLANNED > State.DECLINED
    assert not State.DECLINED > State.GAP
    assert State.DECLINED >= State.GAP >= State.DECLINED


@pytest.mark.parametrize("other", ["whole", 1, None])
def test_what_is_no_such_word_is_never_compared_by_its_letters(other: object) -> None:
    with pytest.raises(TypeError, match=r"Extent compares with marginal, partial, full, not with"):
        assert other < Extent.FULL  # type: ignore[operator]
