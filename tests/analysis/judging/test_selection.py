"""What chooses records: values of one key are alternatives, different keys must all hold."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.judging.selection import Where, matching, select, values_on_file
from dosa_trace.analysis.robustness.supposed import Supposed
from dosa_trace.analysis.robustness.what_if import what_if
from dosa_trace.catalog.model.records import Instrument, Recommendation, TraceLink
from dosa_trace.diagnostics import BadQuestion
from tests import oracle
from tests.build import frozen, graph_of
from tests.cli.conftest import Runner, run
from tests.examples import examples
from tests.worlds import DAYS, catalogues

__all__ = ["run"]

ON = date(2026, 11, 23)
CATALOG = frozen(ON).catalog


def chosen(*conditions: str) -> set[str]:
    where = [Where.parse(condition) for condition in conditions]
    records = CATALOG.recommendations.values()
    return {one.id for one in matching(CATALOG, Recommendation, records, where, ON)}


def test_values_of_one_key_are_alternatives_and_keys_must_all_hold() -> None:
    talent, compute = chosen("theme=talent"), chosen("theme=compute")
    assert chosen("theme=talent", "theme=compute") == chosen("theme=talent,compute")
    assert chosen("theme=talent,compute") == talent | compute
    by_wrr = chosen("id=wrr-*")
    assert by_wrr and talent
    assert chosen("id=wrr-*", "theme=talent") == by_wrr & talent


def test_a_star_stands_for_anything_and_nothing_is_everything() -> None:
    assert chosen("id=*") == chosen() == set(CATALOG.recommendations)
    assert chosen("id=fs-*") == {one for one in CATALOG.recommendations if one.startswith("fs-")}


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("theme", "theme"),
        ("=talent", "=talent"),
        ("theme=", "theme="),
        ("nosuch=1", "nosuch"),
        ("theme=talnt", "talnt"),
    ],
)
def test_what_chooses_nothing_on_file_is_refused_and_named(condition: str, said: str) -> None:
    with pytest.raises(BadQuestion) as refused:
        chosen(condition)
    assert said in str(refused.value)


def test_a_status_is_that_of_the_day() -> None:
    """A word of the format may stand without a record that has it; the answer is then empty."""
    where = [Where("status", "in-progress")]
    records = CATALOG.instruments.values()
    now = matching(CATALOG, Instrument, records, where, ON)
    assert {one.id for one in now} == {
        one.id for one in records if (event := one.status_on(ON)) and event.value == "in-progress"
    }
    before = matching(CATALOG, Instrument, records, where, date(2025, 6, 1))
    assert 0 < len(before) < len(now)


@pytest.mark.parametrize("kind", [Recommendation, Instrument, TraceLink])
def test_every_value_that_is_offered_chooses_something(kind: type) -> None:
    shelf = {
        Recommendation: CATALOG.recommendations.values(),
        Instrument: CATALOG.instruments.values(),
        TraceLink: CATALOG.links,
    }[kind]
    key = "basis" if kind is TraceLink else "level" if kind is Instrument else "theme"
    offered = values_on_file(CATALOG, kind, key)
    assert offered
    for value in offered:
        assert matching(CATALOG, kind, shelf, [Where(key, value)], ON), value


@examples(100)
@given(
    catalogues(),
    st.sampled_from(DAYS),
    st.sampled_from(["paper", "ec", "EZ", "mez"]),
    st.sampled_from(["own", "not-known", "third-party", "public-body"]),
)
def test_by_what_is_behind_the_states(
    data: dict[str, Any], on: date, owner: str, speaker: str
) -> None:
    """Those in any answered state whose state rests on an instrument of which all this holds."""
    graph = graph_of(data, on)
    verdicts = oracle.states(data, on, "inferred")
    records = {one["id"]: one for one in data["instruments"]}

    def expected(holds: Callable[[dict[str, Any]], bool]) -> set[str]:
        return {
            one.id
            for one in graph.recommendations
            if verdicts[one.id].state in oracle.STATE_RULES
            and any(holds(records[name]) for name in verdicts[one.id].via)
        }

    def owned(one: dict[str, Any]) -> bool:
        listed = one["owner"] if isinstance(one["owner"], list) else [one["owner"]]
        return owner in listed

    def spoken(one: dict[str, Any]) -> bool:
        return oracle.status_speaker(data, one, on) == speaker

    if any(map(owned, records.values())):
        found = select(graph, [Where("owner", owner)])
        assert {one.id for one in found} == expected(owned)
        both = select(graph, [Where("owner", owner), Where("speaker", speaker)])
        assert {one.id for one in both} == expected(lambda one: owned(one) and spoken(one))
    else:
        with pytest.raises(BadQuestion):
            select(graph, [Where("owner", owner)])
    assert {one.id for one in select(graph, [Where("speaker", speaker)])} == expected(spoken)
    assert {one.id for one in select(graph, [Where("level", "nl")])} == expected(lambda _: True)


def test_what_if_asks_of_the_same_before_and_after() -> None:
    """A selection by what is behind the states is not made anew where these are others."""
    graph = frozen(ON)
    where = [Where("owner", "ez")]
    found = what_if(graph, Supposed(stop=("ained",)), where=where)
    assert found.before.total == found.after.total == len(select(graph, where))


def test_a_list_can_be_chosen_by_ministry(run: Runner) -> None:
    found = json.loads(run("list", "recommendations", "--where", "owner=ez", "-f", "json").out)
    assert found["basis"] == "inferred"
    told = json.loads(run("coverage", "--where", "owner=ez", "-f", "json").out)
    assert {one["id"] for one in found["items"]} == {one["id"] for one in told["recommendations"]}
    assert told["counts"]["gap"] == told["counts"]["declined"] == 0
    assert (
        "chosen by their instruments" in run("coverage", "--where", "owner=ez", "--lang", "en").out
    )
