"""`--limit N`: the first of every list and how many are left; what is counted stays the whole."""

from __future__ import annotations

import re

import pytest

from dosa_trace.cli.commands import COMMANDS
from tests.cli.conftest import Runner

ASKED = (
    ("gaps", "--all"),
    ("orphans",),
    ("what-if",),
    ("what-if", "--stop", "ained", "--stop", "nds", "--stop", "investai"),
    ("changes", "--since", "2025-06"),
    ("due", "--within", "60"),
    ("list", "instruments"),
    ("list", "sources"),
)
#: In Markdown: what is left of a list, an item that stands on its own line, and a row of a table.
LEFT = re.compile(r"^And ([\d,]+) more: ")
ITEM = re.compile(r"^- ")
ROW = re.compile(r"^\| (?!---)")


def lists(markdown: str) -> list[tuple[int, int]]:
    """Of each run of items or rows how many there are, and how many more are said to be left."""
    found: list[tuple[int, int]] = []
    count, table = 0, False
    for line in [*markdown.splitlines(), "#"]:
        if ROW.match(line):
            count, table = count + 1, True
        elif ITEM.match(line):
            count += 1
        elif left := LEFT.match(line):
            found.append((count - table, int(left[1].replace(",", ""))))
            count, table = 0, False
        elif line and not line.startswith((" ", "|")):
            found.append((count - table, 0))
            count, table = 0, False
    return [pair for pair in found if pair[0] > 0]


@pytest.mark.parametrize("command", ASKED, ids=" ".join)
@pytest.mark.parametrize("limit", [1, 2])
def test_of_each_list_the_first_are_shown_and_the_others_counted(
    run: Runner, command: tuple[str, ...], limit: int
) -> None:
    asked = (*command, "--lang", "en", "-f", "markdown")
    whole, part = run(*asked).out, run(*asked, "--limit", str(limit)).out
    assert list(map(sum, lists(part))) == list(map(sum, lists(whole)))
    headings = [line for line in whole.splitlines() if line.startswith("#")]
    assert [line for line in part.splitlines() if line.startswith("#")] == headings
    cut = [pair for pair in lists(part) if pair[1]]
    assert cut
    assert all(shown == limit for shown, _ in cut)
    assert part.count("more: remove --limit to see all.") == len(cut)


@pytest.mark.costly
@pytest.mark.parametrize("command", ASKED, ids=" ".join)
@pytest.mark.parametrize("name", ["json", "csv"])
def test_what_programs_read_has_all(run: Runner, command: tuple[str, ...], name: str) -> None:
    asked = (*command, "-f", name)
    assert run(*asked, "--limit", "1").out == run(*asked).out


def test_a_limit_of_nothing_is_refused(run: Runner) -> None:
    assert run("gaps", "--limit", "0").status == 2


def test_every_command_that_lists_has_it(run: Runner) -> None:
    having = {name for name in COMMANDS if "--limit" in run(name, "--help").out}
    assert having == {"gaps", "orphans", "what-if", "changes", "due", "list", "why", "suggest"}
