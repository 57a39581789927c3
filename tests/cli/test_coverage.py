"""Coverage as it is typed: what a figure is said with."""

from __future__ import annotations

import json
import re

from tests.cli.conftest import Runner

ON = ("--as-of", "2026-11-23")


def test_by_owner_never_says_what_nobody_asked_of_him(run: Runner) -> None:
    found = json.loads(run("coverage", "--by", "owner", *ON, "-f", "json").out)
    assert found["schema"] == "dosa-trace/owners/1"
    assert "groups" not in found
    party = next(one for one in found["owners"] if one["id"] == "cda")
    assert party.keys() == {"id", "label", "live", "answers", "only"}
    text = run("coverage", "--by", "owner", *ON).out
    assert "declined" not in text.split("By responsible organisation")[1]
    assert json.loads(run("coverage", "--by", "level", *ON, "-f", "json").out)["owners"]
    assert run("coverage", "--by", "owner", *ON, "-f", "csv").out.startswith("id,label,live,")


def test_a_nought_of_covered_is_explained(run: Runner) -> None:
    for asked in (("coverage",), ("report",), ("coverage", "--where", "theme=talent")):
        said = " ".join(run(*asked, *ON).out.split())
        assert re.search("No source says that any of the .* is fully covered", said)


def test_answers_and_mentions_are_told_apart(run: Runner) -> None:
    """Of every pair on the page: who is answered is at least partly covered or planned."""
    states = {
        one["id"]: one["state"]
        for one in json.loads(run("coverage", *ON, "-f", "json").out)["recommendations"]
    }
    instruments = json.loads(run("list", "instruments", "-f", "json").out)["items"]
    extents = set()
    for one in instruments:
        for asker in json.loads(run("why", one["id"], *ON, "-f", "json").out)["asked_by"]:
            extents.add(asker["extent"])
            if asker["record"] == "recommendation" and asker["extent"] in ("full", "partial"):
                assert states[asker["id"]] in ("covered", "partly", "planned"), asker
    assert {"partial", "marginal"} <= extents
    assert "touched on only" in run("why", "agenda-dosa", *ON).out


def test_nothing_answers_a_gap(run: Runner) -> None:
    """What only mentions one is said to do no more, wherever it is named."""
    lines = run("coverage", *ON, "--each", "-f", "markdown", "--lang", "en").out.splitlines()
    rows = [line for line in lines if line.startswith("| open (") and "touched on only" in line]
    assert rows
    assert all("| touched on only by: " in row for row in rows)
    why = run("why", "wrr-regulering", *ON, "-f", "markdown", "--lang", "en").out
    assert "- **touched on by:** " in why and "- **instruments:**" not in why


def test_a_bar_stands_beside_the_figures_that_it_draws(run: Runner) -> None:
    for basis, first in (("stated", "sources only"), ("inferred", "source or analyst")):
        out = run("coverage", *ON, "--basis", basis, "-f", "markdown", "--lang", "en").out
        assert f"\n| state | {first} | % |" in out


def test_what_is_said_of_an_addressee_holds_on_the_basis_asked_for(run: Runner) -> None:
    said = run("coverage", "--caveats", "--basis", "stated", *ON, "--lang", "en").out
    assert "1 of 44 partly covered" in said
