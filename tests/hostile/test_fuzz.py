"""A short run of the fuzzer; the long one is `python -m benchmarks.fuzz 10000`."""

from __future__ import annotations

from benchmarks.fuzz import outcomes


def test_a_broken_catalogue_ends_in_findings() -> None:
    counted = outcomes(runs=60, seed=15)
    assert sum(counted.values()) == 120
    assert {what for what in counted if what.endswith("internal error")} == set()
    assert counted["check 1"] > 20
