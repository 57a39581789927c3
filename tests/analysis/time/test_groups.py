"""Changes by day and source, and by month: nothing is told twice and nothing is lost."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from dosa_trace.analysis.time.changes import changes
from tests.build import frozen, graph_of
from tests.cli.conftest import Runner, run
from tests.examples import examples
from tests.worlds import catalogues

__all__ = ["run"]

ON = date(2026, 11, 23)


@examples(100)
@given(catalogues())
def test_every_change_stands_in_one_group_or_month(data: dict[str, Any]) -> None:
    told = changes(graph_of(data, date(2026, 3, 30)), date(2022, 1, 1))
    counted: Counter[str] = Counter()
    for counts in (*(group.counts for group in told.groups), *(one.counts for one in told.quiet)):
        counted.update(counts)
    assert counted == Counter(change.kind.value for change in told.changes)
    for group in told.groups:
        assert group.moved
        assert group.better + group.worse <= len(group.moved)
        same = [
            change
            for change in told.changes
            if (change.day, change.source) == (group.day, group.source)
        ]
        moves = {move for change in same for move in change.moved if move.before is not None}
        assert set(group.moved) == moves
    days = [group.day for group in told.groups]
    assert days == sorted(days, reverse=True)
    months = [month.month for month in told.quiet]
    assert months == sorted(set(months), reverse=True)


def test_a_year_and_a_half_can_be_read(run: Runner) -> None:
    short = run("changes", "--since", "2025-06-01", "--lang", "en").out
    assert len(short.splitlines()) <= 120
    each = run("changes", "--since", "2025-06-01", "--each", "--lang", "en").out
    assert len(each.splitlines()) > len(short.splitlines())
    told = changes(frozen(ON), date(2025, 6, 1))
    for group in told.groups:
        assert group.day.isoformat() in short


@pytest.mark.parametrize("since", ["2025-06-01", "2020"])
def test_the_figures_are_the_same_either_way(run: Runner, since: str) -> None:
    asked = ("changes", "--since", since, "--lang", "en", "-f", "markdown")
    tables = [
        [line for line in run(*asked, *more).out.splitlines() if line.startswith("| partly")]
        for more in ((), ("--each",))
    ]
    assert tables[0] == tables[1] != []
