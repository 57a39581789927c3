"""No field of a result is lost on the way to JSON: each is a key, or is named here with why not."""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import dosa_trace.analysis
from dosa_trace.analysis.agreement.agreement import Agreement
from dosa_trace.analysis.coverage.coverage import By, CoverageReport, coverage
from dosa_trace.analysis.coverage.cross import Cross
from dosa_trace.analysis.coverage.gaps import GapList, gaps
from dosa_trace.analysis.coverage.orphans import OrphanList, orphans
from dosa_trace.analysis.coverage.owners import OwnersReport, owner_lines
from dosa_trace.analysis.coverage.speakers import SpeakerLine, SpeakersReport, by_speaker
from dosa_trace.analysis.coverage.summary import summary
from dosa_trace.analysis.diff.diff import CatalogDiff
from dosa_trace.analysis.drawing.graph_view import Neighbourhood, neighbourhood
from dosa_trace.analysis.drawing.matrix import Against, Matrix, matrix
from dosa_trace.analysis.due.due import DueList
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.analysis.money.money import Money, money
from dosa_trace.analysis.records.listing import Listing
from dosa_trace.analysis.records.record import Description
from dosa_trace.analysis.report.report import Report
from dosa_trace.analysis.robustness.fragility import Fragility
from dosa_trace.analysis.robustness.to_review import ReviewQueue
from dosa_trace.analysis.robustness.what_if import WhatIf
from dosa_trace.analysis.suggest.suggest import Proposal, Suggestions
from dosa_trace.analysis.time.changes import Changes
from dosa_trace.analysis.time.history import History
from dosa_trace.analysis.why.explanation import InstrumentExplanation, StateExplanation, explain
from dosa_trace.checks.registry import CheckReport
from dosa_trace.results import data_of
from dosa_trace.views.notes.filled import Filled
from tests.build import FROZEN, frozen, graph_of
from tests.cli.conftest import Runner

ON = ("--as-of", "2026-11-23")
#: The result of each answer in JSON, with the keys under which its fields stand.
RESULTS: Mapping[tuple[str, ...], type] = {
    ("coverage",): CoverageReport,
    ("coverage", "--by", "theme"): CoverageReport,
    ("cross",): Cross,
    ("gaps",): GapList,
    ("orphans",): OrphanList,
    ("matrix",): Matrix,
    ("due",): DueList,
    ("money",): Money,
    ("list", "links"): Listing,
    ("show", "ezk"): Description,
    ("report",): Report,
    ("agreement",): Agreement,
    ("review",): ReviewQueue,
    ("what-if",): Fragility,
    ("what-if", "--stop", "ained"): WhatIf,
    ("suggest",): Suggestions,
    ("changes", "--since", "2025"): Changes,
    ("changes", "--chart"): History,
    ("why", "fs-talent"): StateExplanation,
    ("why", "ained"): InstrumentExplanation,
    ("diff", "--from", str(FROZEN), "--to", str(FROZEN)): CatalogDiff,
    ("check",): CheckReport,
}
#: What stands under another key, or not at all, each with the reason.
LEFT_OUT: Mapping[type, Mapping[str, str]] = {
    OwnersReport: {"report": "its keys stand there themselves, but for those of groups of figures"},
    SpeakersReport: {
        "report": "its keys stand there themselves, but for those of groups of figures",
        "total": "stands as spoken: total is that of the recommendations",
    },
    SpeakerLine: {"spoken": "its keys stand there themselves"},
    Proposal: {"origin": "stands as from, as links do", "target": "stands as to"},
    Matrix: {"lines": "stand as rows"},
    Money: {"lines": "stand as rows"},
    Neighbourhood: {"links": "stand as edges, as networkx has them"},
    CatalogDiff: {"difference": "its keys stand there themselves"},
}


def lost(kind: type, keys: Mapping[str, Any]) -> set[str]:
    fields = set(getattr(kind, "_fields", ()) or getattr(kind, "__dataclass_fields__", ()))
    assert fields, kind
    return fields - keys.keys() - LEFT_OUT.get(kind, {}).keys()


@pytest.mark.parametrize("asked", RESULTS, ids=" ".join)
def test_every_field_of_an_answer_is_a_key(asked: tuple[str, ...], run: Runner) -> None:
    on = () if asked[0] == "check" else ON
    found = json.loads(run(*asked, *on, "-f", "json").out)
    assert lost(RESULTS[asked], found) == set()


def shaped() -> Iterator[type]:
    """The results that say themselves in other keys than their fields."""
    for module in pkgutil.walk_packages(dosa_trace.analysis.__path__, "dosa_trace.analysis."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and hasattr(value, "as_data") and hasattr(value, "_fields"):
                yield value


def inside(value: Any) -> Iterator[Any]:
    """A result and every result in it."""
    if hasattr(value, "_fields"):
        yield value
    items = value.values() if isinstance(value, Mapping) else value
    if isinstance(items, list | tuple) or isinstance(value, Mapping):
        for item in items:
            yield from inside(item)


def test_what_shapes_itself_loses_no_field() -> None:
    graph = frozen(date(2026, 11, 23))
    judge = Judge(graph)
    report = coverage(graph, judge=judge)
    told = summary(judge, report)
    results = [
        report, told, gaps(graph), orphans(graph), neighbourhood(graph), money(graph),
        matrix(graph, Against.INSTRUMENTS),
        OwnersReport(report, told, owner_lines(graph, By.OWNER)),
        by_speaker(judge, report, told),
        explain(graph, "fs-talent"), explain(graph, "ained"),
        orphans(graph_of({"sources": [{"id": "uncited"}]}, date(2026, 11, 23))),
    ]  # fmt: skip
    seen = {type(one): one for result in results for one in inside(result)}
    kinds = set(shaped())
    assert kinds and kinds <= seen.keys()
    for kind in kinds:
        assert lost(kind, data_of(seen[kind])) == set(), kind


def test_the_graph_says_what_was_asked(run: Runner) -> None:
    """It has the shape that networkx reads, in which what was asked is an attribute."""
    found = json.loads(run("graph", "--focus", "fs-talent", "--depth", "2", "-f", "json").out)
    assert lost(Neighbourhood, found | found["graph"]) == set()
    assert (found["graph"]["focus"], found["graph"]["depth"]) == ("fs-talent", 2)


def test_items_that_a_view_words_lose_nothing(run: Runner) -> None:
    items = json.loads(run("suggest", *ON, "-f", "json").out)["items"]
    assert lost(Proposal, items[0]) == set()
    Path("note.md").write_text("<!-- dosa coverage.partly --><!-- / -->\n", encoding="utf-8")
    items = json.loads(run("fill", "--check", "note.md", *ON, "-f", "json").out)["items"]
    assert lost(Filled, items[0]) == set()
