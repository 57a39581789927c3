"""Proposals as they are typed."""

from __future__ import annotations

import json

from tests.cli.conftest import Runner

ON = ("--as-of", "2026-11-23")


def test_what_a_limit_leaves_out_is_said(run: Runner) -> None:
    total = json.loads(run("suggest", *ON, "-f", "json").out)["total"]
    said = run("suggest", *ON, "--limit", "2", "--lang", "en").out
    assert f"{total - 2} more: show them" in said
    assert "more;" not in run("suggest", *ON, "--limit", "1000", "--lang", "en").out
