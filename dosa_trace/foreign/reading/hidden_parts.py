"""Which rows and columns of a sheet in a workbook are hidden, and how far it reaches (ECMA-376,
part 1, 18.3.1): hidden by their mark, or without a height or a width."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, iterparse

from dosa_trace.sheets.cells_read import MOST_COLUMNS

_TRUE: Final = frozenset({"1", "true"})
_LETTERS: Final = re.compile(r"([A-Z]{1,3})\d*")


class HiddenParts(NamedTuple):
    """The numbers of hidden rows from 1, those of hidden columns from 0, and whether a cell with
    something in it stands further to the right than is read."""

    rows: frozenset[int]
    columns: frozenset[int]
    is_too_wide: bool


def hidden_parts(part: str, data: bytes) -> HiddenParts:
    """What is hidden of the sheet in a part of a workbook, whose parts have no document types and
    are no larger than may be read."""
    rows: set[int] = set()
    columns: set[int] = set()
    number, is_too_wide, by_default = 0, False, False
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        text = io.BytesIO(packed.read(part.lstrip("/")))
        for event, element in iterparse(text, ("start", "end")):
            name = element.tag.rpartition("}")[2]
            if event == "start":
                if name == "sheetFormatPr":
                    by_default = element.get("zeroHeight") in _TRUE
                elif name == "col":
                    columns |= _hidden_columns(element)
                elif name == "row":
                    number = int(element.get("r", number + 1))
                    if _is_hidden(element, "ht") or (by_default and element.get("ht") is None):
                        rows.add(number)
            elif name == "c":
                is_too_wide |= len(element) > 0 and _column(element.get("r", "")) >= MOST_COLUMNS
                element.clear()
            elif name == "row":
                element.clear()
    return HiddenParts(frozenset(rows), frozenset(columns), is_too_wide)


def _is_hidden(element: Element, size: str) -> bool:
    is_none = element.get(size) is not None and float(element.get(size, "1")) == 0
    return element.get("hidden") in _TRUE or is_none


def _hidden_columns(element: Element) -> set[int]:
    if not _is_hidden(element, "width"):
        return set()
    last = min(int(element.get("max", "0")), MOST_COLUMNS)
    return set(range(int(element.get("min", "1")) - 1, last))


def _column(address: str) -> int:
    """The number of the column of a cell from 0; of one that does not say it the first."""
    letters = _LETTERS.match(address)
    number = 0
    for letter in letters[1] if letters else "A":
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
