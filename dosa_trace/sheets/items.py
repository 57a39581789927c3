"""Which item of a list stands where: a status, a response or a doubt is known by what it says, for
its number changes when another comes before it. So an edit of one never reaches another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from dosa_trace.sheets.columns import NUMBERED
from dosa_trace.sheets.merge import Cells

_NAME: Final = re.compile(rf"({'|'.join(NUMBERED)})\.(\d{{1,3}})\.(.+)")
#: The number of each item in a sheet, by its field, and where that item stands here, both from 0;
#: None for one that is gone.
Numbers = Mapping[tuple[str, int], int | None]


class Aligned(NamedTuple):
    """The cells of a record with its items under the numbers that they have in a sheet, and where
    each of them stands in the record."""

    cells: Cells
    numbers: Numbers


def aligned(base: Cells, ours: Cells, theirs: Cells) -> Aligned:
    """The cells of a record as it stands here, for a comparison with a sheet.

    An item that is here as it was when the sheet was made has its number of then. Where as many
    items are here as were then, those that changed are those in the same places. One that is new in
    both is one where all that the sheet says of it stands here, else where it has the same date.
    What else is new here comes behind all."""
    cells = {name: text for name, text in ours.items() if not _NAME.fullmatch(name)}
    numbers: dict[tuple[str, int], int | None] = {}
    for field in NUMBERED:
        was, here, there = (_items(of, field) for of in (base, ours, theirs))
        paired = _paired(was, here)
        numbers |= {(field, at): None for at in was}
        new = {at: item for at, item in there.items() if at not in was}
        left = [at for at in here if at not in paired.values()]
        for is_one in (_says_all, _is_of_that_day):
            for at, item in new.items():
                alike = (place for place in left if is_one(here[place], item))
                if at not in paired and (same := next(alike, None)) is not None:
                    paired[at] = same
                    left.remove(same)
        behind = max([*was, *there], default=-1) + 1
        paired |= {behind + at: place for at, place in enumerate(left)}
        for at, place in paired.items():
            numbers[field, at] = place
            cells |= {f"{field}.{at + 1}.{name}": text for name, text in here[place].items()}
    return Aligned(cells, numbers)


def _says_all(here: Cells, item: Cells) -> bool:
    return item.items() <= here.items()


def _is_of_that_day(here: Cells, item: Cells) -> bool:
    return "date" in item and here.get("date") == item["date"]


def _items(cells: Cells, field: str) -> dict[int, dict[str, str]]:
    """The cells of each item of a list, by its number from 0."""
    items: dict[int, dict[str, str]] = {}
    for name, text in cells.items():
        part = _NAME.fullmatch(name)
        if part and part[1] == field:
            items.setdefault(int(part[2]) - 1, {})[part[3]] = text
    return dict(sorted(items.items()))


def _paired(
    was: Mapping[int, Mapping[str, str]], here: Mapping[int, Mapping[str, str]]
) -> dict[int, int]:
    """Where each item of then stands here; of one that is gone nothing."""
    paired = dict(_same(was, here))
    if len(was) == len(here):
        others = here.keys() - paired.values()
        paired |= {at: at for at in was if at not in paired and at in others}
    return paired


def _same(
    was: Mapping[int, Mapping[str, str]], here: Mapping[int, Mapping[str, str]]
) -> Iterator[tuple[int, int]]:
    left = list(here)
    for at, item in was.items():
        for place in left:
            if here[place] == item:
                left.remove(place)
                yield at, place
                break
