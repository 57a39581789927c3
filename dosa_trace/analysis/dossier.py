"""Everything for a page that stands by itself: the report, and a card for every recommendation and
every instrument."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.coverage import By, CoverageReport, RecommendationCoverage, coverage
from dosa_trace.analysis.explanation import (
    InstrumentExplanation,
    StateExplanation,
    explain_instrument,
    explain_state,
)
from dosa_trace.analysis.matrix import Matrix, matrix
from dosa_trace.analysis.neighbourhood import Neighbourhood, neighbourhood
from dosa_trace.analysis.report import Report, report
from dosa_trace.analysis.selection import Where, natural
from dosa_trace.analysis.verdicts import Judge
from dosa_trace.catalog.naming import names_of
from dosa_trace.catalog.parts import Budget, LocalText, When

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph

#: How many chains a card shows; `why` shows them all.
CHAINS = 5


class RecommendationCard(NamedTuple):
    line: RecommendationCoverage
    text: LocalText | None
    source_title: LocalText
    source_date: When
    why: StateExplanation


class InstrumentCard(NamedTuple):
    id: str
    kind: str
    level: str
    owner: LocalText
    part_of: str | None
    description: LocalText | None
    budgets: tuple[Budget, ...]
    note: LocalText | None
    why: InstrumentExplanation


class Dossier(NamedTuple):
    """The report with what a page shows besides; instruments are all that are on file."""

    report: Report
    themes: CoverageReport
    matrix: Matrix
    flow: Neighbourhood
    recommendations: tuple[RecommendationCard, ...]
    instruments: tuple[InstrumentCard, ...]


def dossier(graph: TraceGraph, where: Sequence[Where] = ()) -> Dossier:
    """Everything about the selected recommendations. Raises BadQuestion."""
    told = report(graph, where)
    judge = Judge(graph)
    catalog = graph.catalog
    return Dossier(
        report=told,
        themes=coverage(graph, where, By.THEME),
        matrix=matrix(graph, where=where, most=None),
        flow=neighbourhood(graph, where),
        recommendations=tuple(
            RecommendationCard(
                line,
                catalog.recommendations[line.id].text,
                catalog.sources[line.source].title,
                catalog.sources[line.source].when,
                explain_state(judge, catalog.recommendations[line.id], CHAINS),
            )
            for line in told.coverage.recommendations
        ),
        instruments=tuple(
            InstrumentCard(
                one.id,
                one.kind,
                one.level,
                names_of(catalog, one.owner),
                one.part_of,
                one.description,
                one.budgets,
                one.note,
                explain_instrument(judge, one, CHAINS),
            )
            for one in sorted(
                catalog.instruments.values(), key=lambda instrument: natural(instrument.id)
            )
        ),
    )
