"""The overview: the same figures as the coverage, and which gaps it points out first."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.coverage import By, coverage
from dosa_trace.analysis.gaps import gaps
from dosa_trace.analysis.overview import POINTED_OUT, most_telling, overview
from tests.build import frozen, graph_of
from tests.examples import examples
from tests.worlds import DAYS, catalogues

ON = date(2026, 11, 23)


def asked(id: str, source: str, specificity: int | None = None, **response: Any) -> dict[str, Any]:
    record: dict[str, Any] = {"id": id, "source": source}
    if specificity:
        record["specificity"] = specificity
    if response:
        record["responses"] = [{"date": "2025", "source": source, **response}]
    return record


def order(*recommendations: dict[str, Any]) -> list[str]:
    world = {
        "sources": [
            {"id": "old", "date": "2020"}, {"id": "mid", "date": "2022"},
            {"id": "new", "date": "2024"}, {"id": "last", "date": "2024-12"},
        ],
        "recommendations": list(recommendations),
    }  # fmt: skip
    graph = graph_of(world, ON)
    lines = coverage(graph).recommendations
    return [gap.line.id for gap in most_telling(graph, lines)]


def test_a_promise_without_action_says_most() -> None:
    found = order(
        asked("concrete", "old", 5),
        asked("accepted", "mid", 1, value="accepted"),
        asked("pledged", "new", 1, value="accepted", commitment=True),
        asked("noted", "last", 5, value="noted"),
    )
    assert found == ["pledged", "accepted", "concrete", "noted"]


def test_then_the_most_concrete_and_then_the_longest_open() -> None:
    found = order(
        asked("vague", "old", 1), asked("sharp", "new", 4), asked("older", "mid", 4),
        asked("unrated", "last"),
    )  # fmt: skip
    assert found == ["older", "sharp", "vague", "unrated"]


def test_one_source_does_not_fill_the_list() -> None:
    found = order(asked("a", "old", 5), asked("b", "old", 5), asked("c", "new", 1))
    assert found == ["a", "c", "b"]


@examples(300)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["stated", "inferred"]))
def test_an_overview_repeats_the_coverage_and_points_at_gaps_only(
    world: dict[str, Any], day: date, basis: str
) -> None:
    graph = graph_of(world, day, basis)
    page = overview(graph)
    assert page.report == coverage(graph)
    assert page.themes == tuple(
        group for group in coverage(graph, by=By.THEME).groups if group.key is not None
    )
    open_ones = {gap.id for gap in gaps(graph).items}
    pointed_out = [gap.line.id for gap in page.telling]
    assert set(pointed_out) <= open_ones
    assert len(pointed_out) == len(set(pointed_out)) == min(POINTED_OUT, len(open_ones))


def test_of_the_frozen_catalogue_the_oldest_concrete_ask_comes_first() -> None:
    assert overview(frozen(ON)).telling[0].line.id == "wrr-slot"
