"""What answers nothing: instruments that nobody asked for, objectives that nobody pursues or asks
for, sources that nothing cites, themes that nothing uses.

Reached is what a breadth-first search from all recommendations together comes to over supporting
links; wholes and parts of that follow `part_of` to its transitive closure. Linear in the links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from dosa_trace.catalog.facts.known_from import source_day
from dosa_trace.catalog.facts.names import keys_of, names_of
from dosa_trace.catalog.model.parts import Budget, LocalText, When
from dosa_trace.catalog.model.reach import closure
from dosa_trace.catalog.model.records import Instrument
from dosa_trace.catalog.model.vocabulary import StatusValue
from dosa_trace.results import types_with_keys_of, with_keys_of

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class Cluster(StrEnum):
    """What sort of orphan an instrument is."""

    ACTS = "acts"
    NO_ACT = "no-act"
    #: A part of something that another part, or nothing but a part, answers for.
    PART = "part"


class OrphanInstrument(NamedTuple):
    """An instrument that no recommendation leads to; `pursues` are the objectives that it does
    pursue, though no recommendation asks for these."""

    record: str
    id: str
    title: LocalText
    level: str
    owner: LocalText
    owners: tuple[str, ...]
    status: StatusValue | None
    status_date: When | None
    budgets: tuple[Budget, ...]
    pursues: tuple[str, ...]
    cluster: Cluster
    part_of: str | None

    def as_data(self) -> Mapping[str, Any]:
        """With the keys of every kind of orphan."""
        return with_keys_of(self, ORPHANS)

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What the keys of `as_data` hold."""
        return types_with_keys_of(ORPHANS)


class OrphanObjective(NamedTuple):
    """An objective of which one is false: that it leads to an instrument, that it is asked for;
    of no other kind of orphan is either said."""

    record: str
    id: str
    title: LocalText
    pursued: bool | None
    asked_for: bool | None

    def as_data(self) -> Mapping[str, Any]:
        """With the keys of every kind of orphan."""
        return with_keys_of(self, ORPHANS)

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What the keys of `as_data` hold."""
        return types_with_keys_of(ORPHANS)


class UnusedRecord(NamedTuple):
    """A source that nothing cites, or a theme that nothing uses."""

    record: str
    id: str
    title: LocalText

    def as_data(self) -> Mapping[str, Any]:
        """With the keys of every kind of orphan."""
        return with_keys_of(self, ORPHANS)

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What the keys of `as_data` hold."""
        return types_with_keys_of(ORPHANS)


#: The kinds of orphans, which stand in one list and have the keys of all for programs.
ORPHANS = (OrphanInstrument, OrphanObjective, UnusedRecord)
Orphan = OrphanInstrument | OrphanObjective | UnusedRecord


class OrphanList(NamedTuple):
    """All orphans on a date, instruments first, each kind by id; `instruments` is out of how many
    live or announced instruments the orphans among them are, `unlinked` how many of these no chain
    of links reaches by itself: the orphans, and those that a part or a whole answers for."""

    total: int
    instruments: int
    unlinked: int
    items: tuple[Orphan, ...]

    @property
    def orphaned(self) -> int:
        """How many of the orphans are instruments."""
        return sum(isinstance(item, OrphanInstrument) for item in self.items)


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
    unlinked = sum(candidate.id not in reached for candidate in candidates)
    return OrphanList(len(items), len(candidates), unlinked, items)


def _instruments(
    graph: TraceGraph, candidates: list[Instrument], reached: frozenset[str]
) -> Iterator[OrphanInstrument]:
    connected = _with_parts_and_wholes(graph, reached)
    for instrument in sorted(candidates, key=lambda candidate: candidate.id):
        if instrument.id in connected:
            continue
        event = instrument.status_on(graph.as_of)
        pursued = {link.origin for link in graph.links_to(instrument.id) if graph.is_counted(link)}
        yield OrphanInstrument(
            record=instrument.KIND,
            id=instrument.id,
            title=instrument.name,
            level=instrument.level,
            owner=names_of(graph.catalog, instrument.owner),
            owners=keys_of(instrument.owner),
            status=event.value if event else None,
            status_date=event.when if event else None,
            budgets=tuple(
                budget for budget in instrument.budgets if budget.is_known_on(graph.as_of)
            ),
            pursues=tuple(sorted(pursued - graph.catalog.recommendations.keys())),
            cluster=_cluster(graph, instrument, connected),
            part_of=instrument.part_of,
        )


def _cluster(graph: TraceGraph, instrument: Instrument, connected: frozenset[str]) -> Cluster:
    if any(whole in connected for whole in graph.catalog.wholes(instrument.id)):
        return Cluster.PART
    return Cluster.ACTS if graph.catalog.acts(instrument) else Cluster.NO_ACT


def _with_parts_and_wholes(graph: TraceGraph, reached: frozenset[str]) -> frozenset[str]:
    """What is reached itself, by one of its parts that has not ended, or by a whole that it is part
    of, over any number of steps; a part beside a reached part is not."""
    instruments = graph.catalog.instruments
    ongoing = {
        name for name in reached & instruments.keys()
        if graph.is_live_or_announced(instruments[name])
    }  # fmt: skip
    above = closure(ongoing, lambda name: _whole_of(instruments, name))
    return reached | above | graph.catalog.with_parts(reached & instruments.keys())


def _whole_of(instruments: Mapping[str, Instrument], name: str) -> tuple[str, ...]:
    whole = instruments[name].part_of
    return (whole,) if whole is not None and whole in instruments else ()


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
        if source.id not in named and source_day(graph.catalog, source.id) <= graph.as_of:
            yield UnusedRecord(source.KIND, source.id, source.title)
    for theme in catalog.themes.values():
        if theme.id not in named:
            yield UnusedRecord(theme.KIND, theme.id, theme.name)
