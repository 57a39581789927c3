"""What is due: never late by the calendar alone."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.due.due import DueList, due
from dosa_trace.analysis.due.items import DueItem, DueKind, DueState
from dosa_trace.analysis.due.targets import count_targets
from dosa_trace.analysis.judging.selection import Where
from dosa_trace.catalog.model.dates import parse_term
from tests.analysis.due.clocks import ON, answer_states, last_of_term, target_states, worlds
from tests.build import graph_of
from tests.cli.conftest import Runner, run
from tests.examples import examples

__all__ = ["run"]

DAY = date(2025, 7, 15)


@examples(300)
@given(worlds(), st.sampled_from(ON), st.integers(0, 30))
def test_it_is_what_the_oracle_says(data: dict[str, Any], on: date, within: int) -> None:
    graph = graph_of(data, on)
    found = due(graph, within=within)
    soon = last_of_term(f"{within} months", on)
    wanted = target_states(data, on)
    states = [state for state, _ in wanted.values()]
    assert found.counts == count_targets(graph, graph.catalog.instruments)
    assert (found.counts.targets, found.counts.late, found.counts.unknown, found.counts.met) == (
        len(wanted), states.count("late"), states.count("unknown"), states.count("met"),
    )  # fmt: skip
    assert found.counts.past == found.counts.late + found.counts.unknown + found.counts.met
    targets = {
        (item.id, next(iter(item.name))): item
        for item in found.items
        if item.kind is DueKind.TARGET
    }
    for key, (state, shifted) in wanted.items():
        told = targets.pop(key, None)
        if state == "early" or (state == "ahead" and not shifted and told is None):
            assert told is None
        elif state == "ahead":
            assert told is not None
            assert told.state in (DueState.UPCOMING, DueState.SHIFTED)
            assert told.days <= 0
            assert bool(told.shifts) == shifted
        else:
            assert told is not None
            assert told.state == state
            assert bool(told.shifts) == shifted
    assert not targets
    answers = {item.id: item for item in found.items if item.kind is DueKind.ANSWER}
    for name, (state, until) in answer_states(data, on).items():
        told = answers.pop(name, None)
        if state == "ahead":
            assert (told is not None) == (until <= soon)
        else:
            assert told is not None
            assert (told.state, told.due) == (state, until.isoformat())
    assert not answers


@pytest.mark.parametrize(
    ("term", "day", "last"),
    [
        ("1 month", "2024-01-31", "2024-02-29"),
        ("3 months", "2025-11-30", "2026-02-28"),
        ("6 weeks", "2025-01-01", "2025-02-12"),
        ("30 days", "2025-02-01", "2025-03-03"),
        ("9999 months", "9999-01-01", "9999-12-31"),
    ],
)
def test_a_month_without_that_day_ends_on_its_last(term: str, day: str, last: str) -> None:
    read = parse_term(term)
    assert read is not None
    assert read.after(date.fromisoformat(day)).isoformat() == last


@pytest.mark.parametrize("text", ["6", "0 weeks", "weeks", "6 weken", "-1 day", "6 fortnights"])
def test_what_is_no_term(text: str) -> None:
    assert parse_term(text) is None


def world(*targets: dict[str, Any], status: str = "in-progress", **source: Any) -> dict[str, Any]:
    return {
        "sources": [{"id": "s", "date": "2024-01", "publisher": "Paper", **source}],
        "recommendations": [{"id": "r", "source": "s", "addressee": "nl", "themes": []}],
        "instruments": [
            {"id": "i", "status": [{"date": "2024", "value": status}],
             "targets": [{"name": "open", "source": "s", **one} for one in targets]}
        ],
        "links": [{"from": "r", "to": "i", "extent": "partial", "basis": "stated"}],
    }  # fmt: skip


def listed(data: dict[str, Any], *where: Where, on: date = DAY) -> DueList:
    return due(graph_of(data, on), where)


def told(data: dict[str, Any], on: date = DAY) -> list[DueItem]:
    return list(listed(data, on=on).items)


def test_past_its_day_it_is_late_only_where_somebody_says_so() -> None:
    past = {"due": "2025-06", "date": "2024-02"}
    (item,) = told(world(past))
    assert (item.state, item.days, item.recommendations) == (DueState.UNKNOWN, 15, ("r",))
    said = {"date": "2025-07-01", "source": "s"}
    (item,) = told(world(past | {"missed": said}))
    assert (item.state, item.days) == (DueState.LATE, 15)
    (item,) = told(world(past | {"met": said}))
    assert (item.state, item.days) == (DueState.MET, 1)
    late, still = told(world(past, status="announced"))
    assert {late.kind, still.kind} == {DueKind.TARGET, DueKind.ANNOUNCEMENT}
    assert {late.state, still.state} == {DueState.LATE}
    assert told(world(past, status="stopped")) == []


def test_a_plan_that_was_put_off_says_from_when_to_when() -> None:
    first, last = {"due": "2025-03", "date": "2024-02"}, {"due": "2026-04", "date": "2025-01"}
    (item,) = told(world(first, last))
    assert (item.state, item.due) == (DueState.SHIFTED, "2026-04")
    assert [(shift.due, shift.given) for shift in item.shifts] == [("2025-03", "2024-02")]
    (item,) = told(world(first, last), on=date(2024, 12, 31))
    assert (item.state, item.due, item.shifts) == (DueState.UPCOMING, "2025-03", ())


def test_a_selection_chooses_instruments_and_whom_answers_are_asked_of() -> None:
    data = world(
        {"due": "2025-06", "date": "2024-02"}, answer_within={"term": "6 weeks", "source": "s"}
    )
    assert {item.kind for item in told(data)} == {DueKind.TARGET, DueKind.ANSWER}
    assert len(listed(data, Where("level", "nl")).items) == 2
    assert [item.kind for item in listed(data, Where("owner", "EZ")).items] == [DueKind.TARGET]
    assert listed(data, Where("level", "eu")).items == ()


def test_the_answer_for_programs(run: Runner) -> None:
    found = json.loads(run("due", "--within", "24", "-f", "json").out)
    assert found["schema"] == "dosa-trace/due/1"
    for item in found["items"]:
        assert {"kind", "id", "name", "due", "days", "state", "owner", "source"} <= item.keys()
    states = [item["state"] for item in found["items"] if item["kind"] == "target"]
    assert found["counts"]["late"] == states.count("late")
    assert found["counts"]["unknown"] == states.count("unknown")
    assert "upcoming" in states


def test_nothing_that_is_due_moves_a_state() -> None:
    """A target is shown beside the state and counts in no figure."""
    said = {"date": "2025-07", "source": "s"}
    data = world({"due": "2025-06", "date": "2024-02", "missed": said})
    assert coverage(graph_of(data, DAY)) == coverage(graph_of(world(), DAY))


def test_on_a_screen_each_target_is_told_once_and_whose_word_it_is(run: Runner) -> None:
    """What an instrument is still only announced for stands with its target; the rows are as many
    as the first line counts, and what falls due later is counted."""
    found = json.loads(run("due", "-f", "json").out)
    told_there = run("due", "--lang", "en").out
    late = found["counts"]["late"]
    assert {item["kind"] for item in found["items"]} >= {"target", "announcement"}
    assert f"Late or still only announced ({late})" in told_there
    assert f"{late} late or still only announced" in told_there
    assert told_there.count("still only announced, last in ") == sum(
        item["kind"] == "announcement" for item in found["items"]
    )
    later = found["counts"]["targets"] - sum(item["kind"] == "target" for item in found["items"])
    assert later > 0
    assert f"Not listed: {later} targets" in told_there
    for line in told_there.splitlines():
        if "planned in" in line:
            assert ", by " in line
