"""Figures over time begin with what stood before."""

from __future__ import annotations

from datetime import date

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.time.history import history
from dosa_trace.graph import TraceGraph
from tests.build import frozen

TODAY = date(2026, 11, 23)


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
