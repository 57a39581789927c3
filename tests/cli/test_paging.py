"""A pager only for who asks for one, and only on a screen."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Runner, run

__all__ = ["run"]

ON = ("--as-of", "2026-11-23", "--lang", "en")


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where a pager of our own writes what it is given."""
    target = tmp_path / "shown.txt"
    code = (
        f"import sys, pathlib; pathlib.Path({str(target)!r}).write_bytes(sys.stdin.buffer.read())"
    )
    monkeypatch.setenv("DOSA_TRACE_PAGER", f'"{sys.executable}" -c "{code}"')
    return target


def test_on_a_screen_the_answer_goes_to_the_pager(run: Runner, shown: Path) -> None:
    found = run("coverage", *ON, "--pager", screen=True)
    assert (found.status, found.out) == (0, "")
    assert "partly covered" in shown.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("asked", "screen"), [(("coverage", *ON), True), (("coverage", *ON, "--pager"), False)]
)
def test_else_it_is_printed(asked: tuple[str, ...], screen: bool, run: Runner, shown: Path) -> None:
    found = run(*asked, screen=screen)
    assert "partly covered" in found.out
    assert not shown.exists()


@pytest.mark.parametrize("named", ["no-such-program", 'less "unclosed', "'"])
def test_without_a_pager_it_is_printed(
    named: str, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGER", named)
    assert "partly covered" in run("coverage", *ON, "--pager", screen=True).out


@pytest.mark.parametrize("named", ["no-such-program", 'less "unclosed', "'"])
def test_a_variable_of_ours_that_names_no_pager_is_told(
    named: str, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSA_TRACE_PAGER", named)
    found = run("coverage", *ON, "--pager", screen=True)
    assert (found.status, "', which starts no program" in found.err) == (2, True)
    assert run("coverage", *ON, screen=True).status == 0
