"""Pledge against action as it is typed."""

from __future__ import annotations

from tests.cli.conftest import Runner

ON = ("--as-of", "2026-11-23")


def test_without_a_pledge_on_file_nothing_is_marked(run: Runner) -> None:
    found = run("cross", *ON)
    assert "The catalogue has no commitment for these" in found.out
    assert "◄" not in found.out
    for name in ("geen actie", "overige actie", "toezegging wordt uitgevoerd"):
        assert name in found.out
    assert "Based on the Voortgangsmeter of the" in found.out
