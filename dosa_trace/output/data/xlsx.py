"""A workbook for Excel and its kin: heads that stay in sight, widths, filters, colours beside
words, and no text that a program could run.

With `xlsx_edited` and `sheets` the only module that knows openpyxl.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dosa_trace.document import Cell, Role, Verbatim
from dosa_trace.language import Language, Phrase
from dosa_trace.output.archive import without_time
from dosa_trace.output.colours import FILLS
from dosa_trace.output.data.xlsx_edited import HEAD, WordLists, hide, let_edit, shown
from dosa_trace.output.markup import web, writable
from dosa_trace.output.target import PIPE, Medium
from dosa_trace.workbook import Sheet, Value, Workbook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: How wide a column is at least and at most, in letters; upright heads take little.
NARROW, WIDE, UPRIGHT = 6, 60, 6
#: How wide the columns of a guide are, in letters, and how high a line is.
GUIDE, LINE = (34, 74, 20), 15
#: What a sheet may not be called by, and how long its name may be.
_FORBIDDEN = str.maketrans("", "", "[]:*?/\\'")
LONGEST_NAME = 31
#: How much a cell holds, and the address of a link, in characters (Excel's own limits).
LONGEST_TEXT, LONGEST_ADDRESS = 32_767, 2_079
#: Paper by Excel's number.
A4 = 9
#: In what colour a mark of a matrix stands.
MARKS: Mapping[str, Role] = {
    "●": Role.COVERED, "◐": Role.PARTLY, "○": Role.MUTED, "✕": Role.GAP,
}  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(book: Workbook, medium: Medium = PIPE) -> bytes:
    """The workbook.

    Text is stored as text: what begins like a formula stays a line of characters. The file holds no
    time, so that the same answer gives the same bytes.
    """
    import openpyxl

    made = openpyxl.Workbook()
    made.properties.created = made.properties.modified = datetime(2000, 1, 1)
    made.properties.title = writable(book.title)
    made.remove(made.worksheets[0])
    names = [
        writable(sheet.name).translate(_FORBIDDEN)[:LONGEST_NAME] or "1" for sheet in book.sheets
    ]
    rows = _rows_of(book, names)
    lists = WordLists({words for sheet in book.sheets for words in sheet.choices.values() if words})
    for name, sheet in zip(names, book.sheets, strict=True):
        to = made.create_sheet(name)
        if sheet.hidden:
            hide(to, sheet)
            continue
        _fill(to, sheet, medium.language)
        if sheet.locked is None:
            _lead(to, sheet, rows)
        else:
            let_edit(to, sheet, sheet.locked, lists)
        to.oddFooter.left.text = writable(book.title).replace("&", "&&")
        to.oddFooter.right.text = "&P/&N"
    lists.add_to(made)
    packed = io.BytesIO()
    made.save(packed)
    return without_time(packed.getvalue())


def _rows_of(book: Workbook, names: Sequence[str]) -> Mapping[str, tuple[str, int]]:
    """Where each record has its row: the sheet, and the number of the row, by the id that it begins
    with; of an id on several sheets the first."""
    found: dict[str, tuple[str, int]] = {}
    for name, sheet in zip(names, book.sheets, strict=True):
        for number, row in enumerate(sheet.rows, 2 if sheet.heads else 1):
            if sheet.heads and row and isinstance(row[0], str):
                found.setdefault(row[0], (name, number))
    return found


def _lead(to: Worksheet, sheet: Sheet, rows: Mapping[str, tuple[str, int]]) -> None:
    """An id leads to its row on another sheet."""
    from openpyxl.styles import Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    for number, row in enumerate(sheet.rows, 2 if sheet.heads else 1):
        for at, value in enumerate(row, 1):
            place = rows.get(value) if sheet.heads and isinstance(value, str) else None
            if place and place[0] != to.title:
                name, there = place
                to.cell(number, at).hyperlink = Hyperlink(
                    ref=to.cell(number, at).coordinate, location=f"'{name}'!A{there}"
                )
                to.cell(number, at).font = Font(underline="single", color="0550AE")


def _fill(to: Worksheet, sheet: Sheet, language: Language) -> None:
    from openpyxl.styles import Alignment, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    heads = [Cell(head, Role.STRONG) for head in sheet.heads]
    rows: list[tuple[Value, ...]] = [*([tuple(heads)] if heads else []), *sheet.rows]
    for number, row in enumerate(rows, 1):
        for at, value in enumerate(row, 1):
            _put(to.cell(number, at), value, language)
    to.page_setup.orientation, to.page_setup.paperSize = "landscape", A4
    to.page_setup.fitToHeight = 0 if heads else 1
    to.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    widths = tuple(_widths(sheet, rows))
    for at, width in enumerate(widths, 1):
        to.column_dimensions[get_column_letter(at)].width = width
    for number, row in enumerate(rows, 1):
        to.row_dimensions[number].height = LINE * _lines(row, widths)
    if not heads:
        _lay_out_guide(to, rows)
        return
    upright = len(heads) if sheet.upright is None else sheet.upright
    for at in range(len(heads)):
        turned = at >= upright
        to.cell(1, at + 1).alignment = Alignment(
            text_rotation=90 if turned else 0, vertical="bottom", wrap_text=True
        )
        to.cell(1, at + 1).fill = PatternFill("solid", fgColor=HEAD)
        for number in range(2, len(rows) + 1) if turned else ():
            _tint(to.cell(number, at + 1))
    if upright < len(heads):
        to.row_dimensions[1].height = 160
    to.freeze_panes = f"{get_column_letter(min(upright, 2) + 1)}2"
    to.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{max(len(rows), 2)}"
    to.print_title_rows = "1:1"


def _tint(to: Any) -> None:
    """A mark of a matrix, in the middle of its cell and in a colour beside its sign."""
    from openpyxl.styles import Alignment, PatternFill

    to.alignment = Alignment(horizontal="center", vertical="top")
    mark = str(to.value or "").strip("()")
    if mark in MARKS:
        to.fill = PatternFill("solid", fgColor=FILLS[MARKS[mark]][0].lstrip("#"))


def _lay_out_guide(to: Worksheet, rows: Sequence[tuple[Value, ...]]) -> None:
    """A guide is read: a line of its own runs over all columns."""
    from openpyxl.styles import Font

    to.cell(1, 1).font = Font(bold=True, size=14)
    for number, row in enumerate(rows, 1):
        if len(row) == 1:
            to.merge_cells(start_row=number, end_row=number, start_column=1, end_column=len(GUIDE))
            to.row_dimensions[number].height = LINE * _lines(row, (sum(GUIDE),))
    to.row_dimensions[1].height = 2 * LINE


def _put(to: Any, value: Value, language: Language) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    if isinstance(value, Cell):
        text, role = value.text, value.role
    elif isinstance(value, Verbatim):
        text, role = value.text, Role.PLAIN
    else:
        text, role = value if isinstance(value, str) else "", Role.PLAIN
    if isinstance(value, int | float | Decimal):
        to.value = value
        to.number_format = "#,##0" if value == int(value) else "#,##0.00"
        return
    if isinstance(value, date):
        to.value, to.number_format = value, "yyyy-mm-dd"
        to.alignment = Alignment(vertical="top", horizontal="left")
        return
    url = web(value.url) if isinstance(value, Cell) else None
    if url and len(url) > LONGEST_ADDRESS:
        text, url = f"{text} ({NO_LINK.say(language)})", None
    to.value = _fitting(writable(text), language)
    to.data_type = "s"
    to.quotePrefix = text[:1] in _FORMULA
    to.alignment = Alignment(vertical="top", wrap_text=True)
    if role is Role.STRONG:
        to.font = Font(bold=True)
    elif role in FILLS and role is not Role.PLAIN:
        to.fill = PatternFill("solid", fgColor=FILLS[role][0].lstrip("#"))
    if url:
        to.hyperlink = writable(url)
        to.font = Font(underline="single", color="0550AE")


def _fitting(text: str, language: Language) -> str:
    """A text that a cell has room for; of a longer one the end is left out, which is said."""
    if len(text) <= LONGEST_TEXT:
        return text
    told = " " + CUT.say(language)
    return text[: LONGEST_TEXT - len(told)] + told


def _widths(sheet: Sheet, rows: Iterable[tuple[Value, ...]]) -> Iterator[int]:
    """Wide enough for nearly all that stands in a column."""
    columns: dict[int, list[int]] = {}
    for row in rows:
        for at, value in enumerate(row):
            columns.setdefault(at, []).append(len(shown(value)))
    for at in range(max(columns, default=-1) + 1):
        if sheet.upright is not None and at >= sheet.upright:
            yield UPRIGHT
        elif not sheet.heads:
            yield GUIDE[min(at, len(GUIDE) - 1)]
        else:
            lengths = sorted(columns.get(at, [0]))
            yield min(
                max(lengths[len(lengths) * 9 // 10] + 2, len(sheet.heads[at]) + 4, NARROW), WIDE
            )


def _lines(row: Iterable[Value], widths: Iterable[int]) -> int:
    """How many lines the fullest cell of a row takes; not every program works that out itself."""
    of_each = (len(shown(value)) // width + 1 for value, width in zip(row, widths, strict=False))
    return max(of_each, default=1)


CUT = Phrase(
    "… (cut off here: a cell is full; the whole text is in the catalogue)",
    "… (hier afgebroken: de cel is vol; de hele tekst staat in de catalogus)",
)
NO_LINK = Phrase(
    "the address is too long for a link in a cell", "het adres is te lang voor een link in een cel"
)
