"""The bar that shows how far a long reading is."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

import pytest

from dosa_trace import load
from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.coverage.gaps import gaps
from dosa_trace.analysis.report.report import report
from dosa_trace.catalog.loader import load_catalog
from dosa_trace.catalog.text import progress as watching
from dosa_trace.checks.registry import FINDERS, check
from dosa_trace.cli import waiting
from dosa_trace.cli.speech import Speech
from dosa_trace.graph import TraceGraph
from dosa_trace.language import Language
from tests.build import FROZEN

TODAY = date(2026, 11, 23)


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A screen as standard error, on which a bar shows and moves at once."""
    shown = Screen()
    monkeypatch.setattr(waiting, "sys", SimpleNamespace(stderr=shown))
    monkeypatch.setattr(waiting, "PATIENCE", 0.0)
    monkeypatch.setattr(waiting, "BEAT", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return shown


def test_a_load_is_told_by_its_bytes_and_changes_nothing() -> None:
    told: list[tuple[int, int]] = []
    catalog, found = load_catalog(FROZEN, lambda done, of: told.append((done, of)))
    quiet, _ = load_catalog(FROZEN)
    size = sum(path.stat().st_size for path in FROZEN.rglob("*.yaml"))
    assert {of for _, of in told} == {2 * size}
    done = [one for one, _ in told]
    assert done == sorted(done) and done[0] > 0 and 0.9 * 2 * size < done[-1] <= 2 * size
    assert not found
    assert (catalog.digest, list(catalog.by_id)) == (quiet.digest, list(quiet.by_id))
    places = [(one.place.path, one.place.start, one.place.end) for one in catalog.links]
    assert places == [(one.place.path, one.place.start, one.place.end) for one in quiet.links]


def test_a_bar_says_what_is_read_and_how_much_and_is_gone_at_the_end(screen: Screen) -> None:
    bar = waiting.bar(Speech(Language.NL), quiet=False)
    assert bar is not None
    bar.told(1, 4)
    assert "de catalogus wordt gelezen" in screen.getvalue() and "25%" in screen.getvalue()
    bar.told(4, 4)
    assert "100%" in screen.getvalue()
    bar.end()
    assert screen.getvalue().endswith("\x1b[2K") or "\x1b[?25h" in screen.getvalue()


def test_counting_shows_under_its_own_name_and_is_gone_with_the_last_record(
    screen: Screen,
) -> None:
    bar = waiting.bar(Speech(Language.NL), quiet=False)
    assert bar is not None
    some = watching.passing("abcd", bar.counted)
    assert [next(some), next(some)] == ["a", "b"]
    assert "het resultaat wordt berekend" in screen.getvalue() and "25%" in screen.getvalue()
    assert "\x1b[?25h" not in screen.getvalue()
    some.close()
    assert "\x1b[?25h" in screen.getvalue()


@pytest.mark.parametrize("ask", [coverage, gaps, report])
def test_long_analyses_tell_how_far_they_are(ask: Callable[[TraceGraph], object]) -> None:
    told: list[tuple[int, int]] = []
    catalog = load(FROZEN)
    heard = TraceGraph(catalog, as_of=TODAY, listener=lambda done, of: told.append((done, of)))
    quiet = TraceGraph(catalog, as_of=TODAY)
    assert ask(heard) == ask(quiet)
    assert told[0] == (0, told[0][1]) and told[-1] == (told[-1][1],) * 2


def test_a_check_tells_how_many_of_its_rules_are_done() -> None:
    told: list[tuple[int, int]] = []
    check(load(FROZEN), (), TODAY, lambda done, of: told.append((done, of)))
    assert told == [(done, len(FINDERS)) for done in range(len(FINDERS) + 1)]


def test_what_is_soon_done_shows_none(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "PATIENCE", 60.0)
    bar = waiting.bar(Speech(Language.EN), quiet=False)
    assert bar is not None
    bar.told(1, 4)
    bar.end()
    assert screen.getvalue() == ""


def test_there_is_none_where_nobody_looks(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    assert waiting.bar(Speech(Language.EN), quiet=True) is None
    monkeypatch.setenv("TERM", "dumb")
    assert waiting.bar(Speech(Language.EN), quiet=False) is None
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(waiting, "sys", SimpleNamespace(stderr=io.StringIO()))
    assert waiting.bar(Speech(Language.EN), quiet=False) is None
