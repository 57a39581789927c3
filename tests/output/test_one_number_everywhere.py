"""A number has one name and one value on every surface, on five dates and on both bases."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from tests.build import MUNICIPALITY
from tests.cli.conftest import Runner, run

__all__ = ["run"]

STATES = {"covered": "covered", "partly": "partly covered", "planned": "planned",
          "declined": "declined", "gap": "open"}  # fmt: skip
DATES = ("2022-12-31", "2024-03-31", "2024-06-30", "2025-12-31", "2026-11-23")


def shares(data: dict[str, Any]) -> Iterator[str]:
    """What must be said beside the figures, as each surface says it: part and whole."""
    whole = data["summary"]["whole"]
    for part, of in (
        (whole["older"], whole["answered"]),
        (whole["no_act"], whole["answered"]),
        (data["summary"]["steady"], whole["answered"] if data["summary"]["inferred_links"] else 0),
        (data["summary"]["second_read"], data["summary"]["inferred_links"]),
        (whole["without_response"], whole["total"]),
    ):
        if part and of:
            yield f"{part} of {of}"


def texts(value: Any, table: list[Any]) -> Iterator[str]:
    """Every text of packed data, in English."""
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        text = table[value]
        yield text if isinstance(text, str) else text[0]
    elif isinstance(value, list):
        for one in value:
            yield from texts(one, table)


def surfaces(run: Runner, on: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What each of them shows, in words with one space between."""
    yield (
        "screen",
        run("coverage", "--caveats", *on, "--color", "never", screen=True, columns=120).out,
    )
    for form in ("table", "markdown"):
        yield form, run("coverage", "--caveats", *on, "-f", form).out
        yield f"report {form}", run("report", *on, "-f", form).out
    run("report", *on, "-o", "r.docx", "-q")
    word = docx.Document("r.docx")
    rows = (" ".join(cell.text for cell in row.cells) for one in word.tables for row in one.rows)
    yield "word", " ".join(rows)
    html = run("report", *on, "-f", "html").out
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.S)
    assert found
    packed = json.loads(found[1])
    section = next(one for one in packed["sections"] if one["id"] == "figures")
    yield "page", " ".join(texts(section["blocks"], packed["texts"]))


@pytest.mark.costly
@pytest.mark.parametrize("basis", ["stated", "inferred"])
@pytest.mark.parametrize("day", DATES)
def test_a_number_is_the_same_wherever_it_stands(day: str, basis: str, run: Runner) -> None:
    on = ("--catalog", str(MUNICIPALITY), "--as-of", day, "--basis", basis, "--lang", "en")
    data = json.loads(run("coverage", *on, "-f", "json").out)
    counts, total = data["counts"], data["total"]
    said = {word: f"{counts[state]} of {total}" for state, word in STATES.items()}
    for name, text in surfaces(run, on):
        flat = re.sub(r"[^\w(),.:;-]+", " ", text)
        for word, share in said.items():
            assert f"{word} {share}" in flat, (name, word)
        for share in shares(data):
            assert share in flat, (name, share)
    assert json.loads(run("report", *on, "-f", "json").out)["coverage"]["counts"] == counts
    lines = run("coverage", *on, "-f", "csv").out.splitlines()[1:]
    states = [line.split(",") for line in lines]
    assert [sum(state in line for line in states) for state in STATES] == [*counts.values()]
    run("report", *on, "-o", "r.xlsx", "-q")
    book = openpyxl.load_workbook("r.xlsx")
    guide = [[cell.value for cell in row] for row in book["Guide"].iter_rows()]
    of_basis = 1 if basis == "inferred" else 2
    counted = [[row[0], row[of_basis]] for row in guide]
    assert all([word, counts[state]] in counted for state, word in STATES.items())
    money = json.loads(run("money", *on, "-f", "json").out)
    behind = sum(
        len(row["instruments"])
        for row in money["rows"]
        if row["key"] in ("covered", "partly", "planned")
    )
    portfolio = json.loads(run("what-if", *on, "-f", "json").out)["carrying"]["candidates"]
    assert behind == portfolio  # what is behind a state is one number
    options = f"basis={basis} as-of={day} lang=en"
    note = "".join(f"<!-- dosa coverage.{state} {options} --><!-- / -->\n" for state in counts)
    Path("note.md").write_text(note, encoding="utf-8")
    assert run("fill", "note.md", *on[:2], "-q").status == 0
    filled = re.findall(r"-->([^<\n]+)<!--", Path("note.md").read_text(encoding="utf-8"))
    assert filled == list(said.values())
