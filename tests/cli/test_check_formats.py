"""The findings as sites and machines read them: escaped as they want, found where they look."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from dosa_trace.checks.registry import RULES
from tests.cli.conftest import Runner

HOSTILE = (
    "sources:\n  - {id: s, kind: report, title: T, publisher: P, date: 2024}\n"
    "recommendations:\n  - {id: r, source: s, title: T}\n"
    "links:\n"
    '  - {from: r, to: "100%::,<b>&\\u0085", extent: full, basis: inferred, rationale: R}\n'
    "  - {from: r, to: r, extent: full, basis: inferred, rationale: R,\n     since: {a:\n     b}}\n"
)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "sub dir" / "catalog").mkdir(parents=True)
    path = tmp_path / "sub dir" / "catalog" / "catalogue.yaml"
    path.write_text("catalogue: {title: T, languages: [en]}\n" + HOSTILE, encoding="utf-8")
    return path


def asked(run: Runner, format_: str, *more: str) -> str:
    found = run("check", "-f", format_, "--catalog", "sub dir/catalog", *more)
    assert (found.status, found.err) == (1, "")
    return found.out


def test_github_commands_are_escaped_as_github_wants(run: Runner, broken: Path) -> None:
    lines = asked(run, "github").removesuffix("\n").split("\n")
    assert " records in " in lines[-1]
    for line in lines[:-1]:
        found = re.fullmatch(r"::(error|warning|notice) ([^:]*)::([^:].*)", line)
        assert found is not None, line
        properties = dict(one.split("=", 1) for one in found[2].split(","))
        assert properties["file"] == "sub dir/catalog/catalogue.yaml"
        assert properties.keys() >= {"line", "endLine", "title"}
    assert "'100%25::,<b>&" in "".join(lines)
    assert "%0A" in "".join(lines)
    two_lines = [line for line in lines if "endLine=9" in line and "line=8" in line]
    assert all("col=" not in line for line in two_lines)


def test_on_github_its_format_is_chosen_by_itself(
    run: Runner, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog = ("--catalog", "sub dir/catalog")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    summary = broken.parent / "summary.md"
    summary.write_text("# Before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert run("check", *catalog).out.startswith("::error ")
    written = summary.read_text(encoding="utf-8")
    assert written.startswith("# Before\n# Check of the catalogue\n")
    assert "| error | DT201 (dangling-reference) |" in written
    assert run("check", *catalog, "-f", "table").out.startswith("error[")
    assert run("check", *catalog, "-o", "x.json").status == 1
    assert json.loads(Path("x.json").read_text(encoding="utf-8"))["errors"] > 0
    assert run("coverage").out.startswith("Coverage")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(broken.parent / "no" / "folder"))
    assert run("check", *catalog).status == 2


def test_gitlab_has_one_issue_per_finding_each_with_its_own_mark(run: Runner, broken: Path) -> None:
    issues = json.loads(asked(run, "gitlab"))
    assert len({one["fingerprint"] for one in issues}) == len(issues) > 1
    assert {one["location"]["path"] for one in issues} == {"sub dir/catalog/catalogue.yaml"}
    assert {one["severity"] for one in issues} <= {"critical", "minor", "info"}


def test_a_mark_stays_when_lines_above_come_and_go(run: Runner, broken: Path) -> None:
    before = {one["fingerprint"] for one in json.loads(asked(run, "gitlab"))}
    broken.write_text("# A line more\n" + broken.read_text(encoding="utf-8"), encoding="utf-8")
    assert {one["fingerprint"] for one in json.loads(asked(run, "gitlab"))} == before


def test_junit_counts_its_tests(run: Runner, broken: Path) -> None:
    (broken.parent / "fine.yaml").write_text("objectives: []\n", encoding="utf-8")
    root = ET.fromstring(asked(run, "junit"))
    (suite,) = root
    cases = suite.findall("testcase")
    assert int(suite.get("tests", "")) == len(cases)
    assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure")) > 0
    passed = [case.get("classname") for case in cases if not len(case)]
    assert passed == ["sub dir/catalog/fine.yaml"]


def test_warnings_fail_in_junit_only_where_they_count(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(
        "instruments:\n  - {id: i, name: N, kind: fund, level: nl, owner: O, status: []}\n"
    )
    lenient = run("check", "--catalog", "c.yaml", "-o", "lenient.xml")
    strict = run("check", "--catalog", "c.yaml", "-o", "strict.xml", "--strict")
    assert (lenient.status, strict.status) == (0, 1)
    assert ET.parse("lenient.xml").getroot().get("failures") == "0"
    assert ET.parse("strict.xml").getroot().get("failures") == "1"


def test_sarif_lists_every_rule_and_points_into_the_repository(run: Runner, broken: Path) -> None:
    (one,) = json.loads(asked(run, "sarif"))["runs"]
    rules = one["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    for result in one["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert place["uri"] == "sub%20dir/catalog/catalogue.yaml"


def test_the_name_of_a_file_says_its_format(run: Runner, broken: Path) -> None:
    for name in ("a.sarif", "a.xml", "a.json", "a.md", "a.csv"):
        assert run("check", "--catalog", "sub dir/catalog", "-o", name).status == 1
    assert json.loads(Path("a.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert ET.parse("a.xml").getroot().tag == "testsuites"
    assert run("coverage", "-o", "b.sarif").status == 2
    assert not Path("b.sarif").exists()


def test_files_that_changed_are_taken_and_the_whole_is_judged(run: Runner, broken: Path) -> None:
    (broken.parent / "fine.yaml").write_text("objectives: []\n", encoding="utf-8")
    catalog = ("--catalog", "sub dir/catalog")
    every = run("check", *catalog)
    assert run("check", "sub dir/catalog/fine.yaml", *catalog).out == every.out
    other = run("check", "elsewhere.yaml", *catalog)
    assert other.status == 2
    assert "'elsewhere.yaml' is not a file of the catalogue at 'sub dir/catalog'" in other.err


def test_notes_are_shown_when_asked_for(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text("objectives: [{id: a, title: A}]\n")
    assert (
        run("check", "--catalog", "c.yaml").out
        == "1 record in 1 file: 0 errors, 0 warnings, 1 remark (see them with -v)\n"
    )
    shown = run("check", "--catalog", "c.yaml", "-v").out
    assert "remark[DT213]" in shown
    assert shown.endswith("1 remark\n")
    assert run("check", "--catalog", "c.yaml", "--strict").status == 0


@pytest.mark.parametrize("columns", [40, 60, 80, 140])
def test_on_a_screen_the_line_and_its_caret_fit(columns: int, run: Runner, tmp_path: Path) -> None:
    words = " ".join(["word"] * 40)
    (tmp_path / "c.yaml").write_text(
        f"objectives:\n  - {{id: a, title: {words}, note: {words}, titel: X, owner: {words}}}\n"
    )
    found = run("check", "--catalog", "c.yaml", "--color", "never", screen=True, columns=columns)
    lines = found.out.splitlines()
    (at,) = [number for number, line in enumerate(lines) if line.startswith("2 | ")]
    assert all(len(line) <= columns for line in lines[at : at + 2])
    start = lines[at + 1].index("^")
    assert lines[at][start : start + 5] == "titel"
    assert lines[at + 1].count("^") == 5
