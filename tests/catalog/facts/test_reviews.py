"""A reviewed link is suspect when what the judgement rested on has changed, and only then."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.why.explanation import explain
from dosa_trace.catalog.facts.reviews import is_suspect, review_digest
from dosa_trace.checks.registry import check
from dosa_trace.graph import TraceGraph
from tests.build import catalog_of, read_text
from tests.examples import examples

TEXT = """\
sources:
  - {id: s, kind: report, title: A source, publisher: P, date: 2024}
recommendations:
  - {id: r, source: s, title: {en: Asked, nl: Gevraagd}, text: At length}
instruments:
  - {id: i, name: Done, description: It does, kind: fund, level: nl, owner: O,
     status: [{date: 2024-02, value: adopted, source: s}]}
links:
  - {from: r, to: i, extent: partial, basis: stated, rationale: R,
     evidence: [{source: s, locator: p. 3, quote: some words}]%s}
"""


def reviewed(text: str, when: str = "2025-03-01") -> str:
    catalog, _ = read_text(text % "")
    digest = review_digest(catalog, catalog.links[0])
    return text % f", reviewed: {{date: {when}, by: me, digest: {digest}}}"


GOOD = reviewed(TEXT)


def suspect(text: str) -> bool:
    catalog, problems = read_text(text)
    assert problems == ()
    return is_suspect(catalog, catalog.links[0])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Asked", "Asked for"),
        ("Gevraagd", "Verzocht"),
        ("At length", "At more length"),
        ("Done", "Done now"),
        ("It does", "It did"),
        ("A source", "Another source"),
        ("extent: partial", "extent: full"),
        ("basis: stated", "basis: inferred"),
        ("rationale: R", "rationale: S"),
        ("p. 3", "p. 4"),
        ("some words", "other words"),
    ],
)
def test_an_edit_of_what_the_judgement_rests_on_makes_the_link_suspect(
    before: str, after: str
) -> None:
    assert not suspect(GOOD)
    assert suspect(GOOD.replace(before, after, 1))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{en: Asked, nl: Gevraagd}", "{nl: Gevraagd, en: Asked}"),
        ("value: adopted", "value: in-progress"),
        ("publisher: P", "publisher: Q"),
        ("owner: O", "owner: Q"),
        ("by: me", "by: you"),
        ("id: r", "id: renamed"),
        ("id: s", "id: other"),
    ],
)
def test_other_edits_and_other_names_do_not(before: str, after: str) -> None:
    text = GOOD.replace(before, after)
    if before.startswith("id: "):
        text = (
            text.replace("from: r,", "from: renamed,")
            if "renamed" in after
            else text.replace("source: s", "source: other")
        )
    assert not suspect(text)


def test_a_review_without_digest_and_one_in_capitals_are_not_suspect() -> None:
    assert not suspect(TEXT % ", reviewed: {date: 2025, by: me}")
    head, _, tail = GOOD.partition("digest: ")
    assert not suspect(head + "digest: " + tail[:12].upper() + tail[12:])


def test_a_link_with_an_end_that_cannot_be_read_is_not_called_changed() -> None:
    """That end is the mistake; a new digest would review what nobody can see."""
    catalog, reading = read_text(GOOD.replace("to: i", "to: gone", 1))
    codes = {found.code for found in check(catalog, reading).diagnostics}
    assert "DT201" in codes
    assert "DT311" not in codes


def test_a_link_with_a_mistake_in_it_is_not_called_changed_as_well() -> None:
    catalog, reading = read_text(GOOD.replace("extent: partial", "extent: partail"))
    codes = {found.code for found in check(catalog, reading).diagnostics}
    assert "DT106" in codes
    assert "DT311" not in codes
    catalog, reading = read_text(GOOD.replace("extent: partial", "extent: full"))
    assert "DT311" in {found.code for found in check(catalog, reading).diagnostics}


def test_a_link_to_one_of_two_of_an_id_is_not_called_changed_as_well() -> None:
    """Which of the two is meant nobody knows."""
    again = "  - {id: i, name: Other, kind: fund, level: nl, owner: O, status: [{date: 2024, "
    other = f"instruments:\n{again}value: adopted, source: s}}]}}\n"
    catalog, reading = read_text(GOOD.replace("instruments:\n", other))
    codes = [found.code for found in check(catalog, reading).diagnostics]
    assert "DT107" in codes
    assert "DT311" not in codes


def test_suspect_links_count_unless_they_are_left_out() -> None:
    catalog, _ = read_text(GOOD.replace("Asked", "Asked for"))
    on = date(2026, 1, 1)
    with_them = coverage(TraceGraph(catalog, as_of=on))
    without = coverage(TraceGraph(catalog, as_of=on, count_suspect=False))
    assert (with_them.counts.partly, with_them.suspect_links, with_them.suspect_counted) == (
        1, 1, True
    )  # fmt: skip
    assert (without.counts.gap, without.suspect_links, without.suspect_counted) == (1, 1, False)
    why = explain(TraceGraph(catalog, as_of=on, count_suspect=False), "r", 9)
    assert [one.code for one in why.not_counted] == ["suspect"]
    assert explain(TraceGraph(catalog, as_of=on), "r", 9).chains[0].hops[0].suspect


def test_the_day_of_a_review_is_work_at_the_desk_and_moves_no_figure() -> None:
    catalog, _ = read_text(GOOD.replace("Asked", "Asked for"))
    for day in (date(2025, 2, 28), date(2025, 12, 31)):
        found = coverage(TraceGraph(catalog, as_of=day, count_suspect=False))
        assert (found.counts.partly, found.suspect_links) == (0, 1)


def test_links_that_would_not_count_anyway_are_not_counted_as_suspect() -> None:
    catalog, _ = read_text(
        reviewed(TEXT.replace("extent: partial", "relation: none")).replace("Asked", "Asked for")
    )
    assert coverage(TraceGraph(catalog, as_of=date(2026, 1, 1))).suspect_links == 0


@examples(100)
@given(st.lists(st.text("ab", min_size=1, max_size=3), min_size=2, max_size=2, unique=True))
def test_two_different_texts_have_different_digests(texts: list[str]) -> None:
    digests = set()
    for text in texts:
        catalog = catalog_of(
            {
                "sources": [{"id": "s"}],
                "recommendations": [{"id": "r", "source": "s", "title": text}],
                "instruments": [{"id": "i"}],
                "links": [
                    {
                        "from": "r",
                        "to": "i",
                        "extent": "full",
                        "basis": "inferred",
                        "rationale": "R",
                    }
                ],
            }
        )
        digests.add(review_digest(catalog, catalog.links[0]))
    assert len(digests) == 2
