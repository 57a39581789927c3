"""What changed, when, and because of what?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple, overload

from dosa_trace.analysis.records.happened import Happened, happened
from dosa_trace.analysis.report.corrections import Corrections
from dosa_trace.analysis.report.corrections import corrections as ask_corrections
from dosa_trace.analysis.time.changes import Changes
from dosa_trace.analysis.time.changes import changes as ask
from dosa_trace.analysis.time.history import History, history
from dosa_trace.catalog.facts.asked import asked_day
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.graph import TraceGraph
from dosa_trace.language import Phrase
from dosa_trace.output.answer import Answer
from dosa_trace.questions.given import (
    Conditions,
    catalog_given,
    conditions,
    flag_given,
    graph_given,
    record_given,
)
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.views.wording.frame import Frame


class ChangesResult(Result, Changes):
    """What changed in a period; a row for each event."""

    ANSWER = "changes/1"
    _TAKES = frozenset({"each"})

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.time import history as view_history
        from dosa_trace.views.time.changes import layout as layout_changes

        return Answer(
            data=lambda: self._as_document(frame),
            rows=lambda: self.changes,
            document=lambda: layout_changes(self, frame, bool(layout.each)),
            series=lambda: view_history.series(self.timeline, frame),
        )

    @cached_property
    def timeline(self) -> History:
        """The figures on each day of the period on which they moved."""
        assert self._asked.graph is not None
        return history(self._asked.graph, self.since, self.where)


class ChartResult(Result, History):
    """The figures through time; a row for each day on which they moved."""

    ANSWER = "changes/chart/1"

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.time import history as view_history

        return Answer(
            data=lambda: self._as_document(frame),
            rows=lambda: view_history.rows(self, frame),
            document=lambda: view_history.layout(self, frame),
            series=lambda: view_history.series(self, frame),
        )


class CorrectionsResult(Result, Corrections):
    """What was corrected, apart from what happened; a row for each state that was corrected."""

    ANSWER = "changes/corrections/1"

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.report.corrections import layout as layout_corrections

        return Answer(
            data=lambda: self._as_document(frame),
            rows=lambda: self.corrected,
            document=lambda: layout_corrections(self, frame),
        )


class RecordHistory(NamedTuple):
    """What happened with one record, the earliest first."""

    id: str
    history: tuple[Happened, ...]


class RecordChangesResult(Result, RecordHistory):
    """What happened with one record; a row for each event."""

    ANSWER = "changes/record/1"

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.records.happened import layout as layout_happened

        return Answer(
            data=lambda: self._as_document(frame),
            rows=lambda: self.history,
            document=lambda: layout_happened(self.history, self.id, frame),
        )


@overload
def changes(
    graph: TraceGraph, *, where: Conditions = (), since: date | str, chart: Literal[False] = False
) -> ChangesResult: ...
@overload
def changes(
    graph: TraceGraph,
    *,
    where: Conditions = (),
    since: date | str | None = None,
    chart: Literal[True],
) -> ChartResult: ...
@overload
def changes(graph: TraceGraph, *, since: date | str, corrections: Catalog) -> CorrectionsResult: ...
@overload
def changes(
    graph: TraceGraph, *, since: date | str | None = None, record: str
) -> RecordChangesResult: ...
def changes(
    graph: TraceGraph,
    *,
    where: Conditions = (),
    since: date | str | None = None,
    chart: bool = False,
    corrections: Catalog | None = None,
    record: str | None = None,
) -> ChangesResult | ChartResult | CorrectionsResult | RecordChangesResult:
    """What changed for the selected recommendations from a day until the date of the graph, and
    because of what; of a month or year as text `since` is the first day.

    With `chart` the figures on each day on which they moved; with `corrections`, the catalogue as
    it stood on the day `since`, what was corrected since, apart from what happened; with `record`
    all that happened with one record. Raises UnknownId, CatalogInvalid, and BadQuestion for a
    period that ends before it begins and for options that do not go together.
    """
    chosen = conditions(where)
    first = asked_day(since, "since", first=True) if since is not None else None
    asked = Asked.of(graph_given(graph))
    flag_given(chart, "chart")
    alone = [given for given in (chart, corrections is not None, record is not None) if given]
    if len(alone) > 1 or (chosen and (corrections is not None or record is not None)):
        raise BadQuestion(NOT_TOGETHER)
    if record is not None:
        identifier = record_given(graph.catalog, record, "record")
        return record_changes(graph.catalog, identifier, graph.as_of, first)
    if chart:
        return ChartResult._made(history(graph, first, chosen), asked)
    if first is None:
        raise BadQuestion(SINCE_WHEN, SAY_WHEN)
    if corrections is not None:
        edits = ask_corrections(catalog_given(corrections, "corrections"), graph, first)
        return CorrectionsResult._made(edits, asked)
    return ChangesResult._made(ask(graph, first, chosen), asked)


def record_changes(
    catalog: Catalog, identifier: str, until: date, first: date | None
) -> RecordChangesResult:
    """What happened with one record by a day, all of it or from a day on; nothing is counted."""
    events = tuple(_since(happened(catalog, identifier, until), first))
    return RecordChangesResult._made(RecordHistory(identifier, events), Asked(catalog, until, None))


def _since(events: tuple[Happened, ...], first: date | None) -> Iterator[Happened]:
    return (event for event in events if first is None or event.day >= first)


NOT_TOGETHER = Phrase(
    "chart, corrections, record and where cannot be used together",
    "chart, corrections, record en where gaan niet samen",
)
SINCE_WHEN = Phrase(
    "the first day of the period is missing", "de eerste dag van het tijdvak ontbreekt"
)
SAY_WHEN = Phrase(
    "write --since DATE, such as --since 2025-06, or use --chart for the whole period",
    "schrijf --since DATUM, zoals --since 2025-06, of gebruik --chart voor het hele tijdvak",
)
