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


def test_a_day_of_reading_moves_no_state(run: Runner) -> None:
    """The day before anything of the frozen catalogue was read, and the day after; an amount that
    bears no other day is known from then on."""
    for question in ("coverage", "cross", "gaps"):
        told = [
            json.loads(run(question, "--as-of", day, "-f", "json").out)
            for day in ("2026-11-22", "2026-11-24")
        ]
        for one in told:
            del one["as_of"]
        assert told[0] == told[1], question
    before, after = (
        json.loads(run("orphans", "--as-of", day, "-f", "json").out)["items"]
        for day in ("2026-11-22", "2026-11-24")
    )
    assert [one["id"] for one in before] == [one["id"] for one in after]
    assert sum(len(one["budgets"]) for one in before) < sum(len(one["budgets"]) for one in after)
