"""Text for who listens to it: one thought a line, and nothing that must be seen to be understood.

A screen reader reads a table line by line, so that a figure comes without the head of its column;
here every value has its name before it. Trees are numbered, as depth cannot be heard.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from dosa_trace import document as d
from dosa_trace.output.text.widths import flat


def render(document: d.Document) -> str:
    """The document as lines that can each be understood alone."""
    parts: list[str] = []
    for block, apart in d.spaced(document.blocks):
        parts += ["", *_block(block)] if apart else _block(block)
    return "\n".join(parts) + "\n"


def _block(block: d.Block) -> Iterable[str]:  # noqa: PLR0911 - one line per block
    match block:
        case d.Heading(text) | d.Paragraph(text):
            return (text,)
        case d.Facts(rows):
            return tuple(f"{name}: {flat(cell)}" for name, cell in rows)
        case d.Table():
            table = block.without_bars()
            return tuple(_row(table.columns, row) for row in table.rows)
        case d.Tree():
            return _outline(block)
        case d.Verbatim(text):
            return tuple(text.splitlines())
        case d.Grid():
            return _grid(block)
        case d.Folded(name, lines):
            return (name, *_numbered(lines, ""))
        case _:
            assert_never(block)


def _row(columns: Sequence[d.Column], row: Sequence[d.Cell]) -> str:
    """The first cell, and the others behind their names; a percentage belongs to what it
    follows."""
    first, *others = zip(columns, row, strict=True)
    said: list[str] = []
    for column, cell in others:
        text = flat(cell)
        if not text:
            continue
        if column.name == "%" and said:
            said[-1] += f", {text}"
        else:
            said.append(f"{column.name}{'' if column.right else ':'} {text}")
    return f"{flat(first[1])}: {'; '.join(said)}" if said else flat(first[1])


def _grid(grid: d.Grid) -> Iterable[str]:
    """What each row has, in words; what it has not is not said."""
    words = dict(grid.words)
    for name, marks in grid.rows:
        said = [
            f"{words[mark]} {column}"
            for mark, (_, column) in zip(marks, grid.columns, strict=True)
            if words.get(mark)
        ]
        yield f"{flat(name)}: {'; '.join(said)}" if said else flat(name)


def _outline(tree: d.Tree) -> Iterable[str]:
    return (flat(tree.cell), *_numbered(tree.children, ""))


def _numbered(trees: Iterable[d.Tree], above: str) -> Iterable[str]:
    for at, tree in enumerate(trees, start=1):
        number = f"{above}{at}"
        yield f"{number}. {flat(tree.cell)}"
        yield from _numbered(tree.children, f"{number}.")
