"""What the figures hang on: against brute force over the slow oracle, and by hand."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.coverage.single_link import steady
from dosa_trace.analysis.coverage.summary import summary
from dosa_trace.analysis.judging.verdicts import Judge, State
from dosa_trace.analysis.robustness.cut_sets import MOST_TOGETHER
from dosa_trace.analysis.robustness.fragility import fragility
from dosa_trace.analysis.robustness.judgements import JudgementKind
from dosa_trace.graph import TraceGraph
from tests import oracle
from tests.analysis.robustness.wrong_judgements import (
    TODAY,
    Wrong,
    altered,
    judged_catalogues,
    judgements_of,
    lower,
)
from tests.build import frozen, graph_of
from tests.examples import examples
from tests.worlds import DAYS, catalogues


@examples(60)
@given(judged_catalogues(), st.sampled_from(DAYS), st.sampled_from(["stated", "inferred"]))
def test_no_smaller_set_of_judgements_lowers_a_state_and_every_smallest_is_found(
    data: dict[str, Any], on: date, basis: Any
) -> None:
    graph = graph_of(data, on, basis)
    found = fragility(graph)
    now = oracle.states(data, on, basis)
    answered = {one.id: one for one in found.recommendations}
    assert answered.keys() == {
        one.id for one in graph.recommendations if State(now[one.id].state).rank
    }
    wrongs = judgements_of(data, basis, on)
    smallest: dict[str, set[frozenset[Wrong]]] = {name: set() for name in answered}
    for size in range(1, MOST_TOGETHER + 1):
        waiting = [name for name in answered if not smallest[name]]
        if not waiting:
            break
        for some in combinations(wrongs, size):
            fallen = lower(oracle.states(altered(data, some, on), on, basis), now)
            for name in waiting:
                if name in fallen:
                    smallest[name].add(frozenset(some))
    for name, one in answered.items():
        assert one.complete
        assert {frozenset((j.kind.value, j.id) for j in some) for some in one.sets} == (
            smallest[name]
        ), name
        assert one.size == (len(next(iter(smallest[name]))) if smallest[name] else None)
    single = {
        ((j := one.judgement).kind.value, j.id): {fall.id for fall in one.falls}
        for one in found.judgements
    }
    for wrong in wrongs:
        fallen = lower(oracle.states(altered(data, (wrong,), on), on, basis), now)
        assert single.get(wrong, set()) == fallen & answered.keys()
    assert found.steady == sum(one.size != 1 for one in found.recommendations)


@examples(200)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["stated", "inferred"]))
def test_the_line_of_the_summary_says_what_fragility_says(
    data: dict[str, Any], on: date, basis: Any
) -> None:
    graph = graph_of(data, on, basis)
    judge = Judge(graph)
    report = coverage(graph, judge=judge)
    found = fragility(graph)
    told = summary(judge, report)
    assert (told.steady, told.whole.answered) == (found.steady_links, found.answered)
    alone = {
        fall.id
        for one in found.judgements
        if one.judgement.kind is JudgementKind.LINK
        for fall in one.falls
    }
    answered = [line.id for line in report.recommendations if line.state.rank]
    assert steady(judge, answered) == set(answered) - alone


def test_the_frozen_catalogue_by_hand() -> None:
    """`fs-talent` rests on one joint or single chain of the nota, which three judgements carry."""
    found = fragility(frozen(TODAY))
    by_id = {one.id: one for one in found.recommendations}
    assert (found.answered, found.total) == (18, 52)
    assert all(one.complete for one in by_id.values())
    talent = by_id["fs-talent"]
    assert talent.size == 1
    assert ("source", "beslisnota-2025") in {
        (some[0].kind.value, some[0].id) for some in talent.sets
    }
    nota = next(one for one in found.judgements if one.judgement.id == "beslisnota-2025")
    assert "fs-talent" in {fall.id for fall in nota.falls}
    assert (nota.judgement.file, nota.judgement.line > 1) == ("sources.yaml", True)


@pytest.mark.parametrize("source", ["aiplan-2025", "factsheets-2025"])
def test_a_selection_counts_only_what_was_selected(source: str) -> None:
    from dosa_trace.analysis.judging.selection import Where

    graph: TraceGraph = frozen(TODAY)
    found = fragility(graph, (Where("source", source),))
    mine = {one.id for one in graph.recommendations if one.source == source}
    assert found.total == len(mine)
    assert {fall.id for one in found.judgements for fall in one.falls} <= mine
    assert {fall.id for one in found.instruments for fall in one.falls} <= mine
