"""What the figures rest on: how much was read, the one source without which most would fall, what
is known at second hand, and quotations."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.coverage.rests_on import Foundations, Read, RestsOn
from dosa_trace.analysis.coverage.summary import summary
from dosa_trace.analysis.judging.verdicts import Judge, State
from dosa_trace.graph import TraceGraph
from tests import oracle
from tests.analysis.robustness.wrong_judgements import altered, judged_catalogues, lower
from tests.build import frozen, graph_of
from tests.examples import examples
from tests.worlds import DAYS

ON = date(2026, 11, 23)


def rests_on(graph: TraceGraph) -> RestsOn:
    judge = Judge(graph)
    return Foundations(judge).of(coverage(graph, judge=judge).recommendations)


def a_world(**sources: dict[str, Any]) -> dict[str, Any]:
    """Two recommendations of one advice, each answered by an instrument whose status stands in a
    source of its own; the link of the first is stated in a nota, that of the second judged."""
    return {
        "sources": [
            {"id": name, "date": "2024", **sources.get(name, {})}
            for name in ("advice", "letter", "nota", "page")
        ],
        "recommendations": [
            {"id": "r1", "source": "advice", "evidence": [{"source": "nota", "quote": "words"}],
             "responses": [{"date": "2025", "value": "noted", "source": "letter"}]},
            {"id": "r2", "source": "advice"},
        ],
        "instruments": [
            {"id": f"i{at}", "status": [{"date": "2024", "value": "adopted", "source": source}]}
            for at, source in ((1, "letter"), (2, "page"))
        ],
        "links": [
            {"from": "r1", "to": "i1", "extent": "partial", "basis": "stated",
             "evidence": [{"source": "nota"}]},
            {"from": "r2", "to": "i2", "extent": "partial", "basis": "inferred", "rationale": "why",
             "evidence": [{"source": "page"}]},
        ],
    }  # fmt: skip


def test_how_much_was_read_is_counted_by_recommendation_and_response() -> None:
    told = rests_on(graph_of(a_world(advice={"seen": "none"}, letter={"seen": "head"}), ON))
    assert told.advice == Read(total=2, whole=0, part=0, head=0, none=2, not_recorded=0)
    assert told.responses == Read(total=1, whole=0, part=0, head=1, none=0, not_recorded=0)
    assert (told.quotes, told.compared) == (1, 0)


def test_what_nobody_recorded_is_not_taken_for_read() -> None:
    told = rests_on(graph_of(a_world(), ON))
    assert told.advice == Read(total=2, whole=0, part=0, head=0, none=0, not_recorded=2)
    assert told.responses.not_recorded == 1


def test_how_much_of_a_response_was_read_goes_before_that_of_its_source() -> None:
    world = a_world(letter={"seen": "head"})
    (response,) = world["recommendations"][0]["responses"]
    response["seen"] = "whole"
    graph = graph_of(world, ON)
    assert rests_on(graph).responses.whole == 1
    (first, _) = coverage(graph).recommendations
    assert first.pledge_known
    del response["seen"]
    (first, _) = coverage(graph_of(world, ON)).recommendations
    assert not first.pledge_known


def test_a_source_read_whole_tells_that_no_commitment_was_made() -> None:
    (first, _) = coverage(graph_of(a_world(letter={"seen": "whole"}), ON)).recommendations
    assert first.pledge_known
    assert not first.commitment


def test_the_one_source_is_never_that_of_the_advice() -> None:
    world = a_world()
    for link in world["links"]:
        link["evidence"] = [{"source": "advice"}]
    told = rests_on(graph_of(world, ON))
    assert told.one_source is not None
    assert (told.one_source.id, told.one_source.lowered) == ("letter", 1)


def test_nothing_rests_on_one_source_where_each_link_has_two() -> None:
    world = a_world()
    for link in world["links"]:
        link["evidence"] = [{"source": "nota"}, {"source": "page"}]
    world["instruments"] = [
        one | {"status": [{**one["status"][0], "source": "advice"}]} for one in world["instruments"]
    ]
    assert rests_on(graph_of(world, ON)).one_source is None


def test_second_hand_is_what_would_fall_without_all_secondary_sources_together() -> None:
    secondary = {"reliability": "secondary"}
    world = a_world(nota=secondary, page=secondary)
    told = rests_on(graph_of(world, ON))
    assert (told.answered, told.second_hand) == (2, 2)
    world["links"][0]["evidence"] += [{"source": "page"}]
    assert rests_on(graph_of(world, ON)).second_hand == 2
    world["links"][0]["evidence"] += [{"source": "letter"}]
    assert rests_on(graph_of(world, ON)).second_hand == 1


@examples(60)
@given(judged_catalogues(), st.sampled_from(DAYS), st.sampled_from(["stated", "inferred"]))
def test_no_other_source_lowers_more_states(data: dict[str, Any], on: date, basis: Any) -> None:
    """Each source tried by itself, over the slow oracle."""
    graph = graph_of(data, on, basis)
    now = oracle.states(data, on, basis)
    asked = {one.id: one.source for one in graph.recommendations}
    lowered = {
        source["id"]: len(
            lower(oracle.states(altered(data, [("source", source["id"])], on), on, basis), now)
            & {name for name in asked if State(now[name].state).rank}
        )
        for source in data["sources"]
        if source["id"] not in asked.values()
    }
    most = max(lowered.values(), default=0)
    one = rests_on(graph).one_source
    if not most:
        assert one is None
    else:
        assert one is not None
        assert one.lowered == most == lowered[one.id]
        assert one.id == min(name for name, count in lowered.items() if count == most)


def test_what_is_known_of_the_factsheets_rests_on_a_fragment_that_was_reprinted() -> None:
    """Of the catalogue as it was in November 2026; a figure of the focus, not of all."""
    graph = frozen(ON)
    judge = Judge(graph)
    told = summary(judge, coverage(graph, judge=judge)).focus_rests_on
    assert told is not None
    assert told.one_source is not None
    assert (told.answered, told.one_source.id, told.one_source.lowered) == (4, "beslisnota-2025", 4)
