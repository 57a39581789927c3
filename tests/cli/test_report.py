"""Reports and briefs as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Runner

ON = ("--as-of", "2026-11-23")


def test_amounts_never_stand_alone(run: Runner) -> None:
    told = run("orphans", *ON, "-f", "markdown").out
    line = next(row for row in told.splitlines() if "(digital-europe)" in row)
    assert "announced" in line
    assert "eur-lex" in line or "(20" in line
    page = run("report", *ON, "-f", "html").out
    assert "does not count" in page


def test_a_brief_says_of_its_own_basis_what_it_must_be_read_with(run: Runner) -> None:
    asked = ("report", "--brief", *ON, "-f", "markdown", "--lang", "en")
    assert "what an analyst concludes" in run(*asked).out
    stated = run(*asked, "--basis", "stated").out
    assert "what an analyst concludes" not in stated
    assert "Only what a source itself says is counted" in stated


def test_what_hangs_on_an_instrument_is_tried_without_its_parts(run: Runner) -> None:
    points = json.loads(run("report", *ON, "-f", "json").out)["single_points"]
    ained = next(one for one in points if one["id"] == "ained")
    assert "ained-fellowship" in ained["parts"]
    told = " ".join(run("report", *ON, "--sections", "single-points").out.split())
    assert "(ained; with its parts AiNed ELSA Labs," in told


def test_the_annex_is_one_of_word(run: Runner) -> None:
    """Elsewhere everything stands in the report already, and nothing is asked for in vain."""
    found = run("report", *ON, "--annex", "-f", "markdown")
    assert (found.status, found.out) == (2, "")
    assert "--annex cannot be used with -f markdown" in found.err and "docx" in found.err
    short, whole = (
        run("report", *ON, *more, "-o", f"{len(more)}.docx", "-q").status
        for more in ((), ("--annex",))
    )
    assert (short, whole) == (0, 0)
    assert Path("0.docx").stat().st_size < Path("1.docx").stat().st_size
