"""The whole story on a date in one result: the answers of the other analyses side by side, what
hangs on one instrument alone, and what the answers rest on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.coverage import CoverageReport, RecommendationCoverage, coverage
from dosa_trace.analysis.cross import Cross, cross
from dosa_trace.analysis.gaps import GapList, gaps
from dosa_trace.analysis.orphans import OrphanList, orphans
from dosa_trace.analysis.selection import Where
from dosa_trace.analysis.summary import Summary, summary
from dosa_trace.analysis.verdicts import Judge, State
from dosa_trace.catalog.naming import name_of
from dosa_trace.catalog.parts import LocalText, When
from dosa_trace.catalog.vocabulary import Basis, Relation, Reliability

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class SourceReport(NamedTuple):
    """The recommendations of one source."""

    id: str
    title: LocalText
    publisher: LocalText
    date: When
    url: str | None
    recommendations: tuple[RecommendationCoverage, ...]


class Fall(NamedTuple):
    """What would become of a recommendation."""

    id: str
    title: LocalText
    now: State
    then: State


class SinglePoint(NamedTuple):
    """An instrument without which, and without its `parts`, the state of some recommendations would
    be worse."""

    id: str
    title: LocalText
    parts: tuple[str, ...]
    falls: tuple[Fall, ...]


class EvidenceReport(NamedTuple):
    """What the counted links rest on.

    `oldest` is the source of the earliest date among their evidence; `without` counts links for
    which no source is named, only a rationale; `by_reliability` counts the sources that are cited.
    """

    links: int
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
    """Everything that a report says; each figure is the one that its own command prints."""

    where: tuple[Where, ...]
    summary: Summary
    coverage: CoverageReport
    cross: Cross
    sources: tuple[SourceReport, ...]
    gaps: GapList
    orphans: OrphanList
    single_points: tuple[SinglePoint, ...]
    evidence: EvidenceReport


def report(graph: TraceGraph, where: Sequence[Where] = ()) -> Report:
    """The whole story of the selected recommendations. Raises BadQuestion."""
    judge = Judge(graph)
    covered = coverage(graph, where, judge=judge)
    return Report(
        where=tuple(where),
        summary=summary(judge, covered),
        coverage=covered,
        cross=cross(graph, where),
        sources=tuple(_sources(graph, covered)),
        gaps=gaps(graph, where),
        orphans=orphans(graph),
        single_points=tuple(_single_points(judge, covered)),
        evidence=_evidence(graph),
    )


def _sources(graph: TraceGraph, covered: CoverageReport) -> Iterator[SourceReport]:
    lines: defaultdict[str, list[RecommendationCoverage]] = defaultdict(list)
    for line in covered.recommendations:
        lines[line.source].append(line)
    for name, asked in lines.items():
        source = graph.catalog.sources[name]
        publisher = name_of(graph.catalog, source.publisher)
        yield SourceReport(name, source.title, publisher, source.when, source.url, tuple(asked))


def _single_points(judge: Judge, covered: CoverageReport) -> Iterator[SinglePoint]:
    """Each instrument behind a state, and each whole of one, tried without it and its parts; the
    one that most hangs on comes first."""
    graph, catalog = judge.graph, judge.graph.catalog
    behind = {name for line in covered.recommendations for name in line.via}
    behind.update(whole for one in tuple(behind) for whole in catalog.wholes(one))
    parts = {name: _live_parts(graph, name) for name in behind}
    lines = {line.id: line for line in covered.recommendations if line.state.rank}
    place = {name: at for at, name in enumerate(lines)}
    found = []
    for name in graph.passing(sorted(behind)):
        then = judge.fallen((name, *parts[name]))
        falls = tuple(
            Fall(one, lines[one].title, lines[one].state, then[one])
            for one in sorted(then.keys() & lines.keys(), key=place.__getitem__)
        )
        if falls:
            found.append(SinglePoint(name, catalog.instruments[name].name, parts[name], falls))
    yield from sorted(found, key=lambda point: (-len(point.falls), point.id))


def _live_parts(graph: TraceGraph, whole: str) -> tuple[str, ...]:
    instruments = graph.catalog.instruments
    return tuple(
        part for part in graph.catalog.parts(whole) if graph.is_live_or_announced(instruments[part])
    )


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
