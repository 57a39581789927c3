"""The numbers of the claim are those of two judgements: by source or analyst, and by sources."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.coverage.summary import summary
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.graph import TraceGraph
from tests.build import graph_of
from tests.examples import examples
from tests.worlds import catalogues

ON = date(2026, 11, 23)


@examples(150)
@given(catalogues())
def test_the_numbers_are_those_of_two_judgements(data: dict[str, Any]) -> None:
    """Stated is what has the same state where only what sources say is counted."""
    graph = graph_of(data, ON)
    alone = TraceGraph(graph.catalog, as_of=ON, basis=Basis.STATED)
    by_sources = {one.id: one.state for one in coverage(alone).recommendations}
    lines = coverage(graph).recommendations
    claim = summary(Judge(graph), coverage(graph)).whole.claim
    answered = [one for one in lines if one.state in ("covered", "partly", "planned")]
    assert claim.total == len(lines)
    assert claim.answered == len(answered)
    assert claim.stated == sum(by_sources[one.id] is one.state for one in answered)
    assert claim.judged == claim.answered - claim.stated
    assert claim.covered_by_sources == sum(state == "covered" for state in by_sources.values())
    assert claim.total == (
        claim.covered_by_sources + claim.covered_by_analyst + claim.partly + claim.planned
        + claim.declined + claim.gap
    )  # fmt: skip
