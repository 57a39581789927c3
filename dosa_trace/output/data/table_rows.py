"""Lines of an answer for a data frame: one flat dict for each, all with the same keys.

The keys are those of CSV. The values are plain, but keep their type: a date stays a date, an amount
a Decimal, a list a list; what is in two languages is in one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Any, Union, get_args, get_origin

from dosa_trace.catalog.model.dates import PartialDate
from dosa_trace.catalog.model.parts import ReadOn
from dosa_trace.language import Language, Message, Phrase
from dosa_trace.output.data.plain_data import plain
from dosa_trace.results import data_of, types_of


def table_rows(rows: Iterable[object], language: Language) -> list[dict[str, Any]]:
    """The lines with all their keys, in the order in which these first appear; what a line has not
    is None. A line of a result has each key that its type can have, whatever stands in it."""
    listed = list(rows)
    kinds = dict.fromkeys(type(row) for row in listed if hasattr(row, "_fields"))
    known = dict.fromkeys(head for kind in kinds for head in heads_of(kind))
    flat = [dict(_flat(row, language, "")) for row in listed]
    if kinds:  # a part that is not there is told by its fields
        flat = [_told(row, known) for row in flat]
    heads = known | dict.fromkeys((key for row in flat for key in row), None)
    return [{**heads, **row} for row in flat]


def _told(row: Mapping[str, Any], known: Mapping[str, None]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value is not None or key in known}


def heads_of(kind: type, before: str = "") -> Iterator[str]:
    """The keys that a line of a type has: of a date that may be a day of reading that as well, of a
    part that has fields each of these."""
    for name, hint in types_of(kind).items():
        is_either = get_origin(hint) in (Union, UnionType)
        parts = [part for part in (get_args(hint) if is_either else (hint,)) if _has_fields(part)]
        if parts:
            for part in parts:
                yield from heads_of(part, f"{before}{name}.")
            continue
        yield f"{before}{name}"
        if ReadOn in get_args(hint):
            yield f"{before}{name}_read"


def _has_fields(kind: Any) -> bool:
    return isinstance(kind, type) and hasattr(kind, "_fields") and not issubclass(kind, _ONE_TEXT)


def _flat(row: Any, language: Language, before: str) -> Iterator[tuple[str, Any]]:
    items = row.items() if isinstance(row, Mapping) else data_of(row).items()
    for key, value in items:
        name = f"{before}{plain(key, language)}"
        if isinstance(value, Mapping) or _is_a_result(value):
            yield from _flat(value, language, f"{name}.")
        elif type(value) in (date, Decimal):
            yield name, value
        elif value is None:
            yield name, None
        else:
            yield from plain_items(name, value, language)


def plain_items(name: str, value: Any, language: Language) -> Iterator[tuple[str, Any]]:
    """One value under its name; a day of reading stands under a name of its own."""
    yield from plain({name: value}, language).items()


def _is_a_result(value: Any) -> bool:
    """Whether a value has fields of its own and is not said as one text."""
    return hasattr(value, "_fields") and not isinstance(value, _ONE_TEXT)


_ONE_TEXT = (Phrase, Message, PartialDate, ReadOn)
