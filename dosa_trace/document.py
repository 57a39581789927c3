"""A laid-out answer, between the questions and the formats: eight kinds of block, a sketch, a
series.

A view makes a Document from a result, in one language; an output turns it into text. Neither
computes a figure, so a number is the same wherever it is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple


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


class Cell(NamedTuple):
    """A piece of text; `small` belongs to it and may stand below it or behind it in brackets.

    `bar` holds parts of 1, and what each is, that a terminal may draw; `note` is its source in
    full, for a format that has footnotes.
    """

    text: str
    role: Role = Role.PLAIN
    small: str = ""
    url: str | None = None
    bar: tuple[tuple[float, Role], ...] = ()
    note: str = ""


class Heading(NamedTuple):
    text: str
    level: int = 2


class Paragraph(NamedTuple):
    text: str
    role: Role = Role.PLAIN


class Facts(NamedTuple):
    """Names with their values."""

    rows: tuple[tuple[str, Cell], ...]


class Column(NamedTuple):
    """`firm` columns are not broken when a line is too long: numbers, dates, single words."""

    name: str
    right: bool = False
    firm: bool = False


class Table(NamedTuple):
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def without_bars(self) -> Table:
        """The table for an output that draws none: without columns that hold nothing but bars."""
        kept = [
            at
            for at, column in enumerate(self.columns)
            if column.name or any(row[at].text for row in self.rows)
        ]
        return Table(
            tuple(self.columns[at] for at in kept),
            tuple(tuple(row[at] for at in kept) for row in self.rows),
        )


class Tree(NamedTuple):
    """Something with what belongs to it below it, to any depth."""

    cell: Cell
    children: tuple[Tree, ...] = ()


class Verbatim(NamedTuple):
    """Lines that must stay as they are: a piece of a file."""

    text: str
    language: str = ""


class Folded(NamedTuple):
    """Lines under a name that a format may keep folded until someone opens them."""

    name: str
    lines: tuple[Tree, ...]


class Grid(NamedTuple):
    """Marks in rows and columns: too many columns for a screen are shown in several parts.

    A column has an id and a title, a row its title with the id small; `words` say what a mark
    means, of those that mean something.
    """

    corner: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Cell, tuple[str, ...]], ...]
    words: tuple[tuple[str, str], ...] = ()

    def part(self, first: int, last: int, numbered: bool = False) -> Table:
        """Some of the columns, with the rows that have a mark in one of them."""
        table = self.table(first, last, numbered)
        marked = (row for row in table.rows if any(cell.text for cell in row[1:]))
        return table._replace(rows=tuple(marked))

    def table(self, first: int = 0, last: int | None = None, numbered: bool = False) -> Table:
        """Some of the columns as a table, under their titles or under their numbers."""
        chosen = range(first, len(self.columns) if last is None else last)
        names = [str(at + 1) if numbered else self.columns[at][1] for at in chosen]
        return Table(
            (Column(self.corner), *(Column(name, firm=True) for name in names)),
            tuple((name, *(Cell(marks[at]) for at in chosen)) for name, marks in self.rows),
        )

    def listed(self) -> Iterator[Tree]:
        """Each row that has a mark, with what it has one for."""
        for name, marks in self.rows:
            held = [
                Tree(Cell(f"{mark} {title}", small=key))
                for mark, (key, title) in zip(marks, self.columns, strict=True)
                if mark
            ]
            if held:
                yield Tree(name._replace(role=Role.STRONG), tuple(held))

    def parts(self, at_once: int) -> Iterator[tuple[Table, tuple[Tree, ...]]]:
        """Tables of so many columns under their numbers, each with what the numbers stand for."""
        for first in range(0, len(self.columns), at_once):
            last = min(first + at_once, len(self.columns))
            names = enumerate(self.columns[first:last], first + 1)
            legend = (Cell(f"{number}  {title}", small=name) for number, (name, title) in names)
            yield self.part(first, last, numbered=True), tuple(map(Tree, legend))


Block = Heading | Paragraph | Facts | Table | Tree | Verbatim | Folded | Grid


class SketchNode(NamedTuple):
    """A box in a picture, in the column of its layer."""

    id: str
    layer: int
    title: str
    about: str
    role: Role


class SketchEdge(NamedTuple):
    """An arrow between two boxes: `label` says all of it, `mark` only what neither the rule nor
    the line says: it is dashed, or thin."""

    origin: str
    target: str
    label: str
    dashed: bool
    role: Role = Role.PLAIN
    mark: str = ""
    thin: bool = False


class Sketch(NamedTuple):
    """A picture to be: boxes in layers, arrows between them, and what the colours mean.

    `bands` part the boxes of the first layer by what they are about, for a format that shows one
    part after the other; `left_out` says what such a format does not show, because nothing leads
    from it. `focus` is the id of the box that it is drawn around; `lines` say what the arrows mean.
    """

    title: str
    note: str
    layers: tuple[str, ...]
    nodes: tuple[SketchNode, ...]
    edges: tuple[SketchEdge, ...]
    legend: tuple[tuple[Role, str], ...]
    legend_title: str = ""
    bands: tuple[tuple[str, tuple[str, ...]], ...] = ()
    left_out: str = ""
    focus: str = ""
    lines: tuple[str, ...] = ()


class Moment(NamedTuple):
    """One date of a series with a value for each of its figures, None where there is none."""

    date: str
    values: tuple[float | None, ...]


class Series(NamedTuple):
    """Figures over time: what each is called and what it is, and the moments in their order; `unit`
    is what is counted, `rise` what stands beside how many more there are each year, `share` what
    the percentages are of, and `shares` those of the last day in words; `before` is how many there
    were before the first moment."""

    title: str
    note: str
    names: tuple[tuple[str, Role], ...]
    moments: tuple[Moment, ...]
    unit: str = ""
    rise: str = ""
    share: str = ""
    shares: tuple[str, ...] = ()
    before: float = 0.0


class Document(NamedTuple):
    """Blocks from the top to the bottom; `front` is data about it, for formats that have a place
    for that."""

    blocks: tuple[Block, ...]
    front: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, *blocks: Block | Iterable[Block] | None) -> Document:
        """A document of blocks and of lists of blocks; what is None is left out."""
        flat: list[Block] = []
        for block in blocks:
            if block is None:
                continue
            if isinstance(block, Block):
                flat.append(block)
            else:
                flat.extend(block)
        return cls(tuple(flat))


def deeper(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks as a part of something larger: every heading one level down."""
    for block in blocks:
        yield Heading(block.text, block.level + 1) if isinstance(block, Heading) else block


def spaced(blocks: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
    """Each block, and whether an empty line stands before it: lines of a list stay together."""
    before: Block | None = None
    for block in blocks:
        yield block, before is not None and not (_is_line(before) and _is_line(block))
        before = block


def _is_line(block: Block) -> bool:
    return isinstance(block, Tree) and not block.children
