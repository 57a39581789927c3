"""A workbook to be: sheets of cells under heads, between what lays them out and what writes "
"them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from dosa_trace.document import Cell, Verbatim

#: A text, a number that a reader reckons with, a day, a text that is more than a text, one with
#: lines of its own, or nothing.
Value = str | int | float | Decimal | date | Cell | Verbatim | None


class Sheet(NamedTuple):
    """Rows under their heads. `upright` says from which column on the heads stand upright, because
    the columns are narrow; a sheet without heads is a guide that is read. A hidden one holds texts
    and is laid out in no way. Of one that is edited `choices` are the words that a column takes,
    `several` the columns that take more than one, and `locked` those that stay as they are."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    upright: int | None = None
    hidden: bool = False
    choices: Mapping[int, tuple[str, ...]] = {}
    several: frozenset[int] = frozenset()
    locked: frozenset[int] | None = None


class Workbook(NamedTuple):
    """The sheets in their order, under a title."""

    title: str
    sheets: tuple[Sheet, ...]
