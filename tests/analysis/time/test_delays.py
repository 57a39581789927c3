"""How long an answer took, and what slipped: medians by hand."""

from __future__ import annotations

from datetime import date

import pytest

from dosa_trace.analysis.time.delays import Awaited, delays, half_within
from tests.analysis.small import over_time
from tests.build import graph_of
from tests.cli.conftest import Runner, run

__all__ = ["run"]
TODAY = date(2026, 11, 23)
TEN = [(10, True), (20, True), (30, False), (40, True), (50, True), (60, False), (70, True),
       (80, False), (90, True), (100, False)]  # fmt: skip


@pytest.mark.parametrize(
    ("waits", "half"),
    [
        ([], None),
        ([(5, False), (9, False)], None),
        ([(5, True)], 5),
        ([(5, True), (9, False)], 5),  # one of two is half
        # .9, .8, then 40: × 6/7 = .6857, 50: × 5/6 = .5714, 70: × 3/4 = .4286
        (TEN, 70),
        ([(days, True) for days, _ in TEN], 50),
        ([(0, True)] * 3 + [(7, False)], 0),
    ],
)
def test_half_had_it_within_by_hand(waits: list[tuple[int, bool]], half: int | None) -> None:
    assert half_within(waits) == half
    assert half_within(reversed(waits)) == half


def test_delays_by_hand() -> None:
    told = {one.awaited: one for one in delays(graph_of(over_time(), date(2026, 1, 10))).whole}
    # a: rejected after 82 days; b has a response of which no day is known
    response = told[Awaited.RESPONSE]
    assert (response.total, response.had, response.waiting, response.undated) == (2, 1, 0, 1)
    assert response.half_within == (date(2024, 4, 1) - date(2024, 1, 10)).days
    # a: announced after 143 days, live after 235; b: since when its instrument is there is not
    # known, so it is in no median
    announced, live = told[Awaited.ANNOUNCED], told[Awaited.LIVE]
    assert (announced.had, announced.half_within, announced.undated) == (1, 143, 1)
    assert (live.had, live.half_within, live.undated) == (1, 235, 1)


def test_what_runs_is_never_quicker_than_what_is_announced() -> None:
    """Also where since when it runs is not known: it had waited until it was announced."""
    begun = {"date": "2024-02-01", "value": "in-progress", "source": "s"}
    promised = {"date": "2025-01-01", "value": "announced", "source": "s"}
    was_read = {"read": "2025-06-01", "value": "in-progress", "source": "s"}
    data = {
        "sources": [{"id": "s", "date": "2024-01-01"}],
        "recommendations": [{"id": name, "source": "s"} for name in ("a", "b", "c")],
        "instruments": [
            {"id": "i", "status": [begun]},
            {"id": "j", "status": [promised, was_read]},
            {"id": "k", "status": [promised, was_read]},
        ],
        "links": [
            {"from": one, "to": other, "extent": "full", "basis": "inferred"}
            for one, other in (("a", "i"), ("b", "j"), ("c", "k"))
        ],
    }
    told = {one.awaited: one for one in delays(graph_of(data, TODAY)).whole}
    announced, live = told[Awaited.ANNOUNCED], told[Awaited.LIVE]
    assert announced.half_within == (date(2025, 1, 1) - date(2024, 1, 1)).days
    assert (live.had, live.undated, live.half_within) == (1, 2, None)


def test_planning_that_slipped() -> None:
    data = over_time()
    data["instruments"][0]["targets"] = [
        {"name": "open", "due": "2025-03", "source": "s", "date": "2024-01"},
        {"name": "open", "due": "2025-09", "source": "t", "date": "2025-02"},
        {"name": "other", "due": "2025", "source": "s", "date": "2024-01"},
    ]
    (slip,) = delays(graph_of(data, TODAY)).slips
    assert (slip.id, slip.first_due, slip.last_due, slip.days) == ("i", "2025-03", "2025-09", 183)
    assert delays(graph_of(data, date(2025, 1, 1))).slips == ()


def test_of_nothing_it_is_said_that_it_does_not_apply(run: Runner) -> None:
    """0 of 0 still wait would be a figure of nothing."""
    out = run("report", "--sections", "delays", "--as-of", "1990", "--lang", "en").out
    assert "0 of 0" not in out
    assert out.count("n/a") == len(Awaited)
