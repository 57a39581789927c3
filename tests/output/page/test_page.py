"""The page without a browser: self-contained, the same bytes twice, and the same numbers."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.coverage.summary import summary
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.document import (
    Cell,
    Column,
    Document,
    Facts,
    Folded,
    Heading,
    Paragraph,
    Role,
    Table,
    Tree,
    Verbatim,
)
from dosa_trace.labels import STATES
from dosa_trace.language import Language
from dosa_trace.output.page import html
from dosa_trace.views.wording.begin import sentences
from dosa_trace.views.wording.caveats import caveats, remarks
from dosa_trace.views.wording.frame import Frame
from dosa_trace.views.wording.marks import state_marks
from tests.build import frozen
from tests.cli.conftest import Runner, run
from tests.output.test_text_in_every_format import HOSTILE

__all__ = ["run"]

ON = ("--as-of", "2026-11-23")
VOID = {"meta", "br", "input"}


class Balance(HTMLParser):
    """Complains of what is opened and not closed, collects text, tags and attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def parsed(text: str) -> Balance:
    reader = Balance()
    reader.feed(text)
    reader.close()
    assert reader.open == []
    return reader


class Packed:
    """What the script of a page reads, and the words of it in one language."""

    def __init__(self, text: str) -> None:
        found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.S)
        assert found
        assert not set(found[1]) & set("<>&")
        self.data = json.loads(found[1])

    def say(self, place: int, language: str = "") -> str:
        at = self.data["languages"].index(language) if language else 0
        text = self.data["texts"][place]
        return str(text if isinstance(text, str) else text[at])

    def section(self, name: str) -> dict[str, Any]:
        return next(one for one in self.data["sections"] if one["id"] == name)

    def texts(self, language: str) -> set[str]:
        return {self.say(place, language) for place in range(len(self.data["texts"]))}


def packed(text: str) -> Packed:
    return Packed(text)


@pytest.fixture
def page(run: Runner) -> str:
    found = run("report", *ON, "-o", "r.html", "-q")
    assert (found.status, found.err) == (0, "")
    return Path("r.html").read_text(encoding="utf-8")


def test_the_page_is_whole_and_asks_for_nothing(page: str) -> None:
    read = parsed(page)
    assert not {"link", "img", "iframe", "object", "embed", "base"} & read.tags
    assert {
        name for name, _ in read.attributes if name.startswith("on") or name == "style"
    } == set()
    for name, value in read.attributes:
        if name in ("src", "href"):
            assert re.match(r"https?://|#", value), value
    policy = next(value for name, value in read.attributes if "default-src" in value)
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_ids_are_unique_in_what_is_shown_at_once(page: str) -> None:
    shown = page.partition("<template")[0]
    ids = re.findall(r' id="([^"]+)"', shown)
    assert len(ids) == len(set(ids))


def test_the_same_question_gives_the_same_bytes(run: Runner, page: str) -> None:
    run("report", *ON, "-o", "r.html", "-q")
    assert Path("r.html").read_text(encoding="utf-8") == page


def test_the_same_number_everywhere(run: Runner) -> None:
    """One walk over every format of every answer that gives the counts."""
    report = coverage(frozen(date(2026, 11, 23)))
    counts = report.counts._asdict()
    said = {state: f"{count} of {report.total}" for state, count in counts.items()}
    words = {"covered": "covered", "partly": "partly covered", "planned": "planned",
             "declined": "declined", "gap": "open"}  # fmt: skip
    for command in ("coverage", "report"):
        for form in ("markdown", "table"):
            out = run(command, *ON, "-f", form).out
            for state, text in said.items():
                assert re.search(rf"^\W*{words[state]}\W[ |]*{text}\b", out, re.M), (
                    command,
                    form,
                    state,
                )
    for asked in (("--plain",), ("--each",), ("--by", "theme"), ("--lang", "en")):
        out = run("coverage", *ON, *asked, "--color", "never", screen=True, columns=120).out
        for state, text in said.items():
            assert re.search(rf"^{words[state]}\b.*?\b{text}\b", out, re.M), (asked, state)
    told = packed(run("report", *ON, "-f", "html").out)
    state_cells = [
        [told.say(cell[0]) for cell in row]
        for block in told.section("figures")["blocks"]
        if block[0] == "table"
        for row in block[2]
    ]
    for state, text in said.items():
        assert any(row[0] == words[state] and row[2] == text for row in state_cells), state
    for command in ("coverage", "report"):
        data = json.loads(run(command, *ON, "-f", "json").out)
        assert data.get("coverage", data)["counts"] == counts
    lines = run("coverage", *ON, "-f", "csv").out.splitlines()[1:]
    states = [line.split(",") for line in lines]
    for state, count in counts.items():
        assert sum(state in line for line in states) == count
    pictures = {
        "json": r'"record": "recommendation",\s+"kind"[^\n]+\s+"title"[^\n]+\s+"state": "(\w+)"',
        "mermaid": r":::(covered|partly|planned|declined|gap)$",
        "graphml": r'"node_kind">Recommendations</data>(?:(?!</node>)[\s\S])*?"node_role">(\w+)<',
    }
    for form, pattern in pictures.items():
        out = run("graph", *ON, "-f", form).out
        if form == "mermaid":
            out = out.partition("subgraph layer1")[0]
        found = re.findall(pattern, out, re.M)
        assert {state: found.count(state) for state in counts} == counts, form
    open_ones = json.loads(run("gaps", *ON, "-f", "json").out)["items"]
    found = [one["state"] for one in open_ones]
    assert found.count("gap") == counts["gap"]
    assert len(found) == counts["gap"] + counts["declined"]
    assert json.loads(run("cross", *ON, "-f", "json").out)["total"] == report.total
    _in_files(run, report.total, counts, words)
    kept = run("coverage", *ON, "--snapshot", "s.txt", "-q")
    assert kept.status == 0
    text = Path("s.txt").read_text(encoding="utf-8")
    for state, count in counts.items():
        assert len(re.findall(rf"^[^:\n]+: {state}\b", text, re.M)) == count
    of_cards = [card[4]["state"][0] for card in told.section("recommendations")["cards"]]
    assert {state: of_cards.count(state) for state in counts} == counts


def _in_files(run: Runner, total: int, counts: dict[str, int], words: dict[str, str]) -> None:
    """The same in what is opened elsewhere: Word, Excel, and a note of one's own."""
    said = {state: f"{count} of {total}" for state, count in counts.items()}
    for command in ("coverage", "report"):
        run(command, *ON, "--lang", "en", "-o", f"{command}.docx", "-q")
        word = docx.Document(f"{command}.docx")
        rows = [[cell.text for cell in row.cells] for one in word.tables for row in one.rows]
        cells = [[row[0], row[2]] for row in rows if len(row) > 2]  # a bar stands between
        assert all([words[state], text] in cells for state, text in said.items()), command
    run("report", *ON, "--lang", "en", "-o", "r.xlsx", "-q")
    book = openpyxl.load_workbook("r.xlsx")
    of_rows = [row[2].value for row in book["Recommendations"].iter_rows(min_row=2)]
    in_guide = [[cell.value for cell in row][:2] for row in book["Guide"].iter_rows()]
    run("matrix", *ON, "--lang", "en", "-o", "m.xlsx", "-q")
    in_matrix = [row[2].value for row in openpyxl.load_workbook("m.xlsx").worksheets[1].iter_rows()]
    for state, count in counts.items():
        assert of_rows.count(words[state]) == count
        assert [words[state], count] in in_guide
        assert in_matrix.count(words[state]) <= count
    note = "".join(f"<!-- dosa coverage.{state} lang=en --><!-- / -->\n" for state in counts)
    Path("note.md").write_text(note, encoding="utf-8")
    run("fill", "note.md", *ON, "-q")
    filled = re.findall(r"-->([^<\n]+)<!--", Path("note.md").read_text(encoding="utf-8"))
    assert filled == list(said.values())


def test_every_block_is_escaped() -> None:
    for text in HOSTILE:
        cell = Cell(text, Role.GAP, text, url="javascript:alert(1)")
        document = Document(
            (
                Heading(text, 1), Paragraph(text), Facts(((text, cell),)), Verbatim(text),
                Table((Column(text),), ((cell,),)), Tree(cell, (Tree(cell),)),
                Folded(text, (Tree(cell),)),
            )
        )  # fmt: skip
        read = parsed(html.render(document))
        assert not {"script", "img", "a", "b"} & read.tags
        assert text in "".join(read.words)


def test_a_matrix_as_html(run: Runner) -> None:
    read = parsed(run("matrix", *ON, "-f", "html").out)
    assert "table" in read.tags
    assert "script" not in read.tags


def test_the_page_says_what_the_figures_must_not_be_read_without(page: str) -> None:
    """The marks beside each state and the sentences below the figures, in both languages."""
    graph = frozen(date(2026, 11, 23))
    report = coverage(graph)
    assert report.marked["older"] and report.marked["no_act"]
    title = LocalText((("", "C"),))
    told = packed(page)
    for language in Language:
        frame = Frame("", date(2026, 11, 23), Basis.INFERRED, language, title, {}, {}, {})
        opening = summary(Judge(graph), report)
        below = [row for block in remarks(opening, frame) if isinstance(block, Facts)
                 for row in block.rows]  # fmt: skip
        said = told.texts(language.value)
        for name, cell in below:
            assert {name, cell.text} <= said
        assert len(below) == len(list(caveats(opening, frame))) > 9
        for one in sentences(opening, frame):
            assert one.text in unescape(page)
        for line in report.recommendations:
            marks = state_marks(line, frame)
            word = frame.say(STATES[line.state]) + (f" ({', '.join(marks)})" if marks else "")
            assert word in said


def test_a_published_address_must_be_one_of_the_web(run: Runner) -> None:
    """Links that are copied from the page begin with it; nothing else gets onto the page."""
    found = run("report", *ON, "--address", "javascript:alert(1)", "-o", "p.html")
    assert found.status == 2
    assert "javascript:alert(1)" in found.err
    assert not Path("p.html").exists()
    assert run("report", *ON, "--address", "https://x.example/p.html", "-o", "p.html").status == 0
    assert '"address":"https://x.example/p.html"' in Path("p.html").read_text(encoding="utf-8")


def test_the_page_tells_nobody_to_type_a_command(run: Runner) -> None:
    """But for the one that repeats it, which is told as a fact."""
    assert run("report", *ON, "-o", "p.html", "-q").status == 0
    text = Path("p.html").read_text(encoding="utf-8")
    commands = set(re.findall(r"dosa-trace ([a-z-]+)", text))
    assert commands == {"report"}
