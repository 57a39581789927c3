"""JSON with indentation, as `json.dumps(value, indent=2)` writes it, at a third of its cost.

With an indentation Python's encoder leaves its C part and yields every comma by itself. Here a list
or an object is one text per item, and only texts and fractions ask the encoder.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any

_WORDS: Mapping[Any, str] = {None: "null", True: "true", False: "false"}


def indented(value: Any, before: str = "\n") -> str:  # noqa: PLR0911 - one line per type
    """Plain data as JSON, letters as they are; `before` begins each of its lines but the first.
    Raises ValueError for a number that JSON cannot hold."""
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    if kind is dict:
        if not value:
            return "{}"
        inner = f"{before}  "
        items = [f"{_key(key)}: {indented(item, inner)}" for key, item in value.items()]
        return f"{{{inner}{f',{inner}'.join(items)}{before}}}"
    if kind is list:
        if not value:
            return "[]"
        inner = f"{before}  "
        items = [indented(item, inner) for item in value]
        return f"[{inner}{f',{inner}'.join(items)}{before}]"
    if kind is int:
        return int.__repr__(value)
    if kind is Decimal:
        return f"{value:f}"
    if value is None or kind is bool:
        return _WORDS[value]
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _key(key: Any) -> str:
    """A key as the encoder writes it: null, a truth or a number becomes a text."""
    return encode_basestring(key if type(key) is str else indented(key))
