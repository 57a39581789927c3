"""What may be wrong, and what goes with it: the judgements that figures depend on.

An inferred link is an analyst's own conclusion. Of a stated link a source says that it is there,
yet how much it answers is read into it. And a source may not say what it is cited for: then what
depends on it alone goes: the links whose evidence all stands in it, and the instruments whose
status was last read in it count no more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from dosa_trace.analysis.coverage.resting import Resting, only_source
from dosa_trace.analysis.judging.incremental_support import SupportState
from dosa_trace.analysis.judging.needed import Element
from dosa_trace.analysis.judging.verdicts import ChainLevel, Judge, State
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.place import Place
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.catalog.model.vocabulary import Basis


class JudgementKind(StrEnum):
    """What of it may be wrong: an inferred link, the extent of a stated one, what a source says."""

    LINK = "link"
    EXTENT = "extent"
    SOURCE = "source"


class Judgement(NamedTuple):
    """Something that may be wrong, by the id of the link or the source, with the line on which it
    is on file; `title` is what a source is called."""

    kind: JudgementKind
    id: str
    title: LocalText | None
    file: str
    line: int
    column: int


class Failing(NamedTuple):
    """What goes where a judgement is wrong: instruments count no more, links are not there, the
    extent of others is one step less."""

    instruments: frozenset[str] = frozenset()
    links: frozenset[TraceLink] = frozenset()
    lowered: frozenset[TraceLink] = frozenset()


class Judgements:
    """The judgements behind the states of a graph, with what goes with each; made when asked for.

    `within` is what the records lead to that somebody asks about.
    """

    def __init__(self, judge: Judge, within: frozenset[str]) -> None:
        self.judge = judge
        self._within = within
        self._made: dict[TraceLink | str, Judgement] = {}
        self._failing: dict[Judgement, Failing] = {}

    @cached_property
    def links(self) -> Collection[TraceLink]:
        """The links behind what is answered or planned; one that only mentions lowers nothing."""
        return self._inside(self.judge.levels[-2].support.links)

    def _inside(self, links: Collection[TraceLink]) -> Collection[TraceLink]:
        graph = self.judge.graph
        names = sorted(self._within)
        return [one for name in names for one in graph.links_from(name) if one in links]

    def support(self, level: ChainLevel) -> SupportState:
        """What chains of a kind lead from."""
        inside = sorted(self._within & level.support.nodes)
        return SupportState.of(self.judge.graph, inside, self._inside(level.support.links))

    @cached_property
    def all(self) -> tuple[Judgement, ...]:
        """Every judgement behind what is answered or planned, in no order."""
        return (*map(self.of_link, self.links), *map(self.of_source, self._resting.sources))

    def of_link(self, link: TraceLink) -> Judgement:
        """That an inferred link holds, or how much a stated one answers."""
        if link in self._made:
            return self._made[link]
        if link.basis is Basis.INFERRED:
            kind, failing = JudgementKind.LINK, Failing(links=frozenset({link}))
        else:
            kind, failing = JudgementKind.EXTENT, Failing(lowered=frozenset({link}))
        return self._make(link, kind, None, link.place, failing)

    def of_source(self, name: str) -> Judgement:
        """That a source says what it is cited for."""
        if name in self._made:
            return self._made[name]
        source = self.judge.graph.catalog.sources[name]
        failing = Failing(
            frozenset(self._resting.instruments.get(name, ())),
            frozenset(self._resting.links.get(name, ())),
        )
        return self._make(name, JudgementKind.SOURCE, source.title, source.place, failing)

    def _make(
        self,
        about: TraceLink | str,
        kind: JudgementKind,
        title: LocalText | None,
        place: Place,
        failing: Failing,
    ) -> Judgement:
        name = about if isinstance(about, str) else about.id
        made = Judgement(kind, name, title, place.path, place.line, place.column)
        self._made[about] = made
        self._failing[made] = failing
        return made

    @cached_property
    def _resting(self) -> Resting:
        """What of these links, and of the instruments at their ends, rests on which source."""
        instruments = self._within & self.judge.graph.catalog.instruments.keys()
        return Resting(self.judge, instruments, self.links)

    def falls(self, judgement: Judgement) -> Mapping[str, State]:
        """The states that would be others where a judgement is wrong."""
        failing = self._failing[judgement]
        return self.judge.fallen(failing.instruments, failing.links, failing.lowered)

    def is_of_several(self, judgement: Judgement) -> bool:
        """Whether more than one link or instrument goes with a judgement."""
        failing = self._failing[judgement]
        return len(failing.instruments) + len(failing.links) + len(failing.lowered) > 1

    def on(self, name: str) -> Iterator[tuple[Judgement, State]]:
        """The judgements with each of which a single link or instrument goes, and with that the
        state of a recommendation that something supports; and the state that it then has."""
        judge = self.judge
        first = judge.deciding_place(name)
        if first is None:
            return
        levels = judge.levels[:-1]
        lacking = [
            judge.needed[at].by(name) if name in level.support.nodes else None
            for at, level in enumerate(levels)
        ]
        needed_later = [
            frozenset(elements) if elements is not None else None
            for elements in lacking[first + 1 :]
        ]
        record = judge.graph.catalog.recommendations[name]
        for element in lacking[first] or ():
            for judgement in self._over(element, levels[first]):
                left = (
                    level.state
                    for level, needed in zip(levels[first + 1 :], needed_later, strict=True)
                    if needed is not None
                    and not (element in needed and self._is_hit(judgement, level))
                )
                yield judgement, next(left, None) or judge.without_chain(record)

    def _over(self, element: Element, level: ChainLevel) -> Iterator[Judgement]:
        """The judgements with which this link or instrument alone goes, at a kind of chain."""
        if isinstance(element, str):
            sources = [self._resting.status_source.get(element)]
        else:
            own = self.of_link(element)
            if self._is_hit(own, level):
                yield own
            sources = [only_source(element)]
        for name in sources:
            if name is not None and not self.is_of_several(self.of_source(name)):
                yield self.of_source(name)

    def _is_hit(self, judgement: Judgement, level: ChainLevel) -> bool:
        """Whether what goes with a judgement goes at a kind of chain; an extent that is one step
        less matters only where that extent is needed."""
        lowered = self._failing[judgement].lowered
        return not lowered or any(link.extent is level.extent for link in lowered)

    def behind(self, links: Iterable[TraceLink], level: ChainLevel) -> list[Judgement]:
        """The judgements of which one must be wrong for chains of a kind, which run over these
        links, to fail."""
        found: dict[Judgement, None] = {}
        for link in links:
            one = self.of_link(link)
            if one.kind is JudgementKind.LINK or link.extent is level.extent:
                found[one] = None
            for source in (only_source(link), self._resting.status_source.get(link.target)):
                if source is not None:
                    found[self.of_source(source)] = None
        return list(found)

    def together(
        self, some: Iterable[Judgement], level: ChainLevel
    ) -> tuple[set[str], set[TraceLink]]:
        """The instruments and links that a kind of chain lacks where some judgements are wrong."""
        instruments: set[str] = set()
        links: set[TraceLink] = set()
        for one in some:
            failing = self._failing[one]
            instruments |= failing.instruments
            links |= failing.links
            links.update(link for link in failing.lowered if link.extent is level.extent)
        return instruments, links


def in_order(judgement: Judgement) -> tuple[str, str, str, int, int]:
    """The one order of judgements: by what they are of, then by id and place."""
    return judgement.kind, judgement.id, judgement.file, judgement.line, judgement.column
