"""Chains of links written out one by one, for a reader to follow.

There can be exponentially many chains between two records, so they are written out up to a limit
and within a budget of steps; whoever shows them says that there are more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.verdicts import Judge, Strength
from dosa_trace.catalog.parts import Doubt, Evidence, LocalText, When
from dosa_trace.catalog.records import TraceLink
from dosa_trace.catalog.vocabulary import Basis, Extent, StatusValue

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph

#: How many links are tried before the search for further chains is given up.
STEPS = 20_000


class Quotation(NamedTuple):
    """Evidence with what a reader needs to look it up."""

    source: str
    title: LocalText
    date: When
    url: str | None
    locator: str | None
    quote: str | None


class Hop(NamedTuple):
    """One link of a chain; `weakest` marks what the chain is no stronger than."""

    origin: str
    origin_title: LocalText
    target: str
    target_title: LocalText
    extent: Extent
    basis: Basis
    weakest: bool
    suspect: bool
    joint_with: tuple[str, ...]
    known_from: str
    rationale: LocalText | None
    doubts: tuple[Doubt, ...]
    evidence: tuple[Quotation, ...]
    file: str
    line: int


class Chain(NamedTuple):
    """Links from a record to an instrument: as strong as the weakest extent and as trustworthy as
    the weakest basis, with the status of the instrument at its end."""

    start: str
    end: str
    extent: Extent
    basis: Basis
    status: StatusValue | None
    status_date: When | None
    hops: tuple[Hop, ...]


def paths(
    start: str,
    links: Callable[[str], Iterable[TraceLink]],
    step: Callable[[TraceLink], str],
    is_end: Callable[[str], bool],
    limit: int,
) -> tuple[tuple[tuple[TraceLink, ...], ...], bool]:
    """Up to `limit` paths from `start` that visit nothing twice, and whether there are more.

    `links` gives the links at a node, `step` the node that a link leads to. The first path is a
    shortest one, because at every node the way that is nearest to an end is tried first.
    """
    onward, distance = _distances(start, links, step, is_end)
    found: list[tuple[TraceLink, ...]] = []
    stack: list[tuple[str, tuple[TraceLink, ...]]] = [(start, ())]
    for _ in range(STEPS):
        if not stack:
            return tuple(found), False
        node, path = stack.pop()
        if path and is_end(node):
            if len(found) == limit:
                return tuple(found), True
            found.append(path)
        visited = {start, *(step(link) for link in path)}
        fresh = [link for link in onward[node] if step(link) not in visited]
        fresh.sort(key=lambda link: distance[step(link)], reverse=True)
        stack += [(step(link), (*path, link)) for link in fresh]
    return tuple(found), True


def _distances(
    start: str,
    links: Callable[[str], Iterable[TraceLink]],
    step: Callable[[TraceLink], str],
    is_end: Callable[[str], bool],
) -> tuple[dict[str, list[TraceLink]], dict[str, int]]:
    """The links that lead on from each node towards an end, and how far the end is."""
    onward: dict[str, list[TraceLink]] = {}
    back: defaultdict[str, list[str]] = defaultdict(list)
    waiting = [start]
    for node in waiting:
        if node in onward:
            continue
        onward[node] = list(links(node))
        for link in onward[node]:
            back[step(link)].append(node)
            waiting.append(step(link))
    distance = {node: 0 for node in onward if node != start and is_end(node)}
    nearest = list(distance)
    for node in nearest:
        for before in back[node]:
            if before not in distance:
                distance[before] = distance[node] + 1
                nearest.append(before)
    leading = {
        node: [link for link in out if step(link) in distance] for node, out in onward.items()
    }
    return leading, distance


def chain(judge: Judge, links: Iterable[TraceLink]) -> Chain:
    """A path of supporting links as a reader wants to see it, as strong as its weakest link; a
    joint group on it is no stronger than what its members are answered by."""
    graph, path = judge.graph, tuple(links)
    each = [_strength(judge, link) for link in path]
    strength = judge.strength(path) or Strength(
        min((one.extent for one in each), key=lambda extent: extent.rank),
        min((one.basis for one in each), key=lambda basis: basis.rank),
    )
    end = graph.catalog.instruments.get(path[-1].target)
    event = end.status_on(graph.as_of) if end else None
    weakest = min((one.extent.rank, one.basis.rank) for one in each)
    return Chain(
        start=path[0].origin,
        end=path[-1].target,
        extent=strength.extent,
        basis=strength.basis,
        status=event.value if event else None,
        status_date=event.when if event else None,
        hops=tuple(
            _hop(graph, link, (one.extent.rank, one.basis.rank) == weakest)
            for link, one in zip(path, each, strict=True)
        ),
    )


def best_first(chains: Iterable[Chain]) -> tuple[Chain, ...]:
    """By extent, then basis, then length; what ties stands in the order of the ids."""
    return tuple(
        sorted(
            chains,
            key=lambda one: (
                -one.extent.rank,
                -one.basis.rank,
                len(one.hops),
                one.start,
                [hop.target for hop in one.hops],
            ),
        )
    )


def _strength(judge: Judge, link: TraceLink) -> Strength:
    """What a link says itself; of a joint one, what its group comes to."""
    as_group = judge.strength((link,)) if link.joint is not None else None
    return as_group or Strength(_extent(link), link.basis)


def _extent(link: TraceLink) -> Extent:
    assert link.extent is not None  # only supporting links stand in chains, and these have one
    return link.extent


def _hop(graph: TraceGraph, link: TraceLink, weakest: bool) -> Hop:
    return Hop(
        origin=link.origin,
        origin_title=title_of(graph, link.origin),
        target=link.target,
        target_title=title_of(graph, link.target),
        extent=_extent(link),
        basis=link.basis,
        weakest=weakest,
        suspect=link in graph.suspects,
        joint_with=tuple(one.target for one in graph.group_of(link) if one is not link),
        known_from=graph.known_from(link).isoformat(),
        rationale=link.rationale,
        doubts=link.doubts,
        evidence=tuple(quotations(graph, link.evidence)),
        file=link.place.path,
        line=link.place.line,
    )


def title_of(graph: TraceGraph, identifier: str) -> LocalText:
    return graph.catalog.by_id[identifier].title


def quotations(graph: TraceGraph, evidence: Iterable[Evidence]) -> Iterator[Quotation]:
    for item in evidence:
        source = graph.catalog.sources[item.source]
        yield Quotation(source.id, source.title, source.when, source.url, item.locator, item.quote)
