"""Searches: how they are read, and that nobody acts and nobody looked never share a number."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.coverage.gaps import gaps
from dosa_trace.catalog.model.vocabulary import Sought
from dosa_trace.checks.registry import check
from dosa_trace.language import Language
from tests.build import catalog_of, graph_of, read_text, why_state

DAY = date(2025, 7, 15)


def world(**more: Any) -> dict[str, Any]:
    """Three open recommendations: one answered in passing, one suggested, one with nothing."""
    return {
        "sources": [{"id": "s", "date": "2024-01"}],
        "recommendations": [
            {"id": "passing", "source": "s"},
            {"id": "guessed", "source": "s"},
            {"id": "bare", "source": "s"},
            {"id": "told", "source": "s", "responses": [{"date": "2024-02", "value": "noted"}]},
        ],
        "instruments": [{"id": "i", "status": [{"date": "2024-02", "value": "adopted"}]}],
        "links": [
            {"from": "passing", "to": "i", "extent": "marginal", "basis": "stated"},
            {"from": "guessed", "to": "i", "extent": "full", "basis": "suggested"},
        ],
        **more,
    }


def search(*covers: str, sought: str = "instrument", day: str = "2026-11-25") -> dict[str, Any]:
    return {"id": f"{sought}-{day}", "date": day, "for": [sought], "covers": list(covers)}


def searched(data: dict[str, Any]) -> set[str]:
    return {one.id for one in coverage(graph_of(data, DAY)).recommendations if one.searched}


def test_a_gap_is_searched_only_where_a_search_covers_it() -> None:
    """A link that touches on it, or that a machine suggests, is no search."""
    assert searched(world()) == set()
    assert searched(world(searches=[search("bare")])) == {"bare"}
    assert searched(world(searches=[search("bare", sought="response")])) == set()


def test_the_counts_stand_beside_the_figures() -> None:
    data = world(searches=[search("bare"), search("bare", "told", sought="response")])
    nobody: list[dict[str, Any]] = []
    for listed in (nobody, data["searches"]):
        report = coverage(graph_of(data | {"searches": listed}, DAY))
        assert (report.counts.gap, report.without_response) == (4, 3)
        assert report.searched_gaps == (1 if listed else 0)
        assert report.searched_responses == (1 if listed else 0)
        found = gaps(graph_of(data | {"searches": listed}, DAY))
        assert (found.gaps, found.searched) == (4, report.searched_gaps)


def test_a_search_moves_no_state_and_depends_on_no_date() -> None:
    """It was held after the day of the question, and is shown all the same."""
    before, after = world(), world(searches=[search("bare", "told", day="2026-11-25")])
    plain, looked = coverage(graph_of(before, DAY)), coverage(graph_of(after, DAY))
    assert (plain.counts, plain.by_basis) == (looked.counts, looked.by_basis)
    assert looked.searched_gaps > plain.searched_gaps


def test_why_names_every_search_the_latest_first_with_what_it_saw() -> None:
    first = search("bare", day="2025-01") | {"by": "a reader", "words": ["AI-hub"]}
    second = search("bare", "told", day="2026") | {"found": {"bare": "only a plan"}}
    why = why_state(graph_of(world(searches=[first, second]), DAY), "bare")
    assert [one.id for one in why.searches] == [second["id"], first["id"]]
    assert [one.found.say(Language.EN) if one.found else None for one in why.searches] == [
        "only a plan", None
    ]  # fmt: skip
    by, words = why.searches[1].by, why.searches[1].words
    assert by is not None
    assert (list(by), list(map(list, words))) == (["a reader"], [["AI-hub"]])
    assert (why.searched, why.response_searched) == (True, False)


def test_a_search_is_read_whole() -> None:
    catalog = catalog_of(world(searches=[search("bare") | {"found": {"bare": {"nl": "niets"}}}]))
    one = catalog.searches["instrument-2026-11-25"]
    assert one.sought == (Sought.INSTRUMENT,)
    said = one.found_for("bare")
    assert said is not None
    assert said.say(Language.NL) == "niets"
    assert one.found_for("told") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{id: a, date: 2026, for: [money], covers: [r]}", "'for' cannot be 'money'"),
        ("{id: a, date: 2026, for: [response]}", "the record lacks 'covers'"),
        ("{id: a, date: 2026, for: [response], covers: [r], found: nothing}", "'found' must be"),
        ("{id: a, date: 2026, for: [response], covers: [r], found: {r: }}", "'found' is empty"),
        ("{id: a, date: 2026, for: [response], covers: [r], fond: {r: x}}", "no field 'fond'"),
    ],
)
def test_every_mistake_in_a_search_has_one_message(text: str, said: str) -> None:
    _, found = read_text(f"searches:\n  - {text}\n")
    assert [said in one.message.say(Language.EN) for one in found] == [True]


def test_a_mistake_in_what_was_seen_points_at_its_own_place() -> None:
    """A recommendation that is not there, and a text that lacks a language."""
    text = (
        "catalogue: {title: {nl: C, en: C}, languages: [nl, en]}\n"
        "sources: [{id: s, kind: report, title: S, publisher: P, date: 2024}]\n"
        "recommendations: [{id: told, source: s, title: T}, {id: bare, source: s, title: B}]\n"
        "searches:\n"
        "  - id: q\n"
        "    date: 2026\n"
        "    for: [instrument]\n"
        "    covers: [told, bare]\n"
        "    found:\n"
        "      told: iets\n"
        "      bare: {nl: niets}\n"
        "      baer: niets\n"
    )
    found = check(*read_text(text)).diagnostics
    places = {(one.code, one.span.line, one.span.column) for one in found}
    assert places == {("DT201", 12, 7), ("DT307", 11, 14)}
    (dangling,) = [one for one in found if one.code == "DT201"]
    assert dangling.hint is not None
    assert "bare" in dangling.hint.say(Language.EN)
