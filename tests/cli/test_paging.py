"""A pager for what is longer than the screen, and only where somebody looks on."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dosa_trace.cli.paging import pager
from tests.cli.conftest import Runner, run

__all__ = ["run"]

ON = ("--as-of", "2026-11-23", "--lang", "en")
LONG, SHORT = ("gaps", *ON), ("coverage", *ON)


def named(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes a pager of some code."""
    monkeypatch.setenv("DOSA_TRACE_PAGER", f'"{sys.executable}" -c "{code}"')


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where a pager of our own writes what it is given, and what it is told."""
    target = tmp_path / "shown.txt"
    for name in ("CI", "GITHUB_ACTIONS", "LESS", "PAGER"):
        monkeypatch.delenv(name, raising=False)
    named(
        f"import os, sys, pathlib; pathlib.Path({str(target)!r}).write_bytes("
        "os.environ['LESS'].encode() + b'|' + sys.stdin.buffer.read())",
        monkeypatch,
    )
    monkeypatch.setenv("LINES", "40")
    return target


@pytest.mark.parametrize("asked", [LONG, (*LONG, "--pager"), (*SHORT, "--pager")])
def test_what_is_longer_than_the_screen_goes_to_the_pager(
    asked: tuple[str, ...], run: Runner, shown: Path
) -> None:
    """So does what is asked for in pages; less is told what git tells it."""
    found = run(*asked, screen=True)
    assert (found.status, found.out) == (0, "")
    told, _, text = shown.read_text(encoding="utf-8").partition("|")
    assert told == "FRX"
    assert "AI autonomy" in text


def test_what_less_is_told_by_its_user_stays(
    run: Runner, shown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LESS", "S")
    run(*LONG, screen=True)
    assert shown.read_text(encoding="utf-8").startswith("S|")


@pytest.mark.parametrize(
    ("asked", "screen", "also"),
    [
        (SHORT, True, {}),
        (LONG, False, {}),
        ((*LONG, "--pager"), False, {}),
        ((*LONG, "--no-pager"), True, {}),
        (LONG, True, {"CI": "true"}),
        (LONG, True, {"TERM": "dumb"}),
        (LONG, True, {"DOSA_TRACE_PAGER": ""}),
        (LONG, True, {"DOSA_TRACE_PAGER": "cat"}),
        ((*LONG, "-o", "gaps.txt"), True, {}),
    ],
)
def test_else_it_is_printed_or_written(
    asked: tuple[str, ...], screen: bool, also: dict[str, str], run: Runner, shown: Path,
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    for name, value in also.items():
        monkeypatch.setenv(name, value)
    found = run(*asked, screen=screen)
    written = tmp_path / "gaps.txt"
    assert "AI autonomy" in (written.read_text("utf-8") if written.exists() else found.out)
    assert not shown.exists()


@pytest.mark.parametrize(
    "code",
    ["import sys; sys.exit(1)", "import os; os.abort()", "import sys; sys.stdin.close(); 1/0"],
)
def test_an_answer_is_never_lost_when_the_pager_fails(
    code: str, run: Runner, shown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named(code, monkeypatch)
    assert "AI autonomy" in run(*LONG, screen=True).out


def test_who_leaves_a_pager_before_the_end_has_seen_enough(
    run: Runner, shown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named("import sys; sys.stdin.close()", monkeypatch)
    found = run(*LONG, screen=True)
    assert (found.status, found.out, found.err) == (0, "", "")


@pytest.mark.parametrize("name", ["no-such-program", 'less "unclosed', "'"])
def test_without_a_pager_it_is_printed(
    name: str, run: Runner, shown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Silently for what others named; what our own variable names in vain is told."""
    monkeypatch.delenv("DOSA_TRACE_PAGER")
    monkeypatch.setenv("PAGER", name)
    found = run(*LONG, screen=True)
    assert ("AI autonomy" in found.out, found.err) == (True, "")
    monkeypatch.setenv("DOSA_TRACE_PAGER", name)
    found = run(*LONG, screen=True)
    assert (found.status, "AI autonomy" in found.out) == (0, True)
    assert "which starts no program" in found.err


def test_less_is_the_usual_one() -> None:
    assert pager({}) in (("less",), None)  # where it is installed
    assert pager({"PAGER": "python3 -c pass"}) == ("python3", "-c", "pass")
    assert pager({"PAGER": "python3", "DOSA_TRACE_PAGER": ""}) is None
