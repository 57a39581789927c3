"""Tables as statements of SQL: our own names, quoted, and values bound."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Final

from dosa_trace.exporting.data_table import DataTable, number
from dosa_trace.exporting.tables import LINK

_SQL_TYPE: Final = {
    "text": "TEXT", "date": "TEXT", "integer": "INTEGER", "boolean": "INTEGER", "number": "NUMERIC"
}  # fmt: skip


def quoted(name: str) -> str:
    """A name as SQL takes any; ours hold no quotation mark."""
    return f'"{name}"'


def create_table(table: DataTable) -> str:
    """The statement that makes a table, in which each column says what it means."""
    lines = []
    for column in table.columns:
        parts = [quoted(column.name), _SQL_TYPE[column.type]]
        if column.required:
            parts.append("NOT NULL")
        if column.refers is not None:
            key = LINK if column.refers == "links" else "id"
            parts.append(f"REFERENCES {quoted(column.refers)} ({quoted(key)})")
        about = f" -- {column.about}" if column.about else ""
        lines.append(f"  {' '.join(parts)},{about}")
    lines.append(f"  PRIMARY KEY ({', '.join(map(quoted, table.key))})")
    about = f" -- {table.about}" if table.about else ""
    return f"CREATE TABLE {quoted(table.name)} ({about}\n" + "\n".join(lines) + "\n)"


def fill(database: sqlite3.Connection, tables: Iterable[DataTable]) -> None:
    """Makes tables and puts their rows in."""
    for table in tables:
        database.execute(create_table(table))
        holes = ", ".join("?" * len(table.columns))
        database.executemany(
            f"INSERT INTO {quoted(table.name)} VALUES ({holes})",
            (tuple(map(number, row)) for row in table.rows),
        )
