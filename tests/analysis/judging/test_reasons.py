"""Each obstacle is named with its reason, and nothing else is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dosa_trace.analysis.coverage.gaps import gaps
from dosa_trace.analysis.why.explanation import explain
from dosa_trace.language import Language
from tests.build import graph_of, why_state

DAY = date(2025, 7, 15)


def data(links: list[dict[str, Any]], status: str = "adopted", **more: Any) -> dict[str, Any]:
    return {
        "sources": [{"id": "s", "date": "2024"}],
        "recommendations": [{"id": "r", "source": "s", **more}],
        "objectives": [{"id": "a"}],
        "instruments": [
            {"id": "i", "status": [{"date": "2024-05-06", "value": status}]},
            {"id": "j", "status": [{"date": "2024", "value": "adopted"}]},
            {"id": "k"},
        ],
        "links": links,
    }


def link(origin: str, target: str, **more: Any) -> dict[str, Any]:
    return {"from": origin, "to": target, "extent": "full", "basis": "stated", **more}


def why(world: dict[str, Any], basis: str = "inferred") -> list[tuple[str, str]]:
    (item,) = gaps(graph_of(world, DAY, basis), everything=True).items
    return [(one.code, one.message.say(Language.EN)) for one in item.why]


@pytest.mark.parametrize(
    ("world", "expected"),
    [
        (data([]), [("no-link", "nothing is linked to it")]),
        (
            data([link("r", "a")]),
            [("not-pursued", "nothing is linked to the objective Aimed at (a)")],
        ),
        (
            data([link("r", "a"), link("a", "a")]),
            [("circle", "its links go round in a circle and reach no instrument")],
        ),
        (
            data([link("r", "a"), link("a", "i", extent="marginal")]),
            [("only-marginal",
              "touched on only: the link from Aimed at (a) to Done (i)")],
        ),
        (data([link("r", "i")], "stopped"), [("ended", "Done (i) is stopped (6 May 2024)")]),
        (
            data([link("r", "k")]),
            [("no-status-yet", "Done (k) had no recorded status on this date")],
        ),
        (
            data([link("r", "i")], "announced"),
            [("announced", "Done (i) is only announced (6 May 2024)")],
        ),
        (
            data([link("r", "a", extent="partial"), link("a", "i")]),
            [("partial", "only in part: the link to Aimed at (a) is partial")],
        ),
        (
            data([link("r", "i", basis="suggested")]),
            [
                (
                    "only-suggested",
                    "the link to Done (i) was only suggested by software, and nobody has confirmed "
                    "it",
                )
            ],
        ),
        (
            data([link("r", "i", since="2025-08")]),
            [("not-yet-known", "the link to Done (i) was not known before 31 August 2025")],
        ),
        (
            data([{"from": "r", "to": "i", "basis": "inferred", "relation": "none",
                   "rationale": "it is about something else"}]),
            [("looked-at-and-rejected",
              "the link to Done (i) was considered and rejected. it is about something else")],
        ),
        (
            data([{"from": "r", "to": "i", "basis": "inferred", "relation": "contradicts"}]),
            [("contradicts", "Done (i) contradicts Asked (r)")],
        ),
        (
            data([link("r", "i", joint="g"), link("r", "j", joint="g")], "paused"),
            [("joint-incomplete",
              "Done (i) and Done (j) count only together, and Done (i) does not count"),
             ("ended", "Done (i) is paused (6 May 2024)")],
        ),
        (
            data([link("r", "j", joint="g", since="2026"), link("r", "i", joint="g")]),
            [("joint-incomplete",
              "Done (i) and Done (j) count only together, and Done (j) does not count"),
             ("not-yet-known", "the link to Done (j) was not known before 31 December 2026")],
        ),
        (
            data([], considered=[{"instruments": ["i", "j"], "reason": "neither is about this"}]),
            [("no-link", "nothing is linked to it"),
             ("considered",
              "considered, but not enough: Done (i) and Done (j). neither is about this")],
        ),
        (
            data([], responses=[{"date": "2025-01", "value": "rejected"}]),
            [
                ("declined", "declined: rejected (January 2025)"),
                ("no-link", "nothing is linked to it"),
            ],
        ),
    ],
)  # fmt: skip
def test_why_nothing_better_stands_behind_it(
    world: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert why(world) == expected
    found = why_state(graph_of(world, DAY), "r")
    assert [(one.code, one.message.say(Language.EN)) for one in found.not_counted] == expected


def test_inferred_links_are_the_reason_where_only_stated_ones_count() -> None:
    world = data([link("r", "i", basis="inferred")])
    assert gaps(graph_of(world, DAY), everything=True).items == ()
    said = "the link to Done (i) is an analyst's judgement; no source says so"
    assert why(world, "stated") == [("only-inferred", said)]


def test_an_instrument_says_which_links_to_it_do_not_count() -> None:
    world = data([link("a", "i"), link("r", "i", basis="suggested")])
    found = explain(graph_of(world, DAY), "i")
    assert [(chain.start, chain.end) for chain in found.chains] == [("a", "i")]
    assert [(one.code, one.message.say(Language.EN)) for one in found.not_counted] == [
        (
            "only-suggested",
            "the link from Asked (r) was only suggested by software, and nobody has confirmed it",
        )
    ]
    assert [one.id for one in found.asked_by] == ["a"]


def test_a_record_that_was_not_known_has_no_state_yet() -> None:
    found = why_state(graph_of(data([]), date(2023, 1, 1)), "r")
    assert (found.state, found.as_stated, found.chains) == (None, None, ())


def test_weaker_chains_stand_behind_the_decisive_ones() -> None:
    world = data([link("r", "j", extent="partial"), link("r", "i"), link("r", "a"),
                  link("a", "i", extent="marginal")])  # fmt: skip
    found = why_state(graph_of(world, DAY), "r")
    assert found.decisive == 1
    assert [(len(one.hops), one.end, str(one.extent)) for one in found.chains] == [
        (1, "i", "full"),
        (1, "j", "partial"),
        (2, "i", "marginal"),
    ]
    limited = why_state(graph_of(world, DAY), "r", limit=2)
    assert (len(limited.chains), limited.more, found.more) == (2, True, False)
