"""A short run of the fuzzer, in CI (`--all`); the long one is `python -m benchmarks.fuzz 10000`."""

from __future__ import annotations

import pytest

from benchmarks.fuzz import OF_EACH, outcomes
from tests.hostile.bombs import ASKED


@pytest.mark.costly
def test_a_broken_catalogue_ends_in_findings() -> None:
    counted = outcomes(runs=48, seed=15)
    assert sum(counted.values()) == 48 * (1 + OF_EACH)
    assert {what for what in counted if what.endswith("internal error")} == set()
    assert counted["check 1"] > 15
    assert {what.split()[0] for what in counted} >= {words[0] for words in ASKED.values()}
