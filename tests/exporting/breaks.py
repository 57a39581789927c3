"""The statements that compute states, broken in each rule, and catalogues on which that shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.exporting.verification import Engine, records_in_sql, states_by_sql, states_judged
from dosa_trace.graph import TraceGraph
from tests.build import frozen, graph_of
from tests.test_oracle import instrument, link, responded, world
from tests.worlds import DAYS, catalogues

#: The dates on which the catalogue is asked.
FIVE = [date(2024, 6, 30), date(2025, 8, 21), date(2025, 12, 31), date(2026, 6, 1),
        date(2026, 11, 30)]  # fmt: skip


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
    world(link("r", "i", since="2026-07"), instruments=[instrument("i", "adopted@2024-01-01")]),
    world(link("r", "a", "marginal")),
    world(link("r", "x", "marginal")),
    world(link("r", "x", "partial")),
    world(
        link("r", "o"), link("o", "a"),
        objectives=[{"id": "o", "evidence": [{"source": "late"}, {"source": "early"}]}],
    ),
    world(
        link("r", "o"), link("o", "a"), objectives=[{"id": "o", "evidence": [{"source": "late"}]}],
    ),
    world(link("r", "a", joint="j"), link("r", "b", joint="j", since="2027")),
    world(
        link("r", "a", joint="one"), link("r", "b", joint="one"),
        link("r", "o", joint="two"), link("r", "p", joint="two"),
    ),
    world(link("r", "a", basis="suggested")),
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
#: What is broken, and how: one in each rule that both engines say alike.
BREAKS = {
    "an objective is known from its source alone": ("'0001-01-01')", "'9999-01-01')"),
    "evidence dates no objective": ("WHERE e.objective = o.id", "WHERE false"),
    "the latest evidence dates an objective": (
        "(SELECT min(s.day) FROM objective_evidence",
        "(SELECT max(s.day) FROM objective_evidence",
    ),
    "a group does not wait": ("links l LEFT JOIN sql_counted c", "links l JOIN sql_counted c"),
    "a paused instrument carries": (
        "'completed', 'announced')",
        "'completed', 'announced', 'paused')",
    ),
    "what is completed does not": (
        "('adopted', 'in-progress', 'completed') AS",
        "('adopted', 'in-progress') AS",
    ),
    "the first status holds": (
        'max(k."position") AS "position" FROM sql_status_day',
        'min(k."position") AS "position" FROM sql_status_day',
    ),
    "evidence dates no link": ("WHERE e.link = l.link", "WHERE e.link = -1"),
    "what contradicts counts": ("l.relation = 'supports' AND d.day", "d.day"),
    "ends need not be known": ("AND f.day <= asked.as_of AND t.day <= asked.as_of", ""),
    "what software suggests counts": ("(l.basis = 'stated' OR (", "(l.basis <> 'x' OR ("),
    "on sources alone analysts count": ("AND asked.basis = 'inferred')", "AND 1)"),
    "a partial link is full": ("WHEN 'partial' THEN 2", "WHEN 'partial' THEN 3"),
    "a marginal link is partial": ("WHEN 'marginal' THEN 1", "WHEN 'marginal' THEN 2"),
    "a draft declines": ("WHERE NOT k.draft AND", "WHERE"),
    "the first response declines": (
        'max(k."position") AS "position" FROM sql_response_day',
        'min(k."position") AS "position" FROM sql_response_day',
    ),
    "existing policy declines nothing": ("IN ('rejected', 'existing-policy')", "IN ('rejected')"),
    "a response of tomorrow is known": ("NOT k.draft AND k.day <= asked.as_of", "NOT k.draft"),
    "a status of tomorrow is known": (
        "WHERE k.day <= asked.as_of\n  GROUP BY k.instrument",
        "GROUP BY k.instrument",
    ),
    "advice of tomorrow is known": ("WHERE d.day <= asked.as_of),", "WHERE 1),"),
    "who is mentioned is not told": ("WHEN 'mentioned' THEN 1 ELSE 0", "WHEN '' THEN 1 ELSE 0"),
}


def graphs() -> Iterator[TraceGraph]:
    """Catalogues on dates and bases, those in which the most happens first."""
    usual, *others = sorted(
        (*DAYS, date(2024, 6, 1), date(2026, 7, 1)), key=lambda on: on != DAYS[1]
    )
    yield from (graph_of(data, usual) for data in SMALL)
    yield frozen(FIVE[1])
    yield frozen(FIVE[1], Basis.STATED)
    yield from (graph_of(data, on) for on in others for data in SMALL)
    for data in drawn(DRAWN_WORLDS):
        for on in DAYS:
            yield graph_of(data, on)
            yield graph_of(data, on, "stated")


def unnoticed(engine: Engine, breaks: Mapping[str, tuple[str, str]]) -> set[str]:
    """The breaks of what an engine is told that no catalogue shows."""
    right = engine.statements
    for before, _ in breaks.values():
        assert before in right, f"{before!r} stands otherwise for {engine.value}"
    waiting = dict(breaks)
    for graph in graphs():
        judged = states_judged(graph)
        with closing(records_in_sql(graph, engine)) as database:
            assert states_by_sql(database, right) == judged
            for name, (before, after) in [*waiting.items()]:
                if states_by_sql(database, right.replace(before, after)) != judged:
                    del waiting[name]
        if not waiting:
            break
    return {*waiting}
