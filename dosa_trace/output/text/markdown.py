"""GitHub-flavoured Markdown that also reads well elsewhere: tables that stay tables, and no HTML
but `<details>` for a medium that folds.

Text from a catalogue is only ever text: whatever Markdown or HTML would read into it is escaped
(GitHub Flavored Markdown 0.29, section 6.1: a backslash before any ASCII punctuation).
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeGuard, assert_never

from dosa_trace import document as d
from dosa_trace.language import MONTHS, Language, Phrase, say
from dosa_trace.output.target import PIPE, Medium

#: How many columns of a grid stand beside each other.
GRID_COLUMNS = 6
#: A document of so many parts begins with a list of them.
MANY = 6
#: A part of more lines than this is folded, where the medium folds.
FEW = 12
_INLINE = re.compile(r"[\\`*_\[\]<>|~$#^]|&(?=#?\w+;)")
_LIST = re.compile(r"^(\d*)([-+=.)])(?=\s|$|[-=])")
#: What sites make a link to a mailbox of, escaped or not: they look at the text that comes of it
#: (cmark-gfm, *autolink*). Only in code they leave it alone.
_MAIL = re.compile(r"(?<![\w.+@-])(@*[\w.+-]+@[\w.+@-]*)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
#: A date that is a cell of a table, and one in words: no line ends within them (Unicode Standard
#: Annex 14, class GL).
FIRM_HYPHEN, FIRM_SPACE = "\u2011", "\u00a0"
_DAY = re.compile(r"\d{4}-\d\d(-\d\d)?")
_MONTHS = "|".join(dict.fromkeys(month.say(lang) for month in MONTHS for lang in Language))
_WRITTEN_DAY = re.compile(rf"\b\d{{1,2}} (?:{_MONTHS}) \d{{4}}\b")
_LINK = re.compile(
    r"(?i)(?<=http):(?=//)|(?<=https):(?=//)|(?<=ftp):(?=//)|(?<=mailto):|(?<=xmpp):|(?<=www)\."
    r"|@(?=\w)"
)


def render(document: d.Document, medium: Medium = PIPE) -> str:
    """The document, behind its front matter where it has one."""
    folds = medium.folds and len(list(filter(_is_part, document.blocks))) >= MANY
    lines: list[str] = []
    contents = list(_contents(document.blocks))
    for at, part in enumerate(_parts(document.blocks)):
        if at and contents:
            lines += ["", *contents]
            contents = []
        head = _sentences(part) if folds and at > 1 else len(part)
        lines += _blocks(part[:head], medium)
        rest = list(_blocks(part[head:], medium))
        if len(rest) > FEW:
            rest = list(_folded(say(LINES(n=len(rest)), medium.language), rest))
        lines += ["", *rest] if rest else []
    return _front_matter(document) + "\n".join(lines[1:]) + "\n"


def _blocks(blocks: Sequence[d.Block], medium: Medium) -> Iterator[str]:
    """Their lines, an empty one before each that does not go on with a list."""
    for at, (block, apart) in enumerate(d.spaced(blocks)):
        if apart or not at:
            yield ""
        yield from _block(block, medium)


def _parts(blocks: Sequence[d.Block]) -> Iterator[Sequence[d.Block]]:
    """What stands before the first part, then each part with its heading."""
    starts = [at for at, block in enumerate(blocks) if _is_part(block)]
    for first, last in pairwise((0, *starts, len(blocks))):
        yield blocks[first:last]


def _sentences(part: Sequence[d.Block]) -> int:
    """How many blocks at the beginning of a part are its heading and sentences."""
    return next(
        (at for at, one in enumerate(part) if at and not isinstance(one, d.Paragraph)), len(part)
    )


def _folded(name: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"<details><summary>{html.escape(name)}</summary>"
    yield from lines
    yield ""
    yield "</details>"


def _is_part(block: d.Block) -> TypeGuard[d.Heading]:
    return isinstance(block, d.Heading) and block.level == 2


def _contents(blocks: Iterable[d.Block]) -> Iterator[str]:
    """A line for each part of a long document, which leads there as GitHub and GitLab name it: in
    small letters, a hyphen for each space, a number behind what occurs again."""
    parts = [block.text for block in blocks if _is_part(block)]
    if len(parts) < MANY:
        return
    seen: Counter[str] = Counter()
    for text in parts:
        name = re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")
        again = f"-{seen[name]}" if seen[name] else ""
        seen[name] += 1
        yield f"- [{escape(text)}](#{name}{again})"


def _front_matter(document: d.Document) -> str:
    """YAML front matter; JSON's quoted text is YAML's as well."""
    if not document.front:
        return ""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in document.front)
    return f"---\n{''.join(lines)}---\n\n"


def _block(block: d.Block, medium: Medium = PIPE) -> Iterable[str]:
    match block:
        case d.Heading(text, level):
            yield f"{'#' * level} {escape(text)}"
        case d.Paragraph(text):
            yield escape(text)
        case d.Facts(rows):
            for name, cell in rows:
                yield f"- **{escape(name)}:** {_cell(cell)}"
        case d.Table():
            table = block.without_bars()
            yield _line(escape(column.name) for column in table.columns)
            yield _line("---:" if column.right else "---" for column in table.columns)
            for row in table.rows:
                yield _line(_cell(cell) for cell in row)
        case d.Tree() as tree:
            yield from _tree(tree)
        case d.Verbatim(text, language):
            fence = _fence(text)
            yield f"{fence}{language}"
            yield from text.splitlines()
            yield fence
        case d.Grid():
            yield from _grid(block)
        case d.Folded(name, lines):
            listed = ["", *(line for tree in lines for line in _tree(tree))]
            yield from _folded(name, listed) if medium.folds else (f"**{escape(name)}**", *listed)
        case _:
            assert_never(block)


def _grid(block: d.Grid) -> Iterable[str]:
    """As many columns at a time as can be read beside each other, by their titles, each time with
    the rows that have a mark in them."""
    for first in range(0, len(block.columns), GRID_COLUMNS):
        if first:
            yield ""
        yield from _block(block.part(first, min(first + GRID_COLUMNS, len(block.columns))))


def _fence(text: str) -> str:
    """Back-ticks, more of them than stand together anywhere in the text."""
    return "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", text)), 3)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _tree(tree: d.Tree, indent: str = "") -> Iterable[str]:
    yield f"{indent}- {_cell(tree.cell)}"
    for child in tree.children:
        yield from _tree(child, indent + "  ")


def _cell(cell: d.Cell) -> str:
    text = escape(cell.text)
    if _DAY.fullmatch(text):
        text = text.replace("-", FIRM_HYPHEN)
    if cell.role is d.Role.STRONG and cell.text:
        text = f"**{text}**"
    if cell.url:
        text = f"[{text}](<{cell.url}>)"
    if cell.small:
        text = f"{text} ({escape(cell.small)})"
    return text


def escape(text: str) -> str:
    """Text that reads as it stands, on one line."""
    text = " ".join(text.split())
    if "@" in text and _MAIL.search(text):
        parts = _MAIL.split(text)
        return "".join(
            f"`{one}`" if at % 2 and "." in one.lstrip("@").partition("@")[2] else _plain(one)
            for at, one in enumerate(parts)
        )
    return _plain(text)


def in_markdown_or_html(text: str) -> str:
    """The same, also where Markdown is HTML: in a line that begins with a comment no backslash
    escapes anything, but a reference to a character means that one in both."""
    return _ESCAPED.sub(lambda found: f"&#{ord(found[1])};", escape(text))


def _plain(text: str) -> str:
    text = _WRITTEN_DAY.sub(lambda day: day[0].replace(" ", FIRM_SPACE), text)
    text = _INLINE.sub(r"\\\g<0>", text)
    text = _LIST.sub(r"\1\\\2", text)
    return _LINK.sub(r"\\\g<0>", text)


LINES = Phrase("Show {n} lines", "Toon {n} regels")
