"""What would be otherwise if something stopped, began, was linked or was not?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from dosa_trace.analysis.robustness.supposed import CutLink, LaidLink, Supposed
from dosa_trace.analysis.robustness.what_if import WhatIf
from dosa_trace.analysis.robustness.what_if import what_if as ask
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.vocabulary import Extent
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.graph import TraceGraph
from dosa_trace.language import Phrase
from dosa_trace.output.answer import Answer
from dosa_trace.questions.given import (
    Conditions,
    conditions,
    flag_given,
    graph_given,
    record_given,
    records_given,
    word_given,
)
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.views.wording.frame import Frame

Link = TypeVar("Link", LaidLink, CutLink)


class WhatIfResult(Result, WhatIf):
    """What would be otherwise; a row for each recommendation that would change its state."""

    ANSWER = "what-if/1"

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.robustness.what_if import layout as layout_what_if

        return Answer(
            data=lambda: self._as_document(frame),
            document=lambda: layout_what_if(self, frame),
            rows=lambda: self.moved,
        )


def what_if(
    graph: TraceGraph,
    *,
    where: Conditions = (),
    stop: str | Iterable[str] = (),
    start: str | Iterable[str] = (),
    add: str | LaidLink | Iterable[str | LaidLink] = (),
    drop: str | CutLink | Iterable[str | CutLink] = (),
    alone: bool = False,
) -> WhatIfResult:
    """What would be otherwise on the date of the graph if these instruments stopped (with their
    parts, unless `alone`) or were in progress, and these links were there (`from:to:extent`) or
    were not (`from:to`). Nothing is written. Raises BadQuestion where nothing is supposed or it
    cannot be, and UnknownId.
    """
    catalog = graph_given(graph).catalog
    supposed = Supposed(
        records_given(catalog, stop, "stop", "instrument"),
        records_given(catalog, start, "start", "instrument"),
        tuple(_laid(catalog, link) for link in _several(add, LaidLink)),
        tuple(_cut(catalog, link) for link in _several(drop, CutLink)),
    )
    if flag_given(alone, "alone") and not supposed.stop:
        raise BadQuestion(ALONE_OF_WHAT, NAME_ONE)
    if not any(supposed):
        raise BadQuestion(NOTHING_SUPPOSED, NAME_ONE)
    return WhatIfResult._made(ask(graph, supposed, alone, conditions(where)), Asked.of(graph))


def _several(given: str | Link | Iterable[str | Link], kind: type[Link]) -> Iterable[str | Link]:
    return (given,) if isinstance(given, str | kind) else given


def _laid(catalog: Catalog, given: str | LaidLink) -> LaidLink:
    if isinstance(given, str):
        return _between(catalog, LaidLink.parse(given))
    if not isinstance(given, LaidLink):
        raise TypeError(f"add must be a text such as 'from:to:partial', not {given!r}")
    return _between(catalog, given._replace(extent=word_given(Extent, given.extent, "extent")))


def _cut(catalog: Catalog, given: str | CutLink) -> CutLink:
    if isinstance(given, str):
        return _between(catalog, CutLink.parse(given))
    if not isinstance(given, CutLink):
        raise TypeError(f"drop must be a text such as 'from:to', not {given!r}")
    return _between(catalog, given)


def _between(catalog: Catalog, link: Link) -> Link:
    """A link between the records that are meant by its ends."""
    return link._replace(
        origin=record_given(catalog, link.origin, "from", "recommendation", "objective"),
        target=record_given(catalog, link.target, "to", "instrument", "objective"),
    )


ALONE_OF_WHAT = Phrase("--alone can only be used with --stop", "--alone kan alleen met --stop")
NOTHING_SUPPOSED = Phrase("nothing is supposed", "er is niets verondersteld")
NAME_ONE = Phrase("name an instrument: --stop ID", "noem een instrument: --stop ID")
