"""Random catalogues: the program against the slow oracle, and laws that hold for all of them."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.coverage import coverage
from dosa_trace.analysis.explanation import explain
from dosa_trace.analysis.gaps import gaps
from dosa_trace.analysis.orphans import orphans
from dosa_trace.analysis.verdicts import COUNTED_BASES, Judge, State
from dosa_trace.catalog.records import Objective, Recommendation
from dosa_trace.catalog.vocabulary import Basis
from tests import oracle
from tests.build import graph_of, why_state
from tests.examples import examples

DATES = ["2023", "2024-06", "2024-07-15", "2025", "2025-03", "2025-09-30"]
DAYS = [date(2023, 12, 31), date(2024, 7, 1), date(2025, 3, 31), date(2025, 12, 31)]
STATUSES = ["announced", "adopted", "in-progress", "completed", "paused", "stopped", "superseded"]
RESPONSES = ["accepted", "noted", "existing-policy", "rejected"]
SOURCES = [{"id": f"s{at}", "date": day} for at, day in enumerate(DATES)]
RECOMMENDATIONS, OBJECTIVES, INSTRUMENTS = (
    ["r0", "r1"],
    ["o0", "o1", "o2"],
    ["i0", "i1", "i2", "i3"],
)

dates = st.sampled_from(DATES)
sources = st.sampled_from([one["id"] for one in SOURCES])


def events(values: list[str], most: int) -> st.SearchStrategy[list[dict[str, str]]]:
    event = st.fixed_dictionaries(
        {"date": dates, "value": st.sampled_from(values), "source": st.just("s0")}
    )
    return st.lists(event, max_size=most)


@st.composite
def links(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Links of every kind; all links of one joint group share its extent, and none is suggested."""
    found = []
    group_extent: dict[tuple[str, str], str] = {}
    for _ in range(draw(st.integers(0, 11))):
        origin = draw(st.sampled_from(RECOMMENDATIONS + 2 * OBJECTIVES))
        target = draw(st.sampled_from(OBJECTIVES + 2 * INSTRUMENTS))
        extent = draw(st.sampled_from(["full", "full", "partial", "marginal"]))
        basis = draw(st.sampled_from(["stated", "inferred", "inferred", "suggested"]))
        link: dict[str, Any] = {"from": origin, "to": target, "extent": extent, "basis": basis}
        if draw(st.integers(0, 9)) == 0:
            link |= {"relation": draw(st.sampled_from(["contradicts", "none"]))}
            del link["extent"]
        elif basis != "suggested" and draw(st.integers(0, 2)) == 0:
            name = draw(st.sampled_from(["g", "h"]))
            link |= {"joint": name, "extent": group_extent.setdefault((origin, name), extent)}
        if draw(st.booleans()):
            link["since"] = draw(dates)
        if draw(st.integers(0, 2)) == 0:
            link["evidence"] = [
                {"source": one} for one in draw(st.lists(sources, min_size=1, max_size=2))
            ]
        found.append(link)
    return found


@st.composite
def catalogues(draw: st.DrawFn) -> dict[str, Any]:
    recommendations = [
        {"id": name, "source": draw(sources), "responses": draw(events(RESPONSES, 2))}
        for name in RECOMMENDATIONS
    ]
    objectives: list[dict[str, Any]] = []
    for name in OBJECTIVES:
        kind = draw(st.integers(0, 2))
        known: dict[int, dict[str, Any]] = {
            0: {},
            1: {"source": draw(sources)},
            2: {"evidence": [{"source": draw(sources)}]},
        }
        objectives.append({"id": name, **known[kind]})
    instruments: list[dict[str, Any]] = []
    for at, name in enumerate(INSTRUMENTS):
        part = (
            {"part_of": draw(st.sampled_from(INSTRUMENTS[:at]))}
            if at and draw(st.booleans())
            else {}
        )
        instruments.append({"id": name, "status": draw(events(STATUSES, 3)), **part})
    return {
        "sources": SOURCES,
        "recommendations": recommendations,
        "objectives": objectives,
        "instruments": instruments,
        "links": draw(links()),
    }


@examples(300)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["stated", "inferred"]))
def test_every_verdict_is_that_of_the_oracle(data: dict[str, Any], on: date, basis: Any) -> None:
    graph = graph_of(data, on, basis)
    judge = Judge(graph)
    records: tuple[Recommendation | Objective, ...] = (
        *graph.recommendations,
        *graph.catalog.objectives.values(),
    )
    found = {one.id: judge.judge(one) for one in records}
    expected = oracle.states(data, on, basis)
    assert found.keys() == expected.keys()
    for name, verdict in found.items():
        said = oracle.Verdict(
            verdict.state, verdict.mentioned, frozenset(verdict.via), verdict.basis
        )
        assert said == expected[name], name
    for other in COUNTED_BASES:
        on_basis = oracle.states(data, on, "stated" if other is Basis.STATED else "inferred")
        for one in graph.recommendations:
            assert judge.state_on(one, other) == on_basis[one.id].state


@examples(300)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["stated", "inferred"]))
def test_every_orphan_is_that_of_the_oracle(data: dict[str, Any], on: date, basis: Any) -> None:
    found = orphans(graph_of(data, on, basis))
    names = {one.id for one in found.items if one.record == "instrument"}
    assert names == oracle.orphans(data, on, basis)
    assert found.total == len(found.items)


@examples(300)
@given(catalogues(), st.sampled_from(DAYS))
def test_the_figures_add_up_and_are_the_same_everywhere(data: dict[str, Any], on: date) -> None:
    graph = graph_of(data, on)
    report = coverage(graph)
    counts = report.counts
    assert report.total == len(report.recommendations) == len(graph.recommendations)
    assert report.total == sum(getattr(counts, state) for state in State)
    assert report.by_basis[graph.basis].counts == counts
    listed = gaps(graph, everything=True)
    assert {one.id: one.state for one in listed.items} == {
        one.id: one.state for one in report.recommendations if one.state is not State.COVERED
    }
    assert all(one.why for one in listed.items)
    for one in report.recommendations:
        found = why_state(graph, one.id, limit=1000)
        assert (found.state, found.mentioned, found.weakest_basis, found.via) == (
            one.state, one.mentioned, one.basis, one.via
        )  # fmt: skip
        ends = {chain.end for chain in found.chains[: found.decisive]}
        assert found.more or ends == set(one.via)


@examples(300)
@given(catalogues(), st.sampled_from(DAYS), st.randoms(use_true_random=False))
def test_the_order_on_file_changes_nothing(
    data: dict[str, Any], on: date, shuffler: random.Random
) -> None:
    mixed = {key: shuffler.sample(records, len(records)) for key, records in data.items()}
    assert coverage(graph_of(data, on)) == coverage(graph_of(mixed, on))
    assert orphans(graph_of(data, on)) == orphans(graph_of(mixed, on))


@examples(300)
@given(
    catalogues(),
    st.sampled_from(DAYS),
    st.sampled_from(RECOMMENDATIONS),
    st.sampled_from(INSTRUMENTS),
)
def test_a_full_link_more_never_lowers_a_state(
    data: dict[str, Any], on: date, origin: str, target: str
) -> None:
    order = list(State)
    more = {"from": origin, "to": target, "extent": "full", "basis": "stated", "since": "2020"}
    before = {one.id: one.state for one in coverage(graph_of(data, on)).recommendations}
    with_it = graph_of({**data, "links": [*data["links"], more]}, on)
    after = {one.id: one.state for one in coverage(with_it).recommendations}
    assert all(order.index(after[name]) <= order.index(state) for name, state in before.items())


def _layers(layers: int, wide: int, extent: str = "full") -> dict[str, Any]:
    """`layers` of `wide` items, each linked to all of the layer above: wide ** layers chains."""
    names = [[f"o{layer}-{at}" for at in range(wide)] for layer in range(layers)]
    names[-1] = [f"i{at}" for at in range(wide)]
    return {
        "sources": [{"id": "s", "date": "2024"}],
        "recommendations": [{"id": "r", "source": "s"}],
        "objectives": [{"id": name} for layer in names[:-1] for name in layer],
        "instruments": [
            {"id": name, "status": [{"date": "2024", "value": "adopted"}]} for name in names[-1]
        ],
        "links": [
            {"from": a, "to": b, "extent": extent, "basis": "stated"}
            for above, below in zip([["r"], *names[:-1]], names, strict=True)
            for a in above
            for b in below
        ],
    }


def test_nine_layers_of_eight_are_judged_and_explained_at_once() -> None:
    graph = graph_of(_layers(9, 8), date(2025, 1, 1))
    report = coverage(graph)
    assert report.counts.covered == 1
    assert report.recommendations[0].via == tuple(f"i{at}" for at in range(8))
    found = why_state(graph, "r", limit=20)
    assert len(found.chains) == found.decisive == 20
    assert found.more
    assert all(len(chain.hops) == 9 for chain in found.chains)
    back = explain(graph, "i3", limit=20)
    assert len(back.chains) == 20
    assert back.more
    assert all(chain.start == "r" for chain in back.chains)


def test_a_cycle_of_three_answers_nothing_by_itself() -> None:
    ring = [("a", "b"), ("b", "c"), ("c", "a")]
    data: dict[str, Any] = {
        "sources": [{"id": "s", "date": "2024"}],
        "recommendations": [{"id": "r", "source": "s"}],
        "objectives": [{"id": name} for name in "abc"],
        "instruments": [{"id": "i", "status": [{"date": "2024", "value": "adopted"}]}],
        "links": [
            {"from": one, "to": other, "extent": "full", "basis": "stated"}
            for one, other in [("r", "a"), *ring]
        ],
    }
    on = date(2025, 1, 1)
    assert coverage(graph_of(data, on)).counts.gap == 1
    found = why_state(graph_of(data, on), "r")
    assert found.chains == ()
    data["links"].append({"from": "c", "to": "i", "extent": "partial", "basis": "stated"})
    assert coverage(graph_of(data, on)).counts.partly == 1
    found = why_state(graph_of(data, on), "r")
    assert [hop.target for hop in found.chains[0].hops] == ["a", "b", "c", "i"]
    assert [hop.weakest for hop in found.chains[0].hops] == [False, False, False, True]
