"""What each check finds, where, and what it lets pass."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.catalog.loader import load_catalog
from dosa_trace.checks.quoted_text import QuotedText
from dosa_trace.checks.registry import CheckReport, check
from dosa_trace.checks.soundness import require_sound
from dosa_trace.diagnostics import CatalogInvalid, Severity
from dosa_trace.language import Language, say
from dosa_trace.views.checks.findings import figures
from tests.build import read_text
from tests.examples import examples

HEAD = """\
sources:
  - {id: s, kind: report, title: T, publisher: P, date: 2024}
recommendations:
  - {id: r, source: s, title: T}
objectives:
  - {id: a, title: T}
  - {id: b, title: T}
  - {id: c, title: T}
instruments:
  - {id: i, name: N, kind: fund, level: nl, owner: O, status: []}
"""


#: What the small catalogues here are on purpose: loose ends, titles alike, funds without a status.
BESIDE = {"DT213", "DT310", "DT403"}


def report(text: str) -> CheckReport:
    """The check of a text, without what is beside the point of these tests."""
    everything = check(*read_text(text))
    told = tuple(one for one in everything.diagnostics if one.code not in BESIDE)
    return everything._replace(diagnostics=told)


def found(text: str) -> list[tuple[str, int]]:
    return [(one.code, one.span.line) for one in report(text).diagnostics]


def link(
    origin: str, target: str, more: str = "basis: inferred, rationale: R, extent: full"
) -> str:
    return f"  - {{from: {origin}, to: {target}, {more}}}\n"


def test_a_dangling_reference_says_what_may_have_been_meant() -> None:
    one = report(f"{HEAD}links:\n{link('r', 'aa')}").diagnostics[0]
    assert (one.code, one.span.line, one.span.column) == ("DT201", 12, 19)
    assert "'to' names 'aa'" in one.message.say(Language.EN)
    far = report(f"{HEAD}links:\n{link('r', 'zzzzzz')}").diagnostics[0]
    assert say(far.hint, Language.EN) == "add it, or correct the id"


def test_all_near_ids_are_named_where_several_tie() -> None:
    ids = "".join(f"  - {{id: aim-{one}, title: T}}\n" for one in "xyz")
    text = HEAD.replace("instruments:", f"{ids}instruments:")
    one = report(f"{text}links:\n{link('r', 'aim-w')}").diagnostics[0]
    assert say(one.hint, Language.EN) == "did you mean 'aim-x', 'aim-y' or 'aim-z'?"


def test_links_between_wrong_kinds_name_both_places() -> None:
    text = HEAD.replace("source: s,", "source: i,")
    assert found(text) == [("DT202", 4)]
    assert report(text).diagnostics[0].related[0].span.line == 10


def test_a_cycle_lists_its_members_and_links() -> None:
    text = f"{HEAD}links:\n{link('a', 'b')}{link('b', 'c')}{link('c', 'a')}{link('c', 'i')}"
    one = report(text).diagnostics[0]
    assert (one.code, one.span.line, one.severity) == ("DT204", 12, Severity.WARNING)
    assert "a, b and c" in one.message.say(Language.EN)
    assert "a, b en c" in one.message.say(Language.NL)
    assert [two.span.line for two in one.related] == [13, 14]
    assert found(f"{HEAD}links:\n{link('a', 'a')}") == [("DT204", 12)]


def test_a_group_that_leans_on_itself_is_refused_by_questions() -> None:
    """All full, and yet nothing: o is answered by i alone, and by its group of p and j, which p
    leads back to."""
    another = "instruments:\n  - {id: j, name: N2, kind: fund, level: nl, owner: O, status: []}"
    head = HEAD.replace("instruments:", another)
    joint = "basis: inferred, rationale: R, extent: full, joint: g"
    text = (
        f"{head}links:\n{link('r', 'a')}{link('a', 'i')}{link('a', 'b', joint)}"
        f"{link('a', 'j', joint)}"
    )
    assert found(text) == []
    leaning = text + link("b", "a")
    finding = next(one for one in report(leaning).diagnostics if one.code == "DT207")
    assert (finding.span.line, finding.related[0].span.line) == (15, 17)
    assert "b leads back to a" in finding.message.say(Language.EN)
    with pytest.raises(CatalogInvalid):
        require_sound(*read_text(leaning))


def test_a_link_that_does_not_support_makes_no_cycle() -> None:
    none = "basis: inferred, rationale: R, relation: none"
    assert found(f"{HEAD}links:\n{link('a', 'b')}{link('b', 'a', none)}") == []


def test_links_that_differ_in_relation_or_basis_are_no_duplicates() -> None:
    stated = "basis: stated, extent: full, evidence: [{source: s}]"
    assert found(f"{HEAD}links:\n{link('r', 'a')}{link('r', 'a', stated)}") == []
    assert found(f"{HEAD}links:\n{link('r', 'a')}{link('r', 'a')}") == [("DT203", 13)]


def test_a_part_of_cycle_of_two() -> None:
    parts = "".join(
        f"  - {{id: p{at}, part_of: p{1 - at},"
        " name: N, kind: fund, level: nl, owner: O, status: []}\n"
        for at in (0, 1)
    )
    one = report(HEAD + parts).diagnostics[0]
    assert (one.code, one.span.line, len(one.related)) == ("DT205", 11, 1)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("basis: inferred, rationale: R", ["DT206"]),
        ("basis: inferred, rationale: R, relation: none, extent: full", ["DT206"]),
        ("basis: inferred, rationale: R, relation: none", []),
        ("basis: inferred, rationale: R, joints: j", ["DT206", "DT101"]),
        ("basis: inferred, rationale: R, relation: none, joint: j", ["DT207"]),
        ("basis: suggested, extent: full, joint: j", ["DT207"]),
        ("basis: suggested, extent: full", []),
        ("basis: inferred, extent: full", ["DT301"]),
        ("basis: stated, extent: full", ["DT302"]),
    ],
)
def test_what_a_link_must_have(more: str, expected: list[str]) -> None:
    assert [code for code, _ in found(f"{HEAD}links:\n{link('r', 'a', more)}")] == expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("[{date: 2023, value: stopped, source: s}]", ["DT208"]),
        ("[{date: 2023, value: superseded, source: s}], superseded_by: i", ["DT208"]),
        ("[{date: 2024, value: stopped, source: s}]", []),
        ("[{date: 2023, value: adopted, source: s}]", []),
        ("[{date: 2022, value: paused, source: s}, {date: 2023, value: adopted, source: s}]", []),
    ],
)
def test_a_link_onto_what_had_ended(status: str, expected: list[str]) -> None:
    old = f"  - {{id: old, name: N, kind: fund, level: nl, owner: O, status: {status}}}\n"
    assert [code for code, _ in found(f"{HEAD}{old}links:\n{link('r', 'old')}")] == expected


def test_events_of_one_date_may_stand_in_any_order() -> None:
    response = (
        "[{date: 2025-06, value: noted, source: s}, {date: 2025-06-30, value: rejected, source: s}]"
    )
    text = f"{HEAD}".replace(
        "title: T}\nobjectives", f"title: T, responses: {response}}}\nobjectives"
    )
    order = [one for one in found(text.replace("2025-06-30", "2025-05-31")) if one[0] == "DT401"]
    assert order == [("DT401", 4)]
    assert "DT401" not in {code for code, _ in found(text)}


NOTA = (
    "de bron stelt dat over-\n  heid en\r\nAI-\nautonomie 'samen-\ngaan', "
    "zegt   hij. Zelf-\nstandig."
)


@pytest.mark.parametrize(
    "quote",
    [
        "de bron stelt dat overheid en AI-autonomie",
        "AI-autonomie ‘samengaan’",
        "AI-autonomie “samengaan”".replace("“", "'").replace("”", "'"),
        "AIautonomie",
        "overheid\nen AI-autonomie",
        "bron",
    ],
)
def test_what_typesetting_does_is_overlooked(quote: str) -> None:
    assert QuotedText(NOTA).holds(quote)


@pytest.mark.parametrize(
    "quote",
    [
        "De bron stelt",  # a capital
        "de bron stelt, dat",  # a comma
        "de  bron",  # two spaces
        "zegt hij",  # one space for three
        "ron stelt",  # half a word
        "de bron stel",
        "bron dat",  # words left out
        "over heid",  # a space for the hyphen
        "de bron … overheid",
        '"samengaan"',  # another kind of quotation mark
    ],
)
def test_nothing_else_is_overlooked(quote: str) -> None:
    assert not QuotedText(NOTA).holds(quote)


def test_the_nearest_passage_is_shown() -> None:
    nota = QuotedText(NOTA)
    assert nota.nearest("de bron stelde dat overheid") == "de bron stelt dat over-heid"
    assert nota.nearest("xyz") is None
    assert len(QuotedText("x" * 500).nearest("x" * 500) or "") == 301


LETTERS = st.text(st.sampled_from(list("ab-\u2010\u00ad '\u2019\n.(é_")), max_size=40)


@examples(400)
@given(LETTERS, st.data())
def test_a_quote_is_found_as_a_pattern_finds_it(archived: str, data: st.DataObject) -> None:
    """Of the text itself or of anything, against one regular expression over all of it. A quote
    that begins or ends with no letter cuts no word, whatever stands beside it."""
    at, to = sorted(data.draw(st.integers(0, len(archived))) for _ in range(2))
    quote = data.draw(st.one_of(st.just(archived[at:to]), LETTERS)).strip()
    found = QuotedText(archived).holds(quote)
    assert found == found_by_pattern(quote, archived) or not quote


def found_by_pattern(quote: str, archived: str) -> bool:
    marks = str.maketrans("\u2019", "'")
    text = archived.replace("\u00ad", "")
    text = re.sub(r"(?<=\w)[-\u2010][ \t]*\n\s*", "\ue000", text)
    text = re.sub(r"[ \t]*\n\s*", " ", text).translate(marks)
    said = re.sub(r"[ \t]*\n\s*", " ", quote).strip().translate(marks)
    pieces = ["[-\ue000]" if one == "-" else re.escape(one) for one in said]
    pattern = "\ue000?".join(pieces)
    before = r"(?<!\w)" if re.match(r"\w", said) else ""
    behind = r"(?!\w)" if re.search(r"\w$", said) else ""
    return re.search(f"{before}{pattern}{behind}", text) is not None


def test_severities_are_set_by_code_or_name() -> None:
    text = (
        "catalogue: {title: T, languages: [en], checks: {DT301: off, duplicate-link: note}}\n"
        + HEAD
    )
    same = link("r", "a", "basis: inferred, extent: full")
    one = report(f"{text}links:\n{same}{same}")
    assert [(two.code, two.severity) for two in one.diagnostics] == [("DT203", Severity.NOTE)]
    assert one.errors == 0


@pytest.mark.parametrize("name", ["DT201", "wrong-kind", "DT001", "duplicate-id", "nonsense"])
def test_what_figures_rest_on_cannot_be_switched_off(name: str) -> None:
    text = f"catalogue: {{title: T, languages: [en], checks: {{{name}: off}}}}\n{HEAD}"
    assert found(text) == [("DT110", 1)]


def test_an_unsound_catalogue_answers_nothing(tmp_path: Path) -> None:
    require_sound(*read_text(HEAD))
    with pytest.raises(CatalogInvalid) as caught:
        require_sound(
            *read_text(f"{HEAD}links:\n{link('r', 'aa')}{link('r', 'a', 'basis: stated')}")
        )
    assert [one.code for one in caught.value.diagnostics] == ["DT201", "DT206"]
    with pytest.raises(CatalogInvalid):
        require_sound(*read_text("a: b: c\n"))


def test_a_missing_archived_text_is_found(tmp_path: Path) -> None:
    text = HEAD.replace("date: 2024}", "date: 2024, text: texts/none.txt}")
    assert found(text) == [("DT306", 2)]


def test_it_is_said_how_many_quotes_were_looked_up(tmp_path: Path) -> None:
    """A quote without an archived text passes unseen, and a reader must know of how many."""
    (tmp_path / "s.txt").write_text("more talent for AI")
    (tmp_path / "a.yaml").write_text(
        "sources:\n  - {id: s, kind: report, title: T, publisher: P, date: 2024, text: s.txt}\n"
        "  - {id: t, kind: report, title: U, publisher: P, date: 2024}\n"
        "objectives:\n  - id: x\n    title: X\n    evidence:\n"
        "      - {source: s, quote: more talent}\n      - {source: t, quote: made up}\n"
        "      - {source: t}\n"
    )
    report = check(*load_catalog(tmp_path))
    assert (report.errors, report.quotes, report.compared) == (0, 2, 1)
    said = figures(report).say(Language.EN)
    assert said.endswith("; 1 of 2 quotations compared with an archived text")
