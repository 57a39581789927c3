"""What answers nothing? Instruments nobody asked for, objectives nobody pursues or asks for,
sources that nothing cites, themes that nothing uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.catalog.dates import PartialDate
from dosa_trace.catalog.parts import Budget, LocalText
from dosa_trace.catalog.records import Instrument
from dosa_trace.catalog.vocabulary import Level, StatusValue

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class OrphanInstrument(NamedTuple):
    """An instrument that no recommendation leads to; `pursues` are the objectives that it does
    pursue, though no recommendation asks for these."""

    record: str
    id: str
    title: LocalText
    level: Level
    owner: LocalText
    status: StatusValue | None
    status_date: PartialDate | None
    budgets: tuple[Budget, ...]
    pursues: tuple[str, ...]


class OrphanObjective(NamedTuple):
    """An objective of which one is false: that it leads to an instrument, that it is asked for."""

    record: str
    id: str
    title: LocalText
    pursued: bool
    asked_for: bool


class UnusedRecord(NamedTuple):
    """A source that nothing cites, or a theme that nothing uses."""

    record: str
    id: str
    title: LocalText


Orphan = OrphanInstrument | OrphanObjective | UnusedRecord


class OrphanList(NamedTuple):
    """All orphans on a date, instruments first, each kind by id; `instruments` is out of how many
    live or announced instruments the orphans among them are."""

    total: int
    instruments: int
    items: tuple[Orphan, ...]


def orphans(graph: TraceGraph) -> OrphanList:
    """Everything in the catalogue that answers nothing, or that nothing uses, as of the date."""
    reached = graph.reached(recommendation.id for recommendation in graph.recommendations)
    candidates = [
        instrument
        for instrument in graph.catalog.instruments.values()
        if graph.is_live_or_announced(instrument)
    ]
    items: tuple[Orphan, ...] = (
        *_instruments(graph, candidates, reached),
        *_objectives(graph, (candidate.id for candidate in candidates), reached),
        *_unused(graph),
    )
    return OrphanList(len(items), len(candidates), items)


def _instruments(
    graph: TraceGraph, candidates: list[Instrument], reached: frozenset[str]
) -> Iterator[OrphanInstrument]:
    connected = _with_parts_and_wholes(graph.catalog.instruments, reached)
    for candidate in sorted(candidates, key=lambda candidate: candidate.id):
        if candidate.id in connected:
            continue
        event = candidate.status_on(graph.as_of)
        pursued = {link.origin for link in graph.links_to(candidate.id) if graph.is_counted(link)}
        yield OrphanInstrument(
            record=candidate.KIND,
            id=candidate.id,
            title=candidate.name,
            level=candidate.level,
            owner=candidate.owner,
            status=event.value if event else None,
            status_date=event.date if event else None,
            budgets=tuple(
                b for b in candidate.budgets if b.counts and b.date.known_by(graph.as_of)
            ),
            pursues=tuple(sorted(pursued - graph.catalog.recommendations.keys())),
        )


def _with_parts_and_wholes(
    instruments: Mapping[str, Instrument], reached: frozenset[str]
) -> frozenset[str]:
    """What is reached itself, by one of its parts, or by a whole that it is part of; a part of a
    reached whole is, another part beside a reached part is not."""
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for instrument in instruments.values():
        if instrument.part_of is not None:
            parts[instrument.part_of].append(instrument.id)
    connected = set(reached)
    for start in reached & instruments.keys():
        whole = instruments[start].part_of
        while whole is not None and whole in instruments and whole not in connected:
            connected.add(whole)
            whole = instruments[whole].part_of
    downwards = [one for one in reached if one in instruments]
    seen = set(downwards)
    while downwards:
        for part in parts[downwards.pop()]:
            if part not in seen:
                seen.add(part)
                downwards.append(part)
    return frozenset(connected | seen)


def _objectives(
    graph: TraceGraph, candidates: Iterable[str], reached: frozenset[str]
) -> Iterator[OrphanObjective]:
    pursued = graph.leading_to(candidates)
    for objective in sorted(graph.catalog.objectives.values(), key=lambda objective: objective.id):
        if graph.is_record_known(objective.id) and not (
            objective.id in pursued and objective.id in reached
        ):
            yield OrphanObjective(
                record=objective.KIND,
                id=objective.id,
                title=objective.title,
                pursued=objective.id in pursued,
                asked_for=objective.id in reached,
            )


def _unused(graph: TraceGraph) -> Iterator[UnusedRecord]:
    """Sources that nothing cites and themes that nothing uses: findings about the catalogue."""
    catalog = graph.catalog
    named = {reference.target for reference in catalog.references}
    for source in sorted(catalog.sources.values(), key=lambda one: one.id):
        if source.id not in named and source.date.known_by(graph.as_of):
            yield UnusedRecord(source.KIND, source.id, source.title)
    for theme in catalog.themes.values():
        if theme.id not in named:
            yield UnusedRecord(theme.KIND, theme.id, theme.name)
