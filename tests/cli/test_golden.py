"""What people read, whole: one file per answer. `pytest --update-golden` writes them anew; read
the difference before you commit it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Runner

GOLDEN = Path(__file__).parent.parent / "golden"
ON = ("--as-of", "2026-11-23")

CASES = {
    "coverage-80.txt": ("coverage", *ON, "--color", "always"),
    "coverage-plain-nl.txt": ("coverage", *ON, "--lang", "nl", "--plain"),
    "matrix-plain.txt": ("matrix", *ON, "--plain", "--where", "source=factsheets-2025"),
    "why-plain-nl.txt": ("why", "fs-monitoring", *ON, "--plain", "--lang", "nl"),
    "coverage-nl.txt": ("coverage", *ON, "--lang", "nl"),
    "coverage.md": ("coverage", *ON, "-f", "markdown"),
    "coverage-nl.md": ("coverage", *ON, "-f", "markdown", "--lang", "nl"),
    "coverage.json": ("coverage", *ON, "-f", "json"),
    "coverage.csv": ("coverage", *ON, "-f", "csv"),
    "coverage-by-theme.md": ("coverage", *ON, "-f", "markdown", "--by", "theme"),
    "coverage-by-institution.md": ("coverage", *ON, "-f", "markdown", "--by", "institution"),
    "coverage-by-level-nl.md": ("coverage", *ON, "-f", "markdown", "--by", "level", "--lang", "nl"),
    "coverage-by-owner.csv": ("coverage", *ON, "-f", "csv", "--by", "owner"),
    "coverage-june-2025.md": ("coverage", "--as-of", "2025-06-30", "-f", "markdown"),
    "gaps-all.md": ("gaps", *ON, "-f", "markdown", "--all"),
    "gaps-nl.txt": ("gaps", *ON, "--lang", "nl"),
    "gaps.json": ("gaps", *ON, "-f", "json"),
    "orphans.md": ("orphans", *ON, "-f", "markdown"),
    "orphans.json": ("orphans", *ON, "-f", "json"),
    "orphans-nl.txt": ("orphans", *ON, "--lang", "nl"),
    "why-rekenkracht.md": ("why", "fs-waardeketen-rekenkracht", *ON, "-f", "markdown"),
    "why-monitoring-nl.txt": ("why", "fs-monitoring", *ON, "--lang", "nl"),
    "why-data.txt": ("why", "fs-waardeketen-data", *ON),
    "why-objective.txt": ("why", "aim-purchasing-power", "--as-of", "2025-06-30"),
    "why-instrument.md": ("why", "nds", *ON, "-f", "markdown"),
    "why.json": ("why", "fs-talent", *ON, "-f", "json"),
    "show-nl.txt": ("show", "ained", "--lang", "nl"),
    "show-link-ends.md": ("show", "aim-ai-talent", "-f", "markdown"),
    "list-recommendations.md": ("list", "recommendations", *ON, "-f", "markdown"),
    "list-objectives-nl.txt": ("list", "objectives", *ON, "--lang", "nl"),
    "list-instruments.txt": ("list", "instruments", *ON),
    "list-sources.csv": ("list", "sources", *ON, "-f", "csv"),
    "list-links.md": ("list", "links", *ON, "-f", "markdown", "--where", "basis=inferred"),
    "check.txt": ("check", *ON),
    "check-nl.md": ("check", *ON, "-f", "markdown", "--lang", "nl"),
    "rule.txt": ("rule",),
    "graph.mmd": ("graph", *ON),
    "graph-focus-nl.dot": ("graph", *ON, "-f", "dot", "--focus", "ained", "--lang", "nl"),
    "graph.graphml": ("graph", *ON, "-f", "graphml", "--where", "source=factsheets-2025"),
    "graph.json": ("graph", *ON, "-f", "json", "--focus", "fs-talent", "--depth", "1"),
    "matrix.md": ("matrix", *ON, "-f", "markdown"),
    "matrix-80.txt": ("matrix", *ON, "--color", "always", "--lang", "nl"),
    "matrix-objectives.txt": ("matrix", *ON, "--against", "objectives"),
    "matrix-themes.csv": ("matrix", *ON, "--against", "themes", "-f", "csv"),
    "matrix-institutions.md": ("matrix", *ON, "--against", "institutions", "-f", "markdown"),
    "matrix.json": ("matrix", *ON, "-f", "json", "--where", "source=factsheets-2025"),
    "cross.txt": ("cross", *ON),
    "cross-nl.md": ("cross", *ON, "-f", "markdown", "--lang", "nl"),
    "cross.csv": ("cross", *ON, "-f", "csv"),
    "report.md": ("report", *ON, "-f", "markdown"),
    "report-nl.md": ("report", *ON, "-f", "markdown", "--lang", "nl", "--front-matter"),
    "report-parts.txt": ("report", *ON, "--sections", "method,evidence,single-points"),
    "rule-quote.md": ("rule", "quote-not-found", "-f", "markdown"),
    "rule-nl.txt": ("rule", "DT402", "--lang", "nl"),
    "rule.json": ("rule", "DT001", "-f", "json"),
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


#: The findings in a broken catalogue, in every format that there is for them.
BROKEN_CASES = {
    "broken.txt": (),
    "broken-nl.txt": ("--lang", "nl"),
    "broken.md": ("-f", "markdown"),
    "broken.json": ("-f", "json", "--as-of", "2026-11-23"),
    "broken.csv": ("-f", "csv"),
    "broken.github.txt": ("-f", "github"),
    "broken.gitlab.json": ("-f", "gitlab"),
    "broken.junit.xml": ("-f", "junit"),
    "broken.sarif": ("-f", "sarif"),
}


def test_no_golden_file_is_left_behind() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {*CASES, *BROKEN_CASES, *SCREENS, "diff"}


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
        first, *_, last = found.out.splitlines()
        assert first == last


SCREENS = {
    "screen-140-nl.txt": (140, "utf-8", ("coverage", "--lang", "nl")),
    "screen-80.txt": (80, "utf-8", ("coverage",)),
    "screen-80-cp850.txt": (80, "cp850", ("coverage", "--lang", "nl")),
    "screen-why-cp437.txt": (80, "cp437", ("why", "fs-monitoring")),
    "screen-matrix-cp850.txt": (80, "cp850", ("matrix", "--where", "source=factsheets-2025")),
}


@pytest.mark.parametrize("name", SCREENS)
def test_the_page_on_a_screen(name: str, run: Runner, request: pytest.FixtureRequest) -> None:
    """Without colour: wide and narrow, and where a code page has no more than ASCII for us."""
    columns, encoding, asked = SCREENS[name]
    asked = (*asked, *ON, "--color", "never")
    found = run(*asked, screen=True, columns=columns, encoding=encoding)
    assert (found.status, found.err) == (0, "")
    assert max(map(len, found.out.splitlines())) <= columns
    path = GOLDEN / name
    if request.config.getoption("--update-golden"):
        path.write_text(found.out, encoding="utf-8", newline="\n")
    assert found.out == path.read_text(encoding="utf-8")
