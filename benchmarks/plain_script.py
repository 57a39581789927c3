"""What somebody would write in an afternoon: the states of a catalogue by `yaml.load` and networkx.

It knows no dates, bases, groups, mistakes or places; it is what our cost is measured against.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import networkx as nx
import yaml

RANK = {"marginal": 1, "partial": 2, "full": 3}
LIVE = ("adopted", "in-progress", "completed")


def states(catalogue: dict[str, Any]) -> dict[str, str]:
    """Covered, partly, planned or gap, by what can be reached over links that are strong enough."""
    last = {one["id"]: one["status"][-1]["value"] for one in catalogue["instruments"]}
    live = {name for name, value in last.items() if value in LIVE}
    told = {one["id"]: "gap" for one in catalogue["recommendations"]}
    for state, least, ends in (
        ("planned", 2, live | {name for name, value in last.items() if value == "announced"}),
        ("partly", 2, live),
        ("covered", 3, live),
    ):
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from((*told, *last))
        graph.add_edges_from(
            (link["to"], link["from"])
            for link in catalogue["links"]
            if RANK[link["extent"]] >= least
        )
        reached = set(ends)
        waiting = list(ends)
        while waiting:
            for before in graph.successors(waiting.pop()):
                if before not in reached:
                    reached.add(before)
                    waiting.append(before)
        told |= {name: state for name in told if name in reached}
    return told


if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        found = states(yaml.load(file, Loader=yaml.CSafeLoader))
    for name, state in found.items():
        print(name, state)  # noqa: T201
