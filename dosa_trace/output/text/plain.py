"""Plain text for pipes and files: aligned columns, nothing cut, nothing coloured."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence

from dosa_trace.document import (
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Folded,
    Grid,
    Heading,
    Paragraph,
    Table,
    Tree,
    Verbatim,
    spaced,
)

#: How many columns of a grid stand beside each other.
GRID_COLUMNS = 20


def render(document: Document) -> str:
    """The document as lines of text, blocks apart by an empty line."""
    return in_lines(document, _block)


def in_lines(document: Document, lines_of: Callable[[Block], Iterable[str]]) -> str:
    parts: list[str] = []
    for block, apart in spaced(document.blocks):
        parts += ["", *lines_of(block)] if apart else lines_of(block)
    return "\n".join(parts) + "\n"


def _block(block: Block) -> Iterable[str]:  # noqa: PLR0911 - one line per block
    match block:
        case Heading(text, level):
            return (text, ("=" if level == 1 else "-") * width(text))
        case Paragraph(text):
            return (text,)
        case Facts(rows):
            wide = max((width(name) for name, _ in rows), default=0)
            return tuple(f"{_padded(name, wide)}  {flat(cell)}" for name, cell in rows)
        case Table():
            table = block.without_bars()
            return _table(table.columns, table.rows)
        case Tree() as tree:
            return branches(tree)
        case Verbatim(text):
            return tuple(f"    {line}".rstrip() for line in text.splitlines())
        case Grid():
            return _grid(block)
        case Folded(name, lines):
            shown = [line for tree in lines for line in branches(tree)]
            return (name, "-" * width(name), *shown)


def _grid(grid: Grid) -> Iterable[str]:
    """Parts of so many columns that they can be told from each other."""
    for at, (table, legend) in enumerate(grid.parts(GRID_COLUMNS)):
        yield from ("",) if at else ()
        yield from _table(table.columns, table.rows)
        yield ""
        yield from (flat(tree.cell) for tree in legend)


def _table(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> Iterable[str]:
    lines = [[column.name for column in columns], *([flat(cell) for cell in row] for row in rows)]
    wide = [max(width(line[at]) for line in lines) for at in range(len(columns))]
    lines.insert(1, ["-" * size for size in wide])
    for line in lines:
        cells = (
            _padded(text, size, column.right)
            for text, size, column in zip(line, wide, columns, strict=True)
        )
        yield "  ".join(cells).rstrip()


def branches(tree: Tree, first: str = "", rest: str = "") -> Iterable[str]:
    """A tree as indented lines; the strokes are those that every terminal has."""
    yield first + flat(tree.cell)
    for at, child in enumerate(tree.children):
        last = at == len(tree.children) - 1
        yield from branches(
            child, rest + ("`- " if last else "|- "), rest + ("   " if last else "|  ")
        )


def flat(cell: Cell) -> str:
    """A cell on one line."""
    text, small = " ".join(cell.text.splitlines()), " ".join(cell.small.splitlines())
    return f"{text} ({small})" if small else text


def width(text: str) -> int:
    """How many columns a text takes in a terminal."""
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1
        for one in text
    )


def _padded(text: str, size: int, right: bool = False) -> str:
    space = " " * (size - width(text))
    return space + text if right else text + space
