"""What nothing is reached without."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.judging.dominators import DominatorTree
from tests.examples import examples


@examples(200)
@given(st.lists(st.lists(st.integers(0, 11), max_size=4), min_size=12, max_size=12))
def test_a_dominator_is_what_nothing_is_reached_without(onward: list[list[int]]) -> None:
    tree = DominatorTree(onward)
    reached = _reached(onward, None)
    assert set(tree.order) == reached
    for node in reached - {0}:
        above, at = set(), node
        while at:
            at = tree.above[at]
            above.add(at)
        assert above == {
            one for one in reached if one != node and node not in _reached(onward, one)
        }


def _reached(onward: list[list[int]], without: int | None) -> set[int]:
    waiting = [0] if without != 0 else []
    found = set(waiting)
    for node in waiting:
        fresh = {one for one in onward[node] if one != without} - found
        found |= fresh
        waiting += sorted(fresh)
    return found
