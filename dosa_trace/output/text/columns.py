"""How wide each column of a table may be on a screen, and where its text breaks.

Text breaks at spaces and, as ids are full of them, behind hyphens; inside a word only where the
screen is too narrow for anything else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dosa_trace.output.text.widths import width

#: Between words, but not behind an arrow, which belongs to what follows.
_WORDS = re.compile("(?<!◄) ")
_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d]-)(?=\w)")  # not inside a date
#: An id or a path to a file.
_ID, _AROUND = re.compile(r"[a-z0-9./:]+(-[a-z0-9./:]+)+"), "()[],;:."


def fit(
    heads: Sequence[str], texts: Sequence[Sequence[str]], firm: Sequence[bool], room: int
) -> list[int]:
    """The width of each column, `room` in all.

    `texts` are the columns with the lines below their heads. `firm` columns are not broken as long
    as the others can give way; their heads are.
    """
    whole = [
        max(width(text) for text in (head, *column))
        for head, column in zip(heads, texts, strict=True)
    ]
    if sum(whole) <= room:
        return whole
    least = _least(heads, texts, firm)
    if sum(least) > room:
        return _shrunk(least, room)
    wide = list(least)
    spare = room - sum(wide)
    # The spare room goes, one column at a time, to whichever would have most lines to save.
    while spare:
        at = max(range(len(wide)), key=lambda column: whole[column] / max(wide[column], 1))
        if wide[at] >= whole[at]:
            break
        wide[at] += 1
        spare -= 1
    return wide


def fits(
    heads: Sequence[str], texts: Sequence[Sequence[str]], firm: Sequence[bool], room: int
) -> bool:
    """Whether the columns fit without a break inside a word."""
    return sum(_least(heads, texts, firm)) <= room


def _least(heads: Sequence[str], texts: Sequence[Sequence[str]], firm: Sequence[bool]) -> list[int]:
    """How narrow each column can be with its words whole."""
    return [
        max(_longest_piece((head,)), max(map(width, column), default=0))
        if stays
        else _longest_piece((head, *column))
        for head, stays, column in zip(heads, firm, texts, strict=True)
    ]


def wrap(text: str, size: int) -> list[str]:
    """The lines of a text in a column of this width; nothing of it is lost."""
    lines = []
    for whole in text.split("\n"):
        line = ""
        for word in _WORDS.split(whole):
            glue = " " if line else ""
            for piece in _pieces(word):
                if width(line + glue + piece) <= size:
                    line += glue + piece
                else:
                    if line:
                        lines.append(line)
                    *cut, line = _cut(piece, size)
                    lines += cut
                glue = ""
        lines.append(line)
    return lines


def _pieces(word: str) -> list[str]:
    """A word in the pieces between which it may break: an id is whole."""
    return [word] if _ID.fullmatch(word.strip(_AROUND)) else _AFTER_HYPHEN.split(word)


def _cut(piece: str, size: int) -> list[str]:
    """A piece that is too long for its column, broken where it must."""
    parts, part = [], ""
    for one in piece:
        if part and width(part + one) > size:
            parts.append(part)
            part = ""
        part += one
    return [*parts, part]


def _longest_piece(column: Sequence[str]) -> int:
    pieces = (piece for text in column for word in text.split() for piece in _pieces(word))
    return max((width(piece) for piece in pieces), default=1)


def _shrunk(least: Sequence[int], room: int) -> list[int]:
    """Too narrow even for whole words: the widest columns give way."""
    wide = list(least)
    while sum(wide) > room and max(wide) > 1:
        wide[wide.index(max(wide))] -= 1
    return wide
