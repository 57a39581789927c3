"""A snapshot holds the figures of a date and basis, sorted, and every line that moved is told."""

from __future__ import annotations

from datetime import date

import pytest

from dosa_trace.analysis.coverage.snapshot import HEAD, Terms, mismatches, snapshot, terms
from dosa_trace.catalog.model.vocabulary import Basis
from tests.build import frozen

ON = date(2026, 11, 23)


def test_it_says_when_and_on_what_it_was_taken() -> None:
    assert terms(snapshot(frozen(ON, Basis.STATED))) == Terms(ON, Basis.STATED)


@pytest.mark.parametrize(
    "text",
    ["", "x", HEAD, f"{HEAD}\nas-of: never\nbasis: stated\n", f"{HEAD}\nas-of: 2025\nbasis: no\n"],
)
def test_what_is_none_has_no_terms(text: str) -> None:
    assert terms(text) is None


def test_lines_that_changed_came_or_went_are_told_at_their_place() -> None:
    graph = frozen(ON)
    lines = snapshot(graph).splitlines()
    changed = lines[5].split(":")[0] + ": covered"
    gone = lines.pop()
    edited = [*lines[:5], changed, *lines[6:], "nobody: gap"]
    found = mismatches("\n".join(edited), graph)
    assert [(one.line, one.expected is None, one.found is None) for one in found] == [
        (6, False, False),
        (len(edited), False, True),
        (len(edited), True, False),
    ]
    assert (found[0].expected, found[2].found) == (changed, gone)
