"""Tables as statements of SQL: our own names, quoted, and values bound."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from dosa_trace.exporting.data_table import DataTable, number

_SQL_TYPE: Final = {
    "text": "TEXT", "date": "TEXT", "integer": "INTEGER", "boolean": "INTEGER", "number": "NUMERIC"
}  # fmt: skip


def quoted(*names: str) -> str:
    """Names as SQL takes any; ours hold no quotation mark."""
    return ", ".join(f'"{name}"' for name in names)


def references(
    table: DataTable, keys: Mapping[str, Sequence[str]]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """The columns of a table that name the key of another of these, and which: single ones, and
    those that say together on which row of a list one of its own hangs."""
    for column in table.columns:
        if column.refers is not None and column.refers in keys:
            yield (column.name,), column.refers
    owned = keys.get(table.owner or "", ())
    if table.owner is not None and len(owned) > 1:
        yield tuple(column.name for column in table.columns[: len(owned)]), table.owner


def create_table(table: DataTable, keys: Mapping[str, Sequence[str]]) -> str:
    """The statement that makes a table, in which each column says what it means; `keys` are those
    of all tables."""
    lines = []
    single = {names[0]: other for names, other in references(table, keys) if len(names) == 1}
    for column in table.columns:
        parts = [quoted(column.name), _SQL_TYPE[column.type]]
        if column.required:
            parts.append("NOT NULL")
        if (other := single.get(column.name)) is not None:
            parts.append(f"REFERENCES {quoted(other)} ({quoted(*keys[other])})")
        about = f" -- {column.about}" if column.about else ""
        lines.append(f"  {' '.join(parts)},{about}")
    for names, other in references(table, keys):
        if len(names) > 1:
            lines.append(
                f"  FOREIGN KEY ({quoted(*names)}) REFERENCES "
                f"{quoted(other)} ({quoted(*keys[other])}),"
            )
    lines.append(f"  PRIMARY KEY ({quoted(*table.key)})")
    about = f" -- {table.about}" if table.about else ""
    return f"CREATE TABLE {quoted(table.name)} ({about}\n" + "\n".join(lines) + "\n)"


def fill(database: sqlite3.Connection, tables: Iterable[DataTable]) -> None:
    """Makes tables and puts their rows in."""
    tables = [*tables]
    keys = {table.name: table.key for table in tables}
    for table in tables:
        database.execute(create_table(table, keys))
        holes = ", ".join("?" * len(table.columns))
        database.executemany(
            f"INSERT INTO {quoted(table.name)} VALUES ({holes})",
            (tuple(map(number, row)) for row in table.rows),
        )
