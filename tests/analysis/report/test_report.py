"""What a report adds to the answers that it is made of."""

from __future__ import annotations

from datetime import date

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.coverage.cross import cross
from dosa_trace.analysis.coverage.gaps import gaps
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.analysis.report.report import report
from tests.analysis.small import pledged
from tests.build import frozen, graph_of

ON = date(2026, 11, 23)


def test_a_report_says_what_its_commands_say() -> None:
    graph = frozen(ON)
    found = report(graph)
    assert found.coverage == coverage(graph)
    assert found.gaps == gaps(graph)
    assert found.cross == cross(graph)
    listed = [one.id for source in found.sources for one in source.recommendations]
    assert listed == [one.id for one in found.coverage.recommendations]
    assert found.evidence.stated + found.evidence.inferred == found.evidence.links


def test_the_evidence_names_the_oldest_source_and_what_has_none() -> None:
    data = pledged({"i": "adopted", "j": "adopted"}, False)
    data["sources"].append({"id": "t", "date": "2020"})
    data["links"][0]["evidence"] = [{"source": "s"}, {"source": "t", "quote": "words"}]
    told = report(graph_of(data, ON)).evidence
    assert (told.links, told.without, told.quotes, told.oldest) == (2, 1, 1, "t")
    empty = report(graph_of(pledged({}, False), ON)).evidence
    assert (empty.links, empty.oldest) == (0, None)


def test_what_hangs_on_one_instrument_is_what_falls_without_it() -> None:
    data = pledged({"i": "adopted", "j": "adopted"}, False)
    assert report(graph_of(data, ON)).single_points == ()
    data["links"][1]["extent"] = "marginal"
    (point,) = report(graph_of(data, ON)).single_points
    (fall,) = point.falls
    assert (point.id, fall.id, fall.now, fall.then) == ("i", "r", State.PARTLY, State.GAP)
    data["instruments"][0]["status"][0]["value"] = "announced"
    (fall,) = report(graph_of(data, ON)).single_points[0].falls
    assert fall.now is State.PLANNED


def test_of_a_joint_group_each_member_is_a_single_point() -> None:
    data = pledged({"i": "adopted", "j": "adopted"}, False)
    for link in data["links"]:
        link["joint"] = "pair"
    assert [one.id for one in report(graph_of(data, ON)).single_points] == ["i", "j"]
