"""What is on file about one record?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from dosa_trace.analysis.records.happened import Happened, happened
from dosa_trace.analysis.records.profile import Subject, subject
from dosa_trace.analysis.records.record import Description, describe
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.catalog_info import Theme
from dosa_trace.catalog.model.records import Organisation, Source
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.graph import TraceGraph
from dosa_trace.language import Phrase
from dosa_trace.output.answer import Answer
from dosa_trace.questions.given import Conditions, conditions, graph_given, record_given
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.results import data_of, types_of
from dosa_trace.views.wording.frame import Frame


class Shown(NamedTuple):
    """A record as it is on file, all about it where it is a theme, an organisation or a source, and
    what happened with it."""

    described: Description
    subject: Subject | None
    history: tuple[Happened, ...]

    def as_data(self) -> Mapping[str, Any]:
        """The keys of the description stand there themselves."""
        return {**data_of(self.described), "subject": self.subject, "history": self.history}

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What the keys of `as_data` hold."""
        own = {"subject": Subject | None, "history": tuple[Happened, ...]}
        return {**types_of(Description), **own}


class ShowResult(Result, Shown):
    """All that is on file about one record, in one row."""

    ANSWER = "show/1"
    _TAKES = frozenset({"each"})

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.records.record import layout as layout_record
        from dosa_trace.views.records.record import page

        return Answer(
            data=lambda: self._as_document(frame),
            document=lambda: (
                layout_record(self.described, frame, self.subject, self.history)
                if layout.each or self.subject is None
                else page(self.described, frame, self.subject)
            ),
            rows=lambda: [{"id": self.described.id, **self.described.fields}],
        )


def show(graph: TraceGraph, record: str, *, where: Conditions = ()) -> ShowResult:
    """All that is on file about a record of any kind, named by its id, title, name or abbreviation;
    what happened with it by the date of the graph; of a theme, an organisation or a source also all
    about it, of the selected recommendations. Raises UnknownId and BadQuestion."""
    catalog = graph_given(graph).catalog
    identifier = record_given(catalog, record, "record")
    return shown(catalog, graph.as_of, lambda: graph, identifier, where)


def shown(
    catalog: Catalog,
    as_of: date,
    graph: Callable[[], TraceGraph],
    identifier: str,
    where: Conditions,
) -> ShowResult:
    """The same by its id; the graph is made only where something is counted."""
    described, chosen = describe(catalog, identifier), conditions(where)
    record = catalog.record(identifier)
    profile, counted = None, None
    if isinstance(record, Theme | Organisation | Source):
        traced = graph()
        profile, counted = subject(traced, record, chosen), traced.basis
    elif chosen:
        raise BadQuestion(NOTHING_TO_SELECT(id=identifier))
    events = happened(catalog, identifier, as_of)
    return ShowResult._made(Shown(described, profile, events), Asked(catalog, as_of, counted))


NOTHING_TO_SELECT = Phrase(
    "--where works for a theme, an organisation or a source; '{id}' is none of these",
    "--where werkt bij een thema, een organisatie of een bron; '{id}' is geen van deze",
)
