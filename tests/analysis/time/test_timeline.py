"""The states on every day, against a judgement of that day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.judging.verdicts import Judge, State
from dosa_trace.analysis.time.timeline import timeline
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.graph import TraceGraph
from tests.build import catalog_of, graph_of
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


@pytest.mark.parametrize("basis", ["inferred", pytest.param("stated", marks=pytest.mark.costly)])
def test_three_thousand_records_through_time(basis: Any) -> None:
    graph = TraceGraph(catalog_of(wide_catalogue(5)), as_of=date(2027, 12, 31), basis=Basis(basis))
    days = [date(2023, 11, 30), date(2024, 6, 30), date(2025, 7, 31), date(2026, 3, 31)]
    agrees_with_every_day(graph, days)


def test_what_was_read_on_a_day_may_undo_what_happened_on_it() -> None:
    """Nothing is told then, because no state is another than on the day before."""
    begun = {"date": "2024-01-01", "value": "adopted", "source": "s"}
    was_read = {"read": "2024-05-01", "value": "paused", "source": "s"}
    link = {"from": "r", "to": "i", "extent": "full", "basis": "inferred", "since": "2024-05-01"}
    data = {
        "sources": [{"id": "s", "date": "2024-01-01"}],
        "recommendations": [{"id": "r", "source": "s"}],
        "instruments": [{"id": "i", "status": [begun, was_read]}],
        "links": [link],
    }
    graph = graph_of(data, TODAY)
    (asked,) = timeline(graph, graph.recommendations)
    assert asked.day == date(2024, 1, 1)
    agrees_with_every_day(graph, [date(2024, 5, 1)])
