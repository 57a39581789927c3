"""Which gap first: each rule decides where all before it tie."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dosa_trace.analysis.coverage.gaps import gaps
from dosa_trace.analysis.coverage.priority import Order, Priority
from tests.build import frozen, graph_of

ON = date(2026, 11, 23)
PLEDGE = {"responses": [{"date": "2025", "value": "noted", "commitment": True}]}
ACCEPTED = {"responses": [{"date": "2025", "value": "accepted"}]}


def order(first: dict[str, Any], second: dict[str, Any], **more: Any) -> list[str]:
    """Of two recommendations, of which the second would come first if all else were equal."""
    world = {
        "sources": [
            {"id": "old", "date": "2020", "publisher": "A"},
            {"id": "new", "date": "2024", "publisher": "B"},
        ],
        "recommendations": [
            {"id": "b", "source": "new", **first},
            {"id": "a", "source": "old", **second},
            *more.get("others", ()),
        ],
        "searches": [
            {"id": "s", "date": "2026", "for": ["instrument"], "covers": more.get("covers", ["a"])}
        ],
    }
    return [one.id for one in gaps(graph_of(world, ON)).items]


@pytest.mark.parametrize(
    ("first", "second", "covers"),
    [
        ({}, PLEDGE, ["b"]),  # what nobody looked into says nothing yet
        (PLEDGE, ACCEPTED, ["a", "b"]),
        (ACCEPTED, {"specificity": 5}, ["a", "b"]),
        ({"specificity": 2}, {"specificity": 1, "addressee": "nl"}, ["a", "b"]),
        ({"addressee": "nl"}, {}, ["a", "b"]),
    ],
)
def test_each_rule_decides_before_the_next(
    first: dict[str, Any], second: dict[str, Any], covers: list[str]
) -> None:
    assert order(first, second, covers=covers) == ["b", "a"]
    assert order({}, {}, covers=["a", "b"]) == ["a", "b"]  # else the longest open


def test_what_several_ask_comes_first_whoever_says_that_they_do() -> None:
    agrees = [{"to": "b", "basis": "inferred", "rationale": "the same"}]
    other = {"id": "z", "source": "old", "agrees_with": agrees}
    assert order({}, {}, others=[other], covers=["a", "b"])[0] == "b"
    mine = {"agrees_with": [{"to": "z", "basis": "inferred", "rationale": "the same"}]}
    others = [{"id": "z", "source": "old"}]
    assert order(mine, {}, others=others, covers=["a", "b"])[0] == "b"


@pytest.mark.parametrize("sort", list(Order))
def test_every_order_lists_the_same_gaps_by_state(sort: Order) -> None:
    found = gaps(frozen(ON), everything=True, order=sort)
    assert {one.id for one in found.items} == {
        one.id for one in gaps(frozen(ON), everything=True).items
    }
    places = [found.states.index(one.state) for one in found.items]
    assert places == sorted(places)


def test_the_other_orders() -> None:
    by_age = [one.priority.asked_on for one in gaps(frozen(ON), order=Order.AGE).items]
    assert by_age == sorted(by_age)
    by_id = [one.id for one in gaps(frozen(ON), order=Order.ID).items]
    assert by_id.index("aiplan-1") < by_id.index("aiplan-3")


def test_the_inputs_of_a_gap_are_told() -> None:
    told = {one.id: one.priority for one in gaps(frozen(ON)).items}["wrr-slot"]
    assert told == Priority(
        searched=True, pledged=False, accepted=False, specificity=5, addressed=True,
        asked_by=1, asked_on=date(2021, 11, 11),
    )  # fmt: skip
