"""Plain text for pipes and files: aligned columns, nothing cut, nothing coloured."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import assert_never

from dosa_trace import document as d

#: How many columns of a grid stand beside each other.
GRID_COLUMNS = 20


def render(document: d.Document) -> str:
    """The document as lines of text, blocks apart by an empty line."""
    return in_lines(document, _block)


def in_lines(document: d.Document, lines_of: Callable[[d.Block], Iterable[str]]) -> str:
    parts: list[str] = []
    for block, apart in d.spaced(document.blocks):
        parts += ["", *lines_of(block)] if apart else lines_of(block)
    return "\n".join(parts) + "\n"


def _block(block: d.Block) -> Iterable[str]:  # noqa: PLR0911 - one line per block
    match block:
        case d.Heading(text, level):
            return (text, ("=" if level == 1 else "-") * width(text))
        case d.Paragraph(text):
            return (text,)
        case d.Facts(rows):
            wide = max((width(name) for name, _ in rows), default=0)
            return tuple(f"{_padded(name, wide)}  {flat(cell)}" for name, cell in rows)
        case d.Table():
            table = block.without_bars()
            return _table(table.columns, table.rows)
        case d.Tree() as tree:
            return branches(tree)
        case d.Verbatim(text):
            return tuple(f"    {line}".rstrip() for line in text.splitlines())
        case d.Grid():
            return _grid(block)
        case d.Folded(name, lines):
            shown = [line for tree in lines for line in branches(tree)]
            return (name, "-" * width(name), *shown)
        case _:
            assert_never(block)


def _grid(grid: d.Grid) -> Iterable[str]:
    """Parts of so many columns that they can be told from each other."""
    for at, (table, legend) in enumerate(grid.parts(GRID_COLUMNS)):
        yield from ("",) if at else ()
        yield from _table(table.columns, table.rows)
        yield ""
        yield from (flat(tree.cell) for tree in legend)


def _table(columns: Sequence[d.Column], rows: Sequence[Sequence[d.Cell]]) -> Iterable[str]:
    lines = [[column.name for column in columns], *([flat(cell) for cell in row] for row in rows)]
    wide = [max(width(line[at]) for line in lines) for at in range(len(columns))]
    lines.insert(1, ["-" * size for size in wide])
    for line in lines:
        cells = (
            _padded(text, size, column.right)
            for text, size, column in zip(line, wide, columns, strict=True)
        )
        yield "  ".join(cells).rstrip()


def branches(tree: d.Tree, first: str = "", rest: str = "") -> Iterable[str]:
    """A tree as indented lines; the strokes are those that every terminal has."""
    yield first + flat(tree.cell)
    for at, child in enumerate(tree.children):
        last = at == len(tree.children) - 1
        yield from branches(
            child, rest + ("`- " if last else "|- "), rest + ("   " if last else "|  ")
        )


def flat(cell: d.Cell) -> str:
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
