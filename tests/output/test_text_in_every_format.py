"""Catalogue text is only ever text, in every format."""

from __future__ import annotations

import csv as stdlib_csv
import io
import json as stdlib_json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dosa_trace.document import (
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Folded,
    Grid,
    Heading,
    Paragraph,
    Role,
    Table,
    Tree,
)
from dosa_trace.output.data import csv, json
from dosa_trace.output.text import layout, linear, markdown, terminal
from dosa_trace.output.text.shares import SIGNS
from dosa_trace.output.text.widths import width as width_of
from tests.examples import examples

HOSTILE = [
    "<script>alert(1)</script>",
    "a | b",
    "[link](javascript:alert(1))",
    "![image](https://example.org/x.png)",
    "*bold* _it_ `code` ~~del~~",
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "line\nbreak",
    "a\\|b",
    "`` ` ``",
    "https://example.org",
    "www.example.org",
    "me@example.org",
    "&lt;b&gt;",
    "[note]",
    "[/note]",
    "[bold red]x[/]",
    ":warning:",
    "=1+1",
    "+1",
    "@SUM(A1)",
    "-2+3",
    "\t=1",
    "| --- |",
    "---",
    "===",
    "$x$",
    "<https://example.org>",
    "a  b",
]
GFM = MarkdownIt("gfm-like", {"linkify": False})


def seen(text: str) -> str:
    """A text as a reader sees it: its words, whatever the spaces between."""
    return " ".join(text.split())


def words_in(markdown_text: str) -> str:
    """What a Markdown reader would show, if it shows nothing but text."""
    tokens = GFM.parse(markdown_text)
    inline = [child for token in tokens for child in token.children or []]
    assert {child.type for child in inline} <= {"text", "text_special", "code_inline"}, inline
    # Only what sites would make a link to a mailbox of stands in code (tests/judges).
    assert all("@" in child.content for child in inline if child.type == "code_inline")
    return "".join(child.content for child in inline)


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_catalogue_text_as_it_stands(text: str) -> None:
    assert words_in(markdown.render(Document((Paragraph(text),)))) == seen(text)


@examples(100)
@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1))
def test_markdown_shows_any_text_as_it_stands(text: str) -> None:
    if seen(text):
        assert words_in(markdown.render(Document((Paragraph(text),)))) == seen(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_markdown_table_stays_a_table(text: str) -> None:
    cells = (Cell(text), Cell("id", Role.ID), Cell(text, small=text))
    table = Table((Column("a"), Column("b", right=True), Column(text)), (cells, cells))
    tokens = GFM.parse(markdown.render(Document((table,))))
    assert tokens[0].type == "table_open"
    assert tokens[-1].type == "table_close"
    assert sum(token.type == "td_open" for token in tokens) == 6
    for child in (child for token in tokens for child in token.children or []):
        assert child.type in ("text", "text_special", "code_inline")


def test_long_markdown_begins_with_lines_that_lead_to_its_parts() -> None:
    """Under the names that GitHub gives to headings."""
    names = ["Money", "What's *new*, by theme", "Money", "A", "B", "C"]
    blocks: list[Block] = [Heading("Title", 1), Paragraph("before"), *map(Heading, names)]
    head = markdown.render(Document(tuple(blocks))).partition("## Money")[0]
    assert head == (
        "# Title\n\nbefore\n\n- [Money](#money)\n"
        "- [What's \\*new\\*, by theme](#whats-new-by-theme)\n- [Money](#money-1)\n"
        "- [A](#a)\n- [B](#b)\n- [C](#c)\n\n"
    )
    assert "](#" not in markdown.render(Document(tuple(blocks[:-1])))


def test_a_markdown_link_leads_to_its_address() -> None:
    text = markdown.render(Document((Facts((("n", Cell("[x]", url="https://a.nl/(b)")),)),)))
    assert text == "- **n:** [\\[x\\]](<https://a.nl/(b)>)\n"


def piped(document: Document, width: int = 100) -> str:
    return layout.as_text(layout.lines(document, layout.Screen(width, inline=True)))


def _document(text: str) -> Document:
    cell = Cell(text, small=text)
    return Document.of(
        Heading(text, 1),
        Paragraph(text),
        Facts(((text, cell),)),
        Table((Column(text),), ((cell,),)),
        Tree(cell, (Tree(cell, (Tree(cell),)),)),
    )


@pytest.mark.parametrize(
    "text", [one for one in HOSTILE if not set("\n\t") & set(one) and one not in ("---", "===")]
)
def test_terminal_and_plain_text_take_nothing_for_markup(text: str) -> None:
    document = _document(text)
    wide = terminal.render(document, 300, colour=True)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", wide)
    assert bare.count(text) == 14
    assert piped(document, 300).count(text) == 14
    assert terminal.render(document, 300, colour=False) == bare


@pytest.mark.parametrize("width", range(30, 50))
def test_a_figure_and_its_per_cent_stay_together_on_a_screen(width: int) -> None:
    shares = ", ".join(f"{n} of 76 open ({n},3\u00a0%)" for n in range(7, 12))
    shown = terminal.render(Document((Facts((("Advice", Cell(shares)),)),)), width, colour=False)
    assert shown.count(",3\u00a0%)") == 5


@pytest.mark.parametrize("width", [20, 40, 80])
def test_nothing_is_cut_on_a_narrow_screen(width: int) -> None:
    text = "een-heel-lang-id-2025-06-27 en Digitaliseringsstrategieoverheid, 100.0\u00a0%"
    row = (Cell(text, small=text), Cell(text, Role.ID), Cell("4 of 6"))
    table = Table((Column(text), Column("b"), Column("c", right=True, firm=True)), (row, row))
    shown = terminal.render(Document((table,)), width, colour=False)
    assert all(width_of(line) <= width for line in shown.splitlines())
    assert "…" not in shown
    assert shown.count("Digital") <= 7
    letters = re.sub(r"[\s─]", "", shown)
    if width == 80:  # beside each other
        assert len(letters) == len(re.sub(r"\s", "", (text * 7) + "bc" + "4of6" * 2))
    else:  # below each other
        assert letters.count(re.sub(r"\s", "", text)) == 7
        assert (letters.count("b:"), letters.count("c:4of6")) == (2, 2)


def test_without_unicode_the_screen_gets_ascii() -> None:
    table = Table((Column("a"), Column("")), ((Cell("x"), Cell("", bar=((0.5, Role.GAP),))),))
    shown = terminal.render(
        Document.of(table, Tree(Cell("a"), (Tree(Cell("b")),))), 80, False, False
    )
    assert shown.isascii()
    assert "...." in shown


def test_bars_are_only_drawn_where_someone_looks() -> None:
    table = Table((Column("a"), Column("")), ((Cell("x"), Cell("", bar=((0.5, Role.GAP),))),))
    assert piped(Document((table,))) == "a\n─\nx\n"
    assert markdown.render(Document((table,))) == "| a |\n| --- |\n| x |\n"


@examples(100)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=5), st.integers(8, 24))
def test_a_bar_shows_whatever_is_there_and_fits(parts: list[float], size: int) -> None:
    whole = max(sum(parts), 1)
    shares = [part / whole for part in parts]
    roles = [Role.COVERED, Role.PARTLY, Role.PLANNED, Role.DECLINED, Role.GAP]
    bar = tuple(zip(shares, roles, strict=False))
    end = "!" * (80 - 2 - size)
    table = Table((Column(""), Column("end")), ((Cell("", bar=bar), Cell(end)),))
    line = terminal.render(Document((table,)), 80, False).splitlines()[2]
    drawn, _, _ = line.partition("!")
    assert len(drawn) == size + 2
    lengths = [drawn.count(SIGNS[role][0]) for _, role in bar]
    for share, length in zip(shares, lengths, strict=True):
        assert bool(length) == bool(share)
        # Whoever is too small to be drawn is drawn all the same, at the cost of the others.
        assert abs(length - share * size) <= len(parts)


def test_for_a_listener_every_value_has_its_name() -> None:
    table = Table(
        (Column("state"), Column(""), Column("n", right=True), Column("%"), Column("by")),
        ((Cell("gap"), Cell("", bar=((0.5, Role.GAP),)), Cell("1 of 2"), Cell("50 %"), Cell("x")),
         (Cell("total"), Cell(""), Cell("2"), Cell(""), Cell(""))),
    )  # fmt: skip
    leaf = Tree(Cell("c"))
    grid = Grid("r", (("i", "I"), ("j", "J")), ((Cell("a"), ("◐", "·")),), (("◐", "partial"),))
    facts = Facts((("name", Cell("value", small="id")),))
    document = Document.of(
        Heading("H"), table, Tree(Cell("a"), (Tree(Cell("b"), (leaf,)), leaf)), facts, grid,
        Folded("more", (leaf, leaf)),
    )  # fmt: skip
    assert linear.render(document) == (
        "H\n\ngap: n 1 of 2, 50 %; by: x\ntotal: n 2\n\na\n1. b\n1.1. c\n2. c\n\nname: value (id)"
        "\n\na: partial I\n\nmore\n1. c\n2. c\n"
    )


def test_a_likeness_stands_for_each_sign_that_a_screen_lacks() -> None:
    signs = "→◄…«»●◐○✕·×–’"
    grid = Grid("r", (("i", "I"),), ((Cell(signs), (signs,)),))
    tree = Tree(Cell(signs, small=signs), (Tree(Cell(signs)), Tree(Cell(signs))))
    document = Document.of(Paragraph(signs), tree, grid, Facts(((signs, Cell(signs)),)))
    assert terminal.render(document, 80, False, unicode=False).isascii()


@pytest.mark.parametrize("text", HOSTILE)
def test_csv_is_read_back_and_runs_nothing(text: str) -> None:
    written = csv.render([{"a": text, "b": [text, "x"], "c": {"d": text}, "e": None, "f": True}])
    heads, row = list(stdlib_csv.reader(io.StringIO(written)))
    assert heads == ["a", "b", "c.d", "e", "f"]
    assert row[0] == row[2]
    assert row[0].replace("'", "") == text.replace("\t", " ").replace("'", "")
    for reader in (stdlib_csv.reader(io.StringIO(written), delimiter=one) for one in ",;"):
        for cell in (cell.strip(' "') for line in reader for cell in line):
            assert cell[:1] not in ("=", "+", "-", "@"), written
    assert row[3:] == ["", "true"]
    assert "\r" not in written


def test_csv_numbers_stay_numbers_and_lists_of_findings_say_their_message() -> None:
    rows = [{"a": -1.5, "why": [{"code": "x", "message": "one"}, {"message": "two"}]}]
    assert csv.render(rows) == "a,why\n-1.5,one; two\n"


@pytest.mark.parametrize("text", HOSTILE)
def test_json_is_read_back(text: str) -> None:
    assert stdlib_json.loads(json.render({"a": text})) == {"a": text}
