"""How a column writes what it holds, told from all of its cells.

A cell that can be read in two ways, `1.234` or `04-05-2024`, is settled by another of its column
that can only be read in one. Where none settles it a person is asked; where some say otherwise than
nine in ten, these are wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from dosa_trace.foreign.reading.cell_values import (
    NO_DAY,
    day_in,
    has_time,
    number_in,
    number_text,
    truth_in,
)
from dosa_trace.foreign.reading.tables import Raw
from dosa_trace.labels import FIELDS
from dosa_trace.language import Phrase


class Form(StrEnum):
    """How a column writes: as text, yes and no, numbers (with a comma or a point before decimals,
    or so that it makes no difference), days (the day or the month first, or likewise)."""

    TEXT = "text"
    YES_NO = "yes-no"
    NUMBER = "number"
    DECIMAL_COMMA = "decimal-comma"
    DECIMAL_POINT = "decimal-point"
    DATE = "date"
    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


class CellSort(StrEnum):
    """What a column holds, however it writes that."""

    TEXT = "text"
    YES_NO = "yes-no"
    NUMBER = "number"
    DATE = "date"


#: The two ways in which each sort may be written, the one for both, and how a cell is read in one.
_Read = Callable[[str], object]


class _Ways(NamedTuple):
    either: Form
    one: Form
    other: Form
    read_one: _Read
    read_other: _Read


_WAYS: Final = {
    CellSort.NUMBER: _Ways(
        Form.NUMBER, Form.DECIMAL_COMMA, Form.DECIMAL_POINT,
        lambda text: number_in(text, ","), lambda text: number_in(text, "."),
    ),
    CellSort.DATE: _Ways(
        Form.DATE, Form.DAY_FIRST, Form.MONTH_FIRST,
        lambda text: day_in(text, True), lambda text: day_in(text, False),
    ),
}  # fmt: skip
SORT_OF: Final = {
    Form.TEXT: CellSort.TEXT,
    Form.YES_NO: CellSort.YES_NO,
    **dict.fromkeys((Form.NUMBER, Form.DECIMAL_COMMA, Form.DECIMAL_POINT), CellSort.NUMBER),
    **dict.fromkeys((Form.DATE, Form.DAY_FIRST, Form.MONTH_FIRST), CellSort.DATE),
}
#: How many of the cells of a column have to be of a sort for the others to be wrong.
MOSTLY: Final = 0.8
#: How many of those that settle a form have to agree.
AGREED: Final = 0.9
#: A number that cannot be a code: with two signs between its digits, as `1.234.567` or `1.234,5`.
_GROUPS: Final = re.compile(r"\d[.,' \u00a0\u202f\u2019]\d{3}[.,' \u00a0\u202f\u2019]\d", re.ASCII)
_CODE: Final = re.compile(r"0\d+", re.ASCII)
_YEAR: Final = re.compile(r"\d{4}", re.ASCII)


class Recognised(NamedTuple):
    """The form of a column; None where only a person can tell between two (`between`), of which
    `doubtful` is a cell."""

    form: Form | None
    between: tuple[Form, ...] = ()
    doubtful: str = ""


def sort_of(values: Sequence[Raw]) -> CellSort:
    """What most cells of a column hold; text where fewer than four in five are alike, and of what
    has zeros in front."""
    texts = [value for value in values if isinstance(value, str)]
    if not values or any(_CODE.fullmatch(text) for text in texts):
        return CellSort.TEXT
    for sort, is_one in _TESTS:
        if sum(map(is_one, values)) >= MOSTLY * len(values):
            return sort
    return CellSort.TEXT


def is_number(value: Raw) -> bool:
    """Whether a cell is a number in either way."""
    if isinstance(value, str):
        return number_in(value, ",") is not None or number_in(value, ".") is not None
    return isinstance(value, Decimal)


def says_all(values: Sequence[Raw], sort: CellSort) -> bool:
    """Whether a column without a field of that sort says nothing more than numbers, days or truths
    would: no code such as `1.10` or `36 600`, no time of a day, and both yes and no, in whole
    words."""
    texts = [value for value in values if isinstance(value, str)]
    match sort:
        case CellSort.NUMBER:
            return any(map(_GROUPS.search, texts)) or all(map(_is_plain_number, texts))
        case CellSort.DATE:
            return not any(map(has_time, texts))
        case CellSort.YES_NO:
            whole = all(len(text.strip()) > 1 for text in texts)
            return whole and len({truth_in(text) for text in texts} - {None}) != 1
    return True


def _is_plain_number(text: str) -> bool:
    """Whether a text is a number that is written back as it stands, or none at all."""
    for decimal in ",.":
        number = number_in(text, decimal)
        if number is not None and number_text(number) == text.replace(decimal, "."):
            return True
    return not is_number(text)


def _is_date(value: Raw) -> bool:
    if isinstance(value, str):  # a year alone is a number as well
        is_whole = _YEAR.fullmatch(value) is None
        return is_whole and (day_in(value, True) is not None or day_in(value, False) is not None)
    return isinstance(value, date)


def _is_truth(value: Raw) -> bool:
    return isinstance(value, bool) or (isinstance(value, str) and truth_in(value) is not None)


_TESTS: Final = (
    (CellSort.YES_NO, _is_truth),
    (CellSort.DATE, _is_date),
    (CellSort.NUMBER, is_number),
)


def recognised(values: Sequence[Raw], sort: CellSort) -> Recognised:
    """How a column of a sort writes its cells. Where the file itself knows most of them to be
    numbers or days, it did not know the others to be any: these have to read alike in both ways."""
    if sort not in _WAYS:
        return Recognised(Form(sort))
    ways = _WAYS[sort]
    if sum(not isinstance(value, str) for value in values) * 2 > len(values):
        return Recognised(ways.either)
    ones = others = 0
    doubtful = ""
    for text in (value for value in values if isinstance(value, str)):
        read, otherwise = ways.read_one(text), ways.read_other(text)
        if read is not None and otherwise is None:
            ones += 1
        elif otherwise is not None and read is None:
            others += 1
        elif read != otherwise:
            doubtful = doubtful or text
    if ones + others == 0:
        if not doubtful:
            return Recognised(ways.either)
    elif max(ones, others) >= AGREED * (ones + others):
        return Recognised(ways.one if ones > others else ways.other)
    return Recognised(None, (ways.one, ways.other), doubtful or _first_settled(values, ways))


def _first_settled(values: Iterable[Raw], ways: _Ways) -> str:
    for text in (value for value in values if isinstance(value, str)):
        if (ways.read_one(text) is None) != (ways.read_other(text) is None):
            return text
    return ""


def read_in(value: Raw, form: Form) -> str | None:
    """A cell as files of a catalogue have it: `70042.5`, `2024-12-04`, `true`; None for one that
    contradicts the form of its column."""
    match SORT_OF[form]:
        case CellSort.NUMBER:
            return _number(value, form)
        case CellSort.DATE:
            return _date(value, form)
        case CellSort.YES_NO:
            truth = truth_in(value) if isinstance(value, str) else value
            return None if not isinstance(truth, bool) else str(truth).lower()
        case CellSort.TEXT:
            return as_text(value)


def as_text(value: Raw) -> str:
    """A cell as a text, where its file knows it to be something else."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return number_text(value)
    return value.isoformat() if isinstance(value, date) else value


def _number(value: Raw, form: Form) -> str | None:
    if isinstance(value, Decimal):
        return number_text(value) if value.is_finite() else None
    if not isinstance(value, str):
        return None
    read = _both(value, _WAYS[CellSort.NUMBER], form)
    return number_text(read) if isinstance(read, Decimal) else None


def _date(value: Raw, form: Form) -> str | None:
    if isinstance(value, date):
        return "" if value == NO_DAY else value.isoformat()
    if not isinstance(value, str):
        return None
    read = _both(value, _WAYS[CellSort.DATE], form)
    return read if isinstance(read, str) else None


def _both(text: str, ways: _Ways, form: Form) -> object:
    """A cell in the form of its column; in the form for both only where both read it alike."""
    if form is ways.one:
        return ways.read_one(text)
    if form is ways.other:
        return ways.read_other(text)
    one = ways.read_one(text)
    return one if one == ways.read_other(text) else None


FORMS = {
    Form.TEXT: FIELDS["text"],
    Form.YES_NO: Phrase("yes or no", "ja of nee"),
    Form.NUMBER: Phrase("numbers", "getallen"),
    Form.DECIMAL_COMMA: Phrase("numbers as 1.234,5", "getallen als 1.234,5"),
    Form.DECIMAL_POINT: Phrase("numbers as 1,234.5", "getallen als 1,234.5"),
    Form.DATE: Phrase("dates", "datums"),
    Form.DAY_FIRST: Phrase("dates, day first", "datums, dag eerst"),
    Form.MONTH_FIRST: Phrase("dates, month first", "datums, maand eerst"),
}
#: What a cell of each sort was expected to be.
EXPECTED = {
    Form.YES_NO: Phrase("expected yes or no", "verwacht: ja of nee"),
    Form.NUMBER: Phrase("expected a number", "verwacht: een getal"),
    Form.DECIMAL_COMMA: Phrase(
        "expected a number as in its column, such as 1.234,5",
        "verwacht: een getal zoals in deze kolom, zoals 1.234,5",
    ),
    Form.DECIMAL_POINT: Phrase(
        "expected a number as in its column, such as 1,234.5",
        "verwacht: een getal zoals in deze kolom, zoals 1,234.5",
    ),
    Form.DATE: Phrase("expected a date", "verwacht: een datum"),
    Form.DAY_FIRST: Phrase(
        "expected a date with the day first, such as 31-12-2024",
        "verwacht: een datum met de dag eerst, zoals 31-12-2024",
    ),
    Form.MONTH_FIRST: Phrase(
        "expected a date with the month first, such as 12/31/2024",
        "verwacht: een datum met de maand eerst, zoals 12/31/2024",
    ),
}
