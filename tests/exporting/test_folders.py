"""The folders that `export` writes: a file for each table, and what describes them."""

from __future__ import annotations

import csv
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from dosa_trace.exporting.database import Database, database
from dosa_trace.language import Language
from dosa_trace.output.data import data_package
from tests.build import FROZEN, frozen, graph_of
from tests.cli.conftest import Runner, run
from tests.exporting.breaks import FIVE

__all__ = ["run"]
ON = ("--catalog", str(FROZEN), "--as-of", "2026-11-23", "--lang", "en")
EVIL = '=HYPERLINK("http://example.org")'


def exported() -> Database:
    return database(frozen(FIVE[-1]), Language.EN)


def test_each_table_is_a_file_with_all_its_rows() -> None:
    made = exported()
    files = data_package.render(made)
    assert {f"{table.name}.csv" for table in made.tables} | {"datapackage.json"} == {*files}
    for table in made.tables:
        head, *rows = csv.reader(files[f"{table.name}.csv"].decode().splitlines(keepends=True))
        assert head == [column.name for column in table.columns]
        assert len(rows) == len(table.rows)
        for row, values in zip(rows, table.rows, strict=True):
            assert [cell == "" for cell in row] == [value is None for value in values]


def test_the_package_says_what_each_file_is() -> None:
    made = exported()
    files = data_package.render(made)
    package = json.loads(files["datapackage.json"])
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert package["description"].startswith("Status as of 2026-11-30, counting what a source says")
    assert "Not in it: comments in the files" in package["description"]
    by_name = {resource["name"]: resource for resource in package["resources"]}
    for resource in by_name.values():
        data = files[resource["path"]]
        assert resource["hash"] == f"sha256:{sha256(data).hexdigest()}"
        assert resource["bytes"] == len(data)
        for key in resource["schema"]["foreignKeys"]:
            other = by_name[key["reference"]["resource"]]["schema"]
            assert key["reference"]["fields"] == other["primaryKey"]
            assert {*key["fields"]} <= {field["name"] for field in resource["schema"]["fields"]}
    fields = {field["name"]: field for field in by_name["links"]["schema"]["fields"]}
    assert fields["link"]["type"] == "integer"
    assert fields["since"]["constraints"]["pattern"].startswith(r"^\d{4}")
    flags = by_name["recommendation_responses"]["schema"]["fields"]
    assert {"commitment", "draft"} <= {one["name"] for one in flags if one["type"] == "boolean"}
    hangs = by_name["recommendation_responses_by"]["schema"]["foreignKeys"][-1]
    assert hangs["fields"] == ["recommendation", "responses"]
    assert hangs["reference"]["resource"] == "recommendation_responses"


def test_no_spreadsheet_runs_a_cell() -> None:
    data: dict[str, Any] = {
        "sources": [{"id": "s", "title": EVIL}], "recommendations": [], "instruments": [],
        "objectives": [], "links": [],
    }  # fmt: skip
    files = data_package.render(database(graph_of(data, FIVE[-1]), Language.EN))
    (row,) = csv.DictReader(files["sources.csv"].decode().splitlines())
    assert f"'{EVIL}" in row.values()


def test_the_folder_is_written_once_more_and_beside_no_other_file(run: Runner) -> None:
    asked = ("export", *ON, "-f", "csv", "-o", "tables")
    for _ in range(2):
        found = run(*asked)
        assert (found.status, found.out) == (0, "")
        assert "written to tables" in found.err and "Not in it: comments" in found.err
    before = {path.name: path.read_bytes() for path in Path("tables").iterdir()}
    Path("tables", "mine.txt").write_text("x")
    found = run(*asked)
    assert found.status == 2
    assert "'tables' holds files that this format does not write, such as mine.txt" in found.err
    Path("tables", "mine.txt").unlink()
    assert before == {path.name: path.read_bytes() for path in Path("tables").iterdir()}


@pytest.mark.parametrize("output", [(), ("-o", "-"), ("-o", "tables.csv")])
def test_a_folder_is_not_written_as_a_file(output: tuple[str, ...], run: Runner) -> None:
    found = run("export", *ON, "-f", "csv", *output)
    assert (found.status, found.out, [*Path().iterdir()]) == (2, "", [])
    assert "give a folder with -o FOLDER" in found.err


@pytest.mark.parametrize("name", ["nope/tables", f"{FROZEN}"])
def test_a_folder_that_cannot_be_is_told(name: str, run: Runner) -> None:
    before = sorted(FROZEN.rglob("*"))
    found = run("export", *ON, "-f", "csv", "-o", name)
    assert (found.status, found.out) == (2, "")
    assert "error: " in found.err
    assert sorted(FROZEN.rglob("*")) == before


def test_no_link_in_the_folder_is_followed(run: Runner) -> None:
    Path("precious.txt").write_text("mine")
    Path("tables").mkdir()
    Path("tables/links.csv").symlink_to("../precious.txt")
    found = run("export", *ON, "-f", "csv", "-o", "tables")
    assert (found.status, Path("precious.txt").read_text()) == (2, "mine")
    assert "error: " in found.err and len([*Path("tables").iterdir()]) == 1
