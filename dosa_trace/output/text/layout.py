"""An answer in lines of so many columns: for a screen, and for a pipe, which has a hundred.

A line is pieces of text, each with what it is, which a screen may show in colour
(`output.text.terminal`). Nothing is cut: what is too long is broken, and a table that cannot stand
in columns is written row after row. The colour of words is left to the reader, so that they
contrast with any ground (WCAG 2.2, 1.4.3); what a state is says its word, and before it a sign in
its colour.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple, assert_never

from dosa_trace import document as d
from dosa_trace.output.text.ascii import in_ascii
from dosa_trace.output.text.columns import fit, fits, wrap
from dosa_trace.output.text.shares import BAR, LONGEST_BAR, SIGNS, axis, drawn
from dosa_trace.output.text.widths import flat, width

#: From how many columns on there is room between those of a table.
WIDE = 100
#: What stands between two columns there, and where there is less room.
APART, APART_NARROW = "   ", "  "
#: How much room the names of the rows of a grid get at least.
NAME = 24
#: What leads from one level of a tree to the next: a branch with others after it, the last, and
#: what stands below each.
BRANCHES = ("├── ", "└── ", "│   ", "    "), ("|-- ", "`-- ", "|   ", "    ")
#: An id, the only text that is dimmed: it stands beside what has a name.
_ID = re.compile(r"[a-z0-9.]+(?:-[a-z0-9.]+)+|[a-z0-9.-]+(?: → [a-z0-9.-]+)+")
_PARTS = re.compile(r"([;,]? |[()])")


class Piece(NamedTuple):
    """A text and what it is; `is_sign` where it stands for a state, and is no word; `url` where it
    leads."""

    text: str
    role: d.Role = d.Role.PLAIN
    is_sign: bool = False
    url: str | None = None


Line = Sequence[Piece]


class Screen(NamedTuple):
    """What is written onto: how wide it is, whether it shows signs beyond ASCII, the signs of
    states, bars and how long they are, and what is small in brackets and not on a line of its
    own; `stacked` are the columns that not every table has room for that has them."""

    width: int
    unicode: bool = True
    signs: bool = False
    bars: bool = False
    inline: bool = False
    bar: int = BAR
    stacked: frozenset[tuple[d.Column, ...]] = frozenset()

    @property
    def apart(self) -> str:
        """What stands between two columns."""
        return APART if self.width >= WIDE else APART_NARROW


def lines(document: d.Document, screen: Screen) -> Iterator[Line]:
    """The lines of an answer from the top to the bottom."""
    shown = document if screen.unicode else in_ascii(document)
    screen = screen._replace(stacked=frozenset(_too_wide(shown.blocks, screen)))
    below_heading = False  # what stands under a heading needs no empty line between
    for block, apart in d.spaced(shown.blocks):
        if apart and not below_heading:
            yield ()
        below_heading = isinstance(block, d.Heading)
        yield from _block(block, screen)


def _block(block: d.Block, screen: Screen) -> Iterable[Line]:
    match block:
        case d.Heading(text):
            yield from _wrapped(text, screen.width, d.Role.STRONG)
        case d.Paragraph(text, role):
            yield from _wrapped(text, screen.width, role)
        case d.Facts(rows):
            yield from _facts(rows, screen)
        case d.Table():
            yield from _table(_shown(block, screen), screen)
        case d.Tree():
            yield from _tree(block, screen)
        case d.Verbatim(text):
            yield from ((Piece(f"    {line}".rstrip()),) for line in text.splitlines())
        case d.Grid():
            yield from _grid(block, screen)
        case d.Folded(name, trees):
            yield (Piece(name, d.Role.STRONG),)
            for tree in trees:
                yield from _tree(tree, screen)
        case _:
            assert_never(block)


def _wrapped(text: str, size: int, role: d.Role = d.Role.PLAIN) -> Iterable[Line]:
    return ((Piece(line, role),) for line in wrap(text, size))


def _facts(rows: Sequence[tuple[str, d.Cell]], screen: Screen) -> Iterable[Line]:
    names = [name for name, _ in rows]
    texts = [line for _, cell in rows for part in _texts(cell, screen) for line in part.split("\n")]
    sizes = fit(("", ""), (names, texts), (True, False), screen.width - len(APART_NARROW))
    columns = (False, False)
    for name, cell in rows:
        yield from _row(
            [list(_wrapped(name, sizes[0])), _cell(cell, screen, sizes[1])],
            sizes, columns, APART_NARROW,
        )  # fmt: skip


def _table(block: d.Table, screen: Screen) -> Iterable[Line]:
    screen = screen._replace(bar=_bar(block, screen))
    columns = _columns(block, screen)
    if block.columns in screen.stacked or not fits(*columns):
        yield from _stacked(block, screen)
        return
    names, sizes = columns[0], fit(*columns)
    rights = [column.right for column in block.columns]
    heads = [list(_wrapped(name, size)) for name, size in zip(names, sizes, strict=True)]
    yield from _row(heads, sizes, rights, screen.apart)
    rule = "─" if screen.unicode else "-"
    yield (Piece(rule * (sum(sizes) + len(screen.apart) * (len(sizes) - 1))),)
    for row in block.rows:
        cells = [_cell(cell, screen, size) for cell, size in zip(row, sizes, strict=True)]
        yield from _row(cells, sizes, rights, screen.apart)


def _columns(block: d.Table, screen: Screen) -> tuple[list[str], list[list[str]], list[bool], int]:
    """The heads of the columns, what stands in them, which are not broken, and the room for all."""
    places = range(len(block.columns))
    texts = [[line for row in block.rows for line in _texts(row[at], screen)] for at in places]
    bars = [any(row[at].bar for row in block.rows) for at in places]
    names = [
        column.name or (axis(screen.bar) if is_bars else "")
        for column, is_bars in zip(block.columns, bars, strict=True)
    ]
    firm = [column.firm or is_bars for column, is_bars in zip(block.columns, bars, strict=True)]
    return names, texts, firm, screen.width - len(screen.apart) * (len(texts) - 1)


def _too_wide(blocks: Iterable[d.Block], screen: Screen) -> Iterator[tuple[d.Column, ...]]:
    """The columns that several tables have and not all have room for, so that tables of the same
    sort look the same."""
    tables = [_shown(block, screen) for block in blocks if isinstance(block, d.Table)]
    several = Counter(table.columns for table in tables)
    same = (table for table in tables if several[table.columns] > 1)
    yield from (table.columns for table in same if not fits(*_columns(table, screen)))


def _shown(table: d.Table, screen: Screen) -> d.Table:
    return table if screen.bars else table.without_bars()


def _bar(block: d.Table, screen: Screen) -> int:
    """How long the bars of a table are: what the other columns leave of the screen."""
    bars = {at for row in block.rows for at, cell in enumerate(row) if cell.bar}
    if not bars:
        return BAR
    names, texts, _, room = _columns(block, screen)
    others = (texts[at] + [name] for at, name in enumerate(names) if at not in bars)
    whole = sum(max(map(width, column)) for column in others)
    return min(max((room - whole) // len(bars), BAR), LONGEST_BAR)


def _stacked(block: d.Table, screen: Screen) -> Iterable[Line]:
    """Where there is too little room for whole words in columns: each value behind its name, row
    after row."""
    yield from _wrapped(block.columns[0].name, screen.width)
    for row in block.rows:
        for at, (column, cell) in enumerate(zip(block.columns, row, strict=True)):
            said = f"{cell.text} ({cell.small})" if cell.text and cell.small else cell.text
            if said:
                named = said if not at else f"{column.name}: {said}" if column.name else said
                indent = "  " if at else ""
                for line in wrap(named, screen.width - len(indent)):
                    yield (Piece(indent + line, cell.role),)


def _grid(block: d.Grid, screen: Screen) -> Iterable[Line]:
    """The marks in columns under numbers that a list below explains, where there is room for all;
    else a list of each row with what it has a mark for."""
    names = (width(row[0].text) for row in block.rows)
    name = min(max((width(block.corner), *names)), max(screen.width * 2 // 5, NAME))
    each = max(len(str(len(block.columns))), 3) + len(screen.apart)
    if len(block.columns) * each > screen.width - name:
        for tree in block.listed():
            yield from _tree(tree, screen)
        return
    for table, legend in block.parts(max(len(block.columns), 1)):
        yield from _table(table, screen)
        yield ()
        for tree in legend:
            yield from _wrapped(flat(tree.cell), screen.width)


def _row(
    cells: Sequence[Sequence[Line]], sizes: Sequence[int], rights: Sequence[bool], apart: str
) -> Iterable[Line]:
    """The lines of one row, its cells beside each other."""
    for parts in zip_longest(*cells, fillvalue=()):
        line: list[Piece] = []
        for at, (part, size, right) in enumerate(zip(parts, sizes, rights, strict=True)):
            space = " " * (size - sum(width(piece.text) for piece in part))
            before = (apart if at else "") + (space if right else "")
            line += [Piece(before), *part, Piece("" if right else space)]
        yield line


def _texts(cell: d.Cell, screen: Screen) -> Iterable[str]:
    """What a cell needs room for."""
    if cell.bar:
        return (" " * screen.bar,) if screen.bars else ("",)
    if screen.inline:
        return (flat(cell),)
    return (f"{_sign(cell, screen)}{cell.text}", cell.small)


def _sign(cell: d.Cell, screen: Screen) -> str:
    """What stands in the colour of a state before its word."""
    is_shown = screen.signs and cell.text and cell.role in SIGNS
    return f"{SIGNS[cell.role][not screen.unicode]} " if is_shown else ""


def _cell(cell: d.Cell, screen: Screen, size: int) -> Sequence[Line]:
    """The lines of a cell: its text, and below it what stands small beside."""
    if cell.bar:
        parts = drawn(cell.bar, screen.bar, screen.unicode) if screen.bars else ()
        return [[Piece(text, role, is_sign=True) for text, role in parts]]
    if screen.inline:
        return _inline(cell, screen, size)
    sign = _sign(cell, screen)
    shown: list[Line] = []
    if cell.text or not cell.small:
        for line in wrap(f"{sign}{cell.text}", size):
            text = line.removeprefix(sign) if not shown else line
            before = (Piece(sign, cell.role, is_sign=True),) if sign and not shown else ()
            role = d.Role.PLAIN if cell.role in SIGNS else cell.role
            shown.append((*before, Piece(text, role, url=cell.url)))
    if cell.small:
        shown += [[_small(part) for part in _PARTS.split(line)] for line in wrap(cell.small, size)]
    return shown


def _inline(cell: d.Cell, screen: Screen, size: int) -> Sequence[Line]:
    """The lines of a cell with what stands small beside it in brackets."""
    sign = _sign(cell, screen)
    main = f"{sign}{' '.join(cell.text.splitlines())}"
    small = " ".join(cell.small.splitlines())
    left = len("".join(main.split()))  # of the letters before the brackets
    role = d.Role.PLAIN if cell.role in SIGNS else cell.role
    shown: list[Line] = []
    for line in wrap(f"{main} ({small})" if main and small else main or small, size):
        at = 0
        while at < len(line) and left:
            left -= not line[at].isspace()
            at += 1
        text, line_sign = line[:at], sign if not shown else ""
        shown.append((
            Piece(line_sign, cell.role, is_sign=True),
            Piece(text.removeprefix(line_sign), role, url=cell.url),
            *map(_small, _PARTS.split(line[at:])),
        ))  # fmt: skip
    return shown


def _small(text: str) -> Piece:
    return Piece(text, d.Role.ID if _ID.fullmatch(text) else d.Role.PLAIN)


def _tree(tree: d.Tree, screen: Screen, first: str = "", rest: str = "") -> Iterable[Line]:
    """A cell and what belongs to it, each level further to the right."""
    middle, last, going_on, below = BRANCHES[not screen.unicode]
    onward = rest + (going_on if tree.children else "")
    room = max(screen.width - len(onward), NAME)
    for at, line in enumerate(_inline(tree.cell, screen, room)):
        yield (Piece(onward if at else first), *line)
    for at, child in enumerate(tree.children):
        is_last = at == len(tree.children) - 1
        yield from _tree(
            child,
            screen,
            rest + (last if is_last else middle),
            rest + (below if is_last else going_on),
        )


def as_text(shown: Iterable[Line]) -> str:
    """Lines without colours."""
    return "".join("".join(piece.text for piece in line).rstrip() + "\n" for line in shown)
