"""The whole story on a date in one result: the answers of the other analyses side by side, what
depends on one instrument alone, and what the answers depend on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.coverage.coverage import CoverageReport, RecommendationCoverage, coverage
from dosa_trace.analysis.coverage.cross import Cross, cross
from dosa_trace.analysis.coverage.gaps import GapList, gaps
from dosa_trace.analysis.coverage.orphans import OrphanList, orphans
from dosa_trace.analysis.coverage.summary import Summary, summary
from dosa_trace.analysis.due.due import DueList, due
from dosa_trace.analysis.judging.selection import Where, select
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.analysis.money.money import Money, money
from dosa_trace.analysis.records.profile import Held, held
from dosa_trace.analysis.records.themes_asked import ThemeAsked, themes_asked
from dosa_trace.analysis.report.corrections import Corrections
from dosa_trace.analysis.robustness.fragility import Fragility, SinglePoint, fragility_of
from dosa_trace.analysis.time.changes import Changes, changes
from dosa_trace.analysis.time.delays import Delays, delays
from dosa_trace.analysis.time.history import History, history
from dosa_trace.analysis.time.timeline import Instant, timeline
from dosa_trace.catalog.facts.names import name_of
from dosa_trace.catalog.model.parts import LocalText, When
from dosa_trace.catalog.model.vocabulary import Basis, Relation, Reliability

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


#: How far back the changes go that a report tells.
PERIOD = timedelta(days=365)


class SourceReport(NamedTuple):
    """The recommendations of one source."""

    id: str
    title: LocalText
    publisher: LocalText
    date: When
    url: str | None
    recommendations: tuple[RecommendationCoverage, ...]


class EvidenceReport(NamedTuple):
    """What the counted links depend on, of those that are on file.

    `oldest` is the source of the earliest date among their evidence; `without` counts links for
    which no source is named, only a rationale; `by_reliability` counts the sources that are cited.
    """

    links: int
    on_file: int
    stated: int
    inferred: int
    suggested: int
    without: int
    oldest: str | None
    oldest_title: LocalText | None
    oldest_date: When | None
    quotes: int
    by_reliability: Mapping[Reliability | None, int]


class Report(NamedTuple):
    """Everything that a report says; each figure is the one that its own command prints. `changes`
    are those of the last year, `instruments` all that are known, `corrections` what was corrected
    since an earlier revision, where one was named."""

    where: tuple[Where, ...]
    summary: Summary
    coverage: CoverageReport
    cross: Cross
    sources: tuple[SourceReport, ...]
    gaps: GapList
    orphans: OrphanList
    single_points: tuple[SinglePoint, ...]
    evidence: EvidenceReport
    fragility: Fragility
    money: Money
    delays: Delays
    due: DueList
    changes: Changes
    instruments: tuple[Held, ...]
    corrections: Corrections | None
    history: History
    themes: tuple[ThemeAsked, ...]


def report(
    graph: TraceGraph,
    where: Sequence[Where] = (),
    judge: Judge | None = None,
    through_time: tuple[Instant, ...] = (),
    corrected: Corrections | None = None,
) -> Report:
    """The whole story of the selected recommendations; `judge` and `through_time` spare the work of
    one who asked for the timeline before. Raises BadQuestion."""
    judge = judge or Judge(graph)
    covered = coverage(graph, where, judge=judge)
    hangs = fragility_of(judge, covered)
    through_time = through_time or tuple(timeline(graph, select(graph, where)))
    return Report(
        where=tuple(where),
        summary=summary(judge, covered),
        coverage=covered,
        cross=cross(graph, where, covered.recommendations),
        sources=tuple(_sources(graph, covered)),
        gaps=gaps(graph, where, judge=judge),
        orphans=orphans(graph),
        single_points=hangs.instruments,
        evidence=_evidence(graph),
        fragility=hangs,
        money=money(graph, where=where, lines=covered.recommendations, judge=judge),
        delays=delays(graph, where, through_time),
        due=due(graph, judge=judge),
        changes=changes(graph, graph.as_of - PERIOD, where, through_time, judge),
        instruments=tuple(held(graph, covered.recommendations)),
        corrections=corrected,
        history=history(graph, None, where, through_time),
        themes=tuple(themes_asked(graph, covered.recommendations)),
    )


def _sources(graph: TraceGraph, covered: CoverageReport) -> Iterator[SourceReport]:
    lines: defaultdict[str, list[RecommendationCoverage]] = defaultdict(list)
    for line in covered.recommendations:
        lines[line.source].append(line)
    for name, asked in lines.items():
        source = graph.catalog.sources[name]
        publisher = name_of(graph.catalog, source.publisher)
        yield SourceReport(name, source.title, publisher, source.when, source.url, tuple(asked))


def _evidence(graph: TraceGraph) -> EvidenceReport:
    counted = [link for link in graph.catalog.links if graph.is_counted(link)]
    sources = graph.catalog.sources
    cited = {item.source for link in counted for item in link.evidence}
    oldest = min(cited, key=lambda name: (sources[name].order_day, name), default=None)
    suggested = sum(
        link.basis is Basis.SUGGESTED and link.relation is Relation.SUPPORTS
        for link in graph.catalog.links
    )
    return EvidenceReport(
        links=len(counted),
        on_file=len(graph.catalog.links),
        stated=sum(link.basis is Basis.STATED for link in counted),
        inferred=sum(link.basis is Basis.INFERRED for link in counted),
        suggested=suggested,
        without=sum(not link.evidence for link in counted),
        oldest=oldest,
        oldest_title=sources[oldest].title if oldest else None,
        oldest_date=sources[oldest].when if oldest else None,
        quotes=sum(item.quote is not None for link in counted for item in link.evidence),
        by_reliability=dict(
            sorted(
                Counter(sources[name].reliability for name in cited).items(),
                key=lambda pair: pair[0] or "",
            )
        ),
    )
