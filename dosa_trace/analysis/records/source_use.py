"""What depends on each source: what was asked in it, and what it says of answers, instruments,
links and money."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.judging.selection import natural
from dosa_trace.catalog.facts.names import name_of
from dosa_trace.catalog.model.parts import LocalText, When
from dosa_trace.catalog.model.vocabulary import Reliability

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class SourceUse(NamedTuple):
    """A source with the ids of what depends on it; a link is named by its two ends. `text` is the
    archived text of a source that has no address to read it at."""

    id: str
    title: LocalText
    publisher: LocalText
    date: When
    url: str | None
    reliability: Reliability | None
    note: LocalText | None
    text: str | None
    asked: tuple[str, ...]
    responses: tuple[str, ...]
    statuses: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    amounts: tuple[str, ...]
    objectives: tuple[str, ...]
    mentions: tuple[str, ...]

    @property
    def number(self) -> int:
        """How many records and links depend on it."""
        return sum(map(len, self[8:]))


def source_uses(graph: TraceGraph, asked: Collection[str]) -> tuple[SourceUse, ...]:
    """Every source with what depends on it of some recommendations and of all else that is known;
    the one on which most rests comes first."""
    return tuple(sorted(_each(graph, asked), key=lambda one: (-one.number, natural(one.id))))


def _each(graph: TraceGraph, asked: Collection[str]) -> Iterator[SourceUse]:
    catalog = graph.catalog
    links = defaultdict(list)
    for link in catalog.links:
        if graph.is_counted(link):
            for item in link.evidence:
                links[item.source].append((link.origin, link.target))
    chosen = [
        recommendation
        for recommendation in catalog.recommendations.values()
        if recommendation.id in asked
    ]
    instruments = [
        instrument
        for instrument in catalog.instruments.values()
        if graph.is_record_known(instrument.id)
    ]
    aims = [aim for aim in catalog.objectives.values() if graph.is_record_known(aim.id)]
    responses = _by(
        (event.source, recommendation.id)
        for recommendation in chosen
        for event in recommendation.responses
    )
    statuses = _by(
        (event.source, instrument.id) for instrument in instruments for event in instrument.status
    )
    amounts = _by(
        (budget.source, instrument.id)
        for instrument in instruments
        for budget in instrument.budgets
    )
    of_aims = _by((aim.source, aim.id) for aim in aims if aim.source is not None)
    in_sources = _by((recommendation.source, recommendation.id) for recommendation in chosen)
    cited = [(recommendation.id, recommendation.evidence) for recommendation in chosen]
    cited += [(instrument.id, instrument.evidence) for instrument in instruments]
    cited += [(aim.id, aim.evidence) for aim in aims]
    mentions = _by((item.source, name) for name, evidence in cited for item in evidence)
    for source in catalog.sources.values():
        name = source.id
        yield SourceUse(
            id=name,
            title=source.title,
            publisher=name_of(catalog, source.publisher),
            date=source.when,
            url=source.url,
            reliability=source.reliability,
            note=source.note,
            text=None if source.url else catalog.archived_text(source),
            asked=in_sources.get(name, ()),
            responses=responses.get(name, ()),
            statuses=statuses.get(name, ()),
            links=tuple(sorted(set(links.get(name, ())))),
            amounts=amounts.get(name, ()),
            objectives=of_aims.get(name, ()),
            mentions=mentions.get(name, ()),
        )


def _by(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The ids under each source, each once, in their own order."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for source, name in pairs:
        found[source][name] = None
    return {source: tuple(sorted(names, key=natural)) for source, names in found.items()}
