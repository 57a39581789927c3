"""A result as the plain data that machines read: field for field, keys and values in English."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

from dosa_trace.catalog.dates import PartialDate
from dosa_trace.catalog.parts import LocalText
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
        return {name: plain(item, language) for name, item in value._asdict().items()}
    if isinstance(value, Mapping):
        return {plain(key, language): plain(item, language) for key, item in value.items()}
    return [plain(item, language) for item in value]
