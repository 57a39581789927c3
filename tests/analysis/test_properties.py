"""Random catalogues: the program against the slow oracle, and laws that hold for all of them."""

from __future__ import annotations

import dataclasses
import json
import random
from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.coverage.gaps import gaps
from dosa_trace.analysis.coverage.orphans import orphans
from dosa_trace.analysis.coverage.snapshot import mismatches, snapshot
from dosa_trace.analysis.diff.diff import diff
from dosa_trace.analysis.drawing.graph_view import neighbourhood
from dosa_trace.analysis.drawing.matrix import Mark, matrix
from dosa_trace.analysis.judging.selection import Where
from dosa_trace.analysis.judging.verdicts import COUNTED_BASES, Judge, State
from dosa_trace.analysis.why.explanation import explain
from dosa_trace.catalog.loader import load_catalog
from dosa_trace.catalog.model.records import Objective, Recommendation, TraceLink, what_it_says
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.catalog.text.reader import read_root
from dosa_trace.catalog.text.values import plain_data
from dosa_trace.graph import TraceGraph
from tests import oracle
from tests.build import FROZEN, catalog_of, graph_of, why_state
from tests.examples import examples
from tests.worlds import DAYS, catalogues, wide_catalogue


@examples(180)
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


@pytest.mark.parametrize("basis", ["inferred", pytest.param("stated", marks=pytest.mark.costly)])
def test_three_thousand_records_are_judged_as_the_oracle_does(basis: Any) -> None:
    data, on = wide_catalogue(17), date(2025, 12, 31)
    graph = graph_of(data, on, basis)
    records: tuple[Recommendation | Objective, ...] = (
        *graph.recommendations,
        *graph.catalog.objectives.values(),
    )
    judge, expected = Judge(graph), oracle.states(data, on, basis)
    assert len(graph.catalog.by_id) == 3_000
    assert {one.id for one in records} == expected.keys()
    for one in records:
        found = judge.judge(one)
        said = oracle.Verdict(found.state, found.mentioned, frozenset(found.via), found.basis)
        assert said == expected[one.id], one.id
    assert {judge.judge(one).state for one in records} == set(State)


@examples(180)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["stated", "inferred"]), st.data())
def test_what_falls_without_instruments_and_links_is_what_a_graph_judged_without_them_says(
    data: dict[str, Any], on: date, basis: Any, drawn: st.DataObject
) -> None:
    graph = graph_of(data, on, basis)
    judge, instruments = Judge(graph), graph.catalog.instruments
    names = sorted(instruments)
    some = drawn.draw(st.frozensets(st.sampled_from(names)) if names else st.just(frozenset()))
    links = sorted(graph.catalog.links, key=what_it_says)
    cut = drawn.draw(st.lists(st.sampled_from(links), max_size=3) if links else st.just([]))
    records: tuple[Recommendation | Objective, ...] = (
        *graph.catalog.recommendations.values(),
        *graph.catalog.objectives.values(),
    )
    alone = ((frozenset({name}), ()) for name in names)
    for gone, less in ((some, ()), (some, cut), *alone, *((frozenset(), (one,)) for one in links)):
        fallen = judge.fallen(gone, less)
        for asked in records:
            now = judge.state_on(asked, graph.basis)
            then = oracle_without(graph, gone, less).state_on(asked, graph.basis)
            assert fallen.get(asked.id, now) is then
            assert asked.id not in fallen or now is not then


def oracle_without(graph: TraceGraph, gone: Collection[str], less: Iterable[TraceLink]) -> Judge:
    """Who judges the catalogue as it would be: without these links, and with the joint groups that
    they stand in; without what these instruments carry."""
    cut = {member for link in less for member in graph.group_of(link)}
    catalog = dataclasses.replace(
        graph.catalog, links=tuple(one for one in graph.catalog.links if one not in cut)
    )
    without = TraceGraph(catalog, as_of=graph.as_of, basis=graph.basis)
    return Judge(without, lambda one: one.id not in gone)


@examples(180)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["stated", "inferred"]))
def test_every_orphan_is_that_of_the_oracle(data: dict[str, Any], on: date, basis: Any) -> None:
    found = orphans(graph_of(data, on, basis))
    names = {one.id for one in found.items if one.record == "instrument"}
    assert names == oracle.orphans(data, on, basis)
    assert found.total == len(found.items)


@examples(180)
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
        beside = ends - set(one.via)  # what is live already in a group that is only planned
        assert found.more or set(one.via) <= ends
        assert not beside or one.state is State.PLANNED


@examples(120)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["stated", "inferred"]))
def test_every_chain_is_as_strong_and_founded_as_the_oracle_writes_it(
    data: dict[str, Any], on: date, basis: Any
) -> None:
    """In `why`, and the strongest of each pair in `matrix`."""
    graph = graph_of(data, on, basis)
    cells = {
        (row.id, cell.column): (cell.mark.value, cell.basis)
        for row in matrix(graph).lines
        for cell in row.cells
        if cell.mark is not Mark.CONTRADICTS
    }
    for one in graph.recommendations:
        written = oracle.chains(data, on, basis, one.id)
        found = why_state(graph, one.id, limit=1000).chains
        assert Counter(
            (tuple(hop.origin for hop in chain.hops), chain.end, chain.extent, chain.basis)
            for chain in found
        ) == Counter(
            (chain.nodes[:-1], chain.nodes[-1], chain.extent, chain.basis) for chain in written
        )
        for column in graph.catalog.instruments:
            strengths = [
                (oracle.STRENGTH[chain.extent], chain.basis == "stated")
                for chain in written
                if chain.nodes[-1] == column
            ]
            cell = cells.get((one.id, column))
            if not strengths:
                assert cell is None
                continue
            assert cell is not None
            assert (oracle.STRENGTH[cell[0]], cell[1] is Basis.STATED) == max(strengths)


# Metamorphic laws: what an edit may not change ------------------------------------------------


def told(graph: TraceGraph) -> dict[str, Any]:
    """Everything that is said of a graph but where it stands on file."""
    report, listed = coverage(graph), gaps(graph, everything=True)
    return {
        "lines": report.recommendations,
        "figures": report.by_basis,
        "gaps": [(one.id, one.state, one.via, one.why) for one in listed.items],
        "orphans": orphans(graph),
        "matrix": matrix(graph),
        "graph": neighbourhood(graph),
        "why": [
            [
                ([(hop.origin, hop.target, hop.joint_with) for hop in chain.hops], chain.extent)
                for chain in why_state(graph, one.id, limit=1000).chains
            ]
            for one in sorted(graph.recommendations, key=lambda one: one.id)
        ],
    }


@examples(90)
@given(catalogues(), st.sampled_from(DAYS), st.randoms(use_true_random=False))
def test_the_order_on_file_changes_nothing(
    data: dict[str, Any], on: date, shuffler: random.Random
) -> None:
    """Of records, and of the keys of each; reasons and parallel links included."""
    mixed = {
        key: [
            dict(shuffler.sample(list(record.items()), len(record)))
            for record in shuffler.sample(records, len(records))
        ]
        for key, records in data.items()
    }
    assert told(graph_of(data, on)) == told(graph_of(mixed, on))


@examples(60)
@given(catalogues(), st.sampled_from(DAYS))
def test_other_names_in_the_same_order_change_nothing_but_names(
    data: dict[str, Any], on: date
) -> None:
    def renamed(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: renamed(item) for key, item in value.items()}
        if isinstance(value, list):
            return [renamed(item) for item in value]
        return f"x.{value}" if isinstance(value, str) and value in names else value

    names = {one["id"] for records in data.values() for one in records if "id" in one}
    states = {one.id: one.state for one in coverage(graph_of(data, on)).recommendations}
    again = {one.id: one.state for one in coverage(graph_of(renamed(data), on)).recommendations}
    assert again == {f"x.{name}": state for name, state in states.items()}


@examples(60)
@given(catalogues(), st.sampled_from(DAYS))
def test_unrelated_records_and_rejected_links_change_no_line(
    data: dict[str, Any], on: date
) -> None:
    before = coverage(graph_of(data, on)).recommendations
    first, last = data["recommendations"][0]["id"], data["instruments"][-1]["id"]
    nothing = {"from": first, "to": last, "relation": "none", "basis": "stated"}
    apart = {"from": "o-apart", "to": "i-apart", "extent": "full", "basis": "stated"}
    more = {
        **data,
        "objectives": [*data["objectives"], {"id": "o-apart"}],
        "instruments": [
            {"id": "i-apart", "status": [{"date": "2020", "value": "adopted"}]},
            *data["instruments"],
        ],
        "links": [nothing, apart, *data["links"]],
    }
    assert coverage(graph_of(more, on)).recommendations == before


@examples(120)
@given(catalogues(), st.sampled_from(DAYS), st.data())
def test_a_full_stated_link_more_never_lowers_a_state(
    data: dict[str, Any], on: date, draw: st.DataObject
) -> None:
    origin = draw.draw(st.sampled_from([one["id"] for one in data["recommendations"]]))
    target = draw.draw(st.sampled_from([one["id"] for one in data["instruments"]]))
    more = {"from": origin, "to": target, "extent": "full", "basis": "stated", "since": "2020"}
    before = {one.id: one.state for one in coverage(graph_of(data, on)).recommendations}
    with_it = graph_of({**data, "links": [*data["links"], more]}, on)
    after = {one.id: one.state for one in coverage(with_it).recommendations}
    order = list(State)
    assert all(order.index(after[name]) <= order.index(state) for name, state in before.items())


@examples(60)
@given(catalogues(), st.sampled_from(DAYS))
def test_selections_that_part_the_whole_sum_to_it(data: dict[str, Any], on: date) -> None:
    graph = graph_of(data, on)
    whole = coverage(graph)
    parts = [
        coverage(graph, (Where("source", name),))
        for name in sorted({one["source"] for one in data["recommendations"]})
    ]
    assert sum(part.total for part in parts) == whole.total
    for state in State:
        assert sum(getattr(part.counts, state) for part in parts) == getattr(whole.counts, state)


@examples(60)
@given(catalogues(), catalogues(), st.sampled_from(DAYS))
def test_a_diff_mirrors_and_of_nothing_is_empty(
    one: dict[str, Any], other: dict[str, Any], on: date
) -> None:
    before, after = catalog_of(one), catalog_of(other)
    there, back = diff(before, after, on), diff(after, before, on)
    assert len(there.difference.added) == len(back.difference.removed)
    assert len(there.difference.links_added) == len(back.difference.links_removed)
    assert {(line.id, line.before, line.after) for line in there.states if line.id[0] == "r"} == {
        (line.id, line.after, line.before) for line in back.states
    }
    assert diff(before, catalog_of(one), on).is_empty


@examples(60)
@given(catalogues(), st.sampled_from(DAYS))
def test_a_snapshot_there_and_back(data: dict[str, Any], on: date) -> None:
    graph = graph_of(data, on)
    assert mismatches(snapshot(graph), graph) == ()


def _in_blocks(data: Any) -> str:
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


def test_another_style_of_yaml_changes_nothing(tmp_path: Path) -> None:
    """The frozen catalogue as JSON, and in blocks with every text quoted otherwise."""
    before, _ = load_catalog(FROZEN)
    for name, dump in (
        ("json", json.dumps),
        ("block", _in_blocks),
    ):
        folder = tmp_path / name
        folder.mkdir()
        for file in before.files:
            root, _ = read_root(file.path, file.text)
            assert root is not None
            path = folder / file.path.replace("/", "-")
            path.write_text(dump(plain_data(root)), encoding="utf-8")
        after, found = load_catalog(folder)
        assert found == ()
        graphs = [TraceGraph(one, as_of=date(2026, 11, 23)) for one in (before, after)]
        assert told(graphs[0]) == told(graphs[1])


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
