"""The file of somebody else, as the sheets in it: CSV, a workbook or JSON, told by its bytes."""

from __future__ import annotations

from pathlib import Path

from dosa_trace.diagnostics import BadQuestion, did_you_mean, near
from dosa_trace.foreign.choices import Encoding
from dosa_trace.foreign.reading.csv_tables import csv_table
from dosa_trace.foreign.reading.tables import ForeignTable
from dosa_trace.language import Alternatives, Phrase
from dosa_trace.sheets.reading import PACKED

#: How a workbook of Excel before 2007 begins.
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def read_tables(path: Path, data: bytes, encoding: Encoding | None) -> dict[str, ForeignTable]:
    """The sheets of a file that hold something, by their names; one alone may have none. Raises
    BadQuestion for what cannot be read."""
    if data.startswith(PACKED):
        from dosa_trace.foreign.reading.workbook_tables import workbook_tables

        tables = workbook_tables(path, data)
    elif data.startswith(_OLD_EXCEL):
        from dosa_trace.sheets.workbook_files import SAVE_AS

        raise BadQuestion(OLD_EXCEL(path=str(path)), SAVE_AS)
    elif _is_json(path, data):
        from dosa_trace.foreign.reading.json_tables import json_tables

        tables = json_tables(str(path), data)
    else:
        tables = {"": csv_table(str(path), data, encoding)}
    tables = {name: table for name, table in tables.items() if table.rows}
    if not tables:
        raise BadQuestion(NO_ROWS(path=str(path)), HEADS_FIRST)
    return tables


def _is_json(path: Path, data: bytes) -> bool:
    """Whether a file is JSON by its name, else by how it begins and ends: heads of CSV may stand in
    brackets."""
    text = data.removeprefix(b"\xef\xbb\xbf").strip()
    begins, ends = text[:1], text[-1:]
    is_closed = (begins, ends) in ((b"[", b"]"), (b"{", b"}"))
    return path.suffix.lower() == ".json" or is_closed


def chosen(tables: dict[str, ForeignTable], name: str | None) -> ForeignTable:
    """The sheet with a name, or the only one. Raises BadQuestion where there is none such, or there
    are several."""
    if name is None and len(tables) == 1:
        return next(iter(tables.values()))
    if name is None:
        raise BadQuestion(SEVERAL(names=tuple(tables)), SAY_SHEET(name=next(iter(tables))))
    if name not in tables:
        hint = did_you_mean(near(name, tables)) or USE_ONE(names=Alternatives(tuple(tables)))
        raise BadQuestion(NO_SHEET(name=name), hint)
    return tables[name]


OLD_EXCEL = Phrase(
    "'{path}' is a workbook of Excel before 2007", "'{path}' is een werkmap van Excel van voor 2007"
)
NO_ROWS = Phrase("'{path}' has no rows", "'{path}' heeft geen rijen")
HEADS_FIRST = Phrase(
    "the first row holds the heads of the columns, the others one record each",
    "de eerste rij bevat de kopjes van de kolommen, de andere elk één record",
)
SEVERAL = Phrase("this file has several sheets: {names}", "dit bestand heeft meer bladen: {names}")
SAY_SHEET = Phrase("say which with --sheet '{name}'", "zeg welk met --sheet '{name}'")
NO_SHEET = Phrase("this file has no sheet '{name}'", "dit bestand heeft geen blad '{name}'")
USE_ONE = Phrase("it has {names}", "het heeft {names}")
