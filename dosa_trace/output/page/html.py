"""HTML: blocks of a Document as elements; every piece of text is escaped."""

from __future__ import annotations

import html
from collections.abc import Iterable
from importlib.resources import files

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
from dosa_trace.output.target import PIPE, Medium
from dosa_trace.output.web import web

STATES = frozenset({Role.COVERED, Role.PARTLY, Role.PLANNED, Role.DECLINED, Role.GAP})


def render(document: Document, medium: Medium = PIPE) -> str:
    """A page of its own that asks nothing of the network and runs nothing."""
    import base64
    import hashlib

    style = files("dosa_trace.output.page").joinpath("page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{digest}'"
    title = next(
        (block.text for block in document.blocks if isinstance(block, Heading)), "dosa-trace"
    )
    return (
        f'<!doctype html>\n<html lang="{medium.language}" data-theme="auto">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<main id="page">\n{blocks(document.blocks)}</main>\n</body>\n</html>\n'
    )


def blocks(listed: Iterable[Block]) -> str:
    """The elements of blocks; lines of a list that follow each other make one list."""
    parts: list[str] = []
    lines: list[Tree] = []
    for block in listed:
        if isinstance(block, Tree):
            lines.append(block)
            continue
        parts += [_list(lines)] if lines else []
        lines = []
        parts.append(_block(block))
    parts += [_list(lines)] if lines else []
    return "".join(parts)


def _block(block: Block) -> str:  # noqa: PLR0911 - one line per block
    match block:
        case Heading(text, level):
            return f"<h{level}>{html.escape(text)}</h{level}>\n"
        case Paragraph(text):
            return f"<p>{html.escape(text)}</p>\n"
        case Facts(rows):
            items = "".join(
                f'<tr><th scope="row">{html.escape(name)}</th><td>{_cell(cell)}</td></tr>'
                for name, cell in rows
            )
            return f"<table>{items}</table>\n"
        case Verbatim(text):
            return f'<pre tabindex="0"><code>{html.escape(text)}</code></pre>\n'
        case Folded(name, lines):
            return f"<details><summary>{html.escape(name)}</summary>{_list(lines)}</details>\n"
        case Grid():
            return _grid(block)
        case Table():
            return _table(block.without_bars())
        case Tree():
            return _list([block])


def _grid(grid: Grid) -> str:
    """Upright heads, so that many columns find room; what is too wide is scrolled by itself."""
    heads = [title for _, title in grid.columns]
    upright = "".join(
        f'<th scope="col"><span class="upright">{html.escape(head)}</span></th>' for head in heads
    )
    rows = "".join(
        f'<tr><th scope="row">{_cell(name)}</th>'
        + "".join(f"<td>{html.escape(mark)}</td>" for mark in marks)
        + "</tr>"
        for name, marks in grid.rows
    )
    label = html.escape(grid.corner)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{label}">'
        f'<table class="matrix"><thead><tr><th class="corner" scope="col">{label}</th>{upright}'
        f"</tr></thead><tbody>{rows}</tbody></table></div>\n"
    )


def _table(table: Table) -> str:
    head = "".join(
        f'<th scope="col"{_right(column.right)}>{html.escape(column.name)}</th>'
        if column.name
        else "<td></td>"
        for column in table.columns
    )
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td{_right(column.right)}>{_cell(cell)}</td>"
            for cell, column in zip(row, table.columns, strict=True)
        )
        + "</tr>"
        for row in table.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>\n"


def _right(right: bool) -> str:
    return ' class="number"' if right else ""


def _list(lines: Iterable[Tree]) -> str:
    return f"<ul>{''.join(_item(line) for line in lines)}</ul>\n"


def _item(tree: Tree) -> str:
    below = _list(tree.children) if tree.children else ""
    return f"<li>{_cell(tree.cell)}{below}</li>"


def _cell(cell: Cell) -> str:
    text = html.escape(cell.text)
    if cell.role in STATES and text:
        text = f'<span class="state {cell.role.value}">{text}</span>'
    elif cell.role is Role.ID and text:
        text = f"<code>{text}</code>"
    elif cell.role is Role.STRONG and text:
        text = f"<strong>{text}</strong>"
    url = web(cell.url)
    if url:
        text = f'<a href="{html.escape(url)}" rel="noreferrer noopener">{text}</a>'
    return f"{text} <small>{html.escape(cell.small)}</small>" if cell.small else text
