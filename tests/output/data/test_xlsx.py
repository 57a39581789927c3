"""Workbooks: text that stays text, numbers that are numbers, the same bytes twice."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.money.money import money
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.document import Cell, Role
from dosa_trace.labels import STAGES, STATES
from dosa_trace.language import Language
from dosa_trace.output.colours import FILLS
from dosa_trace.output.data import xlsx
from dosa_trace.workbook import Sheet, Workbook
from tests.build import frozen
from tests.cli.conftest import Runner, run

__all__ = ["run"]

ON = ("--as-of", "2026-11-23")


def test_what_a_cell_has_no_room_for_is_said() -> None:
    """A longer text was cut without a word, and a longer address made a file that Excel mends by
    taking links away."""
    address = "https://example.org/"
    rows = (
        ("x" * 32_767, Cell("whole", url=address + "y" * (2079 - len(address)))),
        ("x" * 32_768, Cell("cut", url=address + "y" * (2080 - len(address)))),
    )
    data = xlsx.render(Workbook("T", (Sheet("S", ("a", "b"), rows),)))
    _, whole, cut = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].iter_rows()
    assert whole[0].value == "x" * 32_767
    assert whole[1].hyperlink is not None
    told = str(cut[0].value)
    assert len(told) == 32_767
    assert told.endswith("… (cut off here: a cell is full; the whole text is in the catalogue)")
    assert cut[1].value == "cut (the address is too long for a link in a cell)"
    assert cut[1].hyperlink is None


def test_text_is_text_and_a_number_a_number() -> None:
    rows = (
        ("=1+1", 5, None),
        ("+cmd|' /C calc'!A0", 2.5, Cell("gap", Role.GAP)),
        ("a\x00b", 1e9, Cell("page", url="https://example.org/=x")),
    )
    book = Workbook("=T", (Sheet("a/b:[c]", ("=head", "n", "x"), rows),))
    data = xlsx.render(book)
    assert data == xlsx.render(book)
    made = openpyxl.load_workbook(io.BytesIO(data))
    (sheet,) = made.worksheets
    assert sheet.title == "abc"
    values = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert values[0] == ["=head", "n", "x"]
    assert [row[0] for row in values[1:]] == ["=1+1", "+cmd|' /C calc'!A0", r"a\u0000b"]
    assert [row[1] for row in values[1:]] == [5, 2.5, 1e9]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s", "n"}
    link = sheet.cell(4, 3).hyperlink
    assert link is not None
    assert link.target == "https://example.org/=x"


def test_the_report_is_a_workbook_with_a_guide_and_a_sheet_of_each_kind(run: Runner) -> None:
    assert run("report", *ON, "--lang", "en", "-o", "r.xlsx", "-q").status == 0
    book = openpyxl.load_workbook(Path("r.xlsx"))
    assert book.sheetnames == [
        "Guide", "Recommendations", "Instruments", "Links", "Money", "Sources",
    ]  # fmt: skip
    graph = frozen(date(2026, 11, 23))
    report = coverage(graph)
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
        assert all(one.width >= 6 for one in sheet.column_dimensions.values())
    states = [row[2].value for row in book["Recommendations"].iter_rows(min_row=2)]
    counts = report.counts._asdict()
    words = {str(state): phrase.say(Language.EN) for state, phrase in STATES.items()}
    for state, word in words.items():
        assert states.count(word) == counts[state]
    guide = {
        str(row[0].value): [cell.value for cell in row[1:]] for row in book["Guide"].iter_rows()
        if len(row) > 2 and isinstance(row[1].value, int | float)
    }  # fmt: skip
    stated = report.by_basis[Basis.STATED].counts._asdict()
    for state, word in words.items():
        assert guide[word][:2] == [counts[state], stated[state]]
    for one in money(graph).total.sums:
        assert [one.amount] == [
            values[0] for name, values in guide.items()
            if name.startswith("money in the total") and one.currency in name
            and STAGES[one.stage].en in name
        ]  # fmt: skip
        added = [
            row for row in book["Money"].iter_rows(min_row=2, values_only=True)
            if row[6] == "yes" and (row[3], row[4]) == (one.currency, STAGES[one.stage].en)
        ]  # fmt: skip
        amounts = [row[2] for row in added if isinstance(row[2], int | float)]
        assert (sum(amounts), len(amounts)) == (int(one.amount), one.items)
    left_out = [
        row for row in book["Money"].iter_rows(min_row=2, values_only=True) if row[6] == "no"
    ]
    assert left_out
    assert all(bool(row[7]) for row in left_out)
    told = [cell.value for row in book["Guide"].iter_rows() for cell in row if cell.value]
    assert any("23 November 2026" in str(text) for text in told)
    assert any(graph.catalog.digest in str(text) for text in told)


def test_dates_are_dates_and_an_id_leads_to_its_row(run: Runner) -> None:
    """Beside what is given as a date stands a day to sort by, where it is whole; the sheets are of
    A4 with their pages at the foot."""
    assert run("report", *ON, "--lang", "en", "-o", "r.xlsx", "-q").status == 0
    book: Any = openpyxl.load_workbook(Path("r.xlsx"))
    head, *rows = book["Sources"].iter_rows()
    names = [str(cell.value) for cell in head]
    at = names.index("Date, to sort by")
    for row in rows:
        given = str(row[at - 1].value)
        whole = re.fullmatch(r"\d{4}-\d\d-\d\d", given)
        assert (row[at].value is None) == (whole is None)
        assert whole is None or (row[at].is_date and f"{row[at].value:%Y-%m-%d}" == given)
    links = book["Links"]
    leading = [row[0] for row in links.iter_rows(min_row=2) if row[0].hyperlink]
    assert len(leading) > 10
    for one in leading:
        sheet, cell = one.hyperlink.location.replace("'", "").split("!")
        assert (sheet, book[sheet][cell].value) == ("Recommendations", one.value)
    reasons = [row[6].value for row in links.iter_rows(min_row=2)]
    catalog = frozen(date(2026, 11, 23)).catalog
    written = {link.rationale.say(Language.EN) for link in catalog.links if link.rationale}
    assert {one for one in reasons if one} <= written
    for sheet in book.worksheets:
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
        assert sheet.oddFooter.right.text == "&P/&N"
    for sheet in book.worksheets[1:]:
        assert all(cell.fill.fgColor.rgb.endswith("E3E6EA") for cell in next(sheet.iter_rows()))


def test_marks_of_a_matrix_are_centred_and_tinted(run: Runner) -> None:
    assert run("matrix", *ON, "-o", "m.xlsx", "-q").status == 0
    sheet: Any = openpyxl.load_workbook(Path("m.xlsx")).worksheets[1]
    marked = [
        cell for row in sheet.iter_rows(min_row=2) for cell in row
        if str(cell.value).strip("()") in xlsx.MARKS
    ]  # fmt: skip
    assert marked
    for cell in marked:
        fill = FILLS[xlsx.MARKS[str(cell.value).strip("()")]][0].lstrip("#")
        assert cell.alignment.horizontal == "center"
        assert cell.fill.fgColor.rgb.lower().endswith(fill)


def test_it_speaks_the_language_asked_for(run: Runner) -> None:
    run("report", *ON, "--lang", "nl", "-o", "r.xlsx", "-q")
    assert openpyxl.load_workbook(Path("r.xlsx")).sheetnames[:2] == ["Leeswijzer", "Aanbevelingen"]
