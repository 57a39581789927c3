"""The columns of a kind of record, and a value as the text of a cell.

A list of ids or words stands between commas, one of texts on a line each. Statuses, responses and
doubts have columns of their own, numbered; what else has fields of its own has no cell, nor a map.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from dosa_trace.catalog.fields import table
from dosa_trace.catalog.fields.types import (
    Choice,
    Field,
    FieldTable,
    FieldType,
    Flag,
    KindId,
    LevelId,
    ListOf,
    Local,
    NumberType,
    Part,
    Ref,
    Settings,
    Str,
    TextsOf,
)
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.inert import HIDDEN

#: How much a cell holds, in characters (Excel's own limit).
LONGEST: Final = 32_767
#: What stands in a cell for a value that it cannot hold.
HELD: Final = "…"
#: The fields that say which record a row is of.
IDENTITY: Final = ("id", "from", "to")
#: What is written when somebody judges, and can only be read in a sheet.
JUDGED: Final = ("reviewed", "readings")
#: The lists of parts that have columns of their own.
NUMBERED: Final = ("status", "responses", "doubts")
#: The texts that name somebody, and are mostly the same in every language.
NAMES: Final = ("by", "publisher")


class SheetColumn(NamedTuple):
    """A column: its head, the way to the field in a record, of a text by language the language, and
    what the field holds. `is_set` says whether a change in it is taken over."""

    name: str
    route: tuple[str | int, ...]
    kind: FieldType | None
    language: str | None = None
    is_set: bool = True

    @property
    def is_name(self) -> bool:
        """Whether it holds who somebody is: in the first language alone that is a plain text."""
        return self.route[-1] in NAMES

    @property
    def key(self) -> str:
        """The field of the record."""
        return str(self.route[0])

    def choices(self, catalog: Catalog) -> tuple[str, ...]:
        """The words that it takes, from a fixed list or as ids of the catalogue; none where that
        can be anything."""
        match self.kind.item if isinstance(self.kind, ListOf) else self.kind:
            case Choice(values=values):
                return tuple(str(value) for value in values)
            case Flag():
                return ("true", "false")
            case Ref(kinds=kinds):
                known = catalog.by_id.items()
                return tuple(key for key, record in known if type(record).__name__.lower() in kinds)
            case LevelId():
                return tuple(catalog.levels)
            case KindId():
                return tuple(catalog.kinds)
        return ()


def columns_of(
    fields: FieldTable,
    languages: Sequence[str],
    records: Iterable[Mapping[str, Any]],
    heads: Collection[str] = (),
) -> tuple[SheetColumn, ...]:
    """The columns of records of a kind: those that say which it is first, then its fields in the
    order of the format, then keys of one's own. A text has a column for each language, and one
    alone where no record has it in a language. Of a sheet with `heads` the columns are those that
    it has, as far as they are of this kind."""
    listed = list(records)
    made: list[SheetColumn] = []
    for field in fields.fields:
        if field.key in NUMBERED:
            made += _numbered(field, languages, listed, heads)
        else:
            made += _of((field.key,), field.type, _languages(field, languages, listed, heads))
    own = {key for record in listed for key in record if key.startswith("x-")}
    own |= {head for head in heads if head.startswith("x-")}
    made += [SheetColumn(key, (key,), _own_kind(key, listed)) for key in sorted(own)]
    return tuple(sorted(made, key=lambda column: column.name not in IDENTITY))


def _own_kind(key: str, records: Iterable[Mapping[str, Any]]) -> FieldType | None:
    """What a key of one's own holds, where all records that have it have a truth, or a number."""
    held = {type(record[key]) for record in records if key in record}
    if held == {bool}:
        return Flag()
    return NumberType() if held and held <= {int, float} else None


def held_elsewhere(fields: FieldTable) -> tuple[str, ...]:
    """The fields of a kind that no cell can hold."""
    held: list[str] = []
    for field in fields.fields:
        if field.key in NUMBERED:
            inner = (one for one in _parts(field) if not any(_of((one.key,), one.type, ())))
            held += (f"{field.key}.*.{one.key}" for one in inner)
        elif not any(_of((field.key,), field.type, ())):
            held.append(field.key)
    return tuple(held)


def _parts(field: Field) -> tuple[Field, ...]:
    """The fields of each item of a list of parts."""
    assert isinstance(field.type, ListOf)
    assert isinstance(field.type.item, Part)
    return field.type.item.table.fields


def _languages(
    field: Field,
    languages: Sequence[str],
    records: Sequence[Mapping[str, Any]],
    heads: Collection[str],
    name: str = "",
) -> Sequence[str]:
    """The languages in which a text has a column; none where it has one alone."""
    name = name or field.key
    if name in heads:
        return ()
    if heads:
        return languages
    values = [record[field.key] for record in records if field.key in record]
    in_one = not any(isinstance(value, Mapping) for value in values)
    return () if in_one and (values or len(languages) == 1) else languages


def _numbered(
    field: Field,
    languages: Sequence[str],
    records: Sequence[Mapping[str, Any]],
    heads: Collection[str],
) -> Iterator[SheetColumn]:
    """The columns of the items of a list, as many as the sheet and every record has, and one at
    least, so that a first item can be added."""
    lists = [list(record.get(field.key) or ()) for record in records]
    named = (re.match(rf"{field.key}\.(\d{{1,3}})\.", head) for head in heads)
    numbers = [*(int(number[1]) for number in named if number), *map(len, lists), 1]
    items = [item for each in lists for item in each]
    for at in range(max(numbers)):
        for inner in _parts(field):
            name = f"{field.key}.{at + 1}.{inner.key}"
            spoken = _languages(inner, languages, items, heads, name)
            yield from _of((field.key, at, inner.key), inner.type, spoken)


def _of(
    route: tuple[str | int, ...], kind: FieldType, languages: Sequence[str]
) -> Iterator[SheetColumn]:
    name = ".".join(str(step + 1) if isinstance(step, int) else step for step in route)
    if name in JUDGED:
        yield SheetColumn(name, route, kind, is_set=False)
    elif isinstance(kind, Local) and languages:
        for language in languages:
            yield SheetColumn(f"{name}.{language}", route, kind, language)
    elif isinstance(kind, Part | TextsOf | Settings):
        return
    elif not (isinstance(kind, ListOf) and isinstance(kind.item, Part)):
        yield SheetColumn(name, route, kind, is_set=name not in IDENTITY)


def value_at(record: Any, route: Sequence[str | int]) -> Any:
    """What stands at the end of a way in a record; None where it leads nowhere."""
    for step in route:
        if isinstance(step, str) and isinstance(record, Mapping):
            record = record.get(step)
        elif isinstance(step, int) and isinstance(record, list) and step < len(record):
            record = record[step]
        else:
            return None
    return record


def cells_of(
    record: Mapping[str, Any], columns: Sequence[SheetColumn], first: str
) -> dict[str, str]:
    """The cells of a record; a plain text stands in the column of the `first` language."""
    texts = ((one.name, _text(value_at(record, one.route), one, first)) for one in columns)
    return {name: text for name, text in texts if text}


def _text(value: Any, column: SheetColumn, first: str) -> str:
    if value is None:
        return ""
    if column.name in JUDGED:
        return _judged(value)
    if column.language is not None:
        return _in_language(value, column.language, first)
    if isinstance(value, list):
        parts = [_plain(item) for item in value]
        between = "\n" if is_of_texts(column.kind) else ", "
        is_able = all(part and between.strip(" ") not in part for part in parts)
        return _fitting(between.join(filter(None, parts))) if is_able else HELD
    return _fitting(_plain(value) or HELD)


def _in_language(value: Any, language: str, first: str) -> str:
    if isinstance(value, Mapping):
        return _fitting(str(value.get(language, "")))
    if isinstance(value, list):
        return HELD
    return _fitting(str(value)) if language == first else ""


def _judged(value: Any) -> str:
    """A review or readings, as they can be read in a cell: on which days."""
    given = value if isinstance(value, list) else [value]
    days = (str(one.get("date", "")) for one in given if isinstance(one, Mapping))
    return ", ".join(days)


def _plain(value: Any) -> str | None:
    """A single value as text; None for what has parts."""
    if isinstance(value, Mapping | list):
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _fitting(text: str) -> str:
    """A text that comes back from a cell as it went in."""
    whole = len(text) <= LONGEST and text == text.strip()
    return text if whole and not HIDDEN.search(text) and not set(text) & {"\r", "\t"} else HELD


def is_of_texts(kind: FieldType | None) -> bool:
    """Whether a list is of texts, which may hold commas."""
    return isinstance(kind, ListOf) and isinstance(kind.item, Str | Local)


def items_of(text: str, kind: FieldType | None) -> list[str]:
    """The items of a list in a cell."""
    between = "\n" if is_of_texts(kind) else ","
    return [part.strip() for part in text.split(between) if part.strip()]


#: The kinds that a sheet can be of, and what may stand in their records.
SECTIONS: Mapping[str, FieldTable] = {**table.COLLECTIONS, "themes": table.THEMES}
