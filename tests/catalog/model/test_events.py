"""What bears no date but was read on a day: the day is shown, and moves no figure."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.catalog.loader import load_catalog
from dosa_trace.catalog.model.parts import ReadOn
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


def test_the_figures_of_the_day_before_and_after_any_day_of_reading_are_the_same() -> None:
    catalog, _ = load_catalog(FROZEN)
    days = {source.read.last_day for source in catalog.sources.values() if source.read}
    days |= {
        event.read.last_day
        for one in catalog.instruments.values()
        for event in one.status
        if event.read
    }
    assert days
    for day in days:
        before, after = coverage(frozen(day - timedelta(1))), coverage(frozen(day))
        assert before.by_basis == after.by_basis
        assert before.recommendations == after.recommendations


def test_an_event_that_was_read_holds_from_the_one_before_it() -> None:
    catalog, found = read_text(TEXT)
    assert found == ()
    states = [
        str(coverage(TraceGraph(catalog, as_of=day)).recommendations[0].state)
        for day in (date(2025, 3, 30), date(2025, 3, 31), date(2026, 11, 24))
    ]
    assert states == ["gap", "partly", "partly"]


def test_it_is_said_as_what_it_is(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(TEXT)
    found = json.loads(run("why", "i", "--catalog", "c.yaml", "-f", "json").out)
    first, last = found["statuses"]
    assert first["date"] == "2025-03"
    assert "date_read" not in first
    assert (last["date"], last["date_read"]) == (None, "2026-11-23")
    assert "undated, read 2026-11-23" in run("why", "i", "--catalog", "c.yaml").out
    told = run("coverage", "--catalog", "c.yaml", "--lang", "nl").out
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
