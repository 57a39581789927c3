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
    "check.txt": ("check",),
    "check-nl.md": ("check", "-f", "markdown", "--lang", "nl"),
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


def test_no_golden_file_is_left_behind() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {*CASES, "broken.txt", "broken-nl.txt"}


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
"""


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_broken_catalogue(
    language: str, run: Runner, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    (tmp_path / "catalog").mkdir()
    (tmp_path / "catalog" / "catalogue.yaml").write_text("catalogue: {title: T, languages: [nl]}\n")
    (tmp_path / "catalog" / "asked.yaml").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "catalog" / "done.yaml").write_text(BROKEN_TOO, encoding="utf-8")
    found = run("check", "--lang", language)
    assert (found.status, found.err) == (1, "")
    path = GOLDEN / ("broken.txt" if language == "en" else "broken-nl.txt")
    if request.config.getoption("--update-golden"):
        path.write_text(found.out, encoding="utf-8", newline="\n")
    assert found.out == path.read_text(encoding="utf-8")
    first, *_, last = found.out.splitlines()
    assert first == last
