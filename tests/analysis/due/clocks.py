"""A slow, literal reading of what is due (docs/rules.md, *Due, late, or not known*), and random
targets and terms to hold the program against."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.oracle import last_day, responders

Drawn = dict[str, Any]
DATES = [
    "2022",
    "2023",
    "2023-11",
    "2024-02-29",
    "2024-06",
    "2025-01-31",
    "2025-07",
    "2026-03",
    "2027",
]
ON = [date(2024, 6, 30), date(2025, 1, 31), date(2025, 7, 31), date(2026, 3, 30)]
STATUSES = ["announced", "in-progress", "completed", "paused", "stopped", "superseded"]


@st.composite
def targets(draw: st.DrawFn) -> list[Drawn]:
    """Targets of two names, given on some day, on a day of reading, or both."""
    drawn = []
    for _ in range(draw(st.integers(0, 3))):
        one: Drawn = {"name": draw(st.sampled_from(["a", "b"])), "source": "s1"}
        one["due"] = draw(st.sampled_from(DATES))
        one[draw(st.sampled_from(["date", "date", "read"]))] = draw(st.sampled_from(DATES))
        for key in ("met", "missed"):
            if draw(st.integers(0, 3)) == 0:
                one[key] = {"date": draw(st.sampled_from(DATES)), "source": "s2"}
        drawn.append(one)
    return drawn


@st.composite
def worlds(draw: st.DrawFn) -> Drawn:
    """A catalogue in which something is due."""
    terms = ["30 days", "6 weeks", "1 month", "3 months", "13 months"]
    sources: list[Drawn] = [
        {"id": "s1", "date": draw(st.sampled_from(DATES[:6])), "publisher": "mez"},
        {"id": "s2", "date": draw(st.sampled_from(DATES[:6])), "publisher": "reka"},
    ]
    for source in sources:
        if draw(st.booleans()):
            source["answer_within"] = {"term": draw(st.sampled_from(terms)), "source": "s1"}
    recommendations = []
    for number in range(draw(st.integers(1, 3))):
        days = sorted(draw(st.lists(st.sampled_from(DATES), max_size=2)), key=last_day)
        recommendations.append(
            {
                "id": f"r{number}",
                "source": draw(st.sampled_from(["s1", "s2"])),
                "addressee": draw(st.sampled_from(["nl", "eu", "mez"])),
                "responses": [
                    {
                        "date": day,
                        "value": "noted",
                        "source": draw(st.sampled_from(["s1", "s2"])),
                        "draft": draw(st.booleans()),
                    }
                    | ({"by": "mez"} if draw(st.booleans()) else {})
                    for day in days
                ],
            }
        )
    instruments: list[Drawn] = []
    for number in range(draw(st.integers(1, 2))):
        days = sorted(draw(st.lists(st.sampled_from(DATES), max_size=2)), key=last_day)
        instruments.append(
            {
                "id": f"i{number}",
                "status": [
                    {
                        "date": day,
                        "value": draw(st.sampled_from(STATUSES)),
                        "source": "s1",
                    }
                    for day in days
                ],
                "targets": draw(targets()),
            }
        )
    for one in instruments:
        for event in one["status"]:
            if event["value"] == "superseded":
                one["superseded_by"] = "i0"
    return {
        "organisations": [
            {"id": "mez", "kind": "ministry", "level": "nl"}, {"id": "reka", "kind": "court"},
        ],
        "sources": sources,
        "recommendations": recommendations,
        "instruments": instruments,
    }  # fmt: skip


def given(target: Mapping[str, Any]) -> date:
    """A plan counts from its last day; one that bears `read`, from that day."""
    return last_day(target.get("date") or target["read"])


def target_states(world: Mapping[str, Any], on: date) -> dict[tuple[str, str], tuple[str, bool]]:
    """How each target stands, and whether its day was ever another."""
    found = {}
    for instrument in world["instruments"]:
        status = None
        for event in instrument["status"]:
            if last_day(event["date"]) <= on:
                status = event["value"]
        # "a target of a stopped or superseded instrument is dropped"
        if status in (None, "stopped", "superseded"):
            continue
        for name in ("a", "b"):
            known = [one for one in instrument["targets"] if one["name"] == name]
            known = [one for one in known if given(one) <= on]
            if not known:
                continue
            # "the latest given holds"
            latest = known[0]
            for one in known:
                if given(one) >= given(latest):
                    latest = one
            shifted = any(one["due"] != latest["due"] for one in known)
            found[instrument["id"], name] = (_state(latest, status, on), shifted)
    return found


def _state(target: Mapping[str, Any], status: str, on: date) -> str:
    past = last_day(target["due"]) < on
    met = "met" in target and last_day(target["met"]["date"]) <= on
    missed = "missed" in target and last_day(target["missed"]["date"]) <= on
    # "Past its day it is met (or its instrument completed), late (a later source says so, or the
    # instrument is still announced), or past, whether met is not on file"
    if not past:
        return "early" if met or status == "completed" else "ahead"
    if met or status == "completed":
        return "met"
    return "late" if missed or status == "announced" else "unknown"


def last_of_term(term: str, day: date) -> date:
    """So many days, weeks or months on, step by step; a month without that day ends on its last."""
    number, unit = term.split()
    if not unit.startswith("month"):
        return day + timedelta(days=int(number) * (7 if unit.startswith("week") else 1))
    year, month = day.year, day.month
    for _ in range(int(number)):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def answer_states(world: Mapping[str, Any], on: date) -> dict[str, tuple[str, date]]:
    """How each source stands that asks for a response within a term, and its last day."""
    found = {}
    for source in world["sources"]:
        asked = [one for one in world["recommendations"] if one["source"] == source["id"]]
        if "answer_within" not in source or not asked or last_day(source["date"]) > on:
            continue
        until = last_of_term(source["answer_within"]["term"], last_day(source["date"]))
        firsts = [_first(world, one, on) for one in asked]
        answered = None not in firsts and max(day for day in firsts if day)
        if answered:
            found[source["id"]] = ("met" if answered <= until else "late", until)
        else:
            found[source["id"]] = ("unknown" if until < on else "ahead", until)
    return found


def _first(world: Mapping[str, Any], asked: Mapping[str, Any], on: date) -> date | None:
    """The day of the first response "of who was asked that is no draft"."""
    days = [
        last_day(response["date"])
        for response in asked["responses"]
        if not response["draft"]
        and last_day(response["date"]) <= on
        # the ministry is of the level nl, the court of none
        and "mez" in responders(world, asked, response)
        and asked["addressee"] in ("nl", "mez")
    ]
    return min(days, default=None)
