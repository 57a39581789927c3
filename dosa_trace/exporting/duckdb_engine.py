"""Tables in DuckDB, and as the Parquet files that it writes: the one place that imports it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dosa_trace.diagnostics import BadQuestion
from dosa_trace.exporting.data_table import DataTable, Value, number
from dosa_trace.exporting.statements import quoted
from dosa_trace.language import Phrase

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TYPE: Final = {
    "text": "VARCHAR", "date": "VARCHAR", "integer": "BIGINT", "boolean": "BOOLEAN",
    "number": "DOUBLE",
}  # fmt: skip
#: So many rows are handed over at once.
_BATCH: Final = 5_000


def opened() -> DuckDBPyConnection:
    """An empty database in memory; raises BadQuestion where DuckDB is not installed."""
    try:
        import duckdb
    except ImportError as error:
        raise BadQuestion(NOT_INSTALLED, INSTALL_IT) from error
    # One thread, so that the same tables give the same bytes.
    return duckdb.connect(":memory:", config={"threads": 1})


def fill(database: DuckDBPyConnection, tables: Iterable[DataTable]) -> None:
    """Makes tables and puts their rows in; no text of a row is a statement."""
    for table in tables:
        columns = ", ".join(f"{quoted(one.name)} {_TYPE[one.type]}" for one in table.columns)
        database.execute(f"CREATE OR REPLACE TABLE {quoted(table.name)} ({columns})")
        shape = json.dumps([{one.name: _TYPE[one.type] for one in table.columns}])
        for first in range(0, len(table.rows), _BATCH):
            rows = table.rows[first : first + _BATCH]
            data = json.dumps([dict(_cells(table, row)) for row in rows])
            database.execute(
                f"INSERT INTO {quoted(table.name)} "
                "SELECT unnest(from_json_strict(?, ?), max_depth := 2)",
                [data, shape],
            )


def _cells(table: DataTable, row: Sequence[Value]) -> Iterator[tuple[str, Any]]:
    for column, value in zip(table.columns, row, strict=True):
        is_flag = column.type == "boolean" and value is not None
        yield column.name, bool(value) if is_flag else number(value)


def parquet_of(database: DuckDBPyConnection, table: DataTable, folder: Path) -> bytes:
    """A table as a file of Parquet, which is written into a folder to be read from there."""
    path = folder / f"{table.name}.parquet"
    named = str(path).replace("'", "''")
    database.execute(f"COPY {quoted(table.name)} TO '{named}' (FORMAT parquet)")
    return path.read_bytes()


NOT_INSTALLED = Phrase("DuckDB is not installed", "DuckDB is niet geïnstalleerd")
INSTALL_IT = Phrase(
    "install it with pip install 'dosa-trace[duckdb]'",
    "installeer het met pip install 'dosa-trace[duckdb]'",
)
