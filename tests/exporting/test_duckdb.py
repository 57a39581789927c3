"""DuckDB computes the states from the tables alone as the program does, and a break shows."""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.exporting import duckdb_engine
from dosa_trace.exporting.tables import tables_of
from dosa_trace.exporting.verification import Engine, verify
from tests.build import FROZEN, catalog_of, frozen, graph_of
from tests.cli.conftest import Runner, run
from tests.examples import examples
from tests.exporting.breaks import BREAKS, FIVE, unnoticed
from tests.worlds import DAYS, catalogues

pytest.importorskip("duckdb")
__all__ = ["run"]
#: What DuckDB says in its own words, broken.
OWN_BREAKS = {
    "a year counts from its first day": ("|| '-12-31'", "|| '-01-01'"),
    "a month counts from its first day": ("last_day(TRY_CAST", "(TRY_CAST"),
    "since is of no use": ("last_day_of(l.since)", "NULL"),
    "a link of a group counts alone": ("c.joint IS NULL AND c.extent", "c.extent"),
    "a group counts in part": ("HAVING g.members = count(*)", ""),
    "a group may be weaker": ("WHERE g.extent >= least\n", "WHERE true\n"),
    "one round is enough": (
        "FROM reached r JOIN sql_counted c",
        "FROM (SELECT id FROM reached INTERSECT SELECT id FROM sql_ending) r JOIN sql_counted c",
    ),
    "a group is looked at but once": (
        "FROM reached r JOIN sql_counted n",
        "FROM (SELECT id FROM reached INTERSECT SELECT id FROM sql_ending) r JOIN sql_counted n",
    ),
    "what is announced covers": ("WHERE live OR promised", "WHERE true"),
    "what is announced plans nothing": ("chains_of(2, true)", "chains_of(2, false)"),
    "what is announced is no mention": ("chains_of(1, true)", "chains_of(1, false)"),
    "all groups of an origin are one": (
        'SELECT l."from", l.joint, count(*) AS members, min(c.extent) AS extent',
        'SELECT DISTINCT l."from", l.joint, sum(count(*)) OVER (PARTITION BY l."from") '
        "AS members, min(c.extent) AS extent",
    ),
}


@pytest.mark.parametrize("on", FIVE)
@pytest.mark.parametrize("basis", ["inferred", "stated"])
def test_the_states_of_the_catalogue_are_the_same(on: date, basis: Any) -> None:
    graph = frozen(on, basis)
    assert verify(graph, Engine.DUCKDB) == (len(graph.recommendations), ())


@examples(500)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["inferred", "stated"]))
def test_the_states_of_any_catalogue_are_the_same(
    data: dict[str, Any], on: date, basis: Any
) -> None:
    graph = graph_of(data, on, basis)
    assert [verify(graph, engine).differences for engine in Engine] == [(), ()]


@pytest.mark.costly
def test_a_break_of_any_rule_is_noticed() -> None:
    assert unnoticed(Engine.DUCKDB, BREAKS | OWN_BREAKS) == set()


def test_the_folder_of_parquet_makes_a_database_that_says_the_same(
    run: Runner, tmp_path: Path
) -> None:
    import duckdb

    asked = ("--catalog", str(FROZEN), "--as-of", "2026-11-23", "--lang", "en")
    assert run("export", *asked, "-f", "parquet", "-o", "tables").status == 0
    assert run("export", *asked, "-f", "parquet", "-o", "again").status == 0
    assert run("export", *asked, "-o", "c.db").status == 0
    files = {path.name: path.read_bytes() for path in Path("tables").iterdir()}
    assert files == {path.name: path.read_bytes() for path in Path("again").iterdir()}
    os.chdir("tables")
    with closing(duckdb.connect()) as duck, closing(sqlite3.connect("../c.db")) as lite:
        for name in ("tables.sql", "coverage.sql"):
            duck.execute(Path(name).read_text(encoding="utf-8"))
        tables = [
            name for (name,) in lite.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        assert len(tables) > 60
        for name in (*tables, "states", "figures", "chains", "money", "overdue", "sql_states"):
            asked_of = f'SELECT * FROM "{name}"'
            rows = [
                sorted(repr(as_sqlite(row)) for row in engine.execute(asked_of).fetchall())
                for engine in (duck, lite)
            ]
            assert rows[0] == rows[1], name


def as_sqlite(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row of either engine, its numbers alike."""
    return tuple(float(value) if isinstance(value, int | bool) else value for value in row)


def test_the_states_are_computed_anew_by_duckdb(run: Runner) -> None:
    found = run("export", "--verify", "--catalog", str(FROZEN), "-f", "parquet", "--lang", "en")
    assert (found.status, found.out) == (0, "")
    assert "computed by SQL from the tables alone: all are the same" in found.err


def test_a_folder_of_any_name_is_written_through(
    run: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "O'Brien").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "O'Brien"))
    assert run("export", "--catalog", str(FROZEN), "-q", "-f", "parquet", "-o", "t").status == 0


def test_without_duckdb_it_is_told_what_to_install(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    found = run("export", "--catalog", str(FROZEN), "-f", "parquet", "-o", "t", "--lang", "en")
    assert (found.status, Path("t").exists()) == (2, False)
    assert "pip install 'dosa-trace[duckdb]'" in found.err


def test_what_a_stranger_wrote_is_a_value_and_no_statement() -> None:
    evil = "'); DROP TABLE links; --\n\"; SELECT 1"
    nothing: dict[str, Any] = {"recommendations": [], "instruments": [], "links": []}
    data = {"sources": [{"id": "s", "title": evil}], "objectives": [], **nothing}
    with closing(duckdb_engine.opened()) as database:
        duckdb_engine.fill(database, tables_of(catalog_of(data)))
        assert database.execute("SELECT title_en FROM sources").fetchall() == [(evil,)]
        assert database.execute("SELECT count(*) FROM links").fetchall() == [(0,)]
