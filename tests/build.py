"""Catalogues for tests: real files, read by the real reader."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from dosa_trace.analysis.why.explanation import StateExplanation, explain
from dosa_trace.catalog.loader import load_catalog
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.diagnostics import Diagnostic
from dosa_trace.graph import TraceGraph
from dosa_trace.loading import load

#: The folder of the project.
ROOT = Path(__file__).parent.parent
#: What people read, whole.
GOLDEN = Path(__file__).parent / "golden"
#: Another tier of government, with levels, kinds and names of its own.
MUNICIPALITY = Path(__file__).parent / "catalogues" / "municipality"
#: The catalogue of November 2026 as it was then: an edit of the shipped one breaks no test here.
FROZEN = Path(__file__).parent / "catalogues" / "frozen"

_REQUIRED: Mapping[str, Mapping[str, Any]] = {
    "organisations": {"name": "An office"},
    "sources": {"kind": "report", "title": "A source", "publisher": "Someone"},
    "recommendations": {"title": "Asked"},
    "objectives": {"title": "Aimed at"},
    "instruments": {"name": "Done", "kind": "fund", "level": "nl", "owner": "EZ", "status": []},
    "links": {},
    "searches": {},
}


def read_text(text: str) -> tuple[Catalog, tuple[Diagnostic, ...]]:
    """The catalogue in one file of this text, with what reading it found."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "catalog.yaml"
        path.write_text(text, encoding="utf-8", newline="")
        return load_catalog(path)


def catalog_of(data: Mapping[str, Any]) -> Catalog:
    """The catalogue with these records, each completed with what a record must have."""
    source = {"source": min(one["id"] for one in data["sources"])} if data.get("sources") else {}
    complete: dict[str, Any] = {}
    for key, records in data.items():
        if key == "catalogue":
            complete[key] = records
            continue
        complete[key] = [{**_REQUIRED[key], **record} for record in records]
    for record in complete.get("sources", ()):
        if "read" not in record:
            record.setdefault("date", "2024")
    for kind, events in (("instruments", "status"), ("recommendations", "responses")):
        for record in complete.get(kind, ()):
            if record.get(events):
                record[events] = [{**source, **event} for event in record[events]]
    catalog, diagnostics = read_text(json.dumps(complete))
    assert not diagnostics, [str(one.message.say) for one in diagnostics]
    return catalog


def graph_of(data: Mapping[str, Any], on: date, basis: str = "inferred") -> TraceGraph:
    return TraceGraph(catalog_of(data), as_of=on, basis=Basis(basis))


def why_state(graph: TraceGraph, identifier: str, limit: int = 20) -> StateExplanation:
    """The explanation of a recommendation or objective."""
    found = explain(graph, identifier, limit)
    assert isinstance(found, StateExplanation)
    return found


def frozen(on: date, basis: Basis = Basis.INFERRED) -> TraceGraph:
    return TraceGraph(frozen_catalog(), as_of=on, basis=basis)


@cache
def frozen_catalog() -> Catalog:
    """The frozen catalogue, which nobody can change, read once."""
    return load(FROZEN)
