"""The states before and after an instrument is stopped or begins, or a link is laid or taken away;
nothing is written.

Both graphs are judged whole: twice the cost of a coverage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from dosa_trace.analysis.coverage.coverage import CoverageReport, RecommendationCoverage, coverage
from dosa_trace.analysis.judging.figures import Figures
from dosa_trace.analysis.judging.selection import Where, as_ids, select
from dosa_trace.analysis.judging.verdicts import Judge, State
from dosa_trace.analysis.money.amounts import Sum, sums
from dosa_trace.analysis.robustness.supposed import CutLink, LaidLink, Supposed
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.dates import parse_date
from dosa_trace.catalog.model.parts import LocalText, StatusEvent
from dosa_trace.catalog.model.records import Instrument, Objective, Recommendation, TraceLink
from dosa_trace.catalog.model.vocabulary import Relation, StatusValue
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.graph import TraceGraph
from dosa_trace.labels import NO_LINK as NOTHING_LEADS
from dosa_trace.labels import RECORD_KINDS
from dosa_trace.language import Phrase


class Moved(NamedTuple):
    """A recommendation whose state would be another, with what would answer it before and after;
    of this `together` count only together."""

    id: str
    title: LocalText
    before: State
    after: State
    worse: bool
    better: bool
    via_before: tuple[str, ...]
    via_after: tuple[str, ...]
    together: tuple[str, ...]


class Kept(NamedTuple):
    """A recommendation that loses some of what supports it and keeps its state; `via` is what
    it still depends on, of which `together` count only together; `lost_together` counted so."""

    id: str
    title: LocalText
    state: State
    lost: tuple[str, ...]
    via: tuple[str, ...]
    together: tuple[str, ...]
    lost_together: tuple[str, ...] = ()


class Concerned(NamedTuple):
    """An instrument that is supposed to stop or begin; a part of one that does is named with it."""

    id: str
    title: LocalText
    status: StatusValue | None
    part_of: str | None


class WhatIf(NamedTuple):
    """What would be otherwise; `money` are the amounts on file for the instruments that stop or
    begin, `without_amount` how many of these have none."""

    where: tuple[Where, ...]
    supposed: Supposed
    instruments: tuple[Concerned, ...]
    before: Figures
    after: Figures
    moved: tuple[Moved, ...]
    kept: tuple[Kept, ...]
    money: tuple[Sum, ...]
    without_amount: int

    @property
    def worse(self) -> int:
        """How many states would be worse."""
        return sum(move.worse for move in self.moved)

    @property
    def better(self) -> int:
        """How many states would be better."""
        return sum(move.better for move in self.moved)


def what_if(
    graph: TraceGraph, supposed: Supposed, alone: bool = False, where: Sequence[Where] = ()
) -> WhatIf:
    """What would be otherwise if all this were so on the date of the graph; what stops
    does so with its parts unless `alone`.

    Raises UnknownId, and BadQuestion for what cannot be supposed.
    """
    catalog = graph.catalog
    stop = tuple(_with_parts(catalog, supposed.stop, alone))
    start = tuple(_with_parts(catalog, supposed.start, alone=True))
    for name in stop:
        if name in start:
            raise BadQuestion(BOTH(id=name))
    other = TraceGraph(
        _other(graph, stop, start, supposed),
        as_of=graph.as_of, basis=graph.basis, count_suspect=graph.count_suspect,
    )  # fmt: skip
    now, then = Judge(graph), Judge(other)
    before = coverage(graph, where, judge=now)
    same = as_ids(where, select(graph, where))
    after = coverage(other, same, judge=then) if before.total else before
    concerned = (*stop, *start)
    amounts, without = sums(catalog, concerned, graph.as_of)
    return WhatIf(
        where=tuple(where),
        supposed=supposed,
        instruments=tuple(_concerned(graph, name) for name in concerned),
        before=before.figures,
        after=after.figures,
        moved=tuple(_moved(before, after, then)),
        kept=tuple(_kept(before, after, now, then)),
        money=amounts,
        without_amount=without,
    )


def _with_parts(catalog: Catalog, names: Iterable[str], alone: bool) -> Iterator[str]:
    found: dict[str, None] = {}
    for name in names:
        if not isinstance(catalog.record(name), Instrument):
            kind = RECORD_KINDS[catalog.by_id[name].KIND]
            raise BadQuestion(NO_INSTRUMENT(id=name, kind=kind), ONLY_INSTRUMENTS)
        found[name] = None
        found.update(dict.fromkeys(() if alone else catalog.parts(name)))
    yield from found


def _concerned(graph: TraceGraph, name: str) -> Concerned:
    instrument = graph.catalog.instruments[name]
    event = graph.status(instrument)
    return Concerned(name, instrument.name, event.value if event else None, instrument.part_of)


def _other(
    graph: TraceGraph, stop: Sequence[str], start: Sequence[str], supposed: Supposed
) -> Catalog:
    """The catalogue as it would be."""
    catalog = graph.catalog
    instruments = dict(catalog.instruments)
    for names, value in ((stop, StatusValue.STOPPED), (start, StatusValue.IN_PROGRESS)):
        for name in names:
            instruments[name] = _become(graph, instruments[name], value)
    # A joint group that lacks a link is none: less on file never makes a state better.
    gone = {
        link
        for cut in supposed.drop
        for dropped in _links_of(catalog, cut)
        for link in graph.group_of(dropped)
    }
    kept = [link for link in catalog.links if link not in gone]
    return replace(
        catalog,
        instruments=instruments,
        links=(*kept, *(_laid(graph, link) for link in supposed.add)),
    )


def _become(graph: TraceGraph, instrument: Instrument, value: StatusValue) -> Instrument:
    """An instrument that on the date of the graph becomes something else."""
    day = parse_date(graph.as_of.isoformat())
    assert day is not None
    event = StatusEvent(value, source="", date=day)
    return replace(instrument, status=(*instrument.status, event))


def _links_of(catalog: Catalog, cut: CutLink) -> tuple[TraceLink, ...]:
    for name in cut:
        catalog.record(name)
    found = tuple(
        link
        for link in catalog.links
        if (link.origin, link.target) == cut and link.relation is Relation.SUPPORTS
    )
    if not found:
        others = sorted({link.target for link in catalog.links if link.origin == cut.origin})
        hint = LEADS_TO(id=cut.origin, others=tuple(others)) if others else NOTHING_LEADS
        raise BadQuestion(NO_LINK(origin=cut.origin, target=cut.target), hint)
    return found


def _laid(graph: TraceGraph, laid: LaidLink) -> TraceLink:
    catalog = graph.catalog
    if laid.origin == laid.target:
        raise BadQuestion(TO_ITSELF(id=laid.origin))
    origin, target = catalog.record(laid.origin), catalog.record(laid.target)
    if not isinstance(origin, Recommendation | Objective):
        raise BadQuestion(WRONG_ORIGIN(id=laid.origin, kind=RECORD_KINDS[origin.KIND]))
    if not isinstance(target, Objective | Instrument):
        raise BadQuestion(WRONG_TARGET(id=laid.target, kind=RECORD_KINDS[target.KIND]))
    return TraceLink(
        place=origin.place, origin=laid.origin, target=laid.target,
        extent=laid.extent, basis=graph.basis,
    )  # fmt: skip


def _moved(before: CoverageReport, after: CoverageReport, then: Judge) -> Iterator[Moved]:
    for was, now in _pairs(before, after):
        if was.state is not now.state:
            worse, better = now.state.rank < was.state.rank, now.state.rank > was.state.rank
            yield Moved(
                was.id, was.title, was.state, now.state, worse, better, was.via, now.via,
                then.only_together(was.id),
            )  # fmt: skip


def _kept(
    before: CoverageReport, after: CoverageReport, judge: Judge, then: Judge
) -> Iterator[Kept]:
    for was, now in _pairs(before, after):
        lost = tuple(name for name in was.via if name not in now.via)
        if lost and now.state is was.state and now.state.rank:
            together = then.only_together(was.id)
            lost_together = tuple(one for one in judge.only_together(was.id) if one in lost)
            yield Kept(was.id, was.title, was.state, lost, now.via, together, lost_together)


def _pairs(
    before: CoverageReport, after: CoverageReport
) -> Iterator[tuple[RecommendationCoverage, RecommendationCoverage]]:
    then = {line.id: line for line in after.recommendations}
    return ((line, then[line.id]) for line in before.recommendations)


BOTH = Phrase("'{id}' cannot both stop and start", "'{id}' kan niet tegelijk stoppen en beginnen")
NO_INSTRUMENT = Phrase(
    "'{id}' cannot stop or start: its kind is {kind}",
    "'{id}' kan niet stoppen of beginnen: de soort is {kind}",
)
ONLY_INSTRUMENTS = Phrase(
    "name an instrument; dosa-trace list instruments lists them",
    "noem een instrument; dosa-trace list instruments somt ze op",
)
NO_LINK = Phrase(
    "no supporting link leads from {origin} to {target}",
    "er is geen ondersteunende koppeling van {origin} naar {target}",
)
LEADS_TO = Phrase(
    "{id} is linked to {others}",
    "{id} is gekoppeld aan {others}",
)
TO_ITSELF = Phrase("'{id}' is linked to something else", "'{id}' is aan iets anders gekoppeld")
WRONG_ORIGIN = Phrase(
    "no link can start at '{id}': its kind is {kind}",
    "een koppeling kan niet beginnen bij '{id}': de soort is {kind}",
)
WRONG_TARGET = Phrase(
    "no link can lead to '{id}': its kind is {kind}",
    "een koppeling kan niet leiden naar '{id}': de soort is {kind}",
)
