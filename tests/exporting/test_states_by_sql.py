"""SQL computes the states from the tables alone as the program does, and a break of it shows."""

from __future__ import annotations

import re
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

#: What SQLite says in its own words, broken.
OWN_BREAKS = {
    "a year counts from its first day": ("|| '-12-31'", "|| '-01-01'"),
    "a month counts from its first day": ("'+1 month', '-1 day'", "'+0 month'"),
    "since is of no use": ("CASE length(l.since) WHEN 4", "CASE length(NULL) WHEN 4"),
    "a link of a group counts alone": ("c.joint IS NULL AND c.extent", "c.extent"),
    "a group counts in part": ("AND g.members = (SELECT count(*)", "AND 1 <= (SELECT count(*)"),
    "a group may be weaker": ("WHERE g.extent >= r.extent\n", "WHERE 1\n"),
    "one round is enough": ("> r.before)\n", "> r.before AND r.before < 0)\n"),
    "what is announced covers": ("WHERE live OR k.column3)", "WHERE 1)"),
    "what is announced plans nothing": ("('planned', 2, 1)", "('planned', 2, 0)"),
    "what is announced is no mention": ("('mentioned', 1, 1)", "('mentioned', 1, 0)"),
    "all groups of an origin are one": ('GROUP BY l."from", l.joint', 'GROUP BY l."from"'),
}


@pytest.mark.parametrize("on", FIVE)
@pytest.mark.parametrize("basis", ["inferred", "stated"])
def test_the_states_of_the_catalogue_are_the_same(on: date, basis: Any) -> None:
    graph = frozen(on, basis)
    assert verify(graph) == (len(graph.recommendations), ())


@examples(100)  # test_duckdb.py asks both engines about 500
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["inferred", "stated"]))
def test_the_states_of_any_catalogue_are_the_same(
    data: dict[str, Any], on: date, basis: Any
) -> None:
    assert verify(graph_of(data, on, basis)).differences == ()


@pytest.mark.costly
def test_a_break_of_any_rule_is_noticed() -> None:
    assert unnoticed(Engine.SQLITE, BREAKS | OWN_BREAKS) == set()


def test_both_engines_are_told_the_same_but_for_the_last_day_and_the_chains() -> None:
    last_day = re.compile(r"CASE length\((.+?)\)\s+WHEN 4 THEN .+?ELSE \1 END", re.S)
    sqlite = last_day.sub(r"last_day_of(\1)", Engine.SQLITE.statements)
    duckdb = Engine.DUCKDB.statements.replace("CREATE OR REPLACE TABLE", "CREATE VIEW")
    apart = re.compile(r"-- What each kind of chain.*(?=-- The first that holds)", re.S)
    begin = "-- A date may be"
    alike = [apart.sub("", text[text.index(begin) :]) for text in (sqlite, duckdb)]
    assert alike[0] == alike[1]
