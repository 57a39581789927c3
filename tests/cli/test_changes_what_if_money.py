"""`changes`, `what-if` and `money` as they are typed."""

from __future__ import annotations

import json
import re

import pytest

from tests.cli.conftest import Runner
from tests.output.drawings.test_step_chart import bands

ON = ("--as-of", "2026-11-23")


def test_changes_draws_the_figures(run: Runner) -> None:
    svg = run("changes", "--chart", "-f", "svg", "--as-of", "2026-11-23", "--lang", "nl").out
    assert bands(svg).keys() == {"deels gedekt", "gepland", "open"}
    since = run("changes", "--since", "2025-06", "-f", "svg", "--as-of", "2026-11-23").out
    known = [int(one) for one in re.findall(r">\+(\d+)</text>", since)]
    assert ">2025</text>" in since and ">2026</text>" in since
    totals = [
        json.loads(run("coverage", "--as-of", day, "-f", "json").out)["total"]
        for day in ("2025-06-01", "2026-11-23")
    ]
    assert sum(known) == totals[1] - totals[0] > 0  # not what was known before


@pytest.mark.parametrize(
    ("asked", "said", "hint"),
    [
        (("changes",), "the first day of the period is missing", "--since DATE"),
        (("changes", "--since", "2025-13"), "'2025-13' is not a date", "2025-07-04"),
        (("changes", "--since", "2026-12", *ON), "before it begins", "after --since"),
        (("what-if", "--alone"), "--alone can only be used with --stop", "--stop ID"),
        (("what-if", "--stop", "aind"), "no record has the id 'aind'", "'ained'"),
        (("what-if", "--add", "fs-talent:ained"), "names no link", "FROM:TO:EXTENT"),
        (
            ("money", "--where", "state=gap"),
            "' filters on the result, so its figures mean",
            "leave it out",
        ),
    ],
)
def test_what_cannot_be_asked_is_told_with_how_to_ask(
    asked: tuple[str, ...], said: str, hint: str, run: Runner
) -> None:
    found = run(*asked)
    assert (found.status, found.out) == (2, "")
    assert said in found.err and hint in found.err


def test_the_schemas_tell_the_two_answers_of_a_command_apart(run: Runner) -> None:
    asked = {
        "dosa-trace/what-if/1": ("what-if", "--stop", "ained"),
        "dosa-trace/what-if/fragility/1": ("what-if",),
        "dosa-trace/changes/1": ("changes", "--since", "2025"),
        "dosa-trace/changes/chart/1": ("changes", "--chart"),
        "dosa-trace/money/1": ("money",),
        "dosa-trace/due/1": ("due",),
    }
    for schema, question in asked.items():
        data = json.loads(run(*question, *ON, "-f", "json").out)
        assert data["schema"] == schema
        assert data["as_of"] == "2026-11-23"


def test_nothing_is_written(run: Runner, tmp_path: object) -> None:
    before = run("coverage", *ON, "-f", "json").out
    assert run("what-if", "--stop", "nds", "--add", "fs-talent:agdb:full", *ON).status == 0
    assert run("coverage", *ON, "-f", "json").out == before
