"""The states of a catalogue computed anew by SQL from its tables alone, held against the program's.

A sceptic need not believe the program: the statements (`coverage.sql`) are run by SQLite or DuckDB,
which know nothing of it.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.exporting.data_table import DataColumn, DataTable
from dosa_trace.exporting.database import COVERAGE_IN_DUCKDB, COVERAGE_SQL
from dosa_trace.exporting.statements import fill
from dosa_trace.exporting.tables import tables_of
from dosa_trace.graph import TraceGraph

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    Connection = sqlite3.Connection | DuckDBPyConnection


class Engine(StrEnum):
    """Who computes the states anew."""

    SQLITE = "sqlite"
    DUCKDB = "duckdb"

    @property
    def statements(self) -> str:
        """The statements that do, in its own words."""
        path = COVERAGE_IN_DUCKDB if self is Engine.DUCKDB else COVERAGE_SQL
        return path.read_text(encoding="utf-8")


class StateDifference(NamedTuple):
    """A recommendation whose state SQL computes otherwise; None where one of them has none."""

    recommendation: str
    program: str | None
    sql: str | None


class Verification(NamedTuple):
    """How many states were computed anew, and those that differ."""

    states: int
    differences: tuple[StateDifference, ...]


def verify(graph: TraceGraph, engine: Engine = Engine.SQLITE) -> Verification:
    """The states on the date and the basis of a graph, by SQL and by the program."""
    with closing(records_in_sql(graph, engine)) as database:
        computed = states_by_sql(database, engine.statements)
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


def records_in_sql(graph: TraceGraph, engine: Engine = Engine.SQLITE) -> Connection:
    """The records of a catalogue in an engine, as far as its statements name their tables, with the
    date and the basis that are asked for."""
    columns = (DataColumn("as_of", "text"), DataColumn("basis", "text"))
    row = (graph.as_of.isoformat(), graph.basis.value)
    asked = DataTable("asked", "", columns, ("as_of", "basis"), (row,))
    named = frozenset(re.findall(r"\w+", engine.statements))
    tables = [table for table in (asked, *tables_of(graph.catalog)) if table.name in named]
    if engine is Engine.DUCKDB:
        from dosa_trace.exporting import duckdb_engine

        opened = duckdb_engine.opened()
        duckdb_engine.fill(opened, tables)
        return opened
    database = sqlite3.connect(":memory:")
    fill(database, tables)
    return database


def states_by_sql(database: Connection, statements: str) -> Mapping[str, str]:
    """The state of each recommendation that is known, as an engine computes it from the tables."""
    if isinstance(database, sqlite3.Connection):
        database.executescript(statements)
    else:
        database.execute(statements)
    rows = database.execute("SELECT recommendation, state, mentioned FROM sql_states")
    return {name: _said(state, bool(mentioned)) for name, state, mentioned in rows.fetchall()}


def _said(state: str, mentioned: bool) -> str:
    return f"{state}, mentioned" if mentioned else state
