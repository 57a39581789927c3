"""A format of documents for tests: every block with all that it holds, one line each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from dosa_trace.document import (
    Block,
    Cell,
    Document,
    Facts,
    Folded,
    Grid,
    Heading,
    Paragraph,
    Role,
    Table,
    Tree,
    Verbatim,
)
from dosa_trace.output.target import Medium


def render(value: Document, medium: Medium) -> str:
    return "".join(f"{line}\n" for block in value.blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {block.text}"
        case Paragraph():
            yield _tagged(block.text, block.role)
        case Facts():
            yield from (f"{name}: {_cell(cell)}" for name, cell in block.rows)
        case Table():
            yield " | ".join(column.name for column in block.columns)
            yield from ("  " + " | ".join(map(_cell, row)) for row in block.rows)
        case Tree():
            yield from _tree(block)
        case Verbatim():
            yield from (f"    {line}" for line in block.text.splitlines())
        case Folded():
            yield f"+ {block.name}"
            for line in block.lines:
                yield from _tree(line, 1)
        case Grid():
            yield " | ".join((block.corner, *(f"{name} {title}" for name, title in block.columns)))
            yield from ("  " + " | ".join((_cell(name), *marks)) for name, marks in block.rows)
            yield from (f"  {mark}: {word}" for mark, word in block.words)
        case _:
            assert_never(block)


def _tree(tree: Tree, depth: int = 0) -> Iterator[str]:
    yield f"{'  ' * depth}- {_cell(tree.cell)}"
    for child in tree.children:
        yield from _tree(child, depth + 1)


def _cell(cell: Cell) -> str:
    small = f" ({cell.small})" if cell.small else ""
    url = f" <{cell.url}>" if cell.url else ""
    return _tagged(f"{cell.text}{small}{url}", cell.role)


def _tagged(text: str, role: Role) -> str:
    return text if role is Role.PLAIN else f"[{role}] {text}"
