"""Time: every day against a judgement of that day, what moved what, medians by hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.judging.selection import Where
from dosa_trace.analysis.judging.verdicts import COUNTED_BASES, Judge, State
from dosa_trace.analysis.time.change import ChangeKind
from dosa_trace.analysis.time.changes import changes
from dosa_trace.analysis.time.history import history
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.graph import TraceGraph
from tests.analysis.small import over_time
from tests.build import graph_of
from tests.examples import examples
from tests.worlds import catalogues

TODAY = date(2026, 11, 23)


def states_on(graph: TraceGraph, day: date) -> dict[str, State]:
    then = TraceGraph(
        graph.catalog, as_of=day, basis=graph.basis, count_suspect=graph.count_suspect
    )
    judge = Judge(then)
    return {one.id: judge.judge(one).state for one in then.recommendations}


@examples(150)
@given(catalogues(), st.sampled_from([date(2023, 1, 1), date(2024, 7, 1), date(2025, 7, 5)]))
def test_the_figures_of_a_period_are_those_of_its_ends_and_moves_lead_from_one_to_the_other(
    data: dict[str, Any], since: date
) -> None:
    graph = graph_of(data, date(2026, 6, 1))
    found = changes(graph, since)
    before = TraceGraph(graph.catalog, as_of=since - timedelta(days=1))
    assert found.before == coverage(before).by_basis
    assert found.after == coverage(graph).by_basis
    was, now = states_on(graph, before.as_of), states_on(graph, graph.as_of)
    same = [now[name] for name in was]
    for basis in COUNTED_BASES:
        assert found.after_same[basis].total == len(same)
    for state in State:
        assert getattr(found.after_same[graph.basis].counts, state) == same.count(state)
    better = sum(now[name].rank > was[name].rank for name in was)
    worse = sum(now[name].rank < was[name].rank for name in was)
    # declined and open have one rank, so that of what was first seen only all together is known
    assert found.better <= better and found.worse <= worse
    assert better + worse <= found.better + found.worse + found.first_seen
    if not found.undated:
        assert (found.better, found.worse, found.first_seen) == (better, worse, 0)
    assert 0 <= found.by_links_alone <= found.better
    assert all(since <= one.day <= graph.as_of for one in found.changes)
    # of what moved, something on file is always named
    moved = {move.id for one in found.changes for move in one.moved}
    moved |= {move.id for one in found.undated for move in one.moved}
    assert {name for name in was if was[name] is not now[name]} <= moved
    assert [one.day for one in found.changes] == sorted(one.day for one in found.changes)


def test_what_moved_what_by_hand() -> None:
    found = changes(graph_of(over_time(), TODAY), date(2024, 1, 1))
    told = [
        (one.day.isoformat(), one.kind.value, one.id, one.value and one.value.value,
         [(move.before and move.before.value, move.after.value) for move in one.moved])
        for one in found.changes
    ]  # fmt: skip
    assert told == [
        ("2024-01-10", "recommendation", "a", None, [(None, "gap")]),
        ("2024-03-01", "response", "a", "noted", []),  # a draft moves nothing
        ("2024-04-01", "response", "a", "rejected", [("gap", "declined")]),
        ("2024-06-01", "status", "i", "announced", [("declined", "planned")]),
        ("2024-09-01", "status", "i", "adopted", [("planned", "covered")]),
        ("2025-01-15", "status", "i", "stopped", [("covered", "declined")]),
        ("2025-02-01", "recommendation", "b", None, [(None, "gap")]),
    ]
    assert {(one.id, one.kind) for one in found.undated} == {
        ("j", ChangeKind.STATUS), ("b", ChangeKind.RESPONSE),
    }  # fmt: skip


def test_what_was_first_seen_is_no_progress() -> None:
    """A page without a date says that something is so, and not since when."""
    found = changes(graph_of(over_time(), TODAY), date(2025, 2, 2))
    assert (found.better, found.worse, found.first_seen) == (0, 0, 1)
    (seen,) = [one for one in found.undated if one.moved]
    assert [(move.id, move.before, move.after) for move in seen.moved] == [
        ("b", State.GAP, State.COVERED)
    ]
    points = history(graph_of(over_time(), TODAY), None).points
    assert [one.day for one in points if one.first_seen] == [date(2025, 6, 6)]


def test_what_moved_by_links_alone_is_told_apart() -> None:
    data = over_time()
    data["instruments"][1]["status"] = [{"date": "2024-05-01", "value": "in-progress"}]
    found = changes(graph_of(data, TODAY), date(2025, 2, 2))
    assert (found.better, found.worse, found.by_links_alone) == (1, 0, 1)


def test_the_first_day_there_is_can_be_asked_about() -> None:
    graph = graph_of(over_time(), TODAY)
    assert len(changes(graph, date(1, 1, 1)).changes) == 7
    with pytest.raises(BadQuestion):
        history(graph, date(2027, 1, 1))


def test_a_period_says_only_what_fell_in_it() -> None:
    found = changes(graph_of(over_time(), date(2024, 12, 31)), date(2024, 6, 1))
    assert [one.id for one in found.changes] == ["i", "i"]
    assert not found.undated


def test_a_selection_leaves_out_what_it_does_not_lead_to() -> None:
    graph = graph_of(over_time(), TODAY)
    found = changes(graph, date(2024, 1, 1), (Where("id", "b"),))
    assert {one.id for one in found.changes} == {"b"}
    assert {one.id for one in found.undated} == {"b", "j"}


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(BadQuestion):
        changes(graph_of(over_time(), date(2024, 1, 1)), date(2025, 1, 1))
