"""The claim: right words for every combination of noughts, ones and alls, in both languages, and
the same on every surface."""

from __future__ import annotations

import html
import json
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.coverage.claim import Claim
from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.coverage.summary import summary
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.language import Language
from dosa_trace.views.wording.begin import sentences
from dosa_trace.views.wording.claim import claimed, of_focus
from dosa_trace.views.wording.frame import Frame
from tests.build import frozen
from tests.cli.conftest import Runner, run
from tests.examples import examples

__all__ = ["run"]

ON = date(2026, 11, 23)
MOST_WORDS = 30


def frame_in(language: Language, basis: Basis = Basis.INFERRED) -> Frame:
    return Frame("", ON, basis, language, LocalText((("", "C"),)), {}, {}, {})


counts = st.sampled_from([0, 1, 2, 37])


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """Numbers that can be: of the answered any part is stated, of the covered the stated ones."""
    by_sources, by_analyst, partly, planned, declined, gap = (draw(counts) for _ in range(6))
    answered = by_sources + by_analyst + partly + planned
    stated = by_sources + draw(st.integers(0, partly + planned))
    total = answered + declined + gap
    return Claim(
        total, by_sources, by_analyst, partly, planned, declined, gap, answered, stated,
        answered - stated,
    )  # fmt: skip


@examples(400)
@given(claims(), st.sampled_from(Language), st.booleans())
def test_every_combination_reads_right(claim: Claim, language: Language, selected: bool) -> None:
    said = claimed(claim, frame_in(language), selected)
    first, *others = re.split(r"(?<=[.]) ", said)
    if not claim.total:
        assert not re.search(r"\d", said)
        return
    # two sentences of at most thirty words, a telling nought first
    assert len(f"{first} {others[0] if others else ''}".split()) <= MOST_WORDS
    assert (claim.covered_by_sources == 0) == first.startswith(
        ("No source says", "Geen enkele bron zegt")
    )
    # every state that is not nought, and no other
    numbers = [int(one) for one in re.findall(r"\d+", " ".join(others))]
    told = [
        count
        for count in (
            claim.covered_by_analyst, claim.partly, claim.planned, claim.declined, claim.gap,
        )
        if count
    ]  # fmt: skip
    if told == [1] and claim.total == 1:
        assert "1" not in said
    else:
        assert numbers[: len(told)] == told
    # of one thing in the singular
    assert not re.search(
        r"(?<!\d )\b1 are\b|\b1 zijn\b|(?<!deze )(?<!Of these )\b(0|2|37) is\b", said
    )
    assert "  " not in said and said.endswith(".")
    # who says so, of those that are covered, partly covered or planned, and of no others
    last = others[-1] if others else ""
    assert (
        bool(re.search("analyst|analist|stated|volgens een bron|volgens bronnen", last))
        == (claim.answered > 0)
        or claim.answered == claim.covered_by_sources
    )


@pytest.mark.parametrize(
    ("numbers", "en", "nl"),
    [
        ((101, 0, 0, 50, 12, 0, 39, 62, 6, 56),
         "No source says that any of the 101 recommendations is fully covered. 50 are partly "
         "covered, 12 planned, 39 open. Of the 62 that are partly covered or planned, 6 are stated "
         "by a source; 56 are an analyst's judgement.",
         "Geen enkele bron zegt dat een van de 101 aanbevelingen volledig is gedekt. 50 zijn deels "
         "gedekt, 12 gepland, 39 open. Van de 62 die deels gedekt of gepland zijn, zijn er 6 "
         "volgens een bron en 56 volgens een analist."),
        ((1, 0, 0, 0, 0, 0, 1, 0, 0, 0),
         "No source says that the only recommendation is fully covered. It is open.",
         "Geen enkele bron zegt dat de enige aanbeveling volledig is gedekt. Die is open."),
        ((4, 1, 0, 1, 0, 0, 2, 2, 1, 1),
         "Sources say that 1 of the 4 recommendations is fully covered. 1 is partly covered, 2 "
         "open. Of the 2 that are covered or partly covered, 1 is stated by a source; 1 is an "
         "analyst's judgement.",
         "Volgens bronnen is 1 van de 4 aanbevelingen volledig gedekt. 1 is deels gedekt, 2 open. "
         "Van de 2 die gedekt of deels gedekt zijn, is er 1 volgens een bron en 1 volgens een "
         "analist."),
        ((3, 3, 0, 0, 0, 0, 0, 3, 3, 0),
         "Sources say that all 3 recommendations are fully covered.",
         "Volgens bronnen zijn alle 3 aanbevelingen volledig gedekt."),
        ((2, 0, 2, 0, 0, 0, 0, 2, 0, 2),
         "No source says that any of the 2 recommendations is fully covered. All 2 are covered by "
         "an analyst's judgement.",
         "Geen enkele bron zegt dat een van de 2 aanbevelingen volledig is gedekt. Alle 2 zijn "
         "gedekt volgens een analist."),
    ],
)  # fmt: skip
def test_the_words_of_a_claim(numbers: tuple[int, ...], en: str, nl: str) -> None:
    claim = Claim(*numbers)
    assert claimed(claim, frame_in(Language.EN)) == en
    assert claimed(claim, frame_in(Language.NL)) == nl


def test_the_focus_has_a_line_of_its_own() -> None:
    claim = Claim(6, 0, 0, 5, 0, 0, 1, 5, 1, 4)
    name = LocalText((("en", "the five factsheets"), ("nl", "de vijf factsheets")))
    assert of_focus(name, claim, frame_in(Language.EN)) == (
        "the five factsheets (6): 5 partly covered, 1 open; by sources 1 of the 5."
    )
    assert of_focus(name, claim, frame_in(Language.NL)) == (
        "de vijf factsheets (6): 5 deels gedekt, 1 open; volgens bronnen 1 van de 5."
    )


@pytest.mark.parametrize(
    "language", [Language.NL, pytest.param(Language.EN, marks=pytest.mark.costly)]
)
def test_every_surface_begins_with_the_same_claim(language: Language, run: Runner) -> None:
    graph = frozen(ON)
    opening = summary(Judge(graph), coverage(graph))
    claim, focus = (one.text for one in sentences(opening, frame_in(language)))
    asked = ("--as-of", "2026-11-23", "--lang", language.value)
    for command in (("coverage",), ("coverage", "--each"), ("coverage", "--by", "theme"),
                    ("report",), ("report", "--brief"), ("coverage", "--by", "owner")):  # fmt: skip
        for form in ("table", "markdown"):
            told = " ".join(run(*command, *asked, "-f", form, "--color", "never").out.split())
            assert claim in told and focus in told, (command, form)
            assert told.index(claim) < told.index(focus), (command, form)
    run("report", *asked, "-o", "r.html", "-q")
    page = html.unescape(Path("r.html").read_text(encoding="utf-8"))
    assert claim in page
    for command in (("report",), ("report", "--brief"), ("coverage",)):
        run(*command, *asked, "-o", "r.docx", "-q")
        text = zipfile.ZipFile("r.docx").read("word/document.xml").decode()
        assert claim in html.unescape(re.sub(r"<[^>]+>", "", text)), command
    run("report", *asked, "-o", "r.xlsx", "-q")
    book = zipfile.ZipFile("r.xlsx")
    cells = "".join(book.read(one).decode() for one in book.namelist() if one.endswith(".xml"))
    assert claim in html.unescape(cells)
    Path("n.md").write_text("<!-- dosa coverage.sentence --><!-- / -->")
    run("fill", "n.md", *asked, "-q")
    assert claim in Path("n.md").read_text().replace("\\", "")
    found = json.loads(run("coverage", *asked, "-f", "json").out)["summary"]
    assert found["whole"]["claim"] == opening.whole.claim._asdict()
    assert found["focus"]["claim"]["total"] == 6
