"""The database that `export` writes: all that is on file, what follows from it, and no statement of
a stranger."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.exporting import database as exported
from dosa_trace.exporting.tables import tables_of
from tests.build import FROZEN, catalog_of, frozen_catalog
from tests.cli.conftest import Runner, run

__all__ = ["run"]
ON = ("--catalog", str(FROZEN), "--as-of", "2026-11-23", "--lang", "en")


@pytest.fixture
def opened(run: Runner) -> sqlite3.Connection:
    assert run("export", *ON, "-q", "-o", "c.db").status == 0
    return sqlite3.connect("c.db")


def test_every_reference_leads_to_a_row(opened: sqlite3.Connection) -> None:
    assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert opened.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_record_and_everything_that_hangs_on_one_is_in(opened: sqlite3.Connection) -> None:
    catalog = frozen_catalog()

    def number(table: str) -> int:
        return int(opened.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])

    for section in ("recommendations", "instruments", "sources", "objectives", "organisations"):
        assert number(section) == len(getattr(catalog, section))
    assert number("links") == len(catalog.links)
    assert number("instrument_status") == sum(
        len(one.status) for one in catalog.instruments.values()
    )
    assert number("link_evidence") == sum(len(one.evidence) for one in catalog.links)
    assert number("recommendation_considered_instruments") == sum(
        len(one.instruments) for asked in catalog.recommendations.values()
        for one in asked.considered
    )  # fmt: skip
    asked = catalog.recommendations["fs-talent"]
    row = opened.execute(
        "SELECT title_en, title_nl, source FROM recommendations WHERE id = 'fs-talent'"
    ).fetchone()
    said = dict(asked.title.texts)
    assert row == (said["en"], said["nl"], asked.source)
    file, line = opened.execute("SELECT file, line FROM records WHERE id = 'fs-talent'").fetchone()
    text = (FROZEN / file).read_text(encoding="utf-8").splitlines()
    assert "fs-talent" in text[line - 1]


def test_no_value_is_lost_and_none_is_made_up() -> None:
    """All texts of the records stand in the tables, as often as in the records."""
    catalog = frozen_catalog()
    there: Counter[str] = Counter()
    for table in tables_of(catalog):
        if table.name != "records":
            at = [n for n, column in enumerate(table.columns) if column.refers is None]
            there.update(str(row[n]) for row in table.rows for n in at if isinstance(row[n], str))
    for link in catalog.links:
        for said in (link.rationale, link.note):
            for text in said or ():
                assert there[text] >= 1
    for source in catalog.sources.values():
        for text in (*source.title, *source.publisher, *source.authors, source.url or source.id):
            assert there[text] >= 1


def test_keys_of_ones_own_are_in_as_they_are() -> None:
    nothing: dict[str, Any] = {"instruments": [], "objectives": [], "links": []}
    asked = {"id": "r", "source": "s", "x-bedrag": 1.5, "x-lijst": ["a", {"b": True}]}
    catalog = catalog_of({"sources": [{"id": "s"}], "recommendations": [asked], **nothing})
    (table,) = (one for one in tables_of(catalog) if one.name == "own_keys")
    assert [(row[1], row[3], json.loads(str(row[4]))) for row in table.rows] == [
        ("r", "x-bedrag", 1.5), ("r", "x-lijst", ["a", {"b": True}])
    ]  # fmt: skip


def test_the_views_say_what_the_program_says(opened: sqlite3.Connection, run: Runner) -> None:
    told = json.loads(run("coverage", *ON, "-f", "json").out)
    states = opened.execute("SELECT recommendation, state, basis, via FROM states").fetchall()
    assert {name: (state, basis, json.loads(via)) for name, state, basis, via in states} == {
        one["id"]: (one["state"], one["basis"], one["via"]) for one in told["recommendations"]
    }
    figures = opened.execute("SELECT state, number FROM figures WHERE basis = 'inferred'")
    assert dict(figures.fetchall()) == told["counts"]
    anew = opened.execute("SELECT recommendation, state FROM sql_states").fetchall()
    assert dict(anew) == {name: state for name, state, _, _ in states}
    behind = opened.execute(
        'SELECT DISTINCT recommendation FROM chains WHERE "to" IN (SELECT id FROM instruments)'
    ).fetchall()
    with_chain = {one["id"] for one in told["recommendations"] if one["via"] or one["mentioned"]}
    assert {name for (name,) in behind} == with_chain
    money = json.loads(run("money", *ON, "-f", "json").out)
    total = opened.execute(
        "SELECT currency, stage, amount FROM money WHERE key = 'total' AND apart = 'none'"
    ).fetchall()
    assert {(currency, stage): amount for currency, stage, amount in total} == {
        (one["currency"], one["stage"]): one["amount"]
        for one in money["total"]["sums"] if one["apart"] is None
    }  # fmt: skip
    due = json.loads(run("due", *ON, "--within", "0", "-f", "json").out)
    assert opened.execute("SELECT count(*) FROM overdue").fetchone()[0] == sum(
        one["state"] in ("late", "unknown") for one in due["items"]
    )


def test_the_feed_has_what_a_reader_of_feeds_needs(opened: sqlite3.Connection) -> None:
    rows = opened.execute("SELECT atom_id, atom_title, atom_updated FROM feed").fetchall()
    known = [
        event
        for record in (*frozen_catalog().recommendations.values(),
                       *frozen_catalog().instruments.values())
        for event in getattr(record, "responses", getattr(record, "status", ()))
        if not getattr(event, "draft", False)
        and (event.date or event.read).last_day <= date(2026, 11, 23)
    ]  # fmt: skip
    assert len(rows) == len({row[0] for row in rows}) == len(known)
    assert all(updated <= "2026-11-23T00:00:00Z" for _, _, updated in rows)
    assert [row[2] for row in rows] == sorted((row[2] for row in rows), reverse=True)


def test_a_party_has_its_name_in_each_language() -> None:
    owners = [{"nl": "Naam", "en": "Name"}, {"en": "Other"}, "EZ"]
    made = {"id": "i", "owner": owners, "status": []}
    catalog = catalog_of({"sources": [{"id": "s"}], "recommendations": [], "instruments": [made]})
    (table,) = (one for one in tables_of(catalog) if one.name == "instrument_owner")
    assert [column.name for column in table.columns[2:]] == ["value", "name_en", "name_nl"]
    assert [row[2:] for row in table.rows] == [
        ("Naam", "Name", "Naam"), ("Other", None, None), ("EZ", None, None)
    ]  # fmt: skip


def test_a_language_that_stands_twice_is_one_column() -> None:
    about = {"title": "T", "languages": ["nl", "nl"]}
    catalog = catalog_of({"catalogue": about, "sources": [{"id": "s"}], "recommendations": []})
    for table in tables_of(catalog):
        names = [column.name for column in table.columns]
        assert len(names) == len({*names})


@pytest.mark.parametrize(
    "words", [("--verify", "-f", "json"), ("--basis", "stated", "-f", "jsonld")]
)
def test_an_option_that_does_nothing_is_refused(words: tuple[str, ...], run: Runner) -> None:
    found = run("export", *ON, *words)
    assert (found.status, found.out) == (2, "")
    assert f"{words[0]} cannot be used with" in found.err


@pytest.mark.parametrize("name", ["sqlite", "csv", "json", "jsonld", "needs", "datasette"])
def test_the_same_catalogue_gives_the_same_bytes(name: str, run: Runner) -> None:
    """Also where its files were made in another order, and in another folder."""
    shutil.copytree(FROZEN, "other")
    for path in sorted(Path("other").rglob("*.yaml"), reverse=True):
        path.write_bytes(path.read_bytes())
    made = []
    for at, catalog in enumerate((str(FROZEN), "other")):
        out = f"out{at}"
        found = run("export", "--catalog", catalog, *ON[2:], "-f", name, "-o", out)
        assert found.status == 0, found.err
        paths = [*Path(out).iterdir()] if Path(out).is_dir() else [Path(out)]
        made.append({path.relative_to(out).name: path.read_bytes() for path in paths})
    assert made[0] == made[1]


def test_the_states_are_computed_anew_and_a_difference_is_told(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = run("export", "--verify", *ON)
    assert (found.status, found.out) == (0, "")
    assert "computed by SQL from the tables alone: all are the same" in found.err
    broken = Path("broken.sql")
    text = exported.COVERAGE_SQL.read_text(encoding="utf-8")
    broken.write_text(text.replace("WHEN 'partial' THEN 2", "WHEN 'partial' THEN 3"))
    monkeypatch.setattr("dosa_trace.exporting.verification.COVERAGE_SQL", broken)
    found = run("export", "--verify", *ON, "-o", "c.db")
    assert found.status == 1
    assert "is partly here and covered by SQL" in found.err
    assert not Path("c.db").exists()


EVIL = "'); DROP TABLE links; --\n\"; SELECT 1"


def test_what_a_stranger_wrote_is_a_value_and_no_statement() -> None:
    from dosa_trace.exporting.statements import fill

    nothing: dict[str, Any] = {"instruments": [], "objectives": [], "links": []}
    asked = {"id": "r", "source": "s", "title": EVIL, "note": EVIL}
    source = {"id": "s", "title": EVIL, "url": "https://example.org/'"}
    catalog = catalog_of({"sources": [source], "recommendations": [asked], **nothing})
    database = sqlite3.connect(":memory:")
    fill(database, tables_of(catalog))
    (language,) = catalog.languages[:1]
    held = database.execute(f"SELECT title_{language} FROM recommendations").fetchone()
    assert held == (EVIL,)
    assert database.execute("SELECT count(*) FROM links").fetchone() == (0,)


def test_tables_follow_from_the_fields_alone() -> None:
    """Another catalogue in the same languages has the same tables and columns."""
    small: Any = catalog_of(
        {"catalogue": {"title": "x", "languages": ["en", "nl"]}, "sources": [{"id": "s"}],
         "recommendations": [], "instruments": [], "objectives": [], "links": []}
    )  # fmt: skip
    shapes = [
        [(table.name, table.columns) for table in tables_of(catalog)]
        for catalog in (small, frozen_catalog())
    ]
    assert shapes[0] == shapes[1]
    assert isinstance(next(iter(small.sources.values())).title, LocalText)
