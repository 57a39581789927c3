"""What a page's script reads: everything once, whatever the number of languages.

The bodies of the languages are gone through side by side. Every text becomes a number, its place in
a table in which a text stands once, and as a list where the languages differ; all other values
stand as they are, so that in the packed data a number is a text and nothing else. What has not the
same shape in each language stands as `{"apart": [one for each]}`.

A text is made inert where it comes into the table, and so once, however often it is used; so is
what stands beside texts: ids, values to choose by, addresses. Cards are made, packed and written
one after the other, and nothing of one is kept but its JSON.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, assert_never

from dosa_trace import document as d
from dosa_trace.inert import inert, inert_lines
from dosa_trace.output.drawings import step_chart as steps
from dosa_trace.output.markup import web
from dosa_trace.webpage import Body, Card, CardList, Drawing, Facet, Net, Page, PagePart

T = TypeVar("T")


def packed(page: Page) -> Iterator[str]:
    """The page as JSON, piece by piece."""
    packer = _Packer()
    bodies = list(page.bodies.values())
    fronts = [body.front for body in bodies]
    begin: dict[str, Any] = {
        "languages": list(page.bodies),
        "title": packer.text([front.title for front in fronts]),
        "sentence": packer.text([front.sentence for front in fronts]),
        "catalogue": packer.text([front.catalogue for front in fronts]),
        "generator": fronts[0].generator,
        "digest": fronts[0].digest,
        "address": page.address,
        "words": {
            name: packer.text([body.words[name] for body in bodies]) for name in bodies[0].words
        },
    }
    begin["groups"] = [
        [each[0].id, packer.text([group.title for group in each]), list(each[0].sections)]
        for each in zip(*(body.groups for body in bodies), strict=True)
    ]
    yield f'{_json(begin)[:-1]},"sections":['
    yield from _sections(bodies, packer)
    yield f'],"net":{_json(_net(page.net))},"texts":['
    for at, texts in enumerate(packer.texts()):
        yield f"{',' if at else ''}{_json(texts)}"
    yield "]}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _sections(bodies: Sequence[Body], packer: _Packer) -> Iterator[str]:
    for at, same in enumerate(zip(*(body.sections for body in bodies), strict=True)):
        yield "," if at else ""
        first = same[0]
        said: dict[str, Any] = {
            "id": first.id, "title": packer.text([part.title for part in same])
        }  # fmt: skip
        match first:
            case CardList():
                lists = [part for part in same if isinstance(part, CardList)]
                said["badge"] = packer.text([part.badge for part in lists])
                said["sheet"] = packer.each_text([part.sheet for part in lists])
                said["about"] = packer.blocks([part.about for part in lists])
                said["facets"] = [
                    packer.facet(each)
                    for each in zip(*(part.facets for part in lists), strict=True)
                ]
                cards = zip(*(part.cards for part in lists), strict=True)
                yield f'{_json(said)[:-1]},"cards":['
                for number, each in enumerate(cards):
                    yield f"{',' if number else ''}{_json(packer.card(each))}"
                yield "]}"
                continue
            case PagePart():
                parts = [part for part in same if isinstance(part, PagePart)]
                said["blocks"] = packer.blocks([part.blocks for part in parts])
                said["folded"] = first.folded
                said["pictures"] = [
                    packer.lines(
                        [steps.render(part.picture, size=size) for part in parts if part.picture]
                    )
                    for size in (steps.WIDE, steps.NARROW)
                    if first.picture
                ]
            case Drawing():
                said["note"] = packer.text(
                    [part.note for part in same if isinstance(part, Drawing)]
                )
            case _:
                assert_never(first)
        yield _json(said)


class _Packer:
    """Values that are the same in each language as part, with the numbers of their texts."""

    def __init__(self) -> None:
        self._places: dict[str | tuple[str, ...], int] = {}
        self._of_lines: set[int] = set()

    def texts(self) -> Iterator[str | list[str]]:
        """The table: one text, or one for each language, made inert."""
        for texts, place in self._places.items():
            shown = inert_lines if place in self._of_lines else inert
            yield shown(texts) if isinstance(texts, str) else list(map(shown, texts))

    def text(self, same: Sequence[str]) -> int:
        first = same[0]
        texts: str | tuple[str, ...] = first
        for one in same:
            if one != first:
                texts = tuple(same)
                break
        place = self._places.get(texts)
        if place is None:
            place = self._places[texts] = len(self._places)
        return place

    def lines(self, same: Sequence[str]) -> int:
        """The same of a text that may have lines of its own."""
        place = self.text(same)
        self._of_lines.add(place)
        return place

    def _each(self, same: Sequence[Sequence[T]], pack: Callable[[Sequence[T]], Any]) -> Any:
        """Lists of the same length item by item, others apart."""
        if len(same) > 1 and len({len(one) for one in same}) > 1:
            return {"apart": [self._each([one], pack) for one in same]}
        return [pack(each) for each in zip(*same, strict=True)]

    def facet(self, same: Sequence[Facet]) -> list[Any]:
        def option(each: Sequence[tuple[str, str]]) -> list[Any]:
            return [inert(each[0][0]), self.text([word for _, word in each])]

        options = self._each([one.options for one in same], option)
        return [same[0].key, self.text([one.label for one in same]), options]

    def card(self, same: Sequence[Card]) -> list[Any]:
        first = same[0]
        return [
            inert(first.id),
            self.text([each_card.title for each_card in same]),
            first.role,
            self.text([each_card.badge for each_card in same]),
            {key: list(map(inert, values)) for key, values in first.facets.items()},
            self.text([" ".join(each_card.called) for each_card in same]),
            self.text([each_card.source for each_card in same]),
            self.blocks([each_card.story for each_card in same]),
            *(
                [
                    self.each_text([each_card.row for each_card in same]),
                    first.since,
                    self.each_text([each_card.sheet for each_card in same]),
                ]
                if first.row
                else []
            ),
        ]

    def each_text(self, same: Sequence[Sequence[str]]) -> Any:
        """Texts of which each language has as many."""
        return self._each(same, self.text)

    def blocks(self, same: Sequence[Sequence[d.Block]]) -> Any:
        return self._each(same, self.block)

    def block(self, same: Sequence[d.Block]) -> Any:
        """Blocks of one kind as one, others apart."""
        if len({type(one) for one in same}) > 1:
            return {"apart": [self._of_kind(one, [one]) for one in same]}
        return self._of_kind(same[0], same)

    def _of_kind(self, first: d.Block, same: Sequence[Any]) -> Any:  # noqa: PLR0911 - one line per block
        match first:
            case d.Heading():
                return [f"h{first.level}", self.text([block.text for block in same])]
            case d.Paragraph():
                return ["p", first.role, self.text([block.text for block in same])]
            case d.Facts():
                return ["facts", self._each([block.rows for block in same], self._fact)]
            case d.Table():
                return self._table(same)
            case d.Tree():
                return self._tree(same)
            case d.Verbatim():
                return ["pre", self.lines([block.text for block in same])]
            case d.Folded():
                lines = self._each([block.lines for block in same], self._tree)
                return ["folded", self.text([block.name for block in same]), lines]
            case d.Grid():
                return self._table([block.table() for block in same])
            case _:
                assert_never(first)

    def _fact(self, same: Sequence[tuple[str, d.Cell]]) -> list[Any]:
        return [self.text([name for name, _ in same]), self.cell([cell for _, cell in same])]

    def _table(self, same: Sequence[d.Table]) -> list[Any]:
        columns = self._each([one.columns for one in same], self._column)
        rows = self._each(
            [one.rows for one in same], lambda each: self._each(each, self.cell)
        )  # fmt: skip
        return ["table", columns, rows]

    def _column(self, same: Sequence[d.Column]) -> list[Any]:
        kind = "number" if same[0].right else "firm" if same[0].firm else ""
        return [self.text([one.name for one in same]), kind]

    def _tree(self, same: Sequence[d.Tree]) -> list[Any]:
        cell = self.cell([one.cell for one in same])
        return ["tree", cell, self._each([one.children for one in same], self._tree)]

    def cell(self, same: Sequence[d.Cell]) -> Any:
        """Its text, and of what it is, what stands small beside it, its address and its bar as much
        as it has."""
        _, role, small, url, bar, _ = same[0]
        for each_cell in same:
            if bool(each_cell.small) is not bool(small):
                return {"apart": [self.cell([each_cell]) for each_cell in same]}
        parts: list[Any] = [self.text([each_cell.text for each_cell in same])]
        if small or url or bar or role is not d.Role.PLAIN:
            parts.append(role)
        if small or url or bar:
            parts.append(self.text([each_cell.small for each_cell in same]) if small else None)
        if url or bar:
            parts.append(self._address(url))
        if bar:
            parts.append(" ".join(f"{kind.value}:{share:.4f}" for share, kind in bar))
        while parts[-1] is None:
            parts.pop()
        return parts

    def _address(self, url: str | None) -> str | None:
        """An address of the web, or a place on the page itself."""
        kept = url if (url or "").startswith("#") else web(url)
        return inert(kept) if kept else None


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
        "kin": {inert(key): list(map(inert, keys)) for key, keys in net.kin.items()},
    }
