"""What people read, whole: one file per answer. `pytest --update-golden` writes them anew; read
the difference before you commit it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dosa_trace.catalog.loader import load_catalog
from tests.build import FROZEN, GOLDEN, MUNICIPALITY
from tests.cli.conftest import Runner

ON = ("--as-of", "2026-11-23")
ELSEWHERE = ("--catalog", str(MUNICIPALITY))

#: Each with what nothing else would tell: the whole as somebody sees it.
CASES = {
    # a screen in colour, as the README shows it
    "coverage-80.txt": ("coverage", *ON, "--color", "always"),
    # the page pasted into a Dutch note
    "coverage-nl.md": ("coverage", *ON, "-f", "markdown", "--lang", "nl"),
    # the machine contract, field by field
    "coverage.json": ("coverage", *ON, "-f", "json"),
    # a sheet: heads, empty cells, lists in a cell
    "coverage.csv": ("coverage", *ON, "-f", "csv"),
    # a split whose rows do not add up, and says so
    "coverage-by-theme.md": ("coverage", *ON, "-f", "markdown", "--by", "theme"),
    # for who listens
    "coverage-plain-nl.txt": ("coverage", *ON, "--lang", "nl", "--plain"),
    # reasons as Dutch sentences, in a pipe
    "gaps-nl.txt": ("gaps", *ON, "--lang", "nl"),
    # four kinds of orphan with their own columns
    "orphans.md": ("orphans", *ON, "-f", "markdown"),
    # a chain with quotes, a refusal beside it
    "why-monitoring-nl.txt": ("why", "fs-monitoring", *ON, "--lang", "nl"),
    # what leads to an instrument
    "why-instrument.md": ("why", "nds", *ON, "-f", "markdown"),
    # every key of an explanation
    "why.json": ("why", "fs-talent", *ON, "-f", "json"),
    # a record with all kinds of field
    "show-nl.txt": ("show", "ained", "--lang", "nl"),
    # all about a theme on one page
    "show-theme-nl.md": ("show", "talent", *ON, "-f", "markdown", "--lang", "nl"),
    "list-instruments.txt": ("list", "instruments", *ON),
    # marks in parts, with their numbers
    "matrix-80.txt": ("matrix", *ON, "--color", "always", "--lang", "nl"),
    "cross-nl.md": ("cross", *ON, "-f", "markdown", "--lang", "nl"),
    # everything, in the order of a note
    "report-nl.md": ("report", *ON, "-f", "markdown", "--lang", "nl", "--front-matter"),
    # half a page, pasted as it is
    "brief.md": ("report", "--brief", *ON, "-f", "markdown"),
    "brief-nl.md": ("report", "--brief", *ON, "-f", "markdown", "--lang", "nl"),
    # another tier of government: its own levels, kinds and names, a doubt, a second reader
    "municipality.txt": ("coverage", *ON, *ELSEWHERE, "--lang", "en"),
    "municipality-nl.md": ("report", "--brief", *ON, *ELSEWHERE, "-f", "markdown"),
    "municipality-why-nl.txt": ("why", "reken-1", *ON, *ELSEWHERE),
    "graph.mmd": ("graph", *ON, "--where", "source=factsheets-2025"),
    # what the world did, and what it moved
    "changes-nl.md": ("changes", "--since", "2025-09", *ON, "-f", "markdown", "--lang", "nl"),
    # an instrument stops, with its parts
    "what-if.txt": ("what-if", "--stop", "ained", "--drop", "csr-cloud:cada", *ON),
    # the page of a rule
    "rule-nl.txt": ("rule", "DT402", "--lang", "nl"),
    "help.txt": ("--help",),
    "help-coverage-nl.txt": ("coverage", "--lang", "nl", "--help"),
}


@pytest.mark.parametrize("name", CASES)
def test_golden(name: str, run: Runner, request: pytest.FixtureRequest) -> None:
    found = run(*CASES[name])
    assert (found.status, found.err) == (0, "")
    path = GOLDEN / name
    if request.config.getoption("--update-golden"):
        path.write_text(found.out, encoding="utf-8", newline="\n")
    assert found.out == path.read_text(encoding="utf-8")


#: The findings in a broken catalogue: as people, programs and GitHub get them.
BROKEN_CASES = {
    "broken-nl.txt": ("--lang", "nl"),
    "broken.json": ("-f", "json", "--as-of", "2026-11-23"),
    "broken.github.txt": ("-f", "github"),
}


def test_no_golden_file_is_left_behind() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {
        *CASES, *BROKEN_CASES, *SCREENS, "diff", "edits", "views",
    }  # fmt: skip


BROKEN = """\
sources:
  - {id: nota, kind: nota, title: Nota, publisher: EZ, date: 2025-06}
recommendations:
  - id: fs-talent
    source: nota
    title: Weeg talent mee: als deel van het AI-ecosysteem
"""
BROKEN_TOO = """\
instruments:
  - {id: agdb, name: Actieplan, kind: actionplan, level: nl, owner: EZ, status: []}
  - {id: agdb, name: Actieplan, kind: action-plan, level: nl, owner: EZ, status: []}
objectives:
  - {id: aim-talent, title: Talent, titel: Talent}
links:
  - {from: aim-talent, to: agbd, extent: partial, basis: stated}
  - {from: fs-talent, to: aim-talent, extent: partial, basis: inferred, since: 2025-13}
  - from: aim-talent
    to: agdb
    extent: partial
    basis: inferred
    rationale: "50 % of it: «talent», <b>and</b> more"
    evidence: [{source: nota, quote: one two three four five six seven eight nine ten eleven
                twelve thirteen fourteen fifteen sixteen}]
    waive: [{rule: quote-too-long, reason: a list that | belongs together, until: 2099}]
"""


@pytest.mark.parametrize("name", BROKEN_CASES)
def test_a_broken_catalogue(
    name: str, run: Runner, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    (tmp_path / "catalog").mkdir()
    (tmp_path / "catalog" / "catalogue.yaml").write_text("catalogue: {title: T, languages: [nl]}\n")
    (tmp_path / "catalog" / "asked.yaml").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "catalog" / "done.yaml").write_text(BROKEN_TOO, encoding="utf-8")
    found = run("check", "--lang", "en", *BROKEN_CASES[name])
    assert (found.status, found.err) == (1, "")
    path = GOLDEN / name
    if request.config.getoption("--update-golden"):
        path.write_text(found.out, encoding="utf-8", newline="\n")
    assert found.out == path.read_text(encoding="utf-8")
    if path.suffix == ".txt":
        assert found.out.count(" records in ") == 1  # the figures, once


SCREENS = {
    "screen-140-nl.txt": (140, "utf-8", ("coverage", "--lang", "nl")),
    "screen-80-cp850.txt": (80, "cp850", ("coverage", "--lang", "nl")),
}


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_whole_answer_fits_a_screen(language: str, run: Runner) -> None:
    """80 columns and 24 lines, of which a pager and the prompt leave 22."""
    asked = ("coverage", *ON, "--lang", language, "--color", "never")
    found = run(*asked, screen=True, columns=80)
    assert len(found.out.splitlines()) <= 22


def test_a_brief_can_be_pasted_as_it_is(run: Runner) -> None:
    """No ids, no commands, no paths, no back-ticks; the date and the catalogue it holds for."""
    catalog, _ = load_catalog(FROZEN)
    ids = [name for name in catalog.by_id if re.search("[-0-9]", name)]
    for where in ((), ("--where", "source=factsheets-2025"), ("--where", "theme=talent")):
        said = run("report", "--brief", *ON, "-f", "markdown", *where).out
        assert not re.search(r"`|dosa-trace (?!\d)|--|\.yaml", said.replace("---", ""))
        assert [name for name in ids if name in said] == []
        assert "23\u00a0November\u00a02026" in said
        assert catalog.digest[:12] in said


def test_a_brief_has_no_parts_and_no_other_formats(run: Runner) -> None:
    for more in (("--sections", "gaps"), ("-f", "json"), ("-f", "html"), ("-f", "csv")):
        found = run("report", "--brief", *more)
        assert (found.status, found.out) == (2, "")
        assert "--brief" in found.err


@pytest.mark.parametrize("name", SCREENS)
def test_the_page_on_a_screen(name: str, run: Runner, request: pytest.FixtureRequest) -> None:
    """Without colour: wide and narrow, and where a code page has no more than ASCII for us."""
    columns, encoding, asked = SCREENS[name]
    found = run(*asked, *ON, "--color", "never", screen=True, columns=columns, encoding=encoding)
    assert (found.status, found.err) == (0, "")
    assert max(map(len, found.out.splitlines())) <= columns
    path = GOLDEN / name
    if request.config.getoption("--update-golden"):
        path.write_text(found.out, encoding="utf-8", newline="\n")
    assert found.out == path.read_text(encoding="utf-8")
