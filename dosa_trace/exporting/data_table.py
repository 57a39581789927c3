"""A table of some of a catalogue, and what its columns hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final, NamedTuple

from dosa_trace.catalog.fields.types import (
    AmountType,
    Day,
    FieldType,
    Flag,
    NumberType,
    Ref,
    Version,
    Whole,
)

#: A value in a table: a number, a text, or nothing. A truth is 1 or 0, an amount a decimal number.
Value = str | int | float | Decimal | None
#: In which table records of a kind stand.
TABLE_OF_KIND: Final[Mapping[str, str]] = {
    "source": "sources",
    "theme": "themes",
    "instrument": "instruments",
    "recommendation": "recommendations",
    "objective": "objectives",
    "organisation": "organisations",
}


class DataColumn(NamedTuple):
    """A column: its name, what it holds (`text`, `integer`, `number`, `boolean` or `date`), what
    that means, and the table whose key it names."""

    name: str
    type: str
    about: str = ""
    refers: str | None = None
    required: bool = False


class DataTable(NamedTuple):
    """A table of some of a catalogue: what it is of, its columns, those that tell its rows apart,
    and the rows. `owner` is the table on whose rows its own hang."""

    name: str
    about: str
    columns: tuple[DataColumn, ...]
    key: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    owner: str | None = None


def type_of(kind: FieldType) -> str:
    """What a column of a field holds."""
    match kind:
        case Day():
            return "date"
        case Flag():
            return "boolean"
        case Whole() | Version():
            return "integer"
        case NumberType() | AmountType():
            return "number"
    return "text"


def refers(kind: FieldType) -> str | None:
    """The table whose key a field names, where it is of one kind alone."""
    match kind:
        case Ref(kinds=kinds):
            return TABLE_OF_KIND[kinds[0]] if len(kinds) == 1 else "records"
    return None


def cell(value: Any) -> Value:
    """A single value in a table."""
    if value is None or isinstance(value, int | float | Decimal):
        return int(value) if isinstance(value, bool) else value
    text = getattr(value, "text", value)
    return str(text) if not isinstance(text, (list, dict)) else json.dumps(text)


def number(value: Value) -> str | int | float | None:
    """A value as engines hold it: a decimal number as a whole one, or as near as a float is."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
