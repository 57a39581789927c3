"""A document for a screen that lacks our signs: some code pages of Windows, a serial line.

Letters stay as they are, for most code pages have those of their language.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from dosa_trace.document import Document

_SIGNS = str.maketrans(
    {
        "→": "->", "◄": "<<", "…": "...", "«": '"', "»": '"', "–": "-", "—": "-", "−": "-",
        "‘": "'", "’": "'", "“": '"', "”": '"', "●": "#", "◐": "+", "○": "o", "✕": "x",
        "·": ".", "×": "x", "▲": "^", "▼": "v", "\u00a0": " ",
    }
)  # fmt: skip


def in_ascii(document: Document) -> Document:
    """The document with a likeness in place of each sign, before it is laid out in columns."""
    changed: Document = _changed(document)
    return changed


def _changed(part: Any) -> Any:
    if isinstance(part, Enum):
        return part
    if isinstance(part, str):
        return part.translate(_SIGNS)
    if isinstance(part, tuple):
        parts = map(_changed, part)
        return type(part)(*parts) if hasattr(part, "_fields") else tuple(parts)
    return part
