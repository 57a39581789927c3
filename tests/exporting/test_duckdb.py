"""DuckDB computes the states from the tables alone as the program does, and a break shows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.exporting.verification import Engine, verify
from tests.build import frozen, graph_of
from tests.examples import examples
from tests.exporting.breaks import BREAKS, FIVE, unnoticed
from tests.worlds import DAYS, catalogues

pytest.importorskip("duckdb")
#: What DuckDB says in its own words, broken.
OWN_BREAKS = {
    "a year counts from its first day": ("|| '-12-31'", "|| '-01-01'"),
    "a month counts from its first day": ("last_day(TRY_CAST", "(TRY_CAST"),
    "since is of no use": ("last_day_of(l.since)", "NULL"),
    "a link of a group counts alone": ("c.joint IS NULL AND c.extent", "c.extent"),
    "a group counts in part": ("HAVING g.members = count(*)", ""),
    "a group may be weaker": ("WHERE g.extent >= least\n", "WHERE true\n"),
    "one round is enough": (
        "FROM reached r JOIN sql_counted c",
        "FROM (SELECT id FROM reached INTERSECT SELECT id FROM sql_ending) r JOIN sql_counted c",
    ),
    "a group is looked at but once": (
        "FROM reached r JOIN sql_counted n",
        "FROM (SELECT id FROM reached INTERSECT SELECT id FROM sql_ending) r JOIN sql_counted n",
    ),
    "what is announced covers": ("WHERE live OR promised", "WHERE true"),
}


@pytest.mark.parametrize("on", FIVE)
@pytest.mark.parametrize("basis", ["inferred", "stated"])
def test_the_states_of_the_catalogue_are_the_same(on: date, basis: Any) -> None:
    graph = frozen(on, basis)
    assert verify(graph, Engine.DUCKDB) == (len(graph.recommendations), ())


@examples(500)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["inferred", "stated"]))
def test_the_states_of_any_catalogue_are_the_same(
    data: dict[str, Any], on: date, basis: Any
) -> None:
    graph = graph_of(data, on, basis)
    assert [verify(graph, engine).differences for engine in Engine] == [(), ()]


@pytest.mark.costly
def test_a_break_of_any_rule_is_noticed() -> None:
    assert unnoticed(Engine.DUCKDB, BREAKS | OWN_BREAKS) == set()
