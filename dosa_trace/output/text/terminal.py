"""The screen: colour, bars, and columns that fit the width. The only module that knows rich.

rich is given Text objects only, so that nothing in a catalogue is ever taken for its markup, and
it wraps what is too long: nothing is cut.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import assert_never

from rich.color import ColorSystem
from rich.console import Console, RenderableType
from rich.style import Style
from rich.table import Table as RichTable
from rich.text import Text
from rich.tree import Tree as RichTree

from dosa_trace import document as d
from dosa_trace.output.text import plain
from dosa_trace.output.text.ascii import in_ascii
from dosa_trace.output.text.columns import fit, fits, wrap

#: How long a bar is, on a screen that is at least WIDE; half of it on a narrower one.
BAR, WIDE = 16, 100
#: What stands between two columns there, and on a narrower screen.
APART, APART_NARROW = "   ", "  "
_LINK_NUMBER = re.compile(r"\x1b\]8;id=\d+;")
#: rich lays out some thousand cells a second; longer tables are written as plain columns.
MOST_ROWS = 500

#: How much room the names of the rows of a grid get at least.
NAME = 24

STYLES = {
    d.Role.PLAIN: "",
    d.Role.STRONG: "bold",
    d.Role.MUTED: "dim",
    d.Role.ID: "cyan",
    d.Role.COVERED: "green",
    d.Role.PARTLY: "yellow",
    d.Role.PLANNED: "blue",
    d.Role.DECLINED: "magenta",
    d.Role.GAP: "red",
    d.Role.WEAK: "bold yellow",
}
#: How a part of a bar looks, also on a screen that has only ASCII.
SIGNS = {
    d.Role.COVERED: "█#",
    d.Role.PARTLY: "▓+",
    d.Role.PLANNED: "▒~",
    d.Role.DECLINED: "░x",
    d.Role.GAP: "·.",
}


def render(document: d.Document, width: int, colour: bool, unicode: bool = True) -> str:
    """The document for a screen of `width` columns; `unicode` is false where the screen can only
    show ASCII."""
    text = io.StringIO() if unicode else _Ascii()
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
    shown = document if unicode else in_ascii(document)
    below_heading = False  # what stands under a heading needs no line of the screen between
    for block, apart in d.spaced(shown.blocks):
        if apart and not below_heading:
            console.print()
        below_heading = isinstance(block, d.Heading)
        for part in _block(block, width, unicode):
            console.print(part)
    # rich numbers links at random, and the same answer is the same bytes.
    lines = _LINK_NUMBER.sub("\x1b]8;;", text.getvalue()).splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


class _Ascii(io.StringIO):
    """Tells rich to draw with ASCII."""

    encoding = "ascii"


def _block(block: d.Block, width: int, unicode: bool) -> Iterable[RenderableType]:
    match block:
        case d.Heading(text):
            yield Text(text, style="bold")
        case d.Paragraph(text, role):
            yield Text(text, style=STYLES[role])
        case d.Facts(rows):
            yield _facts(rows, width)
        case d.Table(_, rows) if len(rows) > MOST_ROWS:
            yield Text(plain.render(d.Document((block,))).rstrip("\n"), no_wrap=True)
        case d.Table():
            yield from _table(block, width, unicode)
        case d.Tree():
            yield _tree(block)
        case d.Verbatim(text):
            for line in text.splitlines():
                yield Text(f"    {line}", style=STYLES[d.Role.ID], no_wrap=True, overflow="ignore")
        case d.Grid():
            yield from _grid(block, width, unicode)
        case d.Folded(name, lines):
            yield Text(name, style="bold")
            for tree in lines:
                yield _tree(tree)
        case _:
            assert_never(block)


def _facts(rows: Sequence[tuple[str, d.Cell]], width: int) -> RichTable:
    """Names and what is said of them, broken here: rich would part a figure from its per cent."""
    names = [name for name, _ in rows]
    texts = [
        line for _, cell in rows for part in (cell.text, cell.small) for line in part.split("\n")
    ]
    apart = len(APART_NARROW)
    sizes = fit(("", ""), (names, texts), (True, False), width - apart)
    grid = RichTable.grid(padding=(0, apart))
    for name, cell in rows:
        grid.add_row(Text("\n".join(wrap(name, sizes[0])), style="dim"), _text(cell, sizes[1]))
    return grid


def _table(block: d.Table, width: int, unicode: bool) -> Iterable[Text]:
    bar, apart = (BAR, APART) if width >= WIDE else (BAR // 2, APART_NARROW)
    texts = [
        [line for row in block.rows for line in _lines(row[at], bar)]
        for at in range(len(block.columns))
    ]
    names = [column.name for column in block.columns]
    firm = [column.firm or _is_bars(block, at) for at, column in enumerate(block.columns)]
    room = width - len(apart) * (len(texts) - 1)
    if not fits(names, texts, firm, room):
        yield from _stacked(block, width)
        return
    sizes = fit(names, texts, firm, room)
    head = [
        Text("\n".join(wrap(name, size)), style="dim")
        for name, size in zip(names, sizes, strict=True)
    ]
    yield from _row(head, sizes, block, apart)
    yield Text(
        ("─" if unicode else "-") * (sum(sizes) + len(apart) * (len(sizes) - 1)), style="dim"
    )
    for row in block.rows:
        cells = [
            _bar(cell, bar, unicode) if cell.bar else _text(cell, size)
            for cell, size in zip(row, sizes, strict=True)
        ]
        yield from _row(cells, sizes, block, apart)


def _stacked(block: d.Table, width: int) -> Iterable[Text]:
    """On a screen that is too narrow for whole words in columns: each value behind its name, row
    after row."""
    for line in wrap(block.columns[0].name, width):
        yield Text(line, style="dim", no_wrap=True)
    for row in block.rows:
        for at, (column, cell) in enumerate(zip(block.columns, row, strict=True)):
            said = f"{cell.text} ({cell.small})" if cell.text and cell.small else cell.text
            if said:
                named = said if not at else f"{column.name}: {said}" if column.name else said
                indent = 2 if at else 0
                for line in wrap(named, width - indent):
                    yield Text(" " * indent + line, style=STYLES[cell.role], no_wrap=True)


def _grid(block: d.Grid, width: int, unicode: bool) -> Iterable[RenderableType]:
    """As many columns at a time as the screen is wide, under numbers that a list below explains,
    each time with the rows that have a mark in them."""
    names = (plain.width(row[0].text) for row in block.rows)
    name = min(max((plain.width(block.corner), *names)), max(width * 2 // 5, NAME))
    each = max(len(str(len(block.columns))), 3) + len(APART if width >= WIDE else APART_NARROW)
    for at, (table, legend) in enumerate(block.parts(max((width - name) // each, 1))):
        if at:
            yield Text()
        yield from _table(table, width, unicode)
        yield Text()
        yield from (
            Text(line, style="dim")
            for tree in legend
            for line in wrap(plain.flat(tree.cell), width)
        )


def _row(cells: list[Text], sizes: list[int], block: d.Table, apart: str) -> Iterable[Text]:
    """The lines of one row, its cells beside each other."""
    columns = [cell.split("\n", allow_blank=True) for cell in cells]
    for at in range(max(len(column) for column in columns)):
        line = Text(no_wrap=True, overflow="ignore", end="\n")
        for number, (column, size) in enumerate(zip(columns, sizes, strict=True)):
            part = column[at] if at < len(column) else Text()
            space = " " * (size - plain.width(part.plain))
            line.append(apart if number else "")
            line.append(space if block.columns[number].right else "")
            line.append_text(part)
            line.append("" if block.columns[number].right else space)
        yield line


def _lines(cell: d.Cell, bar: int) -> Iterable[str]:
    return (" " * bar,) if cell.bar else (cell.text, cell.small)


def _is_bars(block: d.Table, at: int) -> bool:
    return any(row[at].bar for row in block.rows)


def _text(cell: d.Cell, size: int | None = None) -> Text:
    """A cell, wrapped where the width of its column is known."""
    style = STYLES[cell.role]
    main, small = (
        "\n".join(wrap(part, size)) if size and part else part for part in (cell.text, cell.small)
    )
    text = Text(main, style=f"{style} link {cell.url}" if cell.url else style)
    if small:
        text.append(f"\n{small}", style="dim")
    return text


def _bar(cell: d.Cell, size: int, unicode: bool) -> Text:
    """Each part in its colour and, for who sees none, in its own sign; what is there is seen."""
    bar = Text()
    lengths = _lengths([share for share, _ in cell.bar], size)
    for (_, role), length in zip(cell.bar, lengths, strict=True):
        bar.append(SIGNS[role][not unicode] * length, style=STYLES[role])
    return bar.append(" " * (size - len(bar)))


def _lengths(shares: Sequence[float], size: int) -> list[int]:
    """How many signs each share of a bar takes: rounded, at least one for what is not nothing,
    and together as many as they are together."""
    lengths = [max(round(share * size), 1) if share else 0 for share in shares]
    whole = max(round(sum(shares) * size), sum(map(bool, shares)))
    while sum(lengths) > whole:
        longer = (at for at, length in enumerate(lengths) if length > 1)
        lengths[max(longer, key=lambda at: lengths[at] - shares[at] * size)] -= 1
    while sum(lengths) < whole:
        shown = (at for at, share in enumerate(shares) if share)
        lengths[max(shown, key=lambda at: shares[at] * size - lengths[at])] += 1
    return lengths


def _tree(tree: d.Tree) -> RenderableType:
    root = RichTree(_text(tree.cell), guide_style="dim")
    _grow(root, tree)
    return root


def _grow(branch: RichTree, tree: d.Tree) -> None:
    for child in tree.children:
        _grow(branch.add(_text(child.cell)), child)


def paint(lines: Iterable[Iterable[tuple[str, d.Role]]]) -> str:
    """Lines of pieces, each in the style of what it is; too long a line is left to the screen."""
    return "".join(
        "".join(f"{_codes(role)}{text}\x1b[0m" if STYLES[role] else text for text, role in line)
        + "\n"
        for line in lines
    )


def _codes(role: d.Role) -> str:
    return Style.parse(STYLES[role]).render("\0", color_system=ColorSystem.STANDARD).split("\0")[0]
