"""What somebody judges otherwise than the catalogue, beside links."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from dosa_trace.analysis.judging.selection import Where
from dosa_trace.analysis.robustness.disputed import disputed_fields, disputed_rejections
from dosa_trace.catalog.model.vocabulary import Matter
from dosa_trace.graph import TraceGraph
from tests.build import graph_of

KEPT = {"answer": {"value": "kept", "reason": "So it is."}}


def world(answer: Mapping[str, Any]) -> TraceGraph:
    """Two rejected instruments and a specificity of 3, of which C. says otherwise."""
    agrees, differs = {"date": "2026-11-01", "by": "B."}, {"date": "2026-11-02", "by": "C."}
    rejected = {
        "instruments": ["fund", "plan"],
        "reason": "It does other things.",
        "readings": [{**agrees, "extent": "none"}, {**differs, "extent": "partial", **answer}],
    }
    readings = [
        {**agrees, "of": "specificity", "value": 3},
        {**differs, "of": "specificity", "value": 5, **answer},
    ]
    asked = {
        "id": "ask",
        "source": "advice",
        "specificity": 3,
        "considered": [rejected],
        "readings": readings,
    }
    data = {
        "sources": [{"id": "advice"}],
        "recommendations": [asked, {"id": "other", "source": "advice"}],
        "instruments": [{"id": "fund"}, {"id": "plan"}],
    }
    return graph_of(data, date(2026, 11, 30))


def test_what_differs_is_disputed_until_it_is_answered() -> None:
    graph = world({})
    assert [pair.name for pair in disputed_rejections(graph)] == ["ask:fund", "ask:plan"]
    assert list(disputed_fields(graph, Matter.SPECIFICITY)) == [("ask", "specificity")]
    assert list(disputed_fields(graph, Matter.RESPONSES)) == []
    answered = world(KEPT)
    assert list(disputed_rejections(answered)) == []
    assert list(disputed_fields(answered, Matter.SPECIFICITY)) == []


def test_a_selection_is_followed() -> None:
    elsewhere = [Where.parse("id=other")]
    assert list(disputed_rejections(world({}), elsewhere)) == []
    assert list(disputed_fields(world({}), Matter.SPECIFICITY, elsewhere)) == []
