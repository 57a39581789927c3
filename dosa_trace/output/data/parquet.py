"""The tables of a catalogue as a folder of Parquet files, with the statements that make a database
of DuckDB of them and compute the states anew, and a Data Package that describes them."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from typing import Final

from dosa_trace.exporting import duckdb_engine
from dosa_trace.exporting.database import COVERAGE_IN_DUCKDB, Database
from dosa_trace.exporting.statements import quoted
from dosa_trace.file_writer import scratch_folder
from dosa_trace.output.data.data_package import PACKAGE, package
from dosa_trace.output.target import PIPE, Medium

#: Of Datasette's plugin for feeds, which reads no Parquet.
_ELSEWHERE: Final = frozenset({"feed"})


def render(made: Database, medium: Medium = PIPE) -> Mapping[str, bytes]:
    """The files of the folder by their names; raises BadQuestion where DuckDB is not installed."""
    files: dict[str, bytes] = {}
    with closing(duckdb_engine.opened()) as database, scratch_folder() as folder:
        duckdb_engine.fill(database, made.tables)
        for table in made.tables:
            name = f"{table.name}.parquet"
            files[name] = duckdb_engine.parquet_of(database, table, folder)
    return {
        PACKAGE: package(made, "parquet", "application/vnd.apache.parquet", files),
        "tables.sql": _tables(made).encode("utf-8"),
        "coverage.sql": COVERAGE_IN_DUCKDB.read_bytes(),
        **files,
    }


def _tables(made: Database) -> str:
    """The statements that read the files as tables, and the views on these; `asked` can be
    changed."""
    lines = [
        "-- In this folder: duckdb -cmd '.read tables.sql' -cmd '.read coverage.sql'",
        "-- A database on disk goes elsewhere, for here stand files of the export alone.",
        "",
    ]
    for table in made.tables:
        sort = "TABLE" if table.name == "asked" else "VIEW"
        lines.append(
            f"CREATE OR REPLACE {sort} {quoted(table.name)} AS FROM '{table.name}.parquet';"
        )
    for name, statement in made.views.items():
        if name not in _ELSEWHERE:
            lines += ["", f"CREATE OR REPLACE VIEW {quoted(name)} AS\n{statement};"]
    return "\n".join(lines) + "\n"
