"""GitHub-flavoured Markdown that also reads well elsewhere: no HTML, tables that stay tables.

Text from a catalogue is only ever text: whatever Markdown or HTML would read into it is escaped
(GitHub Flavored Markdown 0.29, section 6.1: a backslash before any ASCII punctuation).
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeGuard, assert_never

from dosa_trace import document as d
from dosa_trace.output.target import PIPE, Medium

#: How many columns of a grid stand beside each other.
GRID_COLUMNS = 6
#: A document of so many parts begins with a list of them.
MANY = 6
_INLINE = re.compile(r"[\\`*_\[\]<>|~$#^]|&(?=#?\w+;)")
_LIST = re.compile(r"^(\d*)([-+=.)])(?=\s|$|[-=])")
#: What sites make a link to a mailbox of, escaped or not: they look at the text that comes of it
#: (cmark-gfm, *autolink*). Only in code they leave it alone.
_MAIL = re.compile(r"(?<![\w.+@-])(@*[\w.+-]+@[\w.+@-]*)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(
    r"(?i)(?<=http):(?=//)|(?<=https):(?=//)|(?<=ftp):(?=//)|(?<=mailto):|(?<=xmpp):|(?<=www)\."
    r"|@(?=\w)"
)


def render(document: d.Document, _: Medium = PIPE) -> str:
    """The document, behind its front matter where it has one."""
    parts: list[str] = []
    contents = list(_contents(document.blocks))
    for block, apart in d.spaced(document.blocks):
        if contents and _is_part(block):
            parts += ["", *contents]
            contents = []
        parts += ["", *_block(block)] if apart else _block(block)
    return _front_matter(document) + "\n".join(parts) + "\n"


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


def _block(block: d.Block) -> Iterable[str]:
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
            # The one piece of HTML: GitHub and GitLab fold it, elsewhere it is left out or shown.
            yield f"<details><summary>{html.escape(name)}</summary>"
            yield ""
            for line in lines:
                yield from _tree(line)
            yield ""
            yield "</details>"
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
    text = _INLINE.sub(r"\\\g<0>", text)
    text = _LIST.sub(r"\1\\\2", text)
    return _LINK.sub(r"\\\g<0>", text)
