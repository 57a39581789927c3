"""A result as the plain data that machines read: field for field, keys and values in English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from dosa_trace.catalog.model.dates import PartialDate
from dosa_trace.catalog.model.parts import LocalText, ReadOn
from dosa_trace.language import Language, Message, Phrase
from dosa_trace.results import data_of

#: What is data as it is; a class of its own that builds on one of these is not.
_AS_IT_IS = frozenset({str, int, float, bool, type(None)})


def plain(value: Any, language: Language) -> Any:  # noqa: PLR0911 - one line per type
    """`value` as dicts, lists, text and numbers; what people wrote or read in `language`."""
    if type(value) in _AS_IT_IS:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, LocalText | Phrase | Message):
        return value.say(language)
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        if value == value.to_integral_value():
            return int(value)
        near = float(value)
        return near if Decimal(repr(near)) == value else value  # its digits are more than a float's
    if hasattr(value, "_fields"):
        return _beside(data_of(value).items(), language)
    if isinstance(value, Mapping):
        return _beside(((_key(key, language), item) for key, item in value.items()), language)
    return [plain(item, language) for item in value]


def _key(key: Any, language: Language) -> Any:
    """A key as JSON has it: nothing is null there too."""
    return "null" if key is None else plain(key, language)


def _beside(items: Iterable[tuple[Any, Any]], language: Language) -> dict[Any, Any]:
    """Names with what they hold. A day of reading is no date: it stands beside, under a name of its
    own."""
    said: dict[Any, Any] = {}
    for key, item in items:
        if isinstance(item, ReadOn):
            said[key], said[f"{key}_read"] = None, item.day.text
        else:
            said[key] = plain(item, language)
    return said
