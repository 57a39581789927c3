"""By whose word things are known: the rows add up, and agree with the oracle."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.coverage.speakers import SpeakersReport, Spoken, by_speaker
from dosa_trace.analysis.coverage.summary import summary
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.graph import TraceGraph
from tests import oracle
from tests.build import graph_of
from tests.cli.conftest import Runner, run
from tests.examples import examples
from tests.worlds import DAYS, catalogues

__all__ = ["run"]

ON = date(2026, 11, 23)


ORDER = ("own", "not-known", "third-party", "public-body")


def counted_links(
    data: dict[str, Any], on: date, basis: Any, known: set[str]
) -> list[dict[str, Any]]:
    """The links that count and that some steps lead to from a recommendation."""
    world = oracle.World(data, on)
    counting = [
        link for at, link in enumerate(data["links"]) if world.counts(at, oracle.COUNTED[basis])
    ]
    reached = set(known)
    for _ in counting:
        reached |= {link["to"] for link in counting if link["from"] in reached}
    return [link for link in counting if link["from"] in reached]


def link_speaker(data: dict[str, Any], link: dict[str, Any]) -> str:
    targets = {one["id"]: one for one in data["instruments"]}
    owner = targets[link["to"]]["owner"] if link["to"] in targets else []
    owners = owner if isinstance(owner, list) else [owner]
    said = [oracle.speaker(data, item["source"], owners) for item in link.get("evidence", ())]
    return max(said, key=ORDER.index, default="not-known")


def told(graph: TraceGraph) -> SpeakersReport:
    judge = Judge(graph)
    report = coverage(graph, judge=judge)
    return by_speaker(judge, report, summary(judge, report))


@examples(200)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["stated", "inferred"]))
def test_the_rows_add_up_and_are_those_of_the_oracle(
    data: dict[str, Any], on: date, basis: Any
) -> None:
    graph = graph_of(data, on, basis)
    found = told(graph)
    for kind in Spoken._fields:
        counts = [getattr(line.spoken, kind) for line in found.speakers]
        assert sum(counts) == getattr(found.total, kind)
    known = {one.id for one in graph.recommendations}
    verdicts = oracle.states(data, on, basis)
    answered = [one for one in known if verdicts[one].state in oracle.STATE_RULES]
    records = {one["id"]: one for one in data["instruments"]}
    status = {
        name: oracle.status_speaker(data, records[name], on)
        for one in answered
        for name in verdicts[one].via
    }
    expected = {
        "statuses": Counter(status.values()),
        "responses": Counter(
            oracle.speaker(data, response["source"], oracle.responders(data, asked, response))
            for asked in data["recommendations"]
            if asked["id"] in known
            for response in asked["responses"]
            if not response.get("draft")
            and oracle.last_day(response.get("date") or response["read"]) <= on
        ),
        "stated_links": Counter(
            link_speaker(data, link)
            for link in counted_links(data, on, basis, known)
            if link["basis"] == "stated"
        ),
        "answered": Counter(
            max((status[name] for name in verdicts[one].via), key=ORDER.index) for one in answered
        ),
    }
    for kind, count in expected.items():
        assert {line.id: getattr(line.spoken, kind) for line in found.speakers} == {
            speaker: count[speaker] for speaker in ORDER
        }
    assert (
        sum(line.id == "own" and line.spoken.answered for line in found.speakers)
        == (found.report.marked["own_word"])
    )


def a_count_of_requirements() -> dict[str, Any]:
    """A count of 150 requirements of one decree, made in another country: government said that 69
    were done; researchers found that shown of 49, under way of 11, and nothing of 9."""
    said = {"date": "2024-10-30", "value": "completed", "source": "fact-sheet"}

    def history(number: int) -> list[dict[str, Any]]:
        if number < 49:
            return [said, {"date": "2025-01-15", "value": "completed", "source": "tracker"}]
        if number < 60:
            return [said, {"date": "2025-01-15", "value": "in-progress", "source": "tracker"}]
        return [said]

    return {
        "organisations": [
            {"id": "white-house", "kind": "government", "level": "nl"},
            {"id": "department", "kind": "ministry", "level": "nl"},
            {"id": "university", "kind": "research-institute"},
        ],
        "sources": [
            {"id": "decree", "date": "2023-10-30", "publisher": "white-house"},
            {"id": "fact-sheet", "date": "2024-10-30", "publisher": "white-house"},
            {"id": "tracker", "date": "2025-01-15", "publisher": "university"},
        ],
        "recommendations": [{"id": f"r{at}", "source": "decree"} for at in range(150)],
        "instruments": [
            {"id": f"i{at}", "owner": "department", "status": history(at)} for at in range(69)
        ],
        "links": [
            {"from": f"r{at}", "to": f"i{at}", "extent": "full", "basis": "stated",
             "evidence": [{"source": "decree"}]}
            for at in range(69)
        ],
    }  # fmt: skip


def test_what_government_says_of_itself_is_told_apart_from_what_others_found() -> None:
    found = told(graph_of(a_count_of_requirements(), ON))
    assert (found.report.total, found.report.counts.covered) == (150, 69)
    assert {line.id: line.spoken.statuses for line in found.speakers} == {
        "public-body": 0, "third-party": 60, "not-known": 0, "own": 9,
    }  # fmt: skip
    assert found.report.marked["own_word"] == 9


def test_before_the_researchers_all_of_it_was_its_own_word() -> None:
    graph = graph_of(a_count_of_requirements(), date(2024, 12, 1))
    assert told(graph).report.marked["own_word"] == 69


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ({"publisher": "department"}, "own"),
        ({"publisher": "white-house"}, "own"),
        ({"publisher": "university"}, "third-party"),
        ({"publisher": "A paper"}, "not-known"),
        ({"publisher": "A paper", "reliability": "secondary"}, "third-party"),
        ({"publisher": "A paper", "reliability": "secondary", "speaks_for": "department"}, "own"),
        ({"publisher": "university", "speaks_for": "white-house"}, "own"),
        ({"publisher": "A paper", "speaks_for": ["department", "university"]}, "third-party"),
    ],
)  # fmt: skip
def test_a_source_speaks_for_whom_it_passes_on_else_for_its_publisher(
    source: dict[str, Any], speaker: str
) -> None:
    world = a_count_of_requirements()
    world["sources"][1] |= source
    found = told(graph_of(world, date(2024, 12, 1)))
    assert {line.id for line in found.speakers if line.spoken.statuses} == {speaker}


def test_the_answer_for_programs_has_a_name_of_its_own(run: Runner) -> None:
    """Its rows are no figures of recommendations, so it is no coverage with groups."""
    found = json.loads(run("coverage", "--by", "speaker", "-f", "json").out)
    assert found["schema"] == "dosa-trace/speakers/1"
    assert "groups" not in found
    assert [line["id"] for line in found["speakers"]] == [
        "public-body", "third-party", "not-known", "own",
    ]  # fmt: skip
    for kind, total in found["spoken"].items():
        assert sum(line[kind] for line in found["speakers"]) == total
