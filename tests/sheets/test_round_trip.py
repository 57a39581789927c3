"""What nobody edited changes nothing, and what somebody edited changes that and nothing else."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.catalog.loader import load_catalog
from dosa_trace.editing.draft import Draft
from dosa_trace.inert import as_before, disarmed
from dosa_trace.sheets.changed_rows import SheetChanges
from dosa_trace.sheets.changes import drafted
from dosa_trace.sheets.columns import HELD, SECTIONS, held_elsewhere
from dosa_trace.sheets.habits import says_the_same
from dosa_trace.sheets.merge import CellEdit
from dosa_trace.sheets.rows import table_of
from tests.build import FROZEN, MUNICIPALITY
from tests.cli.conftest import Runner, run
from tests.examples import examples
from tests.sheets.books import Book, rewritten_as_excel_does

__all__ = ["run"]
NOTHING = "the sheet changes nothing in the catalogue\n"


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*") if path.is_file()
    }  # fmt: skip


def require_untouched(run: Runner, name: str) -> None:
    before = everything(Path("c"))
    found = run("import", name, "--catalog", "c", "--yes", "--lang", "en")
    assert (found.status, found.err) == (0, NOTHING)
    assert "@@" not in found.out
    assert everything(Path("c")) == before


@pytest.mark.parametrize("catalogue", [FROZEN, MUNICIPALITY], ids=["frozen", "municipality"])
@pytest.mark.parametrize("lang", ["nl", pytest.param("en", marks=pytest.mark.costly)])
def test_an_untouched_workbook_changes_no_byte(
    catalogue: Path, lang: str, run: Runner, tmp_path: Path
) -> None:
    shutil.copytree(catalogue, "c")
    assert run("sheet", "--all", "--catalog", "c", "-o", "s.xlsx", "--lang", lang).status == 0
    require_untouched(run, "s.xlsx")
    Book(Path("s.xlsx")).save()  # openpyxl writes all of it anew
    require_untouched(run, "s.xlsx")


@pytest.mark.parametrize(
    "section",
    [one if one == "links" else pytest.param(one, marks=pytest.mark.costly) for one in SECTIONS],
)
def test_an_untouched_csv_changes_no_byte_nor_does_one_that_excel_saved(
    section: str, run: Runner, tmp_path: Path
) -> None:
    shutil.copytree(FROZEN, "c")
    assert run("sheet", section, "--catalog", "c", "-o", "s.csv").status == 0
    require_untouched(run, "s.csv")
    rewritten_as_excel_does(Path("s.csv"), "utf-8-sig")
    require_untouched(run, "s.csv")


def test_rows_and_columns_may_stand_in_any_order(run: Runner, tmp_path: Path) -> None:
    shutil.copytree(MUNICIPALITY, "c")
    assert run("sheet", "instruments", "--catalog", "c", "-o", "s.csv").status == 0
    with Path("s.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    turned = [lines[0], *reversed(lines[1:])]
    with Path("s.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([reversed(line) for line in turned])
    require_untouched(run, "s.csv")


@pytest.mark.parametrize(
    ("before", "now", "same"),
    [
        ("2025-07-04", "4-7-2025", True), ("2025-07-04", "04/07/2025", True),
        ("2025-07-04", "7/4/2025", True), ("2025-07-04", "5-7-2025", False),
        ("2025-07", "jul-25", True), ("2025-05", "mei-25", True), ("2025-05", "jun-25", False),
        ("true", "WAAR", True), ("false", "TRUE", False), ("", "4-7-2025", False),
        ("a", "a", True), ("a", "A", False),
    ],
)  # fmt: skip
def test_what_programs_of_sheets_make_of_a_text(before: str, now: str, same: bool) -> None:
    assert says_the_same(before, now) is same


@examples(1000)
@given(st.text(st.sampled_from(" ab='\",;+-@|%\n\uff1d05"), max_size=12))
def test_only_our_own_apostrophes_come_off(text: str) -> None:
    text = text.strip()
    shown = disarmed(text)
    assert as_before(shown) == text
    if text[:1] in ("=", "+", "@") and text:
        assert shown.startswith("'")


def test_a_cell_holds_what_comes_back_as_it_went_in_and_names_the_rest(
    tmp_path: Path,
) -> None:
    long = "x" * 32_768
    (tmp_path / "c.yaml").write_text(
        f"""\
catalogue: {{title: T, languages: [en]}}
sources:
  - {{id: s, kind: report, title: {long}, publisher: P, date: 2024, note: " b ",
     authors: ["A, B", C]}}
recommendations:
  - {{id: r, source: s, title: R, x-own: ["a,b"]}}
""",
        encoding="utf-8",
    )
    catalog, findings = load_catalog(tmp_path / "c.yaml")
    assert not findings
    draft = Draft(catalog)
    source = table_of(draft, "sources").rows["s"]
    assert (source["title"], source["note"]) == (HELD, HELD)
    assert source["authors"] == "A, B\nC"
    assert table_of(draft, "recommendations").rows["r"]["x-own"] == HELD


def test_what_no_cell_can_hold_is_told_by_kind() -> None:
    assert set(held_elsewhere(SECTIONS["links"])) >= {"evidence", "doubts.*.answered", "waive"}
    assert not {"rationale", "reviewed", "readings"} & set(held_elsewhere(SECTIONS["links"]))


#: Texts that YAML, a spreadsheet or a reader could take for something else.
TEXTS = st.one_of(
    st.sampled_from(
        [
            "yes",
            "null",
            "1.0",
            "2024",
            "- a",
            "a: b",
            "#",
            "'",
            '"',
            "[x]",
            "{y: 1}",
            "&a",
            "*b",
            "=1+1",
            "@x",
            "a\nb",
            "\u00e9\u00e8",
            "…x",
            "!t",
            "%",
            "true",
            "12:30",
            "a #b",
            "x:",
        ]
    ),
    st.text(st.characters(codec="latin-1", categories=["L", "N", "P", "Zs"]), max_size=60),
).map(str.strip)


@examples(60)
@given(st.data())
def test_an_edit_of_cells_is_that_edit_and_no_other(data: st.DataObject) -> None:
    catalog = load_catalog(FROZEN)[0]
    section = data.draw(st.sampled_from(["links", "recommendations", "instruments", "sources"]))
    table = table_of(Draft(catalog), section)
    texts = [one.name for one in table.columns if one.name.startswith(("rationale", "note"))]
    wanted: dict[tuple[str, str], str] = data.draw(
        st.dictionaries(
            st.tuples(st.sampled_from(sorted(table.rows)), st.sampled_from(texts)), TEXTS,
            min_size=1, max_size=4,
        )
    )  # fmt: skip
    edits = [
        CellEdit(key, column, table.rows[key].get(column, ""), text)
        for (key, column), text in wanted.items()
    ]
    edits = [edit for edit in edits if edit.before != edit.after]
    draft, bad, _ = drafted(catalog, [SheetChanges(table, tuple(edits))], date(2026, 11, 30))
    refused = {cell.key for cell in bad}
    heads = [column.name for column in table.columns]
    after = table_of(draft, section, heads)
    expected: dict[str, dict[str, Any]] = {key: dict(row) for key, row in table.rows.items()}
    for edit in edits:
        if edit.key not in refused:
            expected[edit.key][edit.column] = edit.after
    assert {
        key: {name: text for name, text in row.items() if text} for key, row in expected.items()
    } == after.rows
    for other in SECTIONS.keys() - {section}:
        assert table_of(draft, other).rows == table_of(Draft(catalog), other).rows
