"""The tables of a catalogue as a folder of CSV files, which a Data Package describes (version 2,
datapackage.org): types, keys, and where one names the key of another.

Each cell that a spreadsheet would run as a formula gets an apostrophe in front (`inert.disarmed`),
and an empty one is a value that is not there.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from hashlib import sha256
from typing import Any, Final

from dosa_trace.exporting.data_table import DataColumn, DataTable, Value, number
from dosa_trace.exporting.database import Database
from dosa_trace.exporting.statements import references
from dosa_trace.inert import disarmed, inert_lines, no_commands
from dosa_trace.output.data.json import text_of
from dosa_trace.output.target import PIPE, Medium

PACKAGE: Final = "datapackage.json"
_PROFILES: Final = "https://datapackage.org/profiles/2.0"
_TYPE: Final = {
    "text": "string", "date": "string", "integer": "integer", "boolean": "boolean",
    "number": "number",
}  # fmt: skip
#: What a Data Package takes for the name of a licence.
_LICENCE: Final = re.compile(r"[-a-zA-Z0-9._]+")
#: A date as sources give it: a year or a month too.
_DATE: Final = r"^\d{4}(-\d{2}(-\d{2})?)?$"


def render(made: Database, medium: Medium = PIPE) -> Mapping[str, bytes]:
    """The files of the folder by their names."""
    files = {f"{table.name}.csv": _lines(table) for table in made.tables}
    return {PACKAGE: package(made, "csv", "text/csv", files), **files}


def package(made: Database, format_: str, media_type: str, files: Mapping[str, bytes]) -> bytes:
    """What a folder holds: each of the files of a format with its table."""
    about = made.description
    said: dict[str, Any] = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "dosa-trace",
        "title": about.title,
        "description": about.text(format_),
        "version": about.as_of,
    }
    if about.licence is not None and _LICENCE.fullmatch(about.licence):
        said["licenses"] = [{"name": about.licence}]
    if about.makers:
        said["contributors"] = [{"title": maker} for maker in about.makers]
    keys = {table.name: table.key for table in made.tables}
    said["resources"] = [
        _resource(table, format_, media_type, files[f"{table.name}.{format_}"], keys)
        for table in made.tables
    ]
    return text_of(said).encode("utf-8")


def _resource(
    table: DataTable,
    format_: str,
    media_type: str,
    data: bytes,
    keys: Mapping[str, Sequence[str]],
) -> dict[str, Any]:
    encoding = {"encoding": "utf-8"} if media_type.startswith("text/") else {}
    about = {"description": table.about} if table.about else {}
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.{format_}",
        **about,
        "format": format_,
        "mediatype": media_type,
        **encoding,
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "schema": {
            "fields": [_field(column, table) for column in table.columns],
            "primaryKey": [*table.key],
            "foreignKeys": [
                {"fields": [*names], "reference": {"resource": other, "fields": [*keys[other]]}}
                for names, other in references(table, keys)
            ],
        },
    }


def _field(column: DataColumn, table: DataTable) -> dict[str, Any]:
    """A column; a key is always there."""
    limits: dict[str, Any] = {}
    if column.required or column.name in table.key:
        limits["required"] = True
    if column.type == "date":
        limits["pattern"] = _DATE
    return {
        "name": column.name,
        "type": _TYPE[column.type],
        **({"description": column.about} if column.about else {}),
        **({"constraints": limits} if limits else {}),
    }


def _lines(table: DataTable) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows(_cells(table, row) for row in table.rows)
    return no_commands(text.getvalue()).encode("utf-8")


def _cells(table: DataTable, row: Sequence[Value]) -> Iterator[str]:
    for column, value in zip(table.columns, row, strict=True):
        if value is None:
            yield ""
        elif column.type == "boolean":
            yield "true" if value else "false"
        elif isinstance(value, str):
            yield disarmed(inert_lines(value))
        else:
            yield f"{value:f}" if isinstance(value, Decimal) else str(number(value))
