"""What rests on one source alone: the links whose evidence all stands in it, and the instruments
whose status was last read in it. It goes where the source does not say what it is cited for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from dosa_trace.analysis.judging.verdicts import Judge, State
from dosa_trace.catalog.model.records import TraceLink


class Resting:
    """What of some instruments and links rests on which source alone."""

    def __init__(
        self, judge: Judge, instruments: Iterable[str], links: Collection[TraceLink]
    ) -> None:
        self._judge = judge
        self._instruments = instruments
        self._links = links

    @classmethod
    def of(cls, judge: Judge) -> Resting:
        """All that answers of a judge depend on; a link that only mentions decides none."""
        return cls(judge, judge.graph.catalog.instruments, judge.levels[-2].support.links)

    @cached_property
    def links(self) -> Mapping[str, list[TraceLink]]:
        """The links whose evidence all stands in one source, by that."""
        links: defaultdict[str, list[TraceLink]] = defaultdict(list)
        for link in self._links:
            source = only_source(link)
            if source is not None:
                links[source].append(link)
        return links

    @cached_property
    def instruments(self) -> Mapping[str, list[str]]:
        """The instruments that count by what a source says, by that."""
        instruments: defaultdict[str, list[str]] = defaultdict(list)
        for name, source in self.status_source.items():
            instruments[source].append(name)
        return instruments

    @cached_property
    def status_source(self) -> Mapping[str, str]:
        """In which source the status of each instrument that counts was last read."""
        graph = self._judge.graph
        found = {}
        for instrument in (graph.catalog.instruments[name] for name in self._instruments):
            if graph.is_live_or_announced(instrument) and self._judge.counting(instrument):
                event = graph.status(instrument)
                assert event is not None
                found[instrument.id] = event.source
        return found

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The sources on which anything rests, by their ids."""
        return tuple(sorted(self.links.keys() | self.instruments.keys()))

    def fallen(self, sources: Collection[str]) -> Mapping[str, State]:
        """The states that would be others without some sources, by the ids of their records. A link
        goes with them where all its evidence stands in them."""
        names = set(sources)
        links = [one for one in self._links if _is_only_in(one, names)]
        instruments = [name for one in sorted(names) for name in self.instruments.get(one, ())]
        return self._judge.fallen(instruments, frozenset(links))

    def fallen_without(self, source: str) -> Mapping[str, State]:
        """The same of one source."""
        links = frozenset(self.links.get(source, ()))
        return self._judge.fallen(self.instruments.get(source, ()), links)


def only_source(link: TraceLink) -> str | None:
    """The source in which all evidence of a link stands, where that is one."""
    cited = {item.source for item in link.evidence}
    return cited.pop() if len(cited) == 1 else None


def _is_only_in(link: TraceLink, sources: Collection[str]) -> bool:
    return bool(link.evidence) and all(item.source in sources for item in link.evidence)
