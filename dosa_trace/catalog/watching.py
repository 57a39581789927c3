"""A text that is read in pieces, so that somebody can be told how far it is."""

from __future__ import annotations

from collections.abc import Callable

#: Is told how many characters more have been read.
Told = Callable[[int], None]


class Watched:
    """What a parser takes for an open file."""

    def __init__(self, text: str, told: Told) -> None:
        self._text, self._told, self._at = text, told, 0

    def read(self, size: int) -> str:
        piece = self._text[self._at : self._at + size]
        self._at += len(piece)
        self._told(len(piece))
        return piece
