"""A sheet as one gets them: 200 records, of which ten have a bad cell; as CSV and as workbooks."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from tests.cli.conftest import Run, Runner, run
from tests.foreign.catalogue import ON, empty

__all__ = ["run"]
HERE = Path(__file__).parent
EXPECTED = json.loads((HERE / "dirty.expect.json").read_text(encoding="utf-8"))
#: What only a person can tell of it.
SAID = ("--set", "source=rapport", "--set", "responses.1.source=brief",
        "--column", "Ministerie=responses.1.by")  # fmt: skip
#: A bad cell as it is named.
NAMED = re.compile(r"^error: ([A-Z]+)(\d+) \((.+)\): (.*)\nhint: (.*)$", re.MULTILINE)


def lines() -> list[list[str]]:
    with (HERE / "dirty.csv").open(encoding="cp1252", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def as_it_is(path: Path) -> Path:
    target = path.with_suffix(".csv")
    target.write_bytes((HERE / "dirty.csv").read_bytes())
    return target


def workbook(path: Path, typed: Callable[[int, str], Any]) -> Path:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for number, line in enumerate(lines(), 1):
        for at, text in enumerate(line, 1):
            cell = sheet.cell(number, at)
            cell.value = value = typed(at, text) if number > 1 else text
            if isinstance(value, str):
                cell.data_type = "s"  # a text that looks like a formula is one all the same
            if at == 1 and isinstance(value, int):
                cell.number_format = "000"
    target = path.with_suffix(".xlsx")
    book.save(target)
    return target


def as_texts(path: Path) -> Path:
    return workbook(path, lambda _, text: text)


def as_excel_types_it(path: Path) -> Path:
    """Numbers, days and codes as Excel knows them, where it does."""

    def typed(at: int, text: str) -> Any:
        day = re.fullmatch(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})", text)
        if at == 1:
            return int(text)
        if at == 4 and day and int(day[2]) <= 12 and text != "31-02-2024":
            return date(int(day[3]), int(day[2]), int(day[1]))
        if at == 5 and re.fullmatch(r"-?\d{1,3}(\.\d{3})*(,\d+)?", text):
            return float(text.replace(".", "").replace(",", "."))
        return text

    return workbook(path, typed)


def imported(run: Runner, path: Path) -> Run:
    empty(Path("c"))
    return run("import", str(path), *SAID, *ON, "--yes")


@pytest.mark.parametrize("written", [as_it_is, as_texts, as_excel_types_it])
def test_ten_bad_cells_are_named_and_the_other_records_are_as_expected(
    written: Callable[[Path], Path], run: Runner, tmp_path: Path
) -> None:
    found = imported(run, written(tmp_path / "dirty"))
    assert found.status == 1
    heads = lines()[0]
    named = NAMED.findall(found.err)
    assert [(int(row), head) for _, row, head, _, _ in named] == [
        (one["row"], one["column"]) for one in EXPECTED["bad"]
    ]
    for (letter, _, head, message, hint), bad in zip(named, EXPECTED["bad"], strict=True):
        assert heads.index(head) == ord(letter) - ord("A")
        said = bad["value"].lstrip("0") if bad["column"] == "Nummer" else bad["value"]
        assert said in message or not bad["value"]
        assert hint
    records = {one["id"]: one for one in held("recommendations")}
    assert len(records) == len(EXPECTED["good"]) == 190
    for good in EXPECTED["good"]:
        compare(records[f"rapport-{good['number']}"], good)


def held(section: str) -> Sequence[Any]:
    records = [
        record
        for path in sorted(Path("c").rglob("*.yaml"))
        for record in yaml.safe_load(path.read_text(encoding="utf-8")).get(section) or ()
    ]
    return records


def compare(record: dict[str, Any], good: dict[str, Any]) -> None:
    """A record against what is expected of it. A row without a verdict makes no response, and what
    else it says of one stands beside the record."""
    line = lines()[good["row"] - 1]
    assert record["title"] == line[1]
    assert record["x-bedrag"] == good["amount"]
    assert not isinstance(record["x-bedrag"], str)
    (response,) = record.get("responses") or [None]
    verdicts = {
        "Overgenomen": "accepted", "Deels overgenomen": "partly-accepted",
        "In beraad": "under-consideration", "Niet overgenomen": "rejected",
    }  # fmt: skip
    by = {"EZ": "ez", "Ministerie van Economische Zaken": "ez", "Min. BZK": "bzk"}
    if line[5]:
        assert response["value"] == verdicts[line[5]]
        assert str(response["date"]) == good["date"]
        assert response.get("commitment") == good["pledge"]
        assert response["by"] == by.get(line[2], line[2].lower())
        assert response["source"] == "brief"
    else:
        assert response is None
        assert str(record["x-datum-reactie"]) == good["date"]
        assert record.get("x-toezegging") == good["pledge"]
        assert record["x-ministerie"] == line[2]
    assert record.get("note", "") == line[7].replace("\r\n", "\n")


def test_ministries_are_one_however_they_are_called(run: Runner, tmp_path: Path) -> None:
    imported(run, as_it_is(tmp_path / "dirty"))
    assert [(one["id"], one["name"]) for one in held("organisations")] == [
        ("ez", "Ministerie van Economische Zaken"),
        ("defensie", "Defensie"),
        ("bzk", "BZK"),
        ("ocw", "OCW"),
    ]


def test_without_a_word_all_is_told_in_one_run_and_nothing_is_written(
    run: Runner, tmp_path: Path
) -> None:
    empty(Path("c"))
    before = {path: path.read_bytes() for path in Path().rglob("*.yaml")}
    found = run("import", str(as_it_is(tmp_path / "dirty")), *ON, "--yes")
    assert (found.status, found.out) == (2, "")
    assert len(NAMED.findall(found.err)) == 10
    for option in (
        'such as --column "Ministerie=addressee"',
        "--set source=VALUE",
        "--set responses.1.source=VALUE",
    ):
        assert option in found.err
    assert before == {path: path.read_bytes() for path in Path().rglob("*.yaml")}


def test_the_same_sheet_again_changes_nothing_and_asks_nothing(run: Runner, tmp_path: Path) -> None:
    path = as_it_is(tmp_path / "dirty")
    imported(run, path)
    before = {one: one.read_bytes() for one in Path().rglob("*.yaml")}
    again = run("import", str(path), *ON, "--yes")
    assert again.status == 1
    assert "the sheet changes nothing in the catalogue" in again.err
    assert f"read as {path.with_suffix('.map.yaml')} says" in again.err
    assert before == {one: one.read_bytes() for one in Path().rglob("*.yaml")}


def test_next_month_what_differs_is_asked_and_a_new_response_is_added(
    run: Runner, tmp_path: Path
) -> None:
    path = as_it_is(tmp_path / "dirty")
    imported(run, path)
    text = path.read_bytes().decode("cp1252")
    text = text.replace("002;Versterk", "002;Versterkt").replace("24-11-2024;0", "25-12-2024;0")
    text += "201;Nieuw;EZ;01-02-2026;12,50;Overgenomen;ja;\r\n"
    path.write_bytes(text.encode("cp1252"))
    waits = run("import", str(path), *ON, "--yes")
    assert waits.status == 1
    assert "B3 (Aanbeveling): title is ‘Versterk" in waits.err
    assert "use --conflicts keep or --conflicts take" in waits.err
    assert "nothing was written" in waits.err
    kept = run("import", str(path), *ON, "--yes", "--conflicts", "keep")
    records = {one["id"]: one for one in held("recommendations")}
    assert "Versterkt" not in kept.out
    assert [str(one["date"]) for one in records["rapport-004"]["responses"]] == [
        "2024-11-24", "2024-12-25",
    ]  # fmt: skip
    assert records["rapport-201"]["x-bedrag"] == 12.5
    run("import", str(path), *ON, "--yes", "--conflicts", "take")
    assert held("recommendations")[1]["title"].startswith("Versterkt")


def test_a_response_before_its_advice_is_told_before(run: Runner, tmp_path: Path) -> None:
    empty(Path("c"), "2023-06-01")
    found = run("import", str(as_it_is(tmp_path / "dirty")), *SAID, *ON, "--dry-run")
    assert (
        "warning: D9 (Datum reactie): the response of 1 April 2023 comes before the advice of "
        "1 June 2023"
    ) in found.err
    assert found.err.count("warning: ") == found.out.count("DT407") > 10
