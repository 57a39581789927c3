"""Every format of every answer: written as that format, or refused with the formats that can."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from dosa_trace.cli import delivery
from dosa_trace.cli.commands import COMMANDS, SECTIONS
from dosa_trace.cli.delivery import Delivery
from dosa_trace.cli.speech import Speech
from dosa_trace.document import Document, Heading, Moment, Role, Series
from dosa_trace.language import Language
from dosa_trace.output import formats
from dosa_trace.output.answer import Answer
from dosa_trace.output.formats import FORMATS, Format, Shape, formats_of
from dosa_trace.output.target import Medium
from tests.build import FROZEN
from tests.cli.conftest import Run, Runner
from tests.sheets.books import Book

#: One question of each command.
ASKED: Mapping[str, tuple[str, ...]] = {
    "why": ("why", "fs-talent"),
    "show": ("show", "ained"),
    "list": ("list", "instruments"),
    "diff": ("diff", "--from", str(FROZEN), "--to", str(FROZEN)),
    "changes": ("changes", "--since", "2025"),
    "set": ("set", "fs-talent", "note=Zo", "--dry-run"),
    "add": (
        "add",
        "status",
        "agdb",
        "paused",
        "--date",
        "2026",
        "--source",
        "beslisnota-2025",
        "--dry-run",
    ),
    "remove": ("remove", "fs-talent", "themes", "--dry-run"),
    "rename": ("rename", "fs-talent", "fs-people", "--dry-run"),
    "sheet": ("sheet", "links", "-o", "s.xlsx"),
    "import": ("import", "s.xlsx", "--dry-run"),
    "init": ("init", "new", "--title", "Nieuw", "--dry-run"),
}
ASKED = {name: ASKED.get(name, (name,)) for name in COMMANDS}
#: The commands whose lines are states that change, of which none does here.
EDITS = {"diff", "set", "add", "remove", "rename", "import"}
#: The format that each ending of a file's name means, and a command that can write it.
ENDINGS = (
    ("table", ".txt", "coverage"), ("markdown", ".md", "report"),
    ("markdown", ".markdown", "report"), ("mermaid", ".mmd", "graph"),
    ("mermaid", ".mermaid", "graph"), ("dot", ".dot", "graph"), ("dot", ".gv", "graph"),
    ("graphml", ".graphml", "graph"), ("json", ".json", "coverage"), ("svg", ".svg", "graph"),
    ("csv", ".csv", "coverage"), ("xlsx", ".xlsx", "matrix"), ("sqlite", ".db", "export"),
    ("sqlite", ".sqlite", "export"), ("docx", ".docx", "coverage"),
    ("jsonld", ".jsonld", "export"), ("html", ".html", "report"),
    ("html", ".htm", "report"), ("sarif", ".sarif", "check"), ("junit", ".xml", "check"),
)  # fmt: skip
#: What is written as a folder of files.
FOLDERS = (("export", "csv"), ("export", "parquet"))
#: Formats that are slow to write, or that few commands have.
COSTLY = ("docx", "html", "xlsx", "graphml", "gitlab", "junit", "sarif", "dot")
TOY = Format(
    "toy", {Shape.DOCUMENT: "tests.output.toy", Shape.SERIES: "tests.output.toy"}, (".toy",)
)


#: The workbook that `import` is asked about, once it was made.
_EDITED: list[bytes] = []


def ask_before(command: str, run: Runner) -> None:
    """What a command needs to be there."""
    if command != "import":
        return
    if not _EDITED:
        assert run("sheet", "links", "-o", "s.xlsx").status == 0
        book = Book(Path("s.xlsx"))
        at = book.heads("links").index("note.en") + 1
        book.book["links"].cell(2, at).value = "Another note."
        book.save()
        _EDITED.append(Path("s.xlsx").read_bytes())
    Path("s.xlsx").write_bytes(_EDITED[0])


def is_html(text: str) -> bool:
    parser = HTMLParser()
    parser.feed(text)
    return text.startswith("<!doctype html>") and "</html>" in text


def is_markdown(text: str) -> bool:
    return any(token.type == "heading_open" for token in MarkdownIt().parse(text))


def is_github(text: str) -> bool:
    *commands, figures = text.splitlines()
    shaped = all(re.match(r"::(error|warning|notice) ", line) for line in commands)
    return shaped and " records in " in figures


#: How to tell that a text is of a format.
READERS: Mapping[str, Callable[[bytes], Any]] = {
    "table": lambda data: len(data.decode().splitlines()) > 0 and data[:1] not in b"{<#",
    "markdown": lambda data: is_markdown(data.decode()),
    "mermaid": lambda data: data.startswith(b"flowchart LR\n"),
    "dot": lambda data: data.startswith(b"digraph ") and data.endswith(b"}\n"),
    "graphml": lambda data: ET.fromstring(data).tag.endswith("graphml"),
    "svg": lambda data: ET.fromstring(data).tag.endswith("svg"),
    "json": lambda data: isinstance(json.loads(data), dict),
    "sqlite": lambda data: data.startswith(b"SQLite format 3\x00"),
    "yaml": lambda data: set(yaml.safe_load(data)) == {"links"},
    "csv": lambda data: len({len(row) for row in csv.reader(io.StringIO(data.decode()))}) == 1,
    "parquet": lambda data: data[:4] == data[-4:] == b"PAR1",
    "jsonld": lambda data: {"@context", "@graph"} == json.loads(data).keys(),
    "needs": lambda data: "needs" in next(iter(json.loads(data)["versions"].values())),
    "datasette": lambda data: "databases" in json.loads(data),
    "docx": lambda data: "word/document.xml" in zipfile.ZipFile(io.BytesIO(data)).namelist(),
    "xlsx": lambda data: "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(data)).namelist(),
    "html": lambda data: is_html(data.decode()),
    "github": lambda data: is_github(data.decode()),
    "sarif": lambda data: json.loads(data)["version"] == "2.1.0",
    "gitlab": lambda data: isinstance(json.loads(data), list),
    "junit": lambda data: ET.fromstring(data).tag == "testsuites",
}


def assert_folder(name: str, found: Run) -> None:
    """A folder with a file for each table, or that what writes it is not there."""
    if name == "parquet" and find_spec("duckdb") is None:
        assert (found.status, Path("out").exists()) == (2, False)
        assert "DuckDB is not installed" in found.err
        return
    assert found.status == 0, found.err
    package = json.loads(Path("out/datapackage.json").read_text(encoding="utf-8"))
    files = [Path("out", resource["path"]) for resource in package["resources"]]
    assert {path.suffix for path in files} == {f".{name}"}
    assert all(READERS[name](path.read_bytes()) for path in files)


def test_every_format_can_be_told() -> None:
    assert READERS.keys() == {one.name for one in FORMATS}
    endings = [ending for one in FORMATS for ending in one.endings]
    assert len(endings) == len(set(endings))


@pytest.mark.parametrize(
    "format_",
    [pytest.param(one, marks=pytest.mark.costly) if one.name in COSTLY else one for one in FORMATS],
    ids=lambda one: one.name,
)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_format_of_every_answer(command: str, format_: Format, run: Runner) -> None:
    ask_before(command, run)
    can = formats_of(COMMANDS[command].shapes)
    found = run(*ASKED[command], "-f", format_.name, "-o", "out")
    if (command, format_.name) in FOLDERS:
        assert_folder(format_.name, found)
        return
    if format_ not in can:
        assert (found.status, Path("out").exists()) == (2, False)
        assert f"'{format_.name}' is not" in found.err
        assert all(f"'{one.name}'" in found.err for one in can)
        return
    assert found.status == 0, found.err
    data = Path("out").read_bytes()
    if command in EDITS and format_.name == "csv":
        assert data == b"\n"  # no state changes, so there is no line
        return
    assert READERS[format_.name](data)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_table_of_commands_knows_the_shapes(
    command: str, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask_before(command, run)
    seen: list[Answer] = []
    monkeypatch.setattr(Delivery, "deliver", lambda _, answer: seen.append(answer))
    assert run(*ASKED[command]).status == 0
    (answer,) = seen
    assert {shape for shape in Shape if answer.shape(shape)} == set(COMMANDS[command].shapes)


def test_every_command_stands_in_one_group_of_the_help() -> None:
    assert sorted(name for names in SECTIONS.values() for name in names) == sorted(COMMANDS)


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        (("coverage", "-o", "x.odt"), False),
        (("coverage", "-o", "x.html"), True),
        (("graph", "-o", "x.md"), True),
        (("check", "-o", "x.svg"), True),
        (("schema", "-o", "x.yaml"), False),
    ],
)
def test_a_file_ending_that_means_no_format_is_refused(
    asked: tuple[str, ...], known: bool, run: Runner
) -> None:
    found = run(*asked)
    assert (found.status, found.out, Path(asked[-1]).exists()) == (2, "", False)
    assert (
        "this result cannot be written as a file that" if known else "a file name that ends in '"
    ) in found.err
    for one in formats_of(COMMANDS[asked[0]].shapes):
        assert f"'{one.name}'" in found.err
        assert all(f"'{ending}'" in found.err for ending in one.endings)
    chosen = run(*asked, "-f", "json")
    assert (chosen.status, json.loads(Path(asked[-1]).read_text()) != {}) == (0, True)


def test_every_ending_of_a_format_has_its_answer() -> None:
    assert {ending: name for name, ending, _ in ENDINGS} == {
        ending: one.name for one in FORMATS for ending in one.endings
    }


@pytest.mark.parametrize(("name", "ending", "command"), ENDINGS)
def test_the_ending_of_a_file_means_its_format(
    name: str, ending: str, command: str, run: Runner
) -> None:
    for path in (Path(f"answer{ending}"), Path(f"ANSWER{ending.upper()}")):
        assert run(*ASKED[command], "-o", str(path)).status == 0
        assert READERS[name](path.read_bytes())


def test_without_an_ending_a_file_gets_the_usual_format(run: Runner) -> None:
    assert run("coverage", "-o", "answer").status == 0
    assert Path("answer").read_text().startswith("Coverage of recommendations")


def test_front_matter_is_refused_where_it_has_no_place(run: Runner) -> None:
    found = run("report", "--front-matter", "-f", "json")
    assert (found.status, found.out) == (2, "")
    assert "use it with -f 'markdown'" in found.err


@pytest.mark.costly
def test_a_new_format_of_documents_is_a_file_and_a_line(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every answer that is a document can be had in it, by name and by ending, and nothing else."""
    ask_before("import", run)
    monkeypatch.setattr(formats, "FORMATS", (*FORMATS, TOY))
    monkeypatch.setattr(delivery, "FORMATS", (*FORMATS, TOY))
    for command, about in COMMANDS.items():
        found = run(*ASKED[command], "--lang", "nl", "-f", "toy")
        if Shape.DOCUMENT in about.shapes:
            assert (found.status, found.out.startswith("toy nl ")) == (0, True), command
            assert run(*ASKED[command], "-o", "x.toy").status == 0
            assert Path("x.toy").read_text().startswith("toy ")
        else:
            assert (found.status, found.out) == (2, "")
        assert ("toy" in run(command, "--help").out) == (Shape.DOCUMENT in about.shapes)


def test_figures_over_time_are_a_shape_of_their_own() -> None:
    series = Series("Dekking", "", (("gedekt", Role.COVERED),), (Moment("2025-06-30", (3,)),))
    answer = Answer(series=lambda: series)
    assert answer.render(TOY, Medium(Language.NL)) == "toy nl Dekking: 2025-06-30 3\n"
    with pytest.raises(ValueError, match="markdown takes no shape"):
        answer.render(next(one for one in FORMATS if one.name == "markdown"), Medium())


def test_what_is_asked_for_by_the_environment_yields_to_the_user(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    shapes = (Shape.DOCUMENT, Shape.FINDINGS)
    assert Delivery(Speech(), shapes).format.name == "github"
    assert Delivery(Speech(), shapes, asked="markdown").format.name == "markdown"
    assert Delivery(Speech(), shapes, output="x.md").format.name == "markdown"
    assert Delivery(Speech(), (Shape.DOCUMENT,)).format.name == "table"


def test_a_document_may_have_data_in_front() -> None:
    answer = Answer(document=lambda: Document((Heading("T", 1),)), front={"title": "A: b"})
    markdown = next(one for one in FORMATS if one.name == "markdown")
    assert answer.render(markdown, Medium()) == '---\ntitle: "A: b"\n---\n\n# T\n'
