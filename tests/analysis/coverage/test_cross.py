"""Pledge against action, and what a report adds to the answers that it is made of."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.coverage.cross import PLEDGED, Action, cross
from tests.analysis.small import pledged
from tests.build import graph_of
from tests.examples import examples
from tests.worlds import DAYS, catalogues

ON = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("statuses", "extent", "action"),
    [
        ({"i": "completed"}, "partial", Action.COMPLETED),
        ({"i": "completed", "j": "in-progress"}, "partial", Action.UNDER_WAY),
        ({"i": "adopted"}, "full", Action.UNDER_WAY),
        ({"i": "announced"}, "full", Action.ANNOUNCED),
        ({"i": "completed", "j": "announced"}, "full", Action.COMPLETED),
        ({"i": "completed"}, "marginal", Action.NONE),
        ({"i": "stopped"}, "full", Action.NONE),
        ({}, "full", Action.NONE),
    ],
)
@pytest.mark.parametrize("pledge", [True, False])
def test_each_recommendation_stands_in_one_cell(
    statuses: dict[str, str], extent: str, action: Action, pledge: bool
) -> None:
    found = cross(graph_of(pledged(statuses, pledge, extent), ON))
    assert [(one.commitment, one.action) for one in found.cells if one.number] == [(pledge, action)]
    acts = action in (Action.COMPLETED, Action.UNDER_WAY)
    assert found.pledge_without_action == (pledge and action is Action.NONE)
    assert found.action_without_pledge == (not pledge and acts)
    # Where there is no pledge nothing lacks one, and nothing is marked.
    assert not any(cell.telling and cell.number for cell in found.cells if cell.commitment is False)
    assert found.pledges == pledge
    data = pledged(statuses, pledge, extent)
    promised = {"date": "2024-02", "value": "accepted", "commitment": True}
    data["recommendations"].append({"id": "q", "source": "s", "responses": [promised]})
    marked = cross(graph_of(data, ON))
    assert marked.action_without_pledge == (not pledge and acts)
    assert all(
        cell.telling
        for cell in marked.cells
        if cell.commitment is False
        and cell.number
        and cell.action in (Action.COMPLETED, Action.UNDER_WAY)
    )
    assert bool(found.recommendations[0].via) == (action is not Action.NONE)


def test_a_pledge_counts_from_its_day() -> None:
    data = pledged({"i": "adopted"}, True)
    assert cross(graph_of(data, date(2024, 2, 28))).cell(True, Action.NONE).number == 0
    assert cross(graph_of(data, date(2024, 12, 31))).cell(True, Action.UNDER_WAY).number == 1


@examples(180)
@given(catalogues(), st.sampled_from(DAYS))
def test_the_cells_add_up_and_agree_with_the_coverage(data: dict[str, Any], on: date) -> None:
    graph = graph_of(data, on)
    found, covered = cross(graph), coverage(graph)
    assert sum(one.number for one in found.cells) == found.total == covered.total
    nothing = sum(found.cell(one, Action.NONE).number for one in PLEDGED)
    assert nothing == covered.counts.gap + covered.counts.declined
    announced = sum(found.cell(one, Action.ANNOUNCED).number for one in PLEDGED)
    assert announced == covered.counts.planned
