from __future__ import annotations

import gc
from datetime import date, datetime
from typing import Any

import networkx as nx
import pytest

from dosa_trace.catalog.reader import collector_paused
from dosa_trace.graph import TraceGraph, components_with_cycle
from tests.build import frozen


def test_the_network_is_an_ordinary_multidigraph() -> None:
    graph = frozen(date(2026, 1, 1))
    assert isinstance(graph.network, nx.MultiDiGraph)
    assert graph.network.nodes["agdb"]["record"].id == "agdb"
    assert nx.has_path(graph.network, "fs-talent", "agdb")
    assert graph.network.number_of_edges() == len(graph.catalog.links)


def test_circles_are_groups_with_sorted_members() -> None:
    pairs = [("b", "a"), ("a", "b"), ("b", "c"), ("d", "d"), ("c", "e")]
    assert components_with_cycle(pairs) == (("a", "b"), ("d",))


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_is_left_as_it_was_found(was_on: bool) -> None:
    before = gc.isenabled()
    (gc.enable if was_on else gc.disable)()
    try:
        with collector_paused():
            assert not gc.isenabled()
        assert gc.isenabled() is was_on
        assert gc.get_freeze_count() == 0
    finally:
        (gc.enable if before else gc.disable)()


@pytest.mark.parametrize("day", ["2026-11-23", 2026, None, datetime(2026, 11, 23)])
def test_what_is_no_date_is_refused_at_once_with_what_to_pass(day: Any) -> None:
    with pytest.raises(TypeError, match=r"such as date\(2026, 11, 23\)"):
        TraceGraph(frozen(date(2026, 1, 1)).catalog, as_of=day)
