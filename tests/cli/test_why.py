"""Why a state is as it is, as it is typed."""

from __future__ import annotations

import json

from tests.cli.conftest import Runner

ON = ("--as-of", "2026-11-23")


def test_why_says_where_nobody_searched(run: Runner) -> None:
    """That a link says somebody looked is no search, and silence about it would look like one."""
    only_linked = run("why", "aiplan-4", *ON, "--lang", "en").out
    assert "The catalogue has no search for an" in only_linked
    nobody = run("why", "wennink-bank", *ON, "--lang", "en").out
    assert "The catalogue has no search for an instrument." in nobody


def test_the_basis_of_every_answer_is_what_was_counted(run: Runner) -> None:
    for name in ("agdb", "fs-talent", "fs-waardeketen-data"):
        for basis in ("stated", "inferred"):
            data = json.loads(run("why", name, "--basis", basis, "-f", "json", *ON).out)
            assert data["basis"] == basis
