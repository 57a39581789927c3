"""HTML: blocks of a Document as elements, by a template in which every text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from dosa_trace import document as d
from dosa_trace.output.markup import web
from dosa_trace.output.page.templates import asset, digest_of, template
from dosa_trace.output.target import PIPE, Medium

STATES = frozenset({d.Role.COVERED, d.Role.PARTLY, d.Role.PLANNED, d.Role.DECLINED, d.Role.GAP})


def render(document: d.Document, medium: Medium = PIPE) -> str:
    """A page of its own that asks nothing of the network and runs nothing."""
    style = asset("page.css")
    titles = (block.text for block in document.blocks if isinstance(block, d.Heading))
    return template("document.html", {"web": web}).render(
        language=medium.language,
        title=next(titles, "dosa-trace"),
        style=style,
        policy="default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src 'sha256-{digest_of(style)}'",
        states=STATES,
        blocks=list(named(document.blocks)),
    )


def named(blocks: Iterable[d.Block]) -> Iterator[tuple[str, d.Block | Sequence[d.Block]]]:
    """Each block by the name of its kind; lines of a list that follow each other are one list."""
    for kind, members in groupby(blocks, type):
        if kind is d.Tree:
            yield kind.__name__, list(members)
        else:
            yield from ((kind.__name__, block) for block in members)
