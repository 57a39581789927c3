"""A workbook to be: sheets of cells under heads, between what lays them out and what writes "
"them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from dosa_trace.document import Cell

#: A text, a number that a reader reckons with, a day, a text that is more than a text, or nothing.
Value = str | int | float | Decimal | date | Cell | None


class Sheet(NamedTuple):
    """Rows under their heads. `upright` says from which column on the heads stand upright, because
    the columns are narrow; a sheet without heads is a guide that is read."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    upright: int | None = None


class Workbook(NamedTuple):
    """The sheets in their order, under a title."""

    title: str
    sheets: tuple[Sheet, ...]
