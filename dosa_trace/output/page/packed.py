"""What a page's script reads: everything once, whatever the number of languages.

The bodies of the languages have the same shape. Every text becomes a number, its place in a table
in which a text stands once, and as a list where the languages differ; all other values stand as
they are, so that in the packed data a number is a text and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, assert_never

from dosa_trace import document as d
from dosa_trace.output.drawings import step_chart as steps
from dosa_trace.output.markup import web
from dosa_trace.webpage import Body, Card, CardList, Drawing, Facet, Net, Page, PagePart


class _Text(str):
    """A text, apart from the words that the script itself knows."""

    __slots__ = ()


class _Texts:
    """The table of texts: one, or one for each language."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, ...], int] = {}

    def place(self, texts: tuple[str, ...]) -> int:
        same = texts if len(set(texts)) > 1 else texts[:1]
        return self._places.setdefault(same, len(self._places))

    def listed(self) -> list[str | list[str]]:
        return [texts[0] if len(texts) == 1 else list(texts) for texts in self._places]


def packed(page: Page) -> dict[str, Any]:
    """The page as JSON can hold it."""
    texts = _Texts()
    bodies = [_body(body) for body in page.bodies.values()]
    return {
        "languages": list(page.bodies),
        **_merged(bodies, texts),
        "net": _net(page.net),
        "texts": texts.listed(),
    }


def _merged(same: Sequence[Any], texts: _Texts) -> Any:
    """Values of the same shape as one, with the numbers of their texts; `{language: …}` where they
    have not the same shape."""
    first = same[0]
    if isinstance(first, _Text):
        return texts.place(tuple(str(one) for one in same))
    if isinstance(first, list):
        if len({len(one) for one in same}) > 1:
            return {"apart": [_merged([one], texts) for one in same]}
        return [_merged(each, texts) for each in zip(*same, strict=True)]
    if isinstance(first, dict):
        return {key: _merged([one[key] for one in same], texts) for key in first}
    return first


def _body(body: Body) -> dict[str, Any]:
    return {
        "title": _Text(body.front.title),
        "sentence": _Text(body.front.sentence),
        "generator": body.front.generator,
        "digest": body.front.digest,
        "words": {name: _Text(word) for name, word in body.words.items()},
        "sections": [_section(one) for one in body.sections],
    }


def _section(one: CardList | PagePart | Drawing) -> dict[str, Any]:
    said = {"id": one.id, "title": _Text(one.title)}
    match one:
        case CardList():
            return said | {
                "about": _blocks(one.about),
                "facets": [_facet(facet) for facet in one.facets],
                "cards": [_card(card) for card in one.cards],
            }
        case PagePart():
            picture = _Text(steps.render(one.picture)) if one.picture else None
            return said | {"blocks": _blocks(one.blocks), "picture": picture}
        case Drawing():
            return said | {"note": _Text(one.note)}


def _facet(one: Facet) -> list[Any]:
    return [one.key, _Text(one.label), [[value, _Text(word)] for value, word in one.options]]


def _card(one: Card) -> list[Any]:
    return [
        one.id,
        _Text(one.title),
        one.role.value,
        _Text(one.badge),
        {key: list(values) for key, values in one.facets.items()},
        _Text(" ".join(one.called)),
        _Text(one.source),
        _blocks(one.story),
    ]


def _blocks(blocks: Iterable[d.Block]) -> list[Any]:
    return list(map(_block, blocks))


def _block(block: d.Block) -> list[Any]:  # noqa: PLR0911 - one line per block
    match block:
        case d.Heading():
            return _heading(block)
        case d.Paragraph():
            return _paragraph(block)
        case d.Facts():
            return _facts(block)
        case d.Table():
            return _table(block)
        case d.Tree():
            return _tree(block)
        case d.Verbatim():
            return _verbatim(block)
        case d.Folded():
            return _folded(block)
        case d.Grid():
            return _grid(block)
        case _:
            assert_never(block)


def _heading(block: d.Heading) -> list[Any]:
    return [f"h{block.level}", _Text(block.text)]


def _paragraph(block: d.Paragraph) -> list[Any]:
    return ["p", block.role.value, _Text(block.text)]


def _facts(block: d.Facts) -> list[Any]:
    return ["facts", [[_Text(name), _cell(cell)] for name, cell in block.rows]]


def _table(block: d.Table) -> list[Any]:
    columns = [
        [_Text(one.name), "number" if one.right else "firm" if one.firm else ""]
        for one in block.columns
    ]
    return ["table", columns, [[_cell(cell) for cell in row] for row in block.rows]]


def _tree(block: d.Tree) -> list[Any]:
    return ["tree", _cell(block.cell), [_tree(one) for one in block.children]]


def _verbatim(block: d.Verbatim) -> list[Any]:
    return ["pre", _Text(block.text)]


def _folded(block: d.Folded) -> list[Any]:
    return ["folded", _Text(block.name), [_tree(one) for one in block.lines]]


def _grid(block: d.Grid) -> list[Any]:
    return _table(block.table())


def _cell(cell: d.Cell) -> list[Any]:
    """Its text, and of what it is, what stands small beside it, its address and its bar as much as
    it has."""
    bar = " ".join(f"{role.value}:{share:.4f}" for share, role in cell.bar)
    parts: list[Any] = [
        _Text(cell.text),
        cell.role.value,
        _Text(cell.small) if cell.small else None,
        cell.url if (cell.url or "").startswith("#") else web(cell.url),
        bar or None,
    ]
    while len(parts) > 1 and parts[-1] in (None, d.Role.PLAIN.value):
        parts.pop()
    return parts


def _net(net: Net) -> dict[str, Any]:
    """Ends as places in the list of nodes: lists of numbers are no texts here."""
    places = {name: at for at, name in enumerate(net.nodes)}
    rows = {name: at for at, name in enumerate(net.rows)}
    columns = {name: at for at, name in enumerate(net.columns)}
    return {
        "nodes": list(net.nodes),
        "ended": list(net.ended),
        "links": [
            [places[link.origin], places[link.target], link.extent, link.basis, link.counted]
            for link in net.links
        ],
        "rows": list(net.rows),
        "columns": list(net.columns),
        "cells": [
            [rows[cell.row], columns[cell.column], cell.mark, cell.basis] for cell in net.cells
        ],
        "signs": dict(net.signs),
        "totalColumns": net.total_columns,
    }
