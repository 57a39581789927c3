"""The date asked for: what is not past is said to be so, and a day of reading moves no figure."""

from __future__ import annotations

import json
from datetime import date

from tests.cli.conftest import Runner

ON = ("--as-of", "2026-11-23")


def test_a_day_that_is_not_past_is_said_to_be_so(run: Runner) -> None:
    """A note may else claim a date that nobody can know anything of."""
    ahead = f"{date.today().year + 1}-01-01"
    found = run("coverage", "--as-of", ahead, "--lang", "en", "-q")
    assert (found.status, found.err) == (0, "")
    told = run("coverage", "--as-of", ahead, "--lang", "en").err
    assert told.count("is in the future, so the figures may change") == 1
    assert (
        "is in the future, so the figures may change"
        not in run("coverage", "--as-of", date.today().isoformat()).err
    )


def test_a_day_of_reading_is_no_search_no_doubt_and_no_review(run: Runner) -> None:
    """Between the day before anything of the frozen catalogue was read and the day after, only
    states are other that `changes` names as first seen."""
    told = [
        json.loads(run("coverage", "--as-of", day, "-f", "json").out)["recommendations"]
        for day in ("2026-11-22", "2026-11-24")
    ]
    found = json.loads(
        run("changes", "--since", "2026-11-23", "--until", "2026-11-24", "-f", "json").out
    )
    seen = {move["id"] for one in found["undated"] for move in one["moved"]}
    before, after = ({one["id"]: one["state"] for one in lines} for lines in told)
    assert before.keys() == after.keys()
    assert {name for name in before if before[name] != after[name]} == seen
    assert (found["changes"], found["better"], found["worse"]) == ([], 0, 0)
    alone, later = (
        {one["id"]: len(one["budgets"]) for one in json.loads(run("orphans", *asked).out)["items"]}
        for asked in (("--as-of", day, "-f", "json") for day in ("2026-11-22", "2026-11-24"))
    )
    assert alone.keys() <= later.keys()  # an instrument that was only read of is there from then on
    assert sum(alone.values()) < sum(later[name] for name in alone)
