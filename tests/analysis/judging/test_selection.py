"""What chooses records: values of one key are alternatives, different keys must all hold."""

from __future__ import annotations

from datetime import date

import pytest

from dosa_trace.analysis.judging.selection import Where, matching, values_on_file
from dosa_trace.catalog.model.records import Instrument, Recommendation, TraceLink
from dosa_trace.diagnostics import BadQuestion
from tests.build import frozen

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
