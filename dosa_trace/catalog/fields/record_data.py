"""Records back to the plain data that a file holds: the inverse of `convert`, by the same table.

What a record has by default is left out, as in files; a list that may be one by itself is a list.
What comes of it, read again, is the same record, value for value.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from functools import cache
from typing import Any

from dosa_trace.catalog.fields import table as f
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.catalog_info import CheckSetting
from dosa_trace.catalog.model.parts import LocalText


def catalog_data(catalog: Catalog) -> dict[str, Any]:
    """All that is on file, under the keys of a file; no key for what there is none of."""
    made: dict[str, Any] = {"catalogue": record_data(f.CATALOGUE, catalog.info)}
    for name, table in f.COLLECTIONS.items():
        if data := [record_data(table, record) for record in records_under(catalog, name)]:
            made[name] = data
    return made


def records_under(catalog: Catalog, key: str) -> Sequence[Any]:
    """The records that stand under a key of the files, in their order."""
    return catalog.links if key == "links" else tuple(getattr(catalog, key).values())


def record_data(table: f.FieldTable, record: Any) -> dict[str, Any]:
    """A record or a part of one, its keys in the order of the table, those of one's own last."""
    made = {field.key: _value(field.type, value) for field, value in given_fields(table, record)}
    return made | {key: finite(value) for key, value in getattr(record, "extra", ())}


def given_fields(table: f.FieldTable, record: Any) -> Iterator[tuple[f.Field, Any]]:
    """The fields of which a record says something, each with its value."""
    kind: type = type(record)
    usual = _defaults(kind)
    for field in table.fields:
        value = getattr(record, field.name)
        if value is not None and (field.required or value != usual.get(field.name, MISSING)):
            yield field, value


@cache
def _defaults(kind: Any) -> Mapping[str, Any]:
    """What the fields of a record are where nothing is said."""
    if hasattr(kind, "_field_defaults"):
        return dict(kind._field_defaults)
    return {field.name: field.default for field in fields(kind) if field.default is not MISSING}


def _value(kind: f.FieldType, value: Any) -> Any:
    match kind:
        case f.ListOf(item):
            return [_value(item, one) for one in value]
        case f.Part(table):
            return record_data(table, value)
        case f.TextsOf():
            return {name: _text(said) for name, said in value}
        case f.Settings():
            return {setting.name: _setting(setting) for setting in value}
    return _text(value) if isinstance(value, LocalText) else single(value)


def _text(value: LocalText) -> str | dict[str, str]:
    """A text in no particular language by itself, else one for each language."""
    texts = dict(value.texts)
    return texts.get("", texts)


def single(value: Any) -> Any:
    """A word, a day and a term as they are written; numbers and truths as they are."""
    return getattr(value, "value", getattr(value, "text", value))


def _setting(setting: CheckSetting) -> Any:
    both = {"severity": setting.level, "months": setting.months}
    given = {key: value for key, value in both.items() if value is not None}
    return setting.level if given.keys() == {"severity"} else given


def finite(value: Any) -> Any:
    """What stands under a key of one's own; a number that JSON does not have as the text that YAML
    writes for it."""
    if isinstance(value, float) and not math.isfinite(value):
        return ".nan" if math.isnan(value) else ".inf" if value > 0 else "-.inf"
    if isinstance(value, Mapping):
        return {key: finite(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [finite(item) for item in value]
    return value
