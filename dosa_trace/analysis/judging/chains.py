"""Chains of links written out one by one, for a reader to follow.

There can be exponentially many chains between two records, and one can be as long as a catalogue;
so they are written out up to a limit and a length (`judging.routes`), and whoever shows them says
that there are more, and how many links were left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.judging.routes import ChainPath, Routes
from dosa_trace.analysis.judging.verdicts import Judge, Strength
from dosa_trace.catalog.facts.known_from import counts_from
from dosa_trace.catalog.facts.second_readings import objections
from dosa_trace.catalog.model.judged import Doubt
from dosa_trace.catalog.model.parts import Evidence, LocalText, When
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.catalog.model.vocabulary import STRONGEST_FIRST, Basis, Extent, Seen, StatusValue

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class Quotation(NamedTuple):
    """Evidence with what a reader needs to look it up, and how much of the source was read where
    that is on file."""

    source: str
    title: LocalText
    date: When
    url: str | None
    locator: str | None
    quote: str | None
    seen: Seen | None


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
    the weakest basis, with the status of the instrument at its end. Of a long chain so many hops
    are `left_out`: behind the last, or before the first where it was followed from its end."""

    start: str
    end: str
    extent: Extent
    basis: Basis
    status: StatusValue | None
    status_date: When | None
    hops: tuple[Hop, ...]
    left_out: int = 0


class _Worth(NamedTuple):
    """What some links come to together: of which supports, by extent and basis, each is part, the
    weakest extent and basis of their own, that of the weakest link, and where they end."""

    supports: frozenset[tuple[Extent, Basis]]
    extent: Extent
    basis: Basis
    weakest: tuple[int, int]
    end: str

    def onward(self, other: _Worth) -> _Worth:
        """The same of these links and of others that lead on from them."""
        return _Worth(
            self.supports & other.supports,
            min(self.extent, other.extent, key=_rank),
            min(self.basis, other.basis, key=_rank),
            min(self.weakest, other.weakest),
            other.end,
        )


class Chains:
    """The chains of one kind, written out over their routes. What is left of long ones is weighed
    once; `back` says that the routes are followed from the end of a chain to where it begins."""

    def __init__(self, judge: Judge, routes: Routes, back: bool = False) -> None:
        self.routes = routes
        self._judge = judge
        self._back = back
        self._worth: dict[TraceLink, _Worth] = {}
        self._left: dict[str, _Worth] = {}

    def written(self, path: ChainPath) -> Chain:
        """A path as a reader wants to see it, as strong as its weakest link; a joint group on it
        is no stronger than what its members are answered by."""
        graph, links = self._judge.graph, path.links
        whole = self._of(links[0])
        for link in links[1:]:
            whole = whole.onward(self._of(link))
        if path.left_out:
            whole = whole.onward(self._beyond(whole.end))
        ordered = links[::-1] if self._back else links
        start, ends_at = links[0].origin, whole.end
        if self._back:
            start, ends_at = whole.end, links[0].target
        strength = self._strength(whole)
        end = graph.catalog.instruments.get(ends_at)
        event = end.status_on(graph.as_of) if end else None
        return Chain(
            start=start,
            end=ends_at,
            extent=strength.extent,
            basis=strength.basis,
            status=event.value if event else None,
            status_date=event.when if event else None,
            hops=tuple(
                _hop(graph, link, self._of(link).weakest == whole.weakest) for link in ordered
            ),
            left_out=path.left_out,
        )

    def _of(self, link: TraceLink) -> _Worth:
        """What one link says itself; of a joint one, what its group comes to."""
        if link not in self._worth:
            judge = self._judge
            as_group = judge.strength((link,)) if link.joint is not None else None
            own = as_group or Strength(_extent(link), link.basis)
            supports = frozenset(
                (extent, basis)
                for extent in Extent
                for basis in {judge.graph.basis, Basis.STATED}
                if link in judge.support(extent, True, basis).links
            )
            pair = (own.extent.rank, own.basis.rank)
            end = self.routes.step(link)
            self._worth[link] = _Worth(supports, own.extent, own.basis, pair, end)
        return self._worth[link]

    def _beyond(self, name: str) -> _Worth:
        """What a shortest way from a record to an end comes to."""
        links: list[tuple[str, TraceLink]] = []
        at = name
        while at not in self._left:
            link = self.routes.next(at)
            if link is None:
                every = frozenset((extent, basis) for extent in Extent for basis in Basis)
                full = STRONGEST_FIRST[0]
                strongest = (full.rank, Basis.STATED.rank)
                self._left[at] = _Worth(every, full, Basis.STATED, strongest, at)
            else:
                links.append((at, link))
                at = self.routes.step(link)
        for before, link in reversed(links):
            self._left[before] = self._of(link).onward(self._left[self.routes.step(link)])
        return self._left[name]

    def _strength(self, whole: _Worth) -> Strength:
        """As `Judge.strength` says of all links of a chain at once."""
        for extent in STRONGEST_FIRST:
            if (extent, self._judge.graph.basis) in whole.supports:
                stated = (extent, Basis.STATED) in whole.supports
                return Strength(extent, Basis.STATED if stated else Basis.INFERRED)
        return Strength(whole.extent, whole.basis)


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


def _rank(word: Extent | Basis) -> int:
    return word.rank


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
        joint_with=tuple(member.target for member in graph.group_of(link) if member is not link),
        known_from=counts_from(graph.catalog, link).isoformat(),
        rationale=link.rationale,
        doubts=objections(link),
        evidence=tuple(quotations(graph, link.evidence)),
        file=link.place.path,
        line=link.place.line,
    )


def title_of(graph: TraceGraph, identifier: str) -> LocalText:
    return graph.catalog.by_id[identifier].title


def quotations(graph: TraceGraph, evidence: Iterable[Evidence]) -> Iterator[Quotation]:
    for item in evidence:
        source = graph.catalog.sources[item.source]
        yield Quotation(
            source.id, source.title, source.when, source.url, item.locator, item.quote, source.seen
        )
