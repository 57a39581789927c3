"""From Python no figure is wrong without a word: each way to get one raises instead."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

import dosa_trace
from dosa_trace import (
    Basis,
    CatalogInvalid,
    CatalogNotFound,
    DosaTraceError,
    TraceGraph,
    UnknownId,
    coverage,
    load,
    read,
    shipped,
)
from dosa_trace.catalog.finder import shipped_catalog
from dosa_trace.catalog.model.read_only import ReadOnlyMap
from dosa_trace.diagnostics import BadQuestion
from tests.build import FROZEN, frozen

ON = date(2026, 11, 23)
BROKEN = """\
sources: [{id: s, kind: report, title: T, publisher: P, date: 2024}]
recommendations: [{id: r, source: s, title: Asked}]
links: [{from: r, to: nobody, extent: full, basis: inferred, rationale: R}]
"""


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    (tmp_path / "c.yaml").write_text(BROKEN, encoding="utf-8")
    return tmp_path / "c.yaml"


def test_no_catalogue_is_never_replaced_by_that_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DOSA_TRACE_CATALOG", raising=False)
    for asked in (load, read):
        with pytest.raises(CatalogNotFound, match=r"no catalog/catalogue\.yaml"):
            asked()
        with pytest.raises(BadQuestion, match="is empty"):
            asked("")
    assert shipped().digest == load(shipped_catalog()).digest
    monkeypatch.setenv("DOSA_TRACE_CATALOG", str(FROZEN))
    assert load().digest == load(FROZEN).digest


def test_an_unsound_catalogue_has_no_graph_unless_that_is_asked_for(broken: Path) -> None:
    catalog, _ = read(broken)
    with pytest.raises(CatalogInvalid, match=r"c\.yaml:3:\d+: error\[DT201\]") as refused:
        TraceGraph(catalog, as_of=ON)
    assert [one.code for one in refused.value.diagnostics] == ["DT201"]
    assert coverage(TraceGraph(catalog, as_of=ON, unsound=True)).counts.gap == 1
    with pytest.raises(CatalogInvalid):
        load(broken)


def test_a_catalogue_that_was_read_cannot_be_changed() -> None:
    catalog = load(FROZEN)
    before = coverage(TraceGraph(catalog, as_of=ON)).counts
    derived = (catalog.by_id, catalog.themes, catalog.levels, catalog.kinds)
    kept = [getattr(catalog, one.name) for one in fields(catalog)]
    maps: list[Any] = [one for one in (*kept, *derived) if isinstance(one, Mapping)]
    assert len(maps) == 10
    changes = {
        "pop": ("x",), "popitem": (), "clear": (), "update": ({"x": 1},), "setdefault": ("x", 1),
        "__setitem__": ("x", 1), "__delitem__": ("x",), "__ior__": ({"x": 1},),
    }  # fmt: skip
    for one in maps:
        for name, values in changes.items():
            with pytest.raises(TypeError, match="not changed"):
                getattr(one, name)(*values)
    assert coverage(TraceGraph(catalog, as_of=ON)).counts == before


def test_a_map_that_cannot_be_changed_is_copied_and_pickled() -> None:
    held = ReadOnlyMap({"a": 1})
    assert held == {"a": 1} == pickle.loads(pickle.dumps(held)) == copy.deepcopy(held)
    assert type(pickle.loads(pickle.dumps(held))) is ReadOnlyMap
    mine = held.copy()
    mine["b"] = 2
    assert (mine, held) == ({"a": 1, "b": 2}, {"a": 1})


@pytest.mark.parametrize("name", ["as_of", "basis", "catalog", "count_suspect"])
def test_what_a_graph_is_of_cannot_be_set(name: str) -> None:
    graph = frozen(ON, Basis.STATED)
    with pytest.raises(AttributeError, match="make another TraceGraph"):
        setattr(graph, name, getattr(graph, name))


def asked_of(path: str) -> int:
    return coverage(TraceGraph(load(path), as_of=ON)).total


def test_an_error_comes_out_of_another_process_as_it_is(broken: Path) -> None:
    """One that cannot be pickled leaves a pool waiting for ever."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        waiting = pool.submit(asked_of, str(broken))
        with pytest.raises(CatalogInvalid, match="DT201") as refused:
            waiting.result(timeout=60)
    assert [one.code for one in refused.value.diagnostics] == ["DT201"]


def test_every_error_is_the_same_after_pickling(broken: Path) -> None:
    raised: list[DosaTraceError] = []
    for ask in (
        lambda: load(broken),
        lambda: load("nowhere"),
        lambda: load(""),
        lambda: load(FROZEN).record("fs-talant"),
    ):
        try:
            ask()
        except DosaTraceError as error:
            raised.append(error)
    assert [type(one) for one in raised] == [
        CatalogInvalid, CatalogNotFound, BadQuestion, UnknownId,
    ]  # fmt: skip
    for one in raised:
        again = pickle.loads(pickle.dumps(one))
        assert (type(again), str(again), again.hint) == (type(one), str(one), one.hint)
        assert again.__dict__ == one.__dict__


def test_what_is_public_is_listed_and_nothing_else_is_there() -> None:
    assert set(dosa_trace.__all__) <= set(dir(dosa_trace))
    for name in dosa_trace.__all__:
        assert getattr(dosa_trace, name) is not None
    with pytest.raises(AttributeError, match="covrage"):
        dosa_trace.covrage  # type: ignore[attr-defined] # noqa: B018
