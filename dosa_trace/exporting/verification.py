"""The states of a catalogue computed anew by SQL from its tables alone, held against the program's.

A sceptic need not believe the program: the statements (`coverage.sql`) are run by SQLite, which
knows nothing of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.exporting.data_table import DataColumn, DataTable
from dosa_trace.exporting.database import COVERAGE_SQL
from dosa_trace.exporting.statements import fill
from dosa_trace.exporting.tables import tables_of
from dosa_trace.graph import TraceGraph


class StateDifference(NamedTuple):
    """A recommendation whose state SQL computes otherwise; None where one of them has none."""

    recommendation: str
    program: str | None
    sql: str | None


class Verification(NamedTuple):
    """How many states were computed anew, and those that differ."""

    states: int
    differences: tuple[StateDifference, ...]


def verify(graph: TraceGraph) -> Verification:
    """The states on the date and the basis of a graph, by SQL and by the program."""
    database = records_in_sql(graph)
    try:
        computed = states_by_sql(database, COVERAGE_SQL.read_text(encoding="utf-8"))
    finally:
        database.close()
    judged = states_judged(graph)
    differences = tuple(
        StateDifference(name, judged.get(name), computed.get(name))
        for name in sorted({*judged, *computed})
        if judged.get(name) != computed.get(name)
    )
    return Verification(len(computed), differences)


def states_judged(graph: TraceGraph) -> Mapping[str, str]:
    """The state of each recommendation that is known, as the program judges it."""
    judge = Judge(graph)
    verdicts = ((record.id, judge.judge(record)) for record in graph.recommendations)
    return {name: _said(verdict.state.value, verdict.mentioned) for name, verdict in verdicts}


def records_in_sql(graph: TraceGraph) -> sqlite3.Connection:
    """The records of a catalogue in SQLite, with the date and the basis that are asked for."""
    columns = (DataColumn("as_of", "text"), DataColumn("basis", "text"))
    row = (graph.as_of.isoformat(), graph.basis.value)
    asked = DataTable("asked", "", columns, ("as_of", "basis"), (row,))
    database = sqlite3.connect(":memory:")
    fill(database, (asked, *tables_of(graph.catalog)))
    return database


def states_by_sql(database: sqlite3.Connection, statements: str) -> Mapping[str, str]:
    """The state of each recommendation that is known, as SQLite computes it from the tables."""
    database.executescript(statements)
    rows = database.execute("SELECT recommendation, state, mentioned FROM sql_states")
    return {name: _said(state, bool(mentioned)) for name, state, mentioned in rows}


def _said(state: str, mentioned: bool) -> str:
    return f"{state}, mentioned" if mentioned else state
