"""Everything for a page that stands by itself: the report, and all there is to tell of each
recommendation, objective, instrument, theme and source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.coverage.coverage import (
    By,
    CoverageReport,
    RecommendationCoverage,
    coverage,
)
from dosa_trace.analysis.coverage.owners import OwnerLine, owner_lines
from dosa_trace.analysis.drawing.graph_view import Neighbourhood, neighbourhood
from dosa_trace.analysis.drawing.matrix import Matrix, matrix
from dosa_trace.analysis.due.due import DueList
from dosa_trace.analysis.due.items import DueItem
from dosa_trace.analysis.judging.marks import was_there
from dosa_trace.analysis.judging.selection import Where, natural, select
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.analysis.money.amounts import Sum, sums
from dosa_trace.analysis.records.profile import Subject, subject
from dosa_trace.analysis.records.source_use import SourceUse, source_uses
from dosa_trace.analysis.report.corrections import Corrections
from dosa_trace.analysis.report.report import Report, report
from dosa_trace.analysis.time.change import Change
from dosa_trace.analysis.time.changes import Changes, changes
from dosa_trace.analysis.time.groups import ChangeGroup, QuietMonth
from dosa_trace.analysis.time.timeline import timeline
from dosa_trace.analysis.why.explanation import (
    Explaining,
    InstrumentExplanation,
    StateExplanation,
)
from dosa_trace.catalog.facts.names import (
    aliases,
    key_of,
    keys_of,
    name_of,
    names_of,
    tiers_of,
    with_predecessors,
)
from dosa_trace.catalog.model.parts import Budget, LocalText, When
from dosa_trace.catalog.model.reach import closure
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.results import Each

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph

#: How many chains a card shows, how long they are looked for, and of how many askers it tells;
#: `why` shows them all.
CHAINS, CHAIN_STEPS, MOST_ASKING = 5, 1_000, 250


class RecommendationCard(NamedTuple):
    """`adviser` is the key of who published its source, `tiers` are the levels and others that it
    is addressed to, `before` the instruments on its chains that were there before it was asked;
    `called` is every word that its publisher and addressees go by."""

    line: RecommendationCoverage
    text: LocalText | None
    source_title: LocalText
    source_date: When
    source_url: str | None
    adviser: str
    publisher: LocalText
    addressee: LocalText | None
    tiers: tuple[str, ...]
    why: StateExplanation
    before: frozenset[str]
    called: tuple[str, ...]


class ObjectiveCard(NamedTuple):
    owner: LocalText | None
    themes: tuple[str, ...]
    why: StateExplanation


class InstrumentCard(NamedTuple):
    """`sums` is what its amounts come to; `called` every word that its owners go by."""

    id: str
    kind: str
    level: str
    owner: LocalText
    owners: tuple[str, ...]
    part_of: str | None
    description: LocalText | None
    themes: tuple[str, ...]
    budgets: tuple[Budget, ...]
    sums: tuple[Sum, ...]
    due: tuple[DueItem, ...]
    note: LocalText | None
    why: InstrumentExplanation
    called: tuple[str, ...]


class PageData(NamedTuple):
    """The report with what a page shows besides; instruments, objectives and sources are all that
    were known, `groups` and `quiet` those of all time, `others` by month what `quiet`
    counts; `addressed` has a group for
    each whom the recommendations are addressed to, `kin` for some of these under which other keys
    what concerns them may stand: who they were before or became, and their level. `advisers` are by
    their keys who published them. `links` are the links that are known, by their ends."""

    report: Report
    themes: CoverageReport
    owners: tuple[OwnerLine, ...]
    groups: tuple[ChangeGroup, ...]
    quiet: tuple[QuietMonth, ...]
    others: Mapping[str, tuple[Change, ...]]
    addressed: CoverageReport
    kin: Mapping[str, tuple[str, ...]]
    advisers: Mapping[str, LocalText]
    matrix: Matrix
    flow: Neighbourhood
    links: Mapping[tuple[str, str], tuple[TraceLink, ...]]
    recommendations: Each[RecommendationCoverage, RecommendationCard]
    objectives: tuple[ObjectiveCard, ...]
    instruments: tuple[InstrumentCard, ...]
    subjects: tuple[Subject, ...]
    sources: tuple[SourceUse, ...]


def page_data(
    graph: TraceGraph, where: Sequence[Where] = (), corrected: Corrections | None = None
) -> PageData:
    """Everything about the selected recommendations. Raises BadQuestion."""
    judge = Judge(graph)
    through_time = tuple(timeline(graph, select(graph, where)))
    full_report = report(graph, where, judge, through_time, corrected)
    explaining = Explaining(judge, CHAINS, MOST_ASKING, CHAIN_STEPS)
    lines = full_report.coverage.recommendations
    used = {theme for line in lines for theme in line.themes}
    addressed = coverage(graph, where, By.ADDRESSEE, judge=judge)
    always = changes(graph, date.min, where, through_time, judge)
    return PageData(
        report=full_report,
        themes=coverage(graph, where, By.THEME, judge=judge),
        owners=owner_lines(graph, By.OWNER, where, judge),
        groups=always.groups,
        quiet=always.quiet,
        others=_others(always),
        addressed=addressed,
        kin=_kin(graph, [group.key for group in addressed.groups if group.key]),
        advisers=_parties(graph, (graph.catalog.sources[line.source].publisher for line in lines)),
        matrix=matrix(graph, where=where, most=None, judge=judge),
        flow=neighbourhood(graph, where, judge=judge),
        links=_links(graph),
        recommendations=Each(lines, lambda line: _recommendation(explaining, line)),
        objectives=tuple(_objectives(explaining)),
        instruments=tuple(_instruments(explaining, full_report.due)),
        subjects=tuple(
            subject(graph, theme, where, lines, judge)
            for theme in graph.catalog.themes.values()
            if theme.id in used
        ),
        sources=source_uses(graph, {line.id for line in lines}),
    )


def _links(graph: TraceGraph) -> Mapping[tuple[str, str], tuple[TraceLink, ...]]:
    """The links that are known, by their two ends."""
    found: defaultdict[tuple[str, str], list[TraceLink]] = defaultdict(list)
    for link in graph.catalog.links:
        if graph.is_known(link):
            found[link.origin, link.target].append(link)
    return {ends: tuple(same) for ends, same in found.items()}


def _others(always: Changes) -> Mapping[str, tuple[Change, ...]]:
    """By month what happened on a day of whose source nothing moved a state."""
    moving = {(group.day, group.source) for group in always.groups}
    months: defaultdict[str, list[Change]] = defaultdict(list)
    for change in always.changes:
        if (change.day, change.source or None) not in moving:
            months[f"{change.day:%Y-%m}"].append(change)
    return {month: tuple(some) for month, some in months.items()}


def _kin(graph: TraceGraph, addressees: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """Of the organisations among some addressees which of the others they were before or became,
    and which is their level."""
    catalog = graph.catalog
    found = {}
    for key in addressees:
        if key in catalog.organisations:
            own = catalog.organisations[key]
            before = with_predecessors(catalog, key)
            since = closure((key,), lambda name: catalog.succeeded_by.get(name, ()))
            related = (*sorted((before | since) - {key}), *([own.level] if own.level else []))
            if named := tuple(name for name in related if name in addressees):
                found[key] = named
    return found


def _parties(graph: TraceGraph, parties: Iterable[LocalText]) -> Mapping[str, LocalText]:
    """What some parties are called, by their keys."""
    return {key_of(party): name_of(graph.catalog, party) for party in parties}


def _recommendation(explaining: Explaining, line: RecommendationCoverage) -> RecommendationCard:
    graph = explaining.judge.graph
    catalog = graph.catalog
    asked = catalog.recommendations[line.id]
    source = catalog.sources[line.source]
    why = explaining.state(asked)
    ends = {chain.end for chain in why.chains} & catalog.instruments.keys()
    return RecommendationCard(
        line=line,
        text=asked.text,
        source_title=source.title,
        source_date=source.when,
        source_url=source.url,
        adviser=key_of(source.publisher),
        publisher=name_of(catalog, source.publisher),
        addressee=names_of(catalog, asked.addressee) if asked.addressee else None,
        tiers=tuple(tiers_of(catalog, asked)),
        why=why,
        before=frozenset(
            name for name in ends if was_there(graph, catalog.instruments[name], asked)
        ),
        called=_called(graph, (source.publisher, *asked.addressee)),
    )


def _objectives(explaining: Explaining) -> Iterator[ObjectiveCard]:
    catalog = explaining.judge.graph.catalog
    for one in sorted(catalog.objectives.values(), key=lambda aim: natural(aim.id)):
        owner = names_of(catalog, one.owner) if one.owner else None
        yield ObjectiveCard(owner, one.themes, explaining.state(one))


def _instruments(explaining: Explaining, listed: DueList) -> Iterator[InstrumentCard]:
    graph = explaining.judge.graph
    items: defaultdict[str, list[DueItem]] = defaultdict(list)
    for item in listed.items:
        items[item.id].append(item)
    catalog = graph.catalog
    for instrument in sorted(catalog.instruments.values(), key=lambda held: natural(held.id)):
        yield InstrumentCard(
            id=instrument.id,
            kind=instrument.kind,
            level=instrument.level,
            owner=names_of(catalog, instrument.owner),
            owners=keys_of(instrument.owner),
            part_of=instrument.part_of,
            description=instrument.description,
            themes=instrument.themes,
            budgets=tuple(
                budget for budget in instrument.budgets if budget.is_known_on(graph.as_of)
            ),
            sums=sums(catalog, (instrument.id,), graph.as_of)[0],
            due=tuple(items.get(instrument.id, ())),
            note=instrument.note,
            why=explaining.instrument(instrument),
            called=_called(graph, instrument.owner),
        )


def _called(graph: TraceGraph, parties: Iterable[LocalText]) -> tuple[str, ...]:
    """Every word that some parties go by, each once."""
    words = (word for party in parties for word in aliases(graph.catalog, party))
    return tuple(dict.fromkeys(words))
