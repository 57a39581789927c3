"""What answers are split by: one table, whose rows every question has in one order."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dosa_trace.analysis.coverage.coverage import By, coverage
from dosa_trace.analysis.judging.dimensions import OF_INSTRUMENTS, OF_RECOMMENDATIONS, split
from dosa_trace.analysis.money.money import MoneyBy, money
from dosa_trace.analysis.time.delays import delays
from tests.build import frozen, graph_of

ON = date(2026, 11, 23)


@pytest.mark.parametrize("dimension", OF_RECOMMENDATIONS)
def test_every_recommendation_stands_in_the_rows_of_its_keys(dimension: str) -> None:
    graph = frozen(ON)
    rows = split(graph.catalog, OF_RECOMMENDATIONS[dimension], graph.recommendations)
    assert {one.id for row in rows for one in row.records} == {
        one.id for one in graph.recommendations
    }
    keys = [row.key for row in rows]
    assert len(keys) == len(set(keys))
    assert None not in keys[:-1]


def test_the_same_rows_stand_in_the_same_order_under_the_same_names_in_every_answer() -> None:
    graph = frozen(ON)
    told = delays(graph)
    for by, rows in (
        (By.THEME, told.by_theme),
        (By.SOURCE, told.by_source),
        (By.ADDRESSEE, told.by_addressee),
    ):
        groups = [group for group in coverage(graph, by=by).groups if group.key is not None]
        assert [(row.key, row.label) for row in rows] == [(one.key, one.label) for one in groups]
        assert [row.delays[0].total for row in rows] == [group.total for group in groups]


def test_a_level_is_told_apart_from_its_organisations() -> None:
    """`The cabinet` is one number: who asks a ministry by name is in a row of its own."""
    world: dict[str, Any] = {
        "sources": [{"id": "s", "date": "2023"}],
        "organisations": [{"id": "ez", "name": "Economic Affairs", "level": "nl"}],
        "recommendations": [
            {"id": "a", "source": "s", "addressee": ["nl"]},
            {"id": "b", "source": "s", "addressee": ["ez"]},
        ],
    }
    rows = coverage(graph_of(world, ON), by=By.ADDRESSEE).groups
    said = [(row.key, row.label.texts if row.label else None) for row in rows]
    assert said == [
        (
            "nl",
            (
                ("en", "the cabinet, no organisation named"),
                ("nl", "het kabinet, geen organisatie genoemd"),
            ),
        ),
        ("ez", (("", "Economic Affairs"),)),
    ]
    del world["recommendations"][1]
    (row,) = coverage(graph_of(world, ON), by=By.ADDRESSEE).groups
    assert row.label and row.label.texts == (("en", "the cabinet"), ("nl", "het kabinet"))


@pytest.mark.parametrize("dimension", OF_INSTRUMENTS)
def test_money_has_the_rows_of_its_dimension(dimension: str) -> None:
    graph = frozen(ON)
    found = money(graph, MoneyBy(dimension))
    instruments = [graph.catalog.instruments[name] for name in found.total.instruments]
    rows = split(graph.catalog, OF_INSTRUMENTS[dimension], instruments)
    assert [(row.key, row.label) for row in found.lines] == [(row.key, row.label) for row in rows]
