from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import networkx as nx
import pytest

from dosa_trace.analysis.judging.verdicts import COUNTED_BASES, Judge
from dosa_trace.catalog.model.vocabulary import Basis
from tests.build import frozen

ASKED = "recommendation"


def test_the_network_is_an_ordinary_multidigraph_with_plain_attributes() -> None:
    network = frozen(date(2026, 1, 1)).network
    assert isinstance(network, nx.MultiDiGraph)
    assert network.nodes["agdb"] == {
        "record": "instrument",
        "kind": "action-plan",
        "title": "Action Plan for Green and Digital Jobs",
        "state": "in-progress",
    }
    assert network.nodes["fs-talent"]["state"] == "partly"
    assert nx.has_path(network, "fs-talent", "agdb")
    attributes = [
        *(said for _, said in network.nodes(data=True)),
        *(said for *_, said in network.edges(data=True)),
    ]
    assert {type(value) for said in attributes for value in said.values()} == {str}


@pytest.mark.parametrize("basis", [Basis.STATED, Basis.INFERRED])
@pytest.mark.parametrize("day", [date(2025, 3, 1), date(2025, 8, 1), date(2026, 11, 23)])
def test_the_network_holds_what_counts_then_and_nothing_else(day: date, basis: Basis) -> None:
    graph = frozen(day, basis)
    judge = Judge(graph)
    counted = [one for one in graph.catalog.links if graph.is_counted(one)]
    assert sorted(graph.network.edges()) == sorted((one.origin, one.target) for one in counted)
    asked = {name for name, said in graph.network.nodes(data=True) if said["record"] == ASKED}
    assert asked == {record.id for record in graph.recommendations}
    for record in graph.recommendations:
        assert graph.network.nodes[record.id]["state"] == judge.judge(record).state


def test_fewer_links_are_in_the_network_where_fewer_count() -> None:
    both, stated = (frozen(date(2026, 11, 23), basis).network for basis in reversed(COUNTED_BASES))
    before = frozen(date(2025, 3, 1)).network
    assert 0 < before.number_of_edges() < stated.number_of_edges() < both.number_of_edges()


def test_nothing_is_added_to_the_network_by_accident() -> None:
    network = frozen(date(2026, 1, 1)).network
    with pytest.raises(nx.NetworkXError, match=r"Frozen graph"):
        network.add_edge("fs-talent", "agdb")
    with pytest.raises(nx.NetworkXError, match=r"Frozen graph"):
        network.remove_node("agdb")


def test_the_network_is_written_as_graphml_and_as_json_and_read_back(tmp_path: Path) -> None:
    network = frozen(date(2026, 11, 23)).network
    nx.write_graphml(network, tmp_path / "trace.graphml")
    read = nx.read_graphml(tmp_path / "trace.graphml", force_multigraph=True)
    again = nx.node_link_graph(json.loads(json.dumps(nx.node_link_data(network))))
    for copy in (read, again):
        assert {**copy.nodes} == {**network.nodes}
        assert sorted(map(str, copy.edges(data=True))) == sorted(map(str, network.edges(data=True)))
