"""What every surface begins with: the figures of what the catalogue is about and of all, what must
be known beside them, and the gaps that say most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.coverage.coverage import CoverageReport, RecommendationCoverage
from dosa_trace.analysis.coverage.priority import priority
from dosa_trace.analysis.coverage.rests_on import Foundations, RestsOn
from dosa_trace.analysis.coverage.single_link import steady
from dosa_trace.analysis.coverage.tally import Standing, standing
from dosa_trace.analysis.due.targets import TargetCounts, count_targets
from dosa_trace.analysis.judging.doubts import is_doubted
from dosa_trace.analysis.judging.figures import Share
from dosa_trace.analysis.judging.selection import Where
from dosa_trace.analysis.judging.verdicts import Judge, State
from dosa_trace.catalog.facts.names import (
    chosen_by,
    name_of,
    names_of,
    short_name_of,
    tiers_of,
)
from dosa_trace.catalog.facts.second_readings import is_another
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.catalog_info import Focus
from dosa_trace.catalog.model.parts import LocalText, When
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.catalog.model.vocabulary import Basis

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph

#: How many gaps a summary points out.
POINTED_OUT = 3


class TellingGap(NamedTuple):
    """A gap worth pointing out: who asked whom, in what, since when, and what was answered. Who
    asked is named as shortly as the catalogue can."""

    line: RecommendationCoverage
    publisher: LocalText
    addressee: LocalText | None
    source: LocalText
    since: When
    url: str | None


class Summary(NamedTuple):
    """The answer to begin with.

    `focus` is what the catalogue is about, None where it names nothing or a selection was asked
    for; `whole` is all that was selected. `addressees` parts the whole by whom it is addressed
    to (an organisation counts under its level), where that are several, so that advice to one
    is not pooled unseen with advice to another; a recommendation to two stands in both, and
    `to_several` counts these; those of which none is named come last, without a name.
    `inferred_links` are the counted ones on chains from the selected recommendations, `second_read`
    those of them that another person read, reviewed or doubts than the one who laid them,
    `doubted_links` the counted ones with an open objection. `steady` says how many of the answered
    ones of the whole stand whichever one inferred link is wrong (`coverage.single_link`),
    `rests_on` which sources the figures rest on and how much of these was read
    (`coverage.rests_on`), also for the focus.
    `due` counts the targets of all instruments, of a selection those of the instruments that it
    leads to (`analysis.due`). `selected` is what was selected, by its names.
    """

    selected: tuple[LocalText, ...]
    focus: Standing | None
    whole: Standing
    addressees: tuple[Standing, ...]
    to_several: int
    inferred_links: int
    second_read: int
    doubted_links: int
    suspect_links: int
    suspect_counted: bool
    steady: int
    rests_on: RestsOn
    focus_rests_on: RestsOn | None
    due: TargetCounts
    telling: tuple[TellingGap, ...]

    @property
    def is_all(self) -> bool:
        """Whether the catalogue is about all that it holds, so that nothing is said twice."""
        return self.focus is not None and self.focus.total == self.whole.total

    @property
    def addressee_shares(self) -> tuple[Share, ...]:
        """Of all, those addressed to each of the addressees."""
        return tuple(Share.of(one.total, self.whole.total) for one in self.addressees)

    @property
    def several_share(self) -> Share:
        """Of all, those that are addressed to several."""
        return Share.of(self.to_several, self.whole.total)

    @property
    def second_read_share(self) -> Share:
        """Of the inferred links, those that a second person read."""
        return Share.of(self.second_read, self.inferred_links)


def summary(judge: Judge, report: CoverageReport) -> Summary:
    """What a coverage says first."""
    graph, lines = judge.graph, report.recommendations
    focus = None if report.where else graph.catalog.info.focus
    about = _chosen(graph, report, focus) if focus else ()
    foundations = Foundations(judge)
    links = _links_behind(graph, (line.id for line in lines))
    inferred = [link for link in links if link.basis is Basis.INFERRED]
    catalog = graph.catalog
    parties = {line.id: tiers_of(catalog, catalog.recommendations[line.id]) for line in lines}
    return Summary(
        selected=tuple(_called(graph.catalog, condition) for condition in report.where),
        focus=standing(judge, about, focus.name) if focus else None,
        whole=standing(judge, lines),
        addressees=tuple(_addressees(catalog, judge, lines, parties)),
        to_several=sum(len(tiers) > 1 for tiers in parties.values()),
        inferred_links=len(inferred),
        second_read=sum(map(is_read_again, inferred)),
        doubted_links=sum(map(is_doubted, links)),
        suspect_links=report.suspect_links,
        suspect_counted=report.suspect_counted,
        steady=len(steady(judge, (line.id for line in lines if line.state.rank))),
        rests_on=foundations.of(lines),
        focus_rests_on=foundations.of(about) if focus else None,
        due=count_targets(graph, _concerned(graph, report)),
        telling=tuple(most_telling(graph, lines))[:POINTED_OUT],
    )


def _concerned(graph: TraceGraph, report: CoverageReport) -> list[str]:
    """The instruments that figures are about: all, or those that a selection leads to."""
    instruments = graph.catalog.instruments
    if not report.where:
        return list(instruments)
    return sorted(graph.reached(line.id for line in report.recommendations) & instruments.keys())


def _called(catalog: Catalog, condition: Where) -> LocalText:
    """What a condition chooses, by the title of what it names."""
    record = catalog.by_id.get(condition.value)
    said = LocalText((("", condition.value),))
    return record.title if record else name_of(catalog, said)


def is_read_again(link: TraceLink) -> bool:
    """Whether a second person read, reviewed or doubts it: one known to be another than who laid
    it."""
    readers = [doubt.by for doubt in link.doubts]
    readers += (reading.by for reading in link.readings)
    if link.reviewed:
        readers.append(link.reviewed.by)
    return any(is_another(link.by, reader) for reader in readers)


def _chosen(
    graph: TraceGraph, report: CoverageReport, focus: Focus
) -> tuple[RecommendationCoverage, ...]:
    """The lines of what the catalogue is about."""
    meant = {one.id for one in chosen_by(graph.catalog, focus.where)}
    return tuple(one for one in report.recommendations if one.id in meant)


def _addressees(
    catalog: Catalog,
    judge: Judge,
    lines: tuple[RecommendationCoverage, ...],
    parties: Mapping[str, Mapping[str, LocalText]],
) -> Iterator[Standing]:
    """Each addressee in the order of the catalogue's levels, then by name, and last what is
    addressed to nobody; nothing where all recommendations have the same, or none has any. What is
    addressed to an organisation stands under its level: a ministry is no third beside the cabinet
    and the EU."""
    named = {key: party for tiers in parties.values() for key, party in tiers.items()}
    to_nobody = [line for line in lines if not line.addressees]
    if len(named) + bool(to_nobody and named) < 2:
        return
    levels = list(catalog.levels)
    for key in sorted(named, key=lambda key: (_place(levels, key), key)):
        to_them = (line for line in lines if key in parties[line.id])
        yield standing(judge, to_them, name_of(catalog, named[key]))._replace(key=key)
    if to_nobody:
        yield standing(judge, to_nobody)


def _place(listed: list[str], key: str) -> int:
    return listed.index(key) if key in listed else len(listed)


def _links_behind(graph: TraceGraph, recommendations: Iterable[str]) -> list[TraceLink]:
    """The counted supporting links on any chain from these recommendations."""
    origins = list(recommendations)
    reached = graph.reached(origins).union(origins)
    return [one for one in graph.catalog.links if graph.is_counted(one) and one.origin in reached]


def most_telling(graph: TraceGraph, lines: Iterable[RecommendationCoverage]) -> list[TellingGap]:
    """The gaps in the order of what they say (`coverage.priority`). A second of one source comes
    after all others, because a source that was left alone would otherwise fill the list."""
    catalog = graph.catalog
    gaps = [_gap(catalog, line) for line in lines if line.state is State.GAP]
    gaps.sort(
        key=lambda gap: (
            priority(graph, catalog.recommendations[gap.line.id]).key,
            gap.line.id,
        )
    )
    seen: set[str] = set()
    first: list[TellingGap] = []
    others: list[TellingGap] = []
    for gap in gaps:
        (others if gap.line.source in seen else first).append(gap)
        seen.add(gap.line.source)
    return first + others


def _gap(catalog: Catalog, line: RecommendationCoverage) -> TellingGap:
    source = catalog.sources[line.source]
    to = catalog.recommendations[line.id].addressee
    return TellingGap(
        line=line,
        publisher=short_name_of(catalog, source.publisher),
        addressee=names_of(catalog, to) if to else None,
        source=source.title,
        since=source.when,
        url=source.url,
    )
