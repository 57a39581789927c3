"""How Datasette shows the database: what each table and column means, what a record is called, and
by what it is best parted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from dosa_trace.exporting.data_table import DataTable
from dosa_trace.exporting.database import COVERAGE_SQL, Database

#: What the file of the database is called, without its ending: Datasette names it after that.
NAME: Final = "catalogue"
#: By which columns the rows of a table are best parted.
FACETS: Final[Mapping[str, Sequence[str]]] = {
    "states": ("state", "source"),
    "recommendations": ("source", "specificity"),
    "instruments": ("kind", "level"),
    "links": ("extent", "basis", "relation"),
    "sources": ("kind", "reliability", "seen"),
    "organisations": ("kind", "level"),
    "records": ("kind", "file"),
    "recommendation_responses": ("value", "commitment"),
    "instrument_status": ("value",),
    "instrument_budgets": ("stage", "currency", "nature"),
    "overdue": ("kind", "state"),
}
#: The order in which a view is shown.
_SORTED: Final[Mapping[str, str]] = {"overdue": "due"}


def datasette_metadata(made: Database) -> dict[str, Any]:
    """The metadata of `catalogue.db`, for `datasette catalogue.db -m metadata.json`."""
    about = made.description
    said: dict[str, Any] = {"title": about.title, "description": about.text("datasette")}
    if about.licence is not None:
        said["license"] = about.licence
    tables = {table.name: _table(table, about.languages) for table in made.tables}
    views = {name: _shown(name) for name in made.views}
    steps = re.findall(r"CREATE VIEW (\w+)", COVERAGE_SQL.read_text(encoding="utf-8"))
    views |= {name: {"hidden": True} for name in steps if name != "sql_states"}
    return {**said, "databases": {NAME: {"tables": {**tables, **views}}}}


def _table(table: DataTable, languages: Sequence[str]) -> dict[str, Any]:
    columns = {column.name: column.about for column in table.columns if column.about}
    names = {column.name for column in table.columns}
    called = [f"{key}_{code}" for code in languages for key in ("title", "name")]
    label = next((name for name in ("title", *called) if name in names), None)
    return {
        **({"description": table.about} if table.about else {}),
        **({"columns": columns} if columns else {}),
        **({"label_column": label} if label and len(table.key) == 1 else {}),
        **({"hidden": True} if table.name.startswith("answer_") or table.name == "titles" else {}),
        **_shown(table.name),
    }


def _shown(name: str) -> dict[str, Any]:
    facets = {"facets": [*FACETS[name]]} if name in FACETS else {}
    return facets | ({"sort": _SORTED[name]} if name in _SORTED else {})
