"""Long work of which somebody can be told how far it is."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import TypeVar

#: Is told how many characters more have been read.
Told = Callable[[int], None]
#: Is told how many of how many are done.
Passed = Callable[[int, int], None]

T = TypeVar("T")


class Watched:
    """What a parser takes for an open file."""

    def __init__(self, text: str, told: Told) -> None:
        self._text, self._told, self._at = text, told, 0

    def read(self, size: int) -> str:
        piece = self._text[self._at : self._at + size]
        self._at += len(piece)
        self._told(len(piece))
        return piece


def passing(records: Sequence[T], told: Passed | None) -> Generator[T, None, None]:
    """The records one by one; the last time that it is told all are done, also when whoever asked
    stopped before."""
    if told is None:
        yield from records
        return
    of = len(records)
    try:
        for done, record in enumerate(records):
            told(done, of)
            yield record
    finally:
        told(of, of)
