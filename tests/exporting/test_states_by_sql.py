"""SQL computes the states from the tables alone as the program does, and a break of it shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dosa_trace.exporting.database import COVERAGE_SQL
from dosa_trace.exporting.verification import records_in_sql, states_by_sql, states_judged, verify
from dosa_trace.graph import TraceGraph
from tests.build import frozen, graph_of
from tests.examples import examples
from tests.test_oracle import instrument, link, responded, world
from tests.worlds import DAYS, catalogues

FIVE = [date(2024, 6, 30), date(2025, 8, 21), date(2025, 12, 31), date(2026, 6, 1),
        date(2026, 11, 30)]  # fmt: skip
SQL = COVERAGE_SQL.read_text(encoding="utf-8")


@pytest.mark.parametrize("on", FIVE)
@pytest.mark.parametrize("basis", ["inferred", "stated"])
def test_the_states_of_the_catalogue_are_the_same(on: date, basis: Any) -> None:
    graph = frozen(on, basis)
    assert verify(graph) == (len(graph.recommendations), ())


@examples(500)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["inferred", "stated"]))
def test_the_states_of_any_catalogue_are_the_same(
    data: dict[str, Any], on: date, basis: Any
) -> None:
    assert verify(graph_of(data, on, basis)).differences == ()


def drawn(number: int) -> Iterator[dict[str, Any]]:
    """So many random catalogues."""
    found: list[dict[str, Any]] = []

    @settings(max_examples=number, database=None, phases=[Phase.generate], derandomize=True,
              deadline=None, suppress_health_check=[*HealthCheck])  # fmt: skip
    @given(catalogues())
    def draw(data: dict[str, Any]) -> None:
        found.append(data)

    draw()
    yield from found


#: Small worlds in which one rule each has work to do, beside those of many records.
SMALL = [
    world(link("r", "i"), instruments=[instrument("i", "announced", "paused")]),
    world(link("r", "i"), instruments=[instrument("i", "completed")]),
    world(link("r", "i", since="2024-07"), instruments=[instrument("i", "adopted@2024-01-01")]),
    world(link("r", "a", "marginal")),
    world(link("r", "a", evidence=[{"source": "late"}])),
    world(
        link("r", "o", since="2024"), link("o", "a", since="2024"),
        objectives=[{"id": "o", "source": "late"}],
    ),
    world(link("r", "a", "partial", joint="j"), link("r", "b", "partial", joint="j")),
    world(link("r", "a", relation="contradicts")),
    world(recommendations=[responded("accepted", "rejected")]),
    world(recommendations=[responded("rejected", "accepted")]),
    world(recommendations=[responded("existing-policy")]),
    world(recommendations=[responded("rejected") | {"responses": [
        {"date": "2024", "value": "rejected", "draft": True}]}]),
    world(recommendations=[responded("accepted", "rejected", dates=("2024", "2027"))]),
    world(
        link("r", "o", joint="j"), link("r", "p", joint="j"), link("o", "a"), link("p", "x"),
        link("s", "q"), link("q", "o"),
    ),
]  # fmt: skip
#: Many small worlds, the same every time.
DRAWN_WORLDS = 20
#: What is broken, and how: one in each rule.
BREAKS = {
    "a year counts from its first day": ("|| '-12-31'", "|| '-01-01'"),
    "a month counts from its first day": ("'+1 month', '-1 day'", "'+0 month'"),
    "an objective is known from its source alone": ("'0001-01-01')", "'9999-01-01')"),
    "a paused instrument carries": (
        "'completed', 'announced')",
        "'completed', 'announced', 'paused')",
    ),
    "what is completed does not": (
        "('adopted', 'in-progress', 'completed') AS",
        "('adopted', 'in-progress') AS",
    ),
    "the first status holds": (
        "max(k.position) AS position FROM instrument_status",
        "min(k.position) AS position FROM instrument_status",
    ),
    "since is of no use": ("CASE length(l.since) WHEN 4", "CASE length(NULL) WHEN 4"),
    "evidence dates no link": ("WHERE e.link = l.link", "WHERE e.link = -1"),
    "what contradicts counts": ("l.relation = 'supports' AND d.day", "d.day"),
    "ends need not be known": ("AND f.day <= asked.as_of AND t.day <= asked.as_of", ""),
    "what software suggests counts": ("(l.basis = 'stated' OR (", "(l.basis <> 'x' OR ("),
    "on sources alone analysts count": ("AND asked.basis = 'inferred')", "AND 1)"),
    "a partial link is full": ("WHEN 'partial' THEN 2", "WHEN 'partial' THEN 3"),
    "a marginal link is partial": ("WHEN 'marginal' THEN 1", "WHEN 'marginal' THEN 2"),
    "a link of a group counts alone": ("c.joint IS NULL AND c.extent", "c.extent"),
    "a group counts in part": ("AND g.members = (SELECT count(*)", "AND 1 <= (SELECT count(*)"),
    "a group may be weaker": ("WHERE g.extent >= r.extent\n", "WHERE 1\n"),
    "one round is enough": ("> r.before)\n", "> r.before AND r.before < 0)\n"),
    "what is announced covers": ("WHERE live OR k.column3)", "WHERE 1)"),
    "a draft declines": ("WHERE NOT k.draft AND CASE", "WHERE CASE"),
    "the first response declines": (
        "max(k.position) AS position\n    FROM recommendation",
        "min(k.position) AS position\n    FROM recommendation",
    ),
    "existing policy declines nothing": ("IN ('rejected', 'existing-policy')", "IN ('rejected')"),
    "a response of tomorrow is known": (
        'ELSE coalesce(k."date", k."read") END <= asked.as_of\n    GROUP BY k.recommendation',
        "ELSE '' END < 'x'\n    GROUP BY k.recommendation",
    ),
    "advice of tomorrow is known": ("WHERE d.day <= asked.as_of),", "WHERE 1),"),
    "who is mentioned is not told": ("f.chain IS 'mentioned' AS", "0 AS"),
}


def graphs() -> Iterator[TraceGraph]:
    """Catalogues on dates and bases, those in which the most happens first."""
    for data in SMALL:
        for on in (*DAYS, date(2024, 6, 1), date(2024, 7, 1)):
            yield graph_of(data, on)
    yield frozen(FIVE[1])
    for data in drawn(DRAWN_WORLDS):
        for on in DAYS:
            yield graph_of(data, on)
            yield graph_of(data, on, "stated")


@pytest.mark.costly
def test_a_break_of_any_rule_is_noticed() -> None:
    for before, _ in BREAKS.values():
        assert before in SQL, f"{before} stands otherwise in coverage.sql"
    waiting = dict(BREAKS)
    for graph in graphs():
        judged = states_judged(graph)
        database = records_in_sql(graph)
        assert states_by_sql(database, SQL) == judged
        for name, (before, after) in [*waiting.items()]:
            if states_by_sql(database, SQL.replace(before, after)) != judged:
                del waiting[name]
        database.close()
        if not waiting:
            break
    assert waiting == {}
