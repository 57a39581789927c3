"""Pledge against action, and what a report adds to the answers that it is made of."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.coverage.cross import PLEDGED, Action, cross
from dosa_trace.analysis.coverage.gaps import gaps
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.analysis.report.report import report
from tests.build import frozen, graph_of
from tests.examples import examples
from tests.worlds import DAYS, catalogues

ON = date(2026, 11, 23)


def world(statuses: dict[str, str], pledge: bool, extent: str = "partial") -> dict[str, Any]:
    return {
        "sources": [{"id": "s", "date": "2024"}],
        "recommendations": [
            {
                "id": "r",
                "source": "s",
                "responses": [
                    {
                        "date": "2024-02",
                        "value": "accepted",
                        "commitment": pledge,
                        "seen": "whole",
                    }
                ],
            }
        ],
        "instruments": [
            {"id": name, "status": [{"date": "2024-03", "value": value}]}
            for name, value in statuses.items()
        ],
        "links": [
            {"from": "r", "to": name, "extent": extent, "basis": "inferred", "rationale": "R"}
            for name in statuses
        ],
    }


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
    found = cross(graph_of(world(statuses, pledge, extent), ON))
    assert [(one.commitment, one.action) for one in found.cells if one.number] == [(pledge, action)]
    acts = action in (Action.COMPLETED, Action.UNDER_WAY)
    assert found.pledge_without_action == (pledge and action is Action.NONE)
    assert found.action_without_pledge == 0  # where there is no pledge nothing lacks one
    assert found.pledges == pledge
    data = world(statuses, pledge, extent)
    promised = {"date": "2024-02", "value": "accepted", "commitment": True}
    data["recommendations"].append({"id": "q", "source": "s", "responses": [promised]})
    assert cross(graph_of(data, ON)).action_without_pledge == (not pledge and acts)
    assert bool(found.recommendations[0].via) == (action is not Action.NONE)


def test_a_pledge_counts_from_its_day() -> None:
    data = world({"i": "adopted"}, True)
    assert cross(graph_of(data, date(2024, 2, 28))).cell(True, Action.NONE).number == 0
    assert cross(graph_of(data, date(2024, 12, 31))).cell(True, Action.UNDER_WAY).number == 1


@examples(300)
@given(catalogues(), st.sampled_from(DAYS))
def test_the_cells_add_up_and_agree_with_the_coverage(data: dict[str, Any], on: date) -> None:
    graph = graph_of(data, on)
    found, covered = cross(graph), coverage(graph)
    assert sum(one.number for one in found.cells) == found.total == covered.total
    nothing = sum(found.cell(one, Action.NONE).number for one in PLEDGED)
    assert nothing == covered.counts.gap + covered.counts.declined
    announced = sum(found.cell(one, Action.ANNOUNCED).number for one in PLEDGED)
    assert announced == covered.counts.planned


def test_a_report_says_what_its_commands_say() -> None:
    graph = frozen(ON)
    found = report(graph)
    assert found.coverage == coverage(graph)
    assert found.gaps == gaps(graph)
    assert found.cross == cross(graph)
    listed = [one.id for source in found.sources for one in source.recommendations]
    assert listed == [one.id for one in found.coverage.recommendations]
    assert found.evidence.stated + found.evidence.inferred == found.evidence.links


def test_what_hangs_on_one_instrument_is_what_falls_without_it() -> None:
    data = world({"i": "adopted", "j": "adopted"}, False)
    assert report(graph_of(data, ON)).single_points == ()
    data["links"][1]["extent"] = "marginal"
    (point,) = report(graph_of(data, ON)).single_points
    (fall,) = point.falls
    assert (point.id, fall.id, fall.now, fall.then) == ("i", "r", State.PARTLY, State.GAP)
    data["instruments"][0]["status"][0]["value"] = "announced"
    (fall,) = report(graph_of(data, ON)).single_points[0].falls
    assert fall.now is State.PLANNED


def test_of_a_joint_group_each_member_is_a_single_point() -> None:
    data = world({"i": "adopted", "j": "adopted"}, False)
    for link in data["links"]:
        link["joint"] = "pair"
    assert [one.id for one in report(graph_of(data, ON)).single_points] == ["i", "j"]


def test_the_evidence_names_the_oldest_source_and_what_has_none() -> None:
    data = world({"i": "adopted", "j": "adopted"}, False)
    data["sources"].append({"id": "t", "date": "2020"})
    data["links"][0]["evidence"] = [{"source": "s"}, {"source": "t", "quote": "words"}]
    told = report(graph_of(data, ON)).evidence
    assert (told.links, told.without, told.quotes, told.oldest) == (2, 1, 1, "t")
    empty = report(graph_of(world({}, False), ON)).evidence
    assert (empty.links, empty.oldest) == (0, None)
