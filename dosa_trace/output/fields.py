"""A result as the plain data that machines read: field for field, keys and values in English."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

from dosa_trace.catalog.dates import PartialDate
from dosa_trace.catalog.parts import LocalText, ReadOn
from dosa_trace.language import Language, Message, Phrase


def plain(value: Any, language: Language) -> Any:  # noqa: PLR0911 - one line per type
    """`value` as dicts, lists, text and numbers; what people wrote or read in `language`."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, LocalText | Phrase | Message):
        return value.say(language)
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "_asdict"):
        return plain(value._asdict(), language)
    if isinstance(value, Mapping):
        said: dict[Any, Any] = {}
        for key, item in value.items():
            # A day of reading is no date: it stands beside, under a name of its own.
            is_read = isinstance(item, ReadOn)
            said[plain(key, language)] = None if is_read else plain(item, language)
            if is_read:
                said[f"{key}_read"] = item.day.text
        return said
    return [plain(item, language) for item in value]
