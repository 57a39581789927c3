"""Which records are there?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, overload

from dosa_trace.analysis.judging.selection import is_by_what_is_behind
from dosa_trace.analysis.records.listed import (
    ListedInstitution,
    ListedInstrument,
    ListedLink,
    ListedObjective,
    ListedOrganisation,
    ListedRecommendation,
    ListedSearch,
    ListedSource,
    ListedTheme,
)
from dosa_trace.analysis.records.listing import Line, Listable, Listing, listing
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.graph import TraceGraph
from dosa_trace.output.answer import Answer
from dosa_trace.questions.given import Conditions, conditions, graph_given, word_given
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.results import field_types
from dosa_trace.views.wording.frame import Frame

#: A record of any kind, as it is listed.
Listed = (
    ListedRecommendation
    | ListedObjective
    | ListedInstrument
    | ListedSource
    | ListedLink
    | ListedTheme
    | ListedSearch
    | ListedOrganisation
    | ListedInstitution
)


class RecordsResult(Result, Listing[Line]):
    """Records of one kind; a row for each."""

    ANSWER = "list/1"

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What its document holds: records of the kind that was asked for."""
        return {**field_types(Listing), "items": tuple[Listed, ...]}

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.records.listing import layout as layout_listing

        return Answer(
            data=lambda: self._as_document(frame),
            document=lambda: layout_listing(self, frame),
            rows=lambda: self.items,
        )


@overload
def records(
    graph: TraceGraph,
    kind: Literal[Listable.RECOMMENDATIONS, "recommendations"],
    *,
    where: Conditions = (),
) -> RecordsResult[ListedRecommendation]: ...
@overload
def records(
    graph: TraceGraph, kind: Literal[Listable.OBJECTIVES, "objectives"], *, where: Conditions = ()
) -> RecordsResult[ListedObjective]: ...
@overload
def records(
    graph: TraceGraph, kind: Literal[Listable.INSTRUMENTS, "instruments"], *, where: Conditions = ()
) -> RecordsResult[ListedInstrument]: ...
@overload
def records(
    graph: TraceGraph, kind: Literal[Listable.SOURCES, "sources"], *, where: Conditions = ()
) -> RecordsResult[ListedSource]: ...
@overload
def records(
    graph: TraceGraph, kind: Literal[Listable.LINKS, "links"], *, where: Conditions = ()
) -> RecordsResult[ListedLink]: ...
@overload
def records(
    graph: TraceGraph, kind: Literal[Listable.THEMES, "themes"], *, where: Conditions = ()
) -> RecordsResult[ListedTheme]: ...
@overload
def records(
    graph: TraceGraph, kind: Literal[Listable.SEARCHES, "searches"], *, where: Conditions = ()
) -> RecordsResult[ListedSearch]: ...
@overload
def records(
    graph: TraceGraph,
    kind: Literal[Listable.ORGANISATIONS, "organisations"],
    *,
    where: Conditions = (),
) -> RecordsResult[ListedOrganisation]: ...
@overload
def records(
    graph: TraceGraph,
    kind: Literal[Listable.INSTITUTIONS, "institutions"],
    *,
    where: Conditions = (),
) -> RecordsResult[ListedInstitution]: ...
@overload
def records(graph: TraceGraph, kind: str, *, where: Conditions = ()) -> RecordsResult[Any]: ...
def records(
    graph: TraceGraph, kind: Listable | str, *, where: Conditions = ()
) -> RecordsResult[Any]:
    """All records of a kind on file: `recommendations`, `objectives`, `instruments`, `sources`,
    `links`, `themes`, `searches`, `organisations` or `institutions`; responses and statuses are
    those known on the date of the graph, and `known` says whether the record was. Raises
    BadQuestion for another kind and for a condition that this kind does not have."""
    return listed(graph_given(graph).catalog, graph.as_of, kind, where)


def listed(
    catalog: Catalog, as_of: date, kind: Listable | str, where: Conditions = ()
) -> RecordsResult[Any]:
    """The same of a catalogue on a day; nothing is counted, but where the selection is by what is
    behind the states."""
    chosen = conditions(where)
    counted = Basis.INFERRED if is_by_what_is_behind(chosen) else None
    found = listing(catalog, word_given(Listable, kind, "kind"), chosen, as_of)
    return RecordsResult._made(found, Asked(catalog, as_of, counted))
