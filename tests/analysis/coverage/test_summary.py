"""The summary: the same figures as the coverage, for the focus and by addressee too, and which gaps
it points out first."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.coverage.gaps import gaps
from dosa_trace.analysis.coverage.summary import POINTED_OUT, Summary, most_telling, summary
from dosa_trace.analysis.judging.selection import Where
from dosa_trace.analysis.judging.verdicts import Judge, State
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.graph import TraceGraph
from dosa_trace.language import Language
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


def told(graph: TraceGraph, *where: Where) -> Summary:
    return summary(Judge(graph), coverage(graph, where))


@examples(180)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["stated", "inferred"]))
def test_a_summary_repeats_the_coverage_and_points_at_gaps_only(
    world: dict[str, Any], day: date, basis: str
) -> None:
    graph = graph_of(world, day, basis)
    report, found = coverage(graph), told(graph)
    assert (found.whole.total, found.whole.by_basis) == (report.total, report.by_basis)
    assert found.whole.marked == report.marked
    assert (found.whole.gaps, found.whole.searched_gaps) == (
        report.counts.gap, report.searched_gaps
    )  # fmt: skip
    assert (found.whole.without_response, found.whole.searched_responses) == (
        report.without_response, report.searched_responses
    )  # fmt: skip
    open_ones = {gap.id for gap in gaps(graph).items if gap.state is State.GAP}
    pointed_out = [gap.line.id for gap in found.telling]
    assert set(pointed_out) <= open_ones
    assert len(pointed_out) == len(set(pointed_out)) == min(POINTED_OUT, len(open_ones))


def test_of_the_frozen_catalogue_the_oldest_concrete_ask_comes_first() -> None:
    assert told(frozen(ON)).telling[0].line.id == "wrr-slot"


def test_the_focus_has_the_figures_of_its_own_selection() -> None:
    graph = frozen(ON)
    alone = coverage(graph, (Where("source", "factsheets-2025"),))
    focus = told(graph).focus
    assert focus is not None
    assert (focus.total, focus.by_basis) == (alone.total, alone.by_basis)
    assert focus.marked == alone.marked
    assert told(graph, Where("theme", "talent")).focus is None


def test_advice_to_one_is_not_pooled_unseen_with_advice_to_another() -> None:
    """Each recommendation stands with each of its addressees; where all have the same, nothing is
    parted."""
    world: dict[str, Any] = {
        "sources": [{"id": "s", "date": "2020"}],
        "recommendations": [
            {"id": "a", "source": "s", "addressee": "nl"},
            {"id": "b", "source": "s", "addressee": ["eu", "nl"]},
        ],
    }
    assert [one.total for one in told(graph_of(world, ON)).addressees] == [2, 1]
    assert told(graph_of(world, ON)).to_several == 1
    world["recommendations"].append({"id": "c", "source": "s"})
    assert [one.total for one in told(graph_of(world, ON)).addressees] == [2, 1, 1]
    same = {**world, "recommendations": world["recommendations"][:1]}
    assert told(graph_of(same, ON)).addressees == ()


def test_advice_to_an_office_stands_under_its_level() -> None:
    """One to the cabinet and a ministry of it counts once; an office without a level is its own."""
    world: dict[str, Any] = {
        "organisations": [
            {"id": "ez", "level": "nl"}, {"id": "ec", "level": "eu"}, {"id": "un"},
        ],
        "sources": [{"id": "s", "date": "2020"}],
        "recommendations": [
            {"id": "a", "source": "s", "addressee": ["nl", "ez"]},
            {"id": "b", "source": "s", "addressee": "ez"},
            {"id": "c", "source": "s", "addressee": "ec"},
            {"id": "d", "source": "s", "addressee": "un"},
        ],
    }  # fmt: skip
    found = told(graph_of(world, ON)).addressees
    assert [(one.name and one.name.say(Language.EN), one.total) for one in found] == [
        ("the cabinet", 2), ("the EU", 1), ("An office", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("laid", "read", "second"),
    [
        ("first reader", "second reader", 1), ("first reader", "First  Reader", 0),
        (None, "second reader", 0), ("first reader", None, 0),
    ],
)  # fmt: skip
def test_a_second_reader_is_known_to_be_another(
    laid: str | None, read: str | None, second: int
) -> None:
    link: dict[str, Any] = {
        "from": "r", "to": "i", "extent": "partial", "basis": "inferred", "rationale": "because",
        **({"by": laid} if laid else {}),
        **({"reviewed": {"date": "2025", "by": read}} if read else {}),
    }  # fmt: skip
    world = {
        "sources": [{"id": "s", "date": "2020"}],
        "recommendations": [{"id": "r", "source": "s"}],
        "instruments": [{"id": "i", "status": [{"date": "2021", "value": "adopted"}]}],
        "links": [link],
    }
    found = told(graph_of(world, ON))
    assert (found.inferred_links, found.second_read) == (1, second)
    if read:
        link["doubts"] = [{"date": "2025", "text": "no", "by": read}]
        del link["reviewed"]
        assert told(graph_of(world, ON)).second_read == second, "a doubt is a reading too"
    assert found.whole.by_basis[Basis.INFERRED].counts.partly == 1


def test_who_asked_is_named_as_shortly_as_the_catalogue_can() -> None:
    world: dict[str, Any] = {
        "organisations": [
            {"id": "wrr", "name": "Scientific Council", "abbreviation": "WRR"},
            {"id": "court", "name": "Court of Audit"},
        ],
        "sources": [
            {"id": f"by-{name}", "date": "2020", "publisher": name} for name in ("wrr", "court")
        ],
        "recommendations": [
            {"id": name[0], "source": f"by-{name}"} for name in ("wrr", "court")
        ],
    }  # fmt: skip
    found = told(graph_of(world, ON)).telling
    assert {gap.publisher.say(Language.EN) for gap in found} == {"WRR", "Court of Audit"}


def test_a_gap_that_nobody_looked_into_is_pointed_out_last() -> None:
    world: dict[str, Any] = {
        "sources": [{"id": f"s{at}", "date": "2020"} for at in range(3)],
        "recommendations": [
            {"id": f"r{at}", "source": f"s{at}", "specificity": 5 - at} for at in range(3)
        ],
        "searches": [{"id": "q", "date": "2021", "for": "instrument", "covers": ["r1", "r2"]}],
    }
    assert [gap.line.id for gap in told(graph_of(world, ON)).telling] == ["r1", "r2", "r0"]
