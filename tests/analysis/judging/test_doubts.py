"""Doubts: they move no figure, and stand wherever the figure is until they are answered."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.judging.doubts import is_doubted
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.graph import TraceGraph
from tests.build import graph_of, why_state
from tests.examples import examples
from tests.worlds import DAYS, catalogues

DOUBT = {"date": "2031-01-01", "text": "marginal at most"}


@examples(180)
@given(catalogues(), st.sampled_from(DAYS), st.data())
def test_doubts_move_nothing_and_mark_what_stands_on_them(
    world: dict[str, Any], day: date, data: st.DataObject
) -> None:
    calm = coverage(graph_of(world, day))
    doubtful = copy.deepcopy(world)
    for link in doubtful.get("links", ()):
        if data.draw(st.booleans()):
            link["doubts"] = [DOUBT]
    graph = graph_of(doubtful, day)
    told = coverage(graph)
    assert [
        one._replace(marks=tuple(key for key in one.marks if key != "doubted"))
        for one in told.recommendations
    ] == list(calm.recommendations)
    assert told.counts == calm.counts
    for line in told.recommendations:
        assert ("doubted" in line.marks) == _stands_on_doubt(graph, line.id)


def _stands_on_doubt(graph: TraceGraph, recommendation: str) -> bool:
    """Whether one who follows the chains of the deciding level comes over a doubted link."""
    level = Judge(graph).deciding_level(recommendation)
    if level is None:
        return False
    seen, waiting = {recommendation}, [recommendation]
    while waiting:
        here = waiting.pop()
        for link in level.support.links:
            if link.origin == here:
                if is_doubted(link):
                    return True
                if link.target not in seen:
                    seen.add(link.target)
                    waiting.append(link.target)
    return False


@pytest.mark.parametrize("answered", [False, True])
def test_an_answered_doubt_is_shown_and_marks_nothing(answered: bool) -> None:
    doubt: dict[str, Any] = {**DOUBT, "by": "second reader"}
    if answered:
        doubt["answered"] = {"date": "2031-02-01", "text": "kept"}
    world = {
        "sources": [{"id": "s", "date": "2020"}],
        "recommendations": [{"id": "r", "source": "s"}],
        "instruments": [{"id": "i", "status": [{"date": "2021", "value": "adopted"}]}],
        "links": [
            {"from": "r", "to": "i", "extent": "partial", "basis": "inferred",
             "rationale": "because", "doubts": [doubt]},
        ],
    }  # fmt: skip
    told = why_state(graph_of(world, date(2026, 1, 1)), "r")
    assert ("doubted" in told.marks) is not answered
    ((shown,),) = [hop.doubts for chain in told.chains for hop in chain.hops]
    assert shown.by is not None
    assert (list(shown.by), shown.answered is not None) == (["second reader"], answered)
