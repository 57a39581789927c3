"""Which records and links a picture of the graph shows, and how far around one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dosa_trace.analysis.drawing.graph_view import neighbourhood
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.diagnostics import BadQuestion, UnknownId
from tests.build import frozen, graph_of

ON = date(2026, 11, 23)


def test_a_focus_shows_what_is_near_in_either_direction() -> None:
    graph = frozen(ON)
    near = neighbourhood(graph, focus="aim-ai-talent", depth=1)
    names = {one.id for one in near.nodes}
    expected = {"aim-ai-talent"}
    for link in graph.catalog.links:
        if "aim-ai-talent" in (link.origin, link.target) and link.relation.value == "supports":
            expected |= {link.origin, link.target}
    assert names == expected
    alone = neighbourhood(graph, focus="agdb", depth=0)
    assert [one.id for one in alone.nodes] == ["agdb"]
    with pytest.raises(BadQuestion, match="its kind is source"):
        neighbourhood(graph, focus="factsheets-2025")
    with pytest.raises(UnknownId):
        neighbourhood(graph, focus="nobody")


def test_the_states_are_those_of_the_coverage() -> None:
    graph = frozen(ON)
    judge = Judge(graph)
    for one in neighbourhood(graph).nodes:
        record = graph.catalog.by_id[one.id]
        if one.record == "instrument":
            assert one.state is None
        else:
            assert one.state is judge.judge(record).state  # type: ignore[arg-type]


def test_what_was_rejected_suggested_or_not_yet_known_is_not_drawn() -> None:
    data: dict[str, Any] = {
        "sources": [{"id": "s", "date": "2024"}],
        "recommendations": [{"id": "r", "source": "s"}],
        "instruments": [
            {"id": name, "status": [{"date": "2024", "value": "adopted"}]} for name in "ijkl"
        ],
        "links": [
            {"from": "r", "to": "i", "relation": "none", "basis": "inferred", "rationale": "R"},
            {"from": "r", "to": "j", "extent": "full", "basis": "suggested"},
            {"from": "r", "to": "k", "extent": "full", "basis": "inferred", "rationale": "R",
             "since": "2027"},
            {"from": "r", "to": "l", "relation": "contradicts", "basis": "inferred",
             "rationale": "R"},
        ],
    }  # fmt: skip
    found = neighbourhood(graph_of(data, ON))
    assert [(one.target, one.counted) for one in found.links] == [("l", False)]
