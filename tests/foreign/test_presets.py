"""Sheets that many people have come in without a question."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Runner, run
from tests.foreign.catalogue import ON, empty
from tests.foreign.test_columns import held

__all__ = ["run"]
HEADS = "Publication,Number,Date,Director,Agency,Recommendation,Status,Priority,Comments"
GAO = f"""{HEADS}
"AI: Agencies Have Begun","GAO-24-105980","Dec 12, 2023","A. Person","Department of Commerce",\
"The Secretary should complete the inventory.","Open","No","When we confirm, we will say so."
"AI: Agencies Have Begun","GAO-24-105980","Dec 12, 2023","A. Person",\
"Department of Commerce; Department of Energy","The Secretary should update guidance.","Open","Yes",
"AI in Defense","GAO-22-105834","Feb 17, 2022","B. Person","Department of Defense",\
"The Secretary should issue guidance.","Open – Partially Addressed","No",
"""


def pledge(number: int, **more: Any) -> dict[str, Any]:
    """A pledge as the House's OData has it."""
    return {
        "Id": f"{number}1111111-1111-1111-1111-111111111111",
        "Nummer": f"TZ202603-{number}",
        "Aanmaakdatum": "2026-03-19T17:42:13.69+01:00",
        "ActiviteitNummer": "2026A01894",
        "Naam": "Naam, A.",
        "Functie": "Minister van Economische Zaken",
        "Status": "Openstaand",
        "DatumNakoming": "0001-01-01T00:00:00Z",
        "Ministerie": "Economische Zaken",
        "Tekst": f"De minister zegt {number} toe.",
        "Verwijderd": False,
        "KamerbriefNakoming": None,
        **more,
    }


@pytest.fixture(autouse=True)
def catalogue(run: Runner) -> None:
    empty(Path("c"))


def test_gao_recommendations_come_with_their_reports(run: Runner) -> None:
    Path("g.csv").write_text(GAO, encoding="utf-8")
    found = run("import", "g.csv", *ON, "--yes")
    assert found.status == 0, found.err
    assert "GAO's open recommendations" in found.err
    first, second, third = held("recommendations")
    assert [one["id"] for one in (first, second, third)] == [
        "gao-24-105980-1", "gao-24-105980-2", "gao-22-105834-1"
    ]  # fmt: skip
    assert second["addressee"] == ["department-of-commerce", "department-of-energy"]
    assert (second["x-priority"], third["x-status"]) == (True, "Open – Partially Addressed")
    assert first["note"] == "When we confirm, we will say so."
    assert "responses" not in first  # what GAO thinks of it is no answer of an agency
    report = held("sources")[-1]
    assert {key: str(value) for key, value in report.items()} == {
        "id": "gao-22-105834", "kind": "report", "title": "AI in Defense",
        "publisher": "U.S. Government Accountability Office", "date": "2022-02-17",
        "identifier": "GAO-22-105834",
    }  # fmt: skip
    again = run("import", "g.csv", *ON, "--yes")
    assert (again.status, "the sheet changes nothing" in again.err) == (0, True), again.err


def test_pledges_to_the_house_are_objectives_and_no_date_is_none(run: Runner) -> None:
    gone = pledge(3, Verwijderd=True)
    met = pledge(2, Status="Voldaan", DatumNakoming="2026-07-01T00:00:00Z")
    data = {"@odata.context": "https://example.org/$metadata", "value": [pledge(1), met, gone]}
    Path("t.json").write_text(json.dumps(data), encoding="utf-8")
    found = run("import", "t.json", *ON, "--yes")
    assert found.status == 0, found.err
    assert "1 row that says that it is gone is left out" in found.err
    first, second = held("objectives")
    assert (first["id"], first["title"]) == ("tz202603-1", "De minister zegt 1 toe.")
    assert "x-datum-nakoming" not in first
    assert str(second["x-datum-nakoming"]) == "2026-07-01"
    assert second["x-status"] == "Voldaan"
    assert second["x-aanmaakdatum"] == "2026-03-19T17:42:13.69+01:00"  # with its time, as it is
    assert [one["name"] for one in held("organisations")] == ["Economische Zaken"]
    data["value"] = [pledge(1, DatumNakoming="2026-08-01T00:00:00Z"), met, pledge(4)]
    Path("t.json").write_text(json.dumps(data), encoding="utf-8")
    assert run("import", "t.json", *ON, "--yes").status == 0
    assert [str(one.get("x-datum-nakoming")) for one in held("objectives")] == [
        "2026-08-01", "2026-07-01", "None"
    ]  # fmt: skip


def test_a_kind_that_was_said_goes_before_a_preset(run: Runner) -> None:
    Path("g.csv").write_text(GAO, encoding="utf-8")
    found = run("import", "g.csv", *ON, "--kind", "sources", "--dry-run")
    assert "GAO's open recommendations" not in found.err
