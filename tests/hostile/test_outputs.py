"""Every output of a stranger's catalogue, read by a real reader of its format: what the stranger
wrote is only ever text."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pyte
import pytest
import yaml
from markdown_it import MarkdownIt

from dosa_trace.cli.commands import COMMANDS
from dosa_trace.inert import HIDDEN as UNSEEN
from dosa_trace.output.formats import Format, formats_of
from tests.cli.conftest import Runner
from tests.hostile.catalogues import VISIBLE, hostile, in_every_run

ON = ("--as-of", "2026-11-23")
ASKED: dict[str, tuple[tuple[str, ...], ...]] = {
    "coverage": (("--each", *ON), ("--by", "owner", *ON)),
    "gaps": (("--all", *ON),),
    "orphans": (ON,),
    "cross": (ON,),
    "why": (("roads-1", *ON), ("roads", *ON)),
    "show": (("roads-1",), ("quiet-plan",), ("traffic",), ("search-2026",), ("roads", *ON)),
    "changes": (("--since", "2020", "--until", "2026-11-23"), ("--chart",)),
    "suggest": (("--all", *ON), ("roads-1", *ON)),
    "due": (ON,),
    "money": (ON, ("--by", "owner", *ON)),
    "agreement": (ON,),
    "what-if": (ON, ("--stop", "quiet-plan", *ON)),
    "list": (("recommendations", *ON), ("instruments", *ON), ("organisations",), ("searches",)),
    "matrix": (ON,),
    "graph": (ON,),
    "report": (ON, ("--brief", *ON)),
    "fill": (("--list", *ON), ("hostile.md", *ON)),
    "check": (ON,),
    "diff": ((*ON, "--from", "before", "--to", "after"),),
    "export": (ON,),
}


class _Tags(HTMLParser):
    """What a browser would find in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]


def _page(text: str) -> None:
    read = _Tags()
    read.feed(text)
    assert not {name for name in read.attributes if name.startswith("on")}
    assert "alert(1)</script>" not in text
    assert not [tag for tag in read.tags if tag in ("iframe", "object", "embed", "base")]


def _sheet(text: str) -> None:
    for separator in ",;":
        for row in csv.reader(io.StringIO(text), delimiter=separator):
            for cell in row:
                assert not re.match(r"[\s\"]*[=+@]", cell), cell


def _markdown(text: str) -> None:
    made = MarkdownIt("gfm-like").render(text)
    read = _Tags()
    read.feed(made)
    allowed = {"h1", "h2", "h3", "h4", "p", "ul", "li", "strong", "em", "code", "table", "thead",
               "tbody", "tr", "th", "td", "a", "pre", "details", "summary", "br"}  # fmt: skip
    assert set(read.tags) <= allowed, set(read.tags) - allowed
    for address in re.findall(r'href="([^"]*)"', made):
        assert "evil" not in address, address


def _xml(text: str) -> None:
    root = ElementTree.fromstring(text)
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert "script" not in names


def _terminal(text: str) -> None:
    screen = pyte.Screen(200, 50)
    stream = pyte.Stream(screen)
    stream.feed(text.replace("\n", "\r\n"))
    assert screen.title == ""
    assert not UNSEEN.search(re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;;[^\x1b]*\x1b\\", "", text))


def _nothing(_: str) -> None:
    """A format of which only the rules for all text hold."""


def _links(text: str) -> None:
    """Nothing but links of plain texts."""
    data = yaml.safe_load(text)
    assert data.keys() == {"links"}
    for one in data["links"] or ():
        assert one.keys() == {"from", "to", "extent", "basis", "rationale"}
        assert all(type(value) is str for value in one.values())


def _needs(text: str) -> None:
    """No title or content that sphinx-needs would carry out."""
    (version,) = json.loads(text)["versions"].values()
    for need in version["needs"].values():
        assert not re.search(r"\[\[|\]\]|<<|>>|\n", need["title"] + need["content"])
        assert not re.search(r"(?<!\\)[`*_|:]", need["content"])


#: What no pipe takes: files and folders, which have tests of their own.
NOT_PIPED = ("xlsx", "docx", "sqlite", "parquet")
JUDGES: dict[str, Callable[[str], object]] = {
    "json": json.loads, "sarif": json.loads, "gitlab": json.loads, "csv": _sheet,
    "markdown": _markdown, "svg": _xml, "graphml": _xml, "junit": _xml, "html": _page,
    "table": _terminal, "mermaid": _nothing, "dot": _nothing, "github": _nothing,
    "yaml": _links, "jsonld": json.loads, "needs": _needs, "datasette": json.loads,
}  # fmt: skip


def piped_formats(command: str) -> list[Format]:
    """The formats of a command that are text on a pipe."""
    able = formats_of(COMMANDS[command].shapes)
    folder = "csv" if command == "export" else None
    return [one for one in able if one.name not in (*NOT_PIPED, folder)]


@pytest.mark.parametrize("payload", in_every_run(VISIBLE))
@pytest.mark.parametrize("command", ASKED)
def test_a_strangers_text_does_nothing(
    command: str, payload: str, run: Runner, tmp_path: Path
) -> None:
    catalog = hostile(VISIBLE[payload], tmp_path / "catalog")
    if command == "diff":
        hostile("something else", tmp_path / "before")
        hostile(VISIBLE[payload], tmp_path / "after")
    text = VISIBLE[payload].replace("<!--", "")
    markers = (
        f"<!-- dosa coverage.total -->{text}<!-- / --><!-- dosa coverage.sentence --><!-- / -->"
    )
    note = f"{text} {markers}"
    (tmp_path / "hostile.md").write_text(note, encoding="utf-8")
    for format_ in piped_formats(command):
        for words in ASKED[command]:
            if "--brief" in words and format_.name not in ("table", "markdown"):
                continue
            where = () if command == "diff" else ("--catalog", str(catalog))
            languages = ("nl",) if format_.name in ("json", "html") else ("en", "nl")
            for language in languages:
                asked = (command, *words, *where, "-f", format_.name, "--lang", language)
                found = run(*asked, "--color", "always" if format_.name == "table" else "never")
                # A note with a payload of several lines between its markers is refused.
                assert found.status in ((0, 1, 2) if command == "fill" else (0, 1)), found.err
                _says_nothing_to_a_runner(found.out, format_)
                _says_nothing_to_a_runner(found.err, None)
                if found.out.strip():
                    JUDGES[format_.name](found.out)


def _says_nothing_to_a_runner(text: str, format_: Format | None) -> None:
    assert "##[" not in text
    for line in text.split("\n"):
        ours = format_ is not None and format_.to_runner
        is_finding = ours and re.match(r"::(error|warning|notice) file=", line)
        assert is_finding or not line.lstrip().startswith("::"), line


@pytest.mark.parametrize("payload", VISIBLE)
def test_a_sheet_holds_no_formula(payload: str, run: Runner, tmp_path: Path) -> None:
    catalog = hostile(VISIBLE[payload], tmp_path / "catalog")
    target = tmp_path / "matrix.xlsx"
    assert run("matrix", *ON, "--catalog", str(catalog), "-o", str(target)).status == 0
    for sheet in openpyxl.load_workbook(target):
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)


@pytest.mark.parametrize("payload", VISIBLE)
def test_the_tables_hold_a_strangers_text_and_nothing_runs_it(
    payload: str, run: Runner, tmp_path: Path
) -> None:
    catalog = hostile(VISIBLE[payload], tmp_path / "catalog")
    asked = ("export", *ON, "--catalog", str(catalog), "-q")
    assert run(*asked, "-f", "csv", "-o", "tables").status == 0
    for path in Path("tables").glob("*.csv"):
        text = path.read_text(encoding="utf-8")
        _sheet(text)
        _says_nothing_to_a_runner(text, None)
    assert run(*asked, "-o", "c.db").status == 0
    with closing(sqlite3.connect("c.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        (held,) = database.execute("SELECT note_nl FROM links WHERE note_nl IS NOT NULL").fetchone()
        assert database.execute("SELECT count(*) FROM sql_states").fetchone()[0] > 0
    assert VISIBLE[payload].strip() in held


@pytest.mark.costly
@pytest.mark.parametrize("payload", in_every_run(VISIBLE))
@pytest.mark.parametrize(
    "words", [("report",), ("why", "roads-1"), ("show", "traffic")], ids=" ".join
)
def test_a_document_for_word_holds_only_text(
    words: tuple[str, ...], payload: str, run: Runner, tmp_path: Path
) -> None:
    """Well-formed parts, no field that Word would carry out, and links that lead to the web."""
    catalog = hostile(VISIBLE[payload], tmp_path / "catalog")
    target = tmp_path / "told.docx"
    on = () if words[0] == "show" else ON
    assert run(*words, *on, "--catalog", str(catalog), "-o", str(target)).status == 0
    with zipfile.ZipFile(target) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")) and "footer" not in name:
                tags = list(ElementTree.fromstring(archive.read(name)).iter())
                names = {one.tag.rpartition("}")[2] for one in tags}
                assert not names & {"instrText", "object", "altChunk"}
                fields = [one for one in tags if one.tag.endswith("}fldSimple")]
                told = [value for one in fields for value in one.attrib.values() if value != "true"]
                assert all(re.fullmatch(r" PAGEREF part\d+ \\h ", value) for value in told)
        links = ElementTree.fromstring(archive.read("word/_rels/document.xml.rels"))
    for one in links:
        if one.get("TargetMode") == "External":
            assert str(one.get("Target")).startswith(("https://", "http://"))


@pytest.mark.parametrize("payload", VISIBLE)
def test_the_summary_of_a_step_goes_through_the_same_door(
    payload: str, run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What `check` adds to the summary of a workflow's step, beside what it prints."""
    catalog = hostile(VISIBLE[payload], tmp_path / "catalog")
    text = json.dumps(f"{VISIBLE[payload]}\u202e")
    named = catalog / "more\u202e\x1b[2J.yaml"  # the name of a file stands in the summary too
    named.write_text(f"objectives: [{{id: a, title: T, {text}: 1}}]\n")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert run("check", "--catalog", str(catalog)).status == 1
    told = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert not UNSEEN.search(told)
    _says_nothing_to_a_runner(told, None)
    _markdown(told)
