"""How wide a text is in a terminal, and a cell as one line of it."""

from __future__ import annotations

import unicodedata

from dosa_trace.document import Cell


def width(text: str) -> int:
    """How many columns a text takes in a terminal."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1
        for one in text
    )


def flat(cell: Cell) -> str:
    """A cell on one line."""
    text, small = " ".join(cell.text.splitlines()), " ".join(cell.small.splitlines())
    return f"{text} ({small})" if small else text
