"""What was corrected and what happened, told apart: together they lead from then to now."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.report.corrections import corrections
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.graph import TraceGraph
from tests.build import catalog_of, graph_of
from tests.cli.conftest import Runner, run
from tests.cli.test_diff import git, repository
from tests.examples import examples
from tests.worlds import DAYS, catalogues

__all__ = ["repository", "run"]

NOW = date(2026, 6, 1)


@examples(60)
@given(catalogues(), catalogues(), st.sampled_from(DAYS))
def test_they_lead_from_what_was_said_then_to_now(
    before: dict[str, Any], after: dict[str, Any], since: date
) -> None:
    old = catalog_of(before)
    graph = graph_of(after, NOW)
    told = corrections(old, graph, since)
    said_then = coverage(TraceGraph(old, as_of=since, basis=Basis.INFERRED))
    said_now = coverage(TraceGraph(graph.catalog, as_of=since, basis=Basis.INFERRED))
    figures = told.figures[Basis.INFERRED]
    assert figures.before == said_then.figures
    assert figures.after == said_now.figures
    assert told.happened.after[Basis.INFERRED] == coverage(graph).figures
    assert told.happened.since > since
    states = {one.id: one.state for one in said_now.recommendations}
    for change in told.corrected:
        assert states[change.id] is change.after


@pytest.fixture
def corrected(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue of which a link was taken back, a status was added that came later, and the day
    of the first revision is known."""
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-01-10T12:00:00")
    git(repository, "commit", "--quiet", "--amend", "--no-edit", "--reset-author")
    links = next((repository / "catalog" / "links").glob("*.yaml"))
    assert links.exists()
    for path in (repository / "catalog" / "links").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("extent: partial", "extent: marginal"), encoding="utf-8")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-11-20T12:00:00")
    git(repository, "commit", "--quiet", "-am", "Partial was too much")
    return repository


def test_two_revisions_are_told_apart(corrected: Path, run: Runner) -> None:
    os.chdir(corrected)
    asked = ("changes", "--corrections", "HEAD~1..HEAD", "--until", "2026-11-23")
    found = json.loads(run(*asked, "-f", "json").out)
    assert found["schema"] == "dosa-trace/changes/corrections/1"
    assert (found["since"], found["until"]) == ("2026-01-10", "2026-11-23")
    assert found["corrected"]
    assert all(change["worse"] for change in found["corrected"])
    assert found["happened"]["since"] == "2026-01-11"
    told = run(*asked, "--lang", "en").out
    assert "Since 10 January 2026" in told


def test_a_report_and_a_page_tell_them(corrected: Path, run: Runner) -> None:
    os.chdir(corrected)
    asked = ("report", "--corrections", "HEAD~1..HEAD", "--as-of", "2026-11-23", "--lang", "en")
    assert "## Corrections and events" in run(*asked, "-f", "markdown").out
    assert "## Corrections and events" not in run("report", "--lang", "en", "-f", "markdown").out
    assert "Corrections and events" in run(*asked, "-f", "html").out


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("HEAD",), "names no two revisions"),
        (("HEAD..HEAD", "--since", "2025"), "cannot be used with"),
        (("nowhere..HEAD",), "nowhere"),
    ],
)
def test_what_is_no_question(
    corrected: Path, run: Runner, more: tuple[str, ...], said: str
) -> None:
    os.chdir(corrected)
    found = run("changes", "--corrections", *more, "--lang", "en")
    assert (found.status, found.out) == (2, "")
    assert said in found.err
