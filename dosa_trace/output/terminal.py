"""The screen: colour, bars, and columns that fit the width. The only module that knows rich.

rich is given Text objects only, so that nothing in a catalogue is ever taken for its markup, and
it wraps what is too long: nothing is cut.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich import box
from rich.color import ColorSystem
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table as RichTable
from rich.text import Text
from rich.tree import Tree as RichTree

from dosa_trace.document import Block, Cell, Document, Facts, Heading, Paragraph, Role, Table, Tree
from dosa_trace.output import plain

BAR = 16
#: rich lays out some thousand cells a second; longer tables are written as plain columns.
MOST_ROWS = 500

STYLES = {
    Role.PLAIN: "",
    Role.STRONG: "bold",
    Role.MUTED: "dim",
    Role.ID: "cyan",
    Role.COVERED: "green",
    Role.PARTLY: "yellow",
    Role.PLANNED: "blue",
    Role.DECLINED: "magenta",
    Role.GAP: "red",
    Role.WEAK: "bold yellow",
}


def render(document: Document, width: int, colour: bool, unicode: bool = True) -> str:
    """The document for a screen of `width` columns; `unicode` is false where the screen can only
    show ASCII."""
    text = io.StringIO()
    console = Console(
        file=text,
        width=width,
        force_terminal=True,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for at, block in enumerate(document.blocks):
        if at:
            console.print()
        for part in _block(block, unicode):
            console.print(part)
    lines = text.getvalue().splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _block(block: Block, unicode: bool) -> Iterable[RenderableType]:
    match block:
        case Heading(text):
            yield Text(text, style="bold")
        case Paragraph(text, role):
            yield Text(text, style=STYLES[role])
        case Facts(rows):
            grid = RichTable.grid(padding=(0, 2))
            grid.add_column(no_wrap=True)
            grid.add_column()
            for name, cell in rows:
                grid.add_row(Text(name, style="dim"), _text(cell))
            yield grid
        case Table(_, rows) if len(rows) > MOST_ROWS:
            yield Text(plain.render(Document((block,))).rstrip("\n"), no_wrap=True)
        case Table():
            yield _table(block, unicode)
        case Tree():
            yield _tree(block, unicode)


def _table(block: Table, unicode: bool) -> RichTable:
    lines = box.SIMPLE_HEAD if unicode else box.ASCII2
    table = RichTable(box=lines, pad_edge=False, padding=(0, 1), header_style="dim")
    for column in block.columns:
        table.add_column(
            Text(column.name),
            justify="right" if column.right else "left",
            no_wrap=column.firm,
            overflow="fold",
        )
    for row in block.rows:
        table.add_row(
            *(_bar(cell, unicode) if cell.share is not None else _text(cell) for cell in row)
        )
    return table


def _text(cell: Cell) -> Text:
    style = STYLES[cell.role]
    text = Text(cell.text, style=f"{style} link {cell.url}" if cell.url else style)
    if cell.small:
        text.append(f"\n{cell.small}", style="dim")
    return text


def _bar(cell: Cell, unicode: bool) -> Text:
    filled = round((cell.share or 0) * BAR)
    if cell.share and not filled:
        filled = 1
    full, empty = ("█", "░") if unicode else ("#", ".")
    bar = Text(full * filled, style=STYLES[cell.role])
    return bar.append(empty * (BAR - filled), style="dim")


def _tree(tree: Tree, unicode: bool) -> RenderableType:
    if not unicode:
        return Padding(Text("\n".join(plain.branches(tree))), 0)
    root = RichTree(_text(tree.cell), guide_style="dim")
    _grow(root, tree)
    return root


def _grow(branch: RichTree, tree: Tree) -> None:
    for child in tree.children:
        _grow(branch.add(_text(child.cell)), child)


def paint(lines: Iterable[Iterable[tuple[str, Role]]]) -> str:
    """Lines of pieces, each in the style of what it is; too long a line is left to the screen."""
    return "".join(
        "".join(f"{_codes(role)}{text}\x1b[0m" if STYLES[role] else text for text, role in line)
        + "\n"
        for line in lines
    )


def _codes(role: Role) -> str:
    return Style.parse(STYLES[role]).render("\0", color_system=ColorSystem.STANDARD).split("\0")[0]
