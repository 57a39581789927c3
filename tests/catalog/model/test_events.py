"""What has no date but was read on a day holds from that day, and is never told as a change."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.time.changes import changes
from dosa_trace.catalog.loader import load_catalog
from dosa_trace.catalog.model.parts import ReadOn
from dosa_trace.checks.registry import check
from dosa_trace.diagnostics import Severity
from dosa_trace.graph import TraceGraph
from dosa_trace.language import Language
from tests.build import FROZEN, frozen, read_text
from tests.cli.conftest import Runner, run

__all__ = ["run"]

TEXT = """\
sources:
  - {id: asked, kind: report, title: Asked, publisher: P, date: 2024}
  - {id: page, kind: web, title: A page, publisher: P, read: 2026-11-23}
recommendations:
  - {id: r, source: asked, title: Asked,
     responses: [{read: 2026-11-23, value: noted, source: page}]}
instruments:
  - {id: i, name: N, kind: fund, level: nl, owner: O,
     status: [{date: 2025-03, value: announced, source: page},
              {read: 2026-11-23, value: in-progress, source: page}]}
links:
  - {from: r, to: i, extent: partial, basis: stated, evidence: [{source: page}]}
"""


def test_what_a_day_of_reading_moves_is_named_first_seen() -> None:
    """Over the frozen catalogue: on days on which something was only read, each state that is
    another is told as first seen, and none as a change."""
    catalog, _ = load_catalog(FROZEN)
    days = {
        event.read.last_day
        for one in catalog.instruments.values()
        for event in one.status
        if event.read and not event.date
    }
    assert days
    for day in days:
        before, after = coverage(frozen(day - timedelta(1))), coverage(frozen(day))
        found = changes(frozen(day), day)
        was = {one.id: one.state for one in before.recommendations}
        other = {one.id for one in after.recommendations if was[one.id] is not one.state}
        assert {move.id for one in found.undated for move in one.moved} == other
        assert (found.better, found.worse, found.first_seen) == (0, 0, len(other))


def test_an_event_that_was_read_holds_from_that_day() -> None:
    """Before it the event before it holds: a page read in November makes nothing live in March."""
    catalog, found = read_text(TEXT)
    assert found == ()
    days = (date(2025, 3, 30), date(2025, 3, 31), date(2026, 11, 22), date(2026, 11, 23))
    states = [
        str(coverage(TraceGraph(catalog, as_of=day)).recommendations[0].state) for day in days
    ]
    assert states == ["gap", "planned", "planned", "partly"]


def test_an_event_read_before_an_earlier_one_happened_is_out_of_order() -> None:
    text = TEXT.replace("date: 2025-03, value: announced", "date: 2026-12, value: announced")
    catalog, reading = read_text(text)
    found = check(catalog, reading, date(2027, 1, 1)).diagnostics
    assert [one.code for one in found if one.severity is Severity.ERROR] == ["DT401"]


def test_it_is_said_as_what_it_is(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(TEXT)
    found = json.loads(run("why", "i", "--catalog", "c.yaml", "-f", "json").out)
    first, last = found["statuses"]
    assert first["date"] == "2025-03"
    assert "date_read" not in first
    assert (last["date"], last["date_read"]) == (None, "2026-11-23")
    assert "undated, read 2026-11-23" in run("why", "i", "--catalog", "c.yaml").out
    told = run("coverage", "--each", "--catalog", "c.yaml", "--lang", "nl", "-f", "markdown").out
    assert "ongedateerd, gelezen 2026-11-23" in told


def test_it_is_never_written_as_if_it_were_a_date() -> None:
    catalog, _ = read_text(TEXT)
    when = catalog.sources["page"].when
    assert isinstance(when, ReadOn)
    assert when.say(Language.EN) == "undated, read 2026-11-23"
    with pytest.raises(TypeError, match="never as if it were a date"):
        f"{when}"


def test_one_of_the_two_must_be_there() -> None:
    _, found = read_text("sources:\n  - {id: s, kind: web, title: T, publisher: P}\n")
    assert [(one.code, one.message.say(Language.EN)) for one in found] == [
        ("DT102", "the record lacks 'date or read'")
    ]


def test_the_retired_field_says_what_to_write() -> None:
    text = TEXT.replace("evidence: [{source: page}]", "evidence: [{source: page, retrieved: 2026}]")
    (found,) = read_text(text)[1]
    assert found.code == "DT101"
    assert found.hint is not None
    assert "read: 2026 on the source" in found.hint.say(Language.EN)
