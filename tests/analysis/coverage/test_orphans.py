"""What answers nothing: parts and wholes, objectives at either end, and what nothing uses."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dosa_trace.analysis.coverage.orphans import (
    Cluster,
    OrphanInstrument,
    OrphanList,
    OrphanObjective,
    UnusedRecord,
    orphans,
)
from tests.build import graph_of

DAY = date(2025, 7, 15)
RUNS = [{"date": "2024", "value": "in-progress", "source": "s"}]
LINK = {"extent": "marginal", "basis": "inferred", "rationale": "R"}


def orphaned(**records: Any) -> OrphanList:
    world = {"sources": [{"id": "s", "date": "2023"}], **records}
    return orphans(graph_of(world, DAY))


def instruments(found: OrphanList) -> dict[str, Cluster]:
    return {item.id: item.cluster for item in found.items if isinstance(item, OrphanInstrument)}


@pytest.mark.parametrize(
    ("part_status", "left"),
    [
        ("in-progress", {"beside": Cluster.PART, "alone": Cluster.ACTS, "plan": Cluster.NO_ACT}),
        # A part that has ended speaks for no whole, nor for what else is part of it.
        (
            "stopped",
            {
                "whole": Cluster.ACTS,
                "beside": Cluster.ACTS,
                "alone": Cluster.ACTS,
                "plan": Cluster.NO_ACT,
            },
        ),
    ],
)
def test_a_reached_part_speaks_for_its_whole_and_not_for_its_neighbours(
    part_status: str, left: dict[str, Cluster]
) -> None:
    status = [{"date": "2024", "value": part_status, "source": "s"}]
    found = orphaned(
        recommendations=[{"id": "r", "source": "s"}],
        instruments=[
            {"id": "whole", "status": RUNS},
            {"id": "part", "part_of": "whole", "status": status},
            {"id": "beside", "part_of": "whole", "status": RUNS},
            {"id": "alone", "status": RUNS},
            {"id": "plan", "kind": "agenda", "status": RUNS},
            {"id": "gone", "status": [{"date": "2024", "value": "stopped", "source": "s"}]},
        ],
        links=[{"from": "r", "to": "part", **LINK}],
    )
    assert instruments(found) == left
    assert found.instruments == (5 if part_status == "in-progress" else 4)
    assert found.unlinked == 4


def test_an_objective_is_an_orphan_until_it_is_asked_for_and_pursued() -> None:
    found = orphaned(
        recommendations=[{"id": "r", "source": "s"}],
        objectives=[{"id": name} for name in ("asked", "both", "neither", "pursued")],
        instruments=[{"id": "i", "status": RUNS}],
        links=[
            {"from": origin, "to": target, **LINK}
            for origin, target in (("r", "asked"), ("r", "both"), ("both", "i"), ("pursued", "i"))
        ],
    )
    ends = {
        item.id: (item.asked_for, item.pursued)
        for item in found.items
        if isinstance(item, OrphanObjective)
    }
    assert ends == {"asked": (True, False), "neither": (False, False), "pursued": (False, True)}


def test_sources_and_themes_that_nothing_names_are_listed_last() -> None:
    found = orphaned(
        catalogue={
            "title": "T",
            "languages": ["en"],
            "themes": [{"id": "used", "name": "U"}, {"id": "unused", "name": "V"}],
        },
        sources=[
            {"id": "s", "date": "2023"},
            {"id": "later", "date": "2026"},
            {"id": "uncited", "date": "2024"},
        ],
        recommendations=[{"id": "r", "source": "s", "themes": ["used"]}],
    )
    unused = [(item.record, item.id) for item in found.items if isinstance(item, UnusedRecord)]
    assert unused == [("source", "uncited"), ("theme", "unused")]
    assert found.total == len(found.items) == 2
