"""With how few instruments the states would be the same: never beaten, else a bound is told."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from datetime import date
from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.analysis.robustness.fragility import fragility
from tests import oracle
from tests.analysis.robustness.wrong_judgements import TODAY, lower, many
from tests.build import graph_of
from tests.examples import examples
from tests.worlds import DAYS, catalogues


@examples(120)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["stated", "inferred"]))
def test_the_smallest_set_of_instruments_is_never_beaten(
    data: dict[str, Any], on: date, basis: Any
) -> None:
    graph = graph_of(data, on, basis)
    told = fragility(graph).carrying
    now = oracle.states(data, on, basis)
    asked = {one.id for one in graph.recommendations}
    names = [one["id"] for one in data["instruments"]]

    def falls(kept: Iterable[str]) -> set[str]:
        other = copy.deepcopy(data)
        for one in other["instruments"]:
            if one["id"] not in kept:
                one["status"] = [{"date": "2022", "value": "stopped"}]
        return lower(oracle.states(other, on, basis), now) & asked

    enough = [
        some for size in range(len(names) + 1) for some in combinations(names, size)
        if not falls(some)
    ]  # fmt: skip
    assert told.exact
    assert len(told.ids) == told.at_least == len(enough[0])
    assert told.ids in {tuple(sorted(some)) for some in enough}
    missed = {one for one in names if falls([name for name in names if name != one])}
    assert set(told.indispensable) == missed
    assert set(told.spare).isdisjoint(missed)


def test_beyond_what_can_be_tried_a_bound_is_told() -> None:
    told = fragility(graph_of(many(60), TODAY)).carrying
    assert not told.exact
    assert 0 < told.at_least <= len(told.ids) < told.candidates == 40
    judge = Judge(graph_of(many(60), TODAY))
    everything = judge.graph.catalog.instruments.keys()
    assert judge.fallen(everything - set(told.ids)) == {}
