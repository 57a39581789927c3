"""The schema for editors against the loader: jsonschema is the judge, neither may know better."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dosa_trace.catalog.fields.json_schema import schema
from dosa_trace.catalog.text.reader import read
from dosa_trace.catalog.text.values import plain_data
from dosa_trace.checks.registry import check
from dosa_trace.diagnostics import Severity
from tests.build import FROZEN, read_text
from tests.cli.conftest import Runner, run

__all__ = ["run"]

FILES = sorted(FROZEN.rglob("*.yaml"))
JUDGE = jsonschema.Draft7Validator(schema())


def data_of(text: str) -> Any:
    """A text as an editor reads it: YAML 1.2 core."""
    file, problems = read("x.yaml", text.encode())
    assert not problems
    return plain_data(file.root) if file.root else None


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(schema())


def test_the_program_prints_the_schema(run: Runner) -> None:
    found = run("schema")
    assert (found.status, found.err) == (0, "")
    assert json.loads(found.out) == schema()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(FROZEN).as_posix())
def test_each_file_names_the_schema_and_fits_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    first = text.splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    named = (path.parent / first.partition("$schema=")[2]).resolve()
    assert named == FROZEN / "catalogue.schema.json"
    assert [error.message for error in JUDGE.iter_errors(data_of(text))] == []


def test_every_field_has_a_description_of_its_own() -> None:
    for name, one in schema()["definitions"].items():
        for key, field in one["properties"].items():
            assert field["description"], (name, key)


HEAD = "sources:\n  - {id: s, kind: report, title: T, publisher: P, date: 2024}\n"
GOOD = [
    "",
    "# nothing\n",
    "sources:\n",
    HEAD,
    HEAD.replace("2024", "2024-06"),
    HEAD.replace("2024", '"2024-06-10"'),
    HEAD.replace("title: T", "title: {nl: T, en: U}"),
    "catalogue: {title: C, languages: [en], checks: {DT301: off, DT402: {months: 3}}}\n",
    "links:\n  - {from: a, to: b, relation: none, basis: inferred, rationale: R}\n",
    "objectives: [{id: a, title: T, evidence: [{source: s, locator: 12}]}]\n",
]
BROKEN = [
    HEAD.replace("title: T, ", ""),
    HEAD.replace("kind: report", "kind: rapport"),
    HEAD.replace("2024", "2024-13"),
    HEAD.replace("2024", "24"),
    HEAD.replace("id: s", "id: S S"),
    HEAD.replace("title: T", "title: [T]"),
    HEAD.replace("title: T", "title: {nederlands: T}"),
    HEAD.replace("title: T", "titel: T"),
    HEAD.replace("2024}", "2024, url: example.org}"),
    HEAD.replace("2024}", "2024, text: ../secret.txt}"),
    HEAD.replace("2024}", "2024, text: /etc/passwd}"),
    HEAD.replace("2024}", "2024, authors: Someone}"),
    HEAD.replace("2024}", "2024, reliability: sure}"),
    HEAD.replace("sources:", "source:"),
    "- a list\n",
    "recommendations: {id: r}\n",
    "recommendations: [{id: r, source: s, title: T, specificity: 6}]\n",
    "recommendations: [{id: r, source: s, title: T, specificity: much}]\n",
    "recommendations: [{id: r, source: s, title: T, responses: [{date: 2024, value: accepted}]}]\n",
    "recommendations: [{id: r, source: s, title: T, responses: [{date: 1, value: y, source: s}]}]",
    "instruments: [{id: i, name: N, kind: fund, level: [nl], owner: O, status: []}]\n",
    "instruments: [{id: i, name: N, kind: fund, level: nl, owner: [], status: []}]\n",
    "catalogue: {title: C, languages: [en], format: 1}\n",
    "catalogue: {title: C, languages: [en], focus: {name: N, where: {}}}\n",
    "searches: [{id: s, date: 2026, for: [], covers: [r]}]\n",
    "instruments: [{id: i, name: N, kind: fund, level: nl, owner: O}]\n",
    "links: [{from: a, to: b, basis: inferred, rationale: R}]\n",
    "links: [{from: a, to: b, extent: full, basis: inferred}]\n",
    "links: [{from: a, to: b, extent: full, basis: stated}]\n",
    "links: [{from: a, to: b, extent: full, basis: stated, evidence: []}]\n",
    "links: [{from: a, to: b, extent: full, basis: guessed, rationale: R}]\n",
    "catalogue: {title: C}\n",
    "catalogue: {title: C, languages: [en], checks: {DT301: loud}}\n",
    "catalogue: {title: C, languages: [en], checks: {DT402: {weeks: 3}}}\n",
    "objectives: [{id: a, title: T, waive: [{reason: R}]}]\n",
]


@pytest.mark.parametrize("text", GOOD)
def test_what_the_loader_takes_the_schema_takes(text: str) -> None:
    assert read_text(text)[1] == ()
    assert list(JUDGE.iter_errors(data_of(text))) == []


@pytest.mark.parametrize("text", BROKEN)
def test_what_the_schema_refuses_the_program_refuses(text: str) -> None:
    catalog, reading = read_text(text)
    errors = [one for one in check(catalog, reading).diagnostics if one.severity is Severity.ERROR]
    own = {"DT201"}
    assert [one for one in errors if one.code not in own]
    file, problems = read("x.yaml", text.encode())
    assert problems or list(JUDGE.iter_errors(plain_data(file.root) if file.root else None))
