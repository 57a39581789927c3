"""A sheet for Excel and its kin: rows as they are, and no text that a program could run.

The only module that knows openpyxl, which is an optional extra (`pip install dosa-trace[xlsx]`).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Phrase
from dosa_trace.output.medium import PIPE, Medium
from dosa_trace.output.xml import writable


def render(rows: Iterable[Sequence[str | int | float | None]], _: Medium = PIPE) -> bytes:
    """One sheet whose first row is its head. Raises BadQuestion where openpyxl is missing.

    Text is stored as text: what begins like a formula stays a line of characters. The file holds no
    time, so that the same rows give the same bytes.
    """
    try:
        import openpyxl
        from openpyxl.styles import Font
    except ImportError as error:
        raise BadQuestion(NO_OPENPYXL, INSTALL) from error
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = datetime(2000, 1, 1)
    book.remove(book.worksheets[0])
    sheet: Any = book.create_sheet("dosa-trace")
    for number, row in enumerate(rows, 1):
        for at, value in enumerate(row, 1):
            cell = sheet.cell(number, at)
            if isinstance(value, str):
                cell.value = writable(value)
                cell.data_type = "s"
                cell.quotePrefix = value[:1] in ("=", "+", "-", "@", "\t", "\r")
            else:
                cell.value = value
            if number == 1:
                cell.font = Font(bold=True)
    sheet.freeze_panes = "B2"
    packed = io.BytesIO()
    book.save(packed)
    return _without_time(packed.getvalue())


def _without_time(data: bytes) -> bytes:
    """The same archive with every entry dated alike."""
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _fixed_times(content)
            fixed = zipfile.ZipInfo(entry.filename, (2000, 1, 1, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, content)
    return packed.getvalue()


def _fixed_times(content: bytes) -> bytes:
    import re

    return re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2000-01-01T00:00:00Z", content)


NO_OPENPYXL = Phrase("XLSX needs openpyxl", "voor XLSX is openpyxl nodig")
INSTALL = Phrase(
    "pip install 'dosa-trace[xlsx]', or write CSV",
    "pip install 'dosa-trace[xlsx]', of schrijf CSV",
)
