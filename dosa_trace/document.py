"""A laid-out answer: five kinds of block between the questions and the formats.

A view makes a Document from a result, in one language; an output turns it into text. Neither
computes a figure, so a number is the same wherever it is printed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a piece of text is, for an output that can show it; the words never depend on it."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    ID = "id"
    COVERED = "covered"
    PARTLY = "partly"
    PLANNED = "planned"
    DECLINED = "declined"
    GAP = "gap"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of text; `small` belongs to it and may stand below it or behind it in brackets.

    `share` is a part of 1 that a terminal may draw as a bar.
    """

    text: str
    role: Role = Role.PLAIN
    small: str = ""
    url: str | None = None
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    role: Role = Role.PLAIN


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with their values."""

    rows: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """`firm` columns are not broken when a line is too long: numbers, dates, single words."""

    name: str
    right: bool = False
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """Something with what belongs to it below it, to any depth."""

    cell: Cell
    children: tuple[Tree, ...] = ()


Block = Heading | Paragraph | Facts | Table | Tree


@dataclass(frozen=True, slots=True)
class Document:
    blocks: tuple[Block, ...] = field(default_factory=tuple)

    @classmethod
    def of(cls, *blocks: Block | Iterable[Block] | None) -> Document:
        """A document of blocks and of lists of blocks; what is None is left out."""
        flat: list[Block] = []
        for one in blocks:
            if one is None:
                continue
            if isinstance(one, Heading | Paragraph | Facts | Table | Tree):
                flat.append(one)
            else:
                flat.extend(one)
        return cls(tuple(flat))
