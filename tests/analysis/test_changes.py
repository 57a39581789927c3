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
from dosa_trace.analysis.time.changes import ChangeKind, changes
from dosa_trace.analysis.time.delays import Awaited, delays, half_within
from dosa_trace.analysis.time.history import history
from dosa_trace.analysis.time.timeline import timeline
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.graph import TraceGraph
from tests.build import catalog_of, frozen, graph_of
from tests.examples import examples
from tests.worlds import catalogues, wide_catalogue

TODAY = date(2026, 11, 23)


def states_on(graph: TraceGraph, day: date) -> dict[str, State]:
    then = TraceGraph(
        graph.catalog, as_of=day, basis=graph.basis, count_suspect=graph.count_suspect
    )
    judge = Judge(then)
    return {one.id: judge.judge(one).state for one in then.recommendations}


def agrees_with_every_day(graph: TraceGraph, days: list[date]) -> None:
    """On each of these days, and the day before it, the states are those of that day."""
    told = {instant.day: instant for instant in timeline(graph, graph.recommendations)}
    known: dict[str, State] = {}
    for day in sorted({*days, *(one - timedelta(days=1) for one in days), *told}):
        if day > graph.as_of:
            break
        if day in told:
            for name, turn in told[day].turns.items():
                assert known.get(name) is turn.before
                assert turn.before is not turn.after
                known[name] = turn.after
        assert known == states_on(graph, day), day
        if day in told:
            then = TraceGraph(graph.catalog, as_of=day, basis=graph.basis)
            assert told[day].figures == coverage(then).by_basis


@examples(150)
@given(catalogues(), st.sampled_from(["stated", "inferred"]))
def test_every_day_is_judged_as_if_it_were_asked_for(data: dict[str, Any], basis: Any) -> None:
    graph = graph_of(data, date(2027, 6, 1), basis)
    days = [date(year, month, 1) for year in range(2022, 2028) for month in (1, 3, 7)]
    agrees_with_every_day(graph, days)


@pytest.mark.parametrize("basis", ["stated", "inferred"])
def test_three_thousand_records_through_time(basis: Any) -> None:
    graph = TraceGraph(catalog_of(wide_catalogue(5)), as_of=date(2027, 12, 31), basis=Basis(basis))
    days = [date(2023, 11, 30), date(2024, 6, 30), date(2025, 7, 31), date(2026, 3, 31)]
    agrees_with_every_day(graph, days)


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
    assert found.better == sum(now[name].rank > was[name].rank for name in was)
    assert found.worse == sum(now[name].rank < was[name].rank for name in was)
    assert 0 <= found.by_links_alone <= found.better
    assert all(since <= one.day <= graph.as_of for one in found.changes)
    # of what moved, something on file is always named
    moved = {move.id for one in found.changes for move in one.moved}
    assert {name for name in was if was[name] is not now[name]} <= moved
    assert [one.day for one in found.changes] == sorted(one.day for one in found.changes)


def small() -> dict[str, Any]:
    link = {"basis": "inferred", "rationale": "w", "extent": "full"}
    return {
        "sources": [{"id": "s", "date": "2024-01-10"}, {"id": "t", "date": "2025-02-01"}],
        "recommendations": [
            {
                "id": "a", "source": "s",
                "responses": [
                    {"date": "2024-03-01", "value": "noted", "draft": True},
                    {"date": "2024-04-01", "value": "rejected"},
                ],
            },
            {"id": "b", "source": "t", "responses": [{"read": "2025-05-05", "value": "noted"}]},
        ],
        "instruments": [
            {
                "id": "i",
                "status": [
                    {"date": "2024-06-01", "value": "announced"},
                    {"date": "2024-09-01", "value": "adopted"},
                    {"date": "2025-01-15", "value": "stopped"},
                ],
            },
            {"id": "j", "status": [{"read": "2025-06-06", "value": "adopted"}]},
        ],
        "links": [
            {"from": "a", "to": "i", **link},
            {"from": "b", "to": "j", "since": "2025-03-01", **link},
        ],
    }  # fmt: skip


def test_what_moved_what_by_hand() -> None:
    found = changes(graph_of(small(), TODAY), date(2024, 1, 1))
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
        ("2025-03-01", "link", "b → j", None, [("gap", "covered")]),
    ]
    assert {(one.id, one.kind) for one in found.undated} == {
        ("j", ChangeKind.STATUS), ("b", ChangeKind.RESPONSE),
    }  # fmt: skip


def test_what_moved_by_links_alone_is_told_apart() -> None:
    found = changes(graph_of(small(), TODAY), date(2025, 2, 2))
    assert (found.better, found.worse, found.by_links_alone) == (1, 0, 1)


def test_the_first_day_there_is_can_be_asked_about() -> None:
    graph = graph_of(small(), TODAY)
    assert len(changes(graph, date(1, 1, 1)).changes) == 8
    with pytest.raises(BadQuestion):
        history(graph, date(2027, 1, 1))


def test_a_period_says_only_what_fell_in_it() -> None:
    found = changes(graph_of(small(), date(2024, 12, 31)), date(2024, 6, 1))
    assert [one.id for one in found.changes] == ["i", "i"]
    assert not found.undated


def test_a_selection_leaves_out_what_it_does_not_lead_to() -> None:
    graph = graph_of(small(), TODAY)
    found = changes(graph, date(2024, 1, 1), (Where("id", "b"),))
    assert {one.id for one in found.changes} == {"b", "b → j"}


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(BadQuestion):
        changes(graph_of(small(), date(2024, 1, 1)), date(2025, 1, 1))


def test_history_begins_with_what_stood_before() -> None:
    graph = frozen(TODAY)
    whole = history(graph, None)
    part = history(graph, date(2025, 6, 1))
    assert whole.points[-1].by_basis == part.points[-1].by_basis == coverage(graph).by_basis
    assert part.points[0].day == date(2025, 6, 1)
    before = TraceGraph(graph.catalog, as_of=date(2025, 5, 31))
    assert part.points[0].by_basis == coverage(before).by_basis
    pairs = zip(whole.points, whole.points[1:], strict=False)
    assert all(one.day < two.day and one.by_basis != two.by_basis for one, two in pairs)


TEN = [(10, True), (20, True), (30, False), (40, True), (50, True), (60, False), (70, True),
       (80, False), (90, True), (100, False)]  # fmt: skip


@pytest.mark.parametrize(
    ("waits", "half"),
    [
        ([], None),
        ([(5, False), (9, False)], None),
        ([(5, True)], 5),
        ([(5, True), (9, False)], 5),  # one of two is half
        # .9, .8, then 40: × 6/7 = .6857, 50: × 5/6 = .5714, 70: × 3/4 = .4286
        (TEN, 70),
        ([(days, True) for days, _ in TEN], 50),
        ([(0, True)] * 3 + [(7, False)], 0),
    ],
)
def test_half_had_it_within_by_hand(waits: list[tuple[int, bool]], half: int | None) -> None:
    assert half_within(waits) == half
    assert half_within(reversed(waits)) == half


def test_delays_by_hand() -> None:
    told = {one.awaited: one for one in delays(graph_of(small(), date(2026, 1, 10))).whole}
    # a: rejected after 82 days; b has a response of which no day is known
    response = told[Awaited.RESPONSE]
    assert (response.total, response.had, response.waiting, response.undated) == (2, 1, 0, 1)
    assert response.half_within == (date(2024, 4, 1) - date(2024, 1, 10)).days
    # a: announced after 143 days, live after 235; b: 28 days, by its link
    announced, live = told[Awaited.ANNOUNCED], told[Awaited.LIVE]
    assert (announced.had, announced.half_within, announced.at_once) == (2, 28, 0)
    assert (live.had, live.half_within, live.waiting) == (2, 28, 0)


def test_planning_that_slipped() -> None:
    data = small()
    data["instruments"][0]["targets"] = [
        {"name": "open", "due": "2025-03", "source": "s", "date": "2024-01"},
        {"name": "open", "due": "2025-09", "source": "t", "date": "2025-02"},
        {"name": "other", "due": "2025", "source": "s", "date": "2024-01"},
    ]
    (slip,) = delays(graph_of(data, TODAY)).slips
    assert (slip.id, slip.first_due, slip.last_due, slip.days) == ("i", "2025-03", "2025-09", 183)
    assert delays(graph_of(data, date(2025, 1, 1))).slips == ()
