"""How others judge a link: what differs is an objection, and moves nothing."""

from __future__ import annotations

import pytest

from dosa_trace.analysis.coverage.summary import is_read_again
from dosa_trace.analysis.judging.doubts import is_doubted
from dosa_trace.catalog.facts.second_readings import extent_on_file, objections
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.language import Language
from tests.build import read_text

WORLD = """
catalogue: {{title: C, languages: [en, nl]}}
sources: [{{id: s, kind: report, title: T, publisher: P, date: 2024}}]
recommendations: [{{id: a, source: s, title: Ask}}]
objectives: [{{id: b, title: Aim}}]
links:
  - {{from: a, to: b, {link}, basis: inferred, rationale: because, readings: [{reading}]}}
"""


def link_with(link: str = "extent: partial, by: A", reading: str = "extent: full") -> TraceLink:
    text = WORLD.format(link=link, reading=f"{{date: 2026-11-28, by: B, {reading}}}")
    catalog, findings = read_text(text)
    assert not findings
    return catalog.links[0]


@pytest.mark.parametrize(
    ("link", "reading", "doubted"),
    [
        ("extent: partial", "extent: partial", False),
        ("extent: partial", "extent: full", True),
        ("extent: partial", "extent: none", True),
        ("relation: none", "extent: none", False),
        ("relation: none", "extent: marginal", True),
        ("extent: full", "extent: marginal, answer: {value: kept, reason: r}", False),
    ],
)
def test_what_differs_is_open_until_it_is_answered(link: str, reading: str, doubted: bool) -> None:
    assert is_doubted(link_with(link, reading)) is doubted


def test_an_objection_is_told_in_words() -> None:
    (told,) = objections(link_with(reading="extent: none, note: It only counts"))
    assert told.text.say(Language.EN) == "reads it as 'none': It only counts"
    assert told.text.say(Language.NL) == "komt op 'geen': It only counts"
    assert (str(told.date), list(told.by or ()), told.answered) == ("2026-11-28", ["B"], None)
    kept = "extent: none, answer: {value: kept, reason: It acts, date: 2026-12}"
    (told,) = objections(link_with(reading=kept))
    assert told.answered is not None
    assert (str(told.answered.date), str(told.answered.text)) == ("2026-12", "It acts")
    assert objections(link_with(reading="extent: partial")) == ()


@pytest.mark.parametrize(
    ("link", "again"),
    [("extent: full, by: A", True), ("extent: full, by: B", False), ("extent: full", False)],
)
def test_who_laid_a_link_is_no_second_reader(link: str, again: bool) -> None:
    assert is_read_again(link_with(link)) is again


def test_what_contradicts_is_judged_by_no_extent() -> None:
    assert extent_on_file(link_with("relation: contradicts", "extent: none")) is None
