"""Chains longer than anybody reads: cut off, weighed whole, and said to be cut off; and what all
chains share, against taking each link away in turn."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.judging import reasons as of_reasons
from dosa_trace.analysis.judging import routes
from dosa_trace.analysis.judging.strongest_chain import answered_by, answering, leading, led_to
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.analysis.why.explanation import Explaining, StateExplanation, explain
from dosa_trace.catalog.model.dates import PartialDate, parse_date
from dosa_trace.catalog.model.events import SHORT, days_of, latest
from dosa_trace.catalog.model.records import Objective, Recommendation, TraceLink
from dosa_trace.catalog.model.vocabulary import Basis, Extent
from dosa_trace.graph import TraceGraph
from tests.build import graph_of, read_text
from tests.cli.conftest import Runner, run
from tests.examples import examples
from tests.hostile import bombs
from tests.worlds import DAYS, catalogues

__all__ = ["run"]

ON = date(2026, 11, 23)
LONG = 40


class Dated(NamedTuple):
    """An event that has a date, or was only read on a day."""

    date: PartialDate | None
    read: PartialDate | None = None


def graph(text: str) -> TraceGraph:
    return TraceGraph(read_text(text)[0], as_of=ON)


def explained(text: str, name: str) -> StateExplanation:
    found = explain(graph(text), name)
    assert isinstance(found, StateExplanation)
    return found


def test_a_long_chain_is_cut_off_and_weighed_whole() -> None:
    found = explained(bombs.chain(LONG), "r0")
    (one,) = found.chains
    assert (one.start, one.end) == ("r0", "i0")
    assert len(one.hops) == routes.MOST_HOPS
    assert one.left_out == LONG + 1 - routes.MOST_HOPS
    assert (one.extent, one.basis, found.weakest_basis) == (
        Extent.PARTIAL, Basis.INFERRED, Basis.INFERRED,
    )  # fmt: skip
    last = f"from: o{LONG - 1}, to: i0, basis: inferred, extent: partial"
    weaker = bombs.chain(LONG).replace(last, last.replace("partial", "marginal"))
    (one,) = explained(weaker, "r0").chains
    assert one.extent is Extent.MARGINAL
    assert not any(hop.weakest for hop in one.hops)  # it is among those that are left out


def test_a_chain_to_an_instrument_is_cut_off_where_it_begins() -> None:
    found = explain(graph(bombs.chain(LONG)), "i0")
    (one,) = found.chains
    assert (one.start, one.end, one.hops[-1].target) == ("r0", "i0", "i0")
    assert one.left_out == LONG + 1 - len(one.hops)


@pytest.mark.parametrize("words", [("why", "r0"), ("why", "i0")], ids=" ".join)
def test_it_is_said_that_a_chain_is_cut_off(
    words: tuple[str, ...], run: Runner, tmp_path: Path
) -> None:
    (tmp_path / "long.yaml").write_text(bombs.chain(LONG), encoding="utf-8")
    asked = (*words, "--as-of", "2026-11-23", "--catalog", "long.yaml")
    left_out = LONG + 1 - routes.MOST_HOPS
    assert f"… and {left_out} more links, not written out here" in run(*asked).out
    assert f"… en nog {left_out} koppelingen" in run(*asked, "--lang", "nl").out


def test_reasons_are_told_up_to_a_number_and_that_there_are_more() -> None:
    told = explained(bombs.chain(400), "r0").not_counted
    assert len(told) == of_reasons.MOST_REASONS + 1
    assert told[-1].code == "more"
    assert "more" not in {one.code for one in explained(bombs.chain(20), "r0").not_counted}
    unended = bombs.circle(of_reasons.MOST_LOOKED_AT * 2).replace("to: i0,", "to: o0,")
    told = explained(unended, "r0").not_counted
    assert [one.code for one in told] == ["more"]  # and not that they lead round in a circle
    told = explained(bombs.circle(10).replace("to: i0,", "to: o0,"), "r0").not_counted
    assert [one.code for one in told] == ["circle"]


def test_where_very_many_ask_a_card_names_none_of_them() -> None:
    judge = Judge(graph(bombs.chain(LONG)))
    few, all_ = Explaining(judge, 5, most_asking=10), Explaining(judge, 5)
    instrument = judge.graph.catalog.instruments["i0"]
    assert (few.instrument(instrument).asked_by, few.instrument(instrument).many_ask) == ((), True)
    assert len(all_.instrument(instrument).asked_by) == LONG + 1
    near = judge.graph.catalog.objectives["o3"]
    assert [one.id for one in few.state(near).asked_by] == ["r0", "o0", "o1", "o2"]


@examples(100)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["stated", "inferred"]))
def test_a_chain_that_is_cut_off_is_as_strong_as_the_whole(
    data: dict[str, Any], on: date, basis: Any
) -> None:
    """Every chain is there with two hops of it as it is with all, but for those that go round
    about and are cut off."""
    asked = graph_of(data, on, basis)
    whole = Explaining(Judge(asked), 1000)
    records: tuple[Recommendation | Objective, ...] = (
        *asked.recommendations,
        *asked.catalog.objectives.values(),
    )
    told = [whole.state(one) for one in records]
    most, routes.MOST_HOPS = routes.MOST_HOPS, 2
    try:
        cut = Explaining(Judge(asked), 1000)
        for one, long in zip(records, told, strict=True):
            short = cut.state(one)
            known = {
                (tuple(hop.target for hop in each.hops[:2]), each.end, each.extent, each.basis,
                 len(each.hops))
                for each in long.chains
            }  # fmt: skip
            for each in short.chains:
                shown = tuple(hop.target for hop in each.hops)
                length = len(each.hops) + each.left_out
                assert (shown, each.end, each.extent, each.basis, length) in known
            assert bool(short.chains) == bool(long.chains) or short.more
    finally:
        routes.MOST_HOPS = most


@examples(100)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["stated", "inferred"]))
def test_what_all_chains_share_is_what_none_stands_without(
    data: dict[str, Any], on: date, basis: Any
) -> None:
    judge = Judge(graph_of(data, on, basis))
    catalog = judge.graph.catalog
    for level, needed, support in zip(judge.levels, judge.needed, judge.supports, strict=False):
        for one in judge.graph.recommendations:
            if one.id not in level.support.nodes:
                continue
            links = {link for link in level.support.links if one.id in support.without((), {link})}
            names = {name for name in catalog.instruments if one.id in support.without((name,))}
            shared = needed.by(one.id)
            # With one link of a joint group the whole group falls: each of them is needed.
            assert {each for each in shared if isinstance(each, TraceLink)} == links
            assert {each for each in shared if isinstance(each, str)} == names
            assert len(set(shared)) == len(shared)
            inferred = any(link.basis is Basis.INFERRED for link in links)
            assert needed.depends_on_inference(one.id) == inferred


@examples(100)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["stated", "inferred"]))
def test_all_columns_at_once_say_what_each_says_alone(
    data: dict[str, Any], on: date, basis: Any
) -> None:
    asked = graph_of(data, on, basis)
    judge, names = Judge(asked), [one.id for one in asked.recommendations]
    by, to = answered_by(judge, names), led_to(asked, names)
    for name in asked.catalog.instruments:
        alone = answering(judge, name)
        assert by.get(name, {}) == {key: alone[key] for key in names if key in alone}
    for name in asked.catalog.objectives:
        alone = leading(asked, name)
        assert to.get(name, {}) == {key: alone[key] for key in names if key in alone}


@examples(100)
@given(st.lists(st.one_of(st.none(), st.integers(1, 28)), min_size=SHORT + 1, max_size=40),
       st.integers(1, 28), st.booleans())  # fmt: skip
def test_the_latest_of_a_long_history_is_that_of_going_through_all(
    days: list[int | None], day: int, odd: bool
) -> None:
    events = tuple(
        Dated(parse_date(f"2025-01-{one:02}")) if one else Dated(None, parse_date("2025-01-15"))
        for one in days
    )
    on = date(2025, 1, day)

    def fits(one: Dated) -> bool:
        return not odd or one.date is None or one.date.last_day.day % 2 == 1

    known = [
        one for one, since in zip(events, days_of(events), strict=True) if since <= on and fits(one)
    ]
    assert latest(events, on, fits) is (known[-1] if known else None)
