from __future__ import annotations

import gc
from datetime import date

import networkx as nx
import pytest

from dosa_trace.catalog.reader import collector_paused
from dosa_trace.graph import components_with_cycle
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
