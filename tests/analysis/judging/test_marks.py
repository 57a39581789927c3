"""Older and no act: what stands beside a state and changes none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.judging.verdicts import Judge
from tests import oracle
from tests.build import graph_of, why_state
from tests.examples import examples
from tests.worlds import DAYS, catalogues

DAY = date(2025, 7, 15)
ASKED = "2024-07-01"


def asked_and_done(*done: Mapping[str, Any], extent: str = "partial") -> dict[str, Any]:
    """One recommendation of July 2024, answered by each of these instruments."""
    return {
        "sources": [{"id": "s", "date": ASKED}],
        "recommendations": [{"id": "r", "source": "s"}],
        "instruments": [{"id": f"i{at}", **one} for at, one in enumerate(done)],
        "links": [
            {"from": "r", "to": f"i{at}", "extent": extent, "basis": "stated"}
            for at in range(len(done))
        ],
    }


def since(**event: str) -> dict[str, Any]:
    return {"status": [{"value": "adopted", **event}]}


def marked(world: Mapping[str, Any]) -> tuple[bool, bool]:
    (line,) = coverage(graph_of(world, DAY)).recommendations
    return "older" in line.marks, "no_act" in line.marks


@pytest.mark.parametrize(
    ("done", "older"),
    [
        ([since(date="2024-06-30")], True),
        ([since(date=ASKED)], True),
        ([since(date="2024-07-02")], False),
        ([since(date="2024-07")], False),
        ([since(date="2023"), since(date="2025-01")], False),
        ([since(read="2024-01-01")], False),
        ([since(date="2023"), since(read="2024-01-01")], False),
    ],
)
def test_older_rests_only_on_what_had_its_first_status_by_then(
    done: list[dict[str, Any]], older: bool
) -> None:
    assert marked(asked_and_done(*done)) == (older, False)


@pytest.mark.parametrize(
    ("asked", "first", "older"),
    [("2024", "2024-03-01", False), ("2024", "2024", False), ("2024", "2023", True),
     ("2024-05", "2024-05-01", True), ("2024-05", "2024-05", False), ("2024-05", "2024-04", True)],
)  # fmt: skip
def test_older_is_said_only_where_the_dates_settle_it(asked: str, first: str, older: bool) -> None:
    """A letter that answers an advice of the same year was not there before it."""
    world = asked_and_done(since(date=first))
    world["sources"] = [{**one, "date": asked} for one in world["sources"]]
    assert marked(world) == (older, False)


def test_it_is_the_first_status_that_says_since_when_a_thing_is_there() -> None:
    events = [{"date": "2023", "value": "announced"}, {"date": "2025", "value": "adopted"}]
    assert marked(asked_and_done({"status": events})) == (True, False)


@pytest.mark.parametrize("kind", ["agenda", "strategy", "vision", "proposal", "monitor"])
def test_no_act_rests_only_on_kinds_that_do_not_act(kind: str) -> None:
    words = since(date="2025-01") | {"kind": kind}
    assert marked(asked_and_done(words)) == (False, True)
    assert marked(asked_and_done(words, since(date="2025-01") | {"kind": "fund"})) == (False, False)


def test_an_open_recommendation_bears_no_mark() -> None:
    world = asked_and_done(since(date="2023") | {"kind": "vision"}, extent="marginal")
    assert marked(world) == (False, False)


@examples(180)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["stated", "inferred"]))
def test_every_mark_is_that_of_the_oracle(data: dict[str, Any], on: date, basis: Any) -> None:
    graph = graph_of(data, on, basis)
    report = coverage(graph)
    found = {
        one.id: oracle.Marks("older" in one.marks, "no_act" in one.marks, "own_word" in one.marks)
        for one in report.recommendations
    }
    assert found == oracle.marks(data, on, basis)
    assert report.marked["older"] == sum(one.older for one in found.values())
    assert report.marked["no_act"] == sum(one.no_act for one in found.values())
    assert report.marked["own_word"] == sum(one.own_word for one in found.values())
    for name, one in found.items():
        why = why_state(graph, name)
        assert ("older" in why.marks, "no_act" in why.marks) == (one.older, one.no_act)
        assert ("own_word" in why.marks) == one.own_word


@examples(60)
@given(catalogues(), st.sampled_from(DAYS))
def test_the_kinds_of_instruments_move_no_state(data: dict[str, Any], on: date) -> None:
    """A vision is marked and still answers: the mark changes no figure."""
    before, after = (
        {one.id: Judge(graph).judge(one) for one in graph.recommendations}
        for graph in (
            graph_of(data, on),
            graph_of(
                data | {"instruments": [one | {"kind": "vision"} for one in data["instruments"]]},
                on,
            ),
        )
    )
    assert before == after
