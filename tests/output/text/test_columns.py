"""On a screen of 80 columns no word is broken: what does not fit beside each other stands below."""

from __future__ import annotations

import pytest

from dosa_trace.output.text import columns
from tests.cli.conftest import Runner, run

__all__ = ["run"]

ON = ("--as-of", "2026-11-23", "--color", "never")
ASKED = (
    ("coverage", "--each", *ON), ("coverage", "--by", "owner", *ON), ("gaps", *ON),
    ("orphans", *ON), ("cross", *ON), ("money", *ON), ("due", *ON), ("money", "--by", "owner", *ON),
    ("changes", "--since", "2025", "--color", "never"), ("what-if", *ON), ("suggest", *ON),
    ("show", "talent", *ON), ("list", "instruments", *ON), ("list", "links", "--color", "never"),
    ("report", *ON), ("matrix", *ON), ("fill", "--list", *ON), ("rule", "--color", "never"),
)  # fmt: skip


@pytest.mark.costly
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_no_word_is_cut_at_80_columns(
    asked: tuple[str, ...], language: str, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut, found = columns._cut, []

    def watched(piece: str, size: int) -> list[str]:
        parts = cut(piece, size)
        found.extend([piece] if len(parts) > 1 else [])
        return parts

    monkeypatch.setattr(columns, "_cut", watched)
    said = run(*asked, "--lang", language, screen=True, columns=80)
    assert said.status == 0
    assert found == []
    assert max(map(len, said.out.splitlines())) <= 80


def test_what_does_not_fit_stands_below_each_other(run: Runner) -> None:
    out = run("list", "instruments", *ON, "--lang", "nl", screen=True, columns=44).out
    assert "\n  verantwoordelijke organisatie: " in out
    assert max(map(len, out.splitlines())) <= 44
