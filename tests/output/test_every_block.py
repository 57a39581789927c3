"""Every kind of block through every writer of documents: none is left out."""

from __future__ import annotations

from typing import NamedTuple, cast, get_args

import pytest

from dosa_trace.document import (
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Folded,
    Grid,
    Heading,
    Paragraph,
    Table,
    Tree,
    Verbatim,
)
from dosa_trace.language import Language
from dosa_trace.output.formats import FORMATS, Format
from dosa_trace.output.page.packed import _Packer
from dosa_trace.output.safely import made_inert
from dosa_trace.output.shape import Shape
from dosa_trace.output.target import Medium
from tests.output.word.test_docx import opened

BLOCKS: tuple[Block, ...] = (
    Heading("heading-text", 1),
    Paragraph("paragraph-text"),
    Facts((("fact-name", Cell("fact-text")),)),
    Table((Column("first"), Column("column-name")), ((Cell("cell-text"), Cell("2")),)),
    Tree(Cell("tree-text"), (Tree(Cell("child-text")),)),
    Verbatim("verbatim-text"),
    Folded("folded-name", (Tree(Cell("folded-text")),)),
    Grid("corner-text", (("c1", "grid-column"),), ((Cell("grid-row"), ("x",)),), (("x", "whole"),)),
)
WORDS = (
    "heading-text", "paragraph-text", "fact-name", "fact-text", "column-name", "cell-text",
    "tree-text", "child-text", "verbatim-text", "folded-name", "folded-text", "grid-column",
    "grid-row",
)  # fmt: skip
MEDIA = {
    "pipe": Medium(Language.EN),
    "screen": Medium(Language.EN, screen=True, width=100),
    "listener": Medium(Language.EN, linear=True),
}
OF_DOCUMENTS = [
    *(one for one in FORMATS if Shape.DOCUMENT in one.writers),
    Format("html", {Shape.DOCUMENT: "dosa_trace.output.page"}),
]


class Ninth(NamedTuple):
    """A kind of block that no writer knows."""

    text: str


def written(format_: Format, blocks: tuple[Block, ...], medium: Medium) -> str:
    value = made_inert(Shape.DOCUMENT, Document(blocks))
    answer = format_.render(Shape.DOCUMENT, value, medium)
    if isinstance(answer, str):
        return answer
    assert isinstance(answer, bytes)
    document = opened(answer)
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(one.text for one in document.paragraphs), *cells))


def test_one_of_each_kind_is_tried() -> None:
    assert {type(block) for block in BLOCKS} == set(get_args(Block))


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("format_", OF_DOCUMENTS, ids=lambda one: one.name)
def test_no_block_is_left_out(format_: Format, medium: str) -> None:
    text = written(format_, BLOCKS, MEDIA[medium])
    assert [word for word in WORDS if word not in text] == []


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("format_", OF_DOCUMENTS, ids=lambda one: one.name)
def test_a_kind_that_no_writer_knows_is_no_silence(format_: Format, medium: str) -> None:
    with pytest.raises(Exception, match=r"Ninth|no_such_block"):
        written(format_, (Heading("h", 1), cast(Block, Ninth("lost"))), MEDIA[medium])


def test_the_data_of_a_page_holds_every_block() -> None:
    packer = _Packer()
    for block in BLOCKS:
        packer.block([block])
    said = str(list(packer.texts()))
    assert [word for word in WORDS if word not in said] == []
    with pytest.raises(AssertionError, match="Ninth"):
        packer.block([cast(Block, Ninth("lost"))])
