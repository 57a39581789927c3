"""A mark is a file and a line: with its row in the table it stands on every surface."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from dosa_trace.analysis.judging import marks
from tests.build import MUNICIPALITY
from tests.cli.conftest import Runner, run
from tests.views.toy_mark import TOY

__all__ = ["run"]
ON = ("--catalog", str(MUNICIPALITY), "--as-of", "2026-11-23", "--lang", "en")


@pytest.fixture(autouse=True)
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks, "MARKS", (*marks.MARKS, TOY))


@pytest.mark.parametrize("screen", [True, False])
@pytest.mark.parametrize("format_", ["table", "markdown"])
def test_it_stands_beside_its_state_and_is_counted(screen: bool, format_: str, run: Runner) -> None:
    shown = run(
        "coverage", *ON, "--each", "--caveats", "-f", format_, screen=screen, columns=140
    ).out
    assert shown.count("toy-word") == 1
    assert "toy-count 1 of 3" in shown


def test_why_says_what_it_means_of_whom_it_holds(run: Runner) -> None:
    assert "it is a toy-meaning" in run("why", "reken-1", *ON).out
    assert "toy-meaning" not in run("why", "reken-2", *ON).out


def test_the_page_has_it_and_its_meaning_in_both_languages(run: Runner) -> None:
    page = run("report", *ON, "-f", "html").out
    for words in ("toy-word", "speelwoord", "toy-meaning", "speelbetekenis", "toy-count"):
        assert words in page


def test_the_workbook_has_it(run: Runner, tmp_path: Path) -> None:
    assert run("report", *ON, "-o", "r.xlsx").status == 0
    book = openpyxl.load_workbook(tmp_path / "r.xlsx")
    cells = [str(cell.value) for sheet in book for row in sheet for cell in row if cell.value]
    assert any("toy-word" in cell for cell in cells)
    assert any("toy-count" in cell for cell in cells)


def test_sheets_of_lines_and_programs_have_its_key(run: Runner) -> None:
    lines = list(csv.DictReader(io.StringIO(run("coverage", *ON, "-f", "csv").out)))
    assert {line["id"]: line["toy_key"] for line in lines}["reken-1"] == "true"
    data = json.loads(run("coverage", *ON, "-f", "json").out)
    assert [one["toy_key"] for one in data["recommendations"]] == [True, False, False]
    assert (data["toy_key"], data["summary"]["whole"]["toy_key"]) == (1, 1)
    for command in (("gaps", "--all"), ("why", "reken-1"), ("graph",)):
        assert '"toy_key": true' in run(*command, *ON, "-f", "json").out
