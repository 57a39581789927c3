"""Pledge against action as it is typed."""

from __future__ import annotations

import json

from tests.build import MUNICIPALITY
from tests.cli.conftest import Runner

ON = ("--as-of", "2026-11-23")


def test_without_a_pledge_on_file_nothing_is_marked(run: Runner) -> None:
    found = run("cross", *ON)
    assert "The catalogue has no commitment for these" in found.out
    assert "◄" not in found.out
    for name in ("geen actie", "overige actie", "toezegging wordt uitgevoerd"):
        assert name in found.out
    assert "Based on the Voortgangsmeter of the" in found.out


def test_every_commitment_is_named_with_its_source(run: Runner) -> None:
    """As many recommendations as the row of the table counts, and what was said."""
    found = json.loads(run("cross", "--catalog", str(MUNICIPALITY), "-f", "json").out)
    assert found["pledges"]
    told = run("cross", "--catalog", str(MUNICIPALITY), "--lang", "en").out
    committed = {line["id"] for line in found["recommendations"] if line["commitment"]}
    assert {made["id"] for made in found["commitments"]} == committed
    assert f"Commitments in the catalogue ({found['pledges']})" in told
    for made in found["commitments"]:
        assert f"({made['source']})" in told
