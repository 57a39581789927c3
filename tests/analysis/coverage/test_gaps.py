"""Gaps: what nothing live answers, each with why, and of these what somebody searched."""

from __future__ import annotations

from datetime import date

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.coverage.gaps import gaps
from dosa_trace.analysis.judging.verdicts import State
from tests.build import frozen, graph_of

ON = date(2026, 11, 23)


def test_they_are_the_recommendations_of_their_states_and_no_others() -> None:
    graph = frozen(ON)
    lines = coverage(graph).recommendations
    for everything in (False, True):
        found = gaps(graph, everything=everything)
        listed = {line.id for line in lines if line.state in found.states}
        assert {gap.id for gap in found.items} == listed
        assert (found.total, found.of) == (len(listed), len(lines))
        order = [found.states.index(gap.state) for gap in found.items]
        assert order == sorted(order)
    assert all(gap.why for gap in found.items if gap.state is State.GAP)


def test_what_was_searched_for_and_what_only_a_link_touches_are_counted_of_gaps_alone() -> None:
    link = {"extent": "marginal", "basis": "inferred", "rationale": "R"}
    graph = graph_of(
        {
            "sources": [{"id": "s", "date": "2023"}],
            "recommendations": [{"id": name, "source": "s"} for name in "abcd"],
            "instruments": [{"id": "i", "status": [{"date": "2024", "value": "adopted"}]}],
            "links": [
                {"from": "b", "to": "i", **link},
                {"from": "d", "to": "i", **link, "extent": "partial"},
            ],
            "searches": [{"id": "z", "date": "2026", "for": ["instrument"], "covers": ["a", "d"]}],
        },
        ON,
    )
    found = gaps(graph)
    assert {gap.id: gap.searched for gap in found.items} == {"a": True, "b": False, "c": False}
    assert (found.gaps, found.searched, found.linked) == (3, 1, 1)
