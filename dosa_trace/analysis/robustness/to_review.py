"""Which links need a judge, and in what order: first those on which most figures hang, then those
that changed since their review, then those that nobody else read, then by how long ago the last
reading was. For blind readings: which pairs of records, in an order that says nothing of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.judging.selection import Where, natural, select
from dosa_trace.analysis.robustness.fragility import Fall, fragility
from dosa_trace.analysis.robustness.judgements import JudgementKind
from dosa_trace.analysis.suggest.suggest import suggest
from dosa_trace.catalog.facts.reviews import is_suspect, pair_digest, review_digest
from dosa_trace.catalog.facts.second_readings import (
    extent_on_file,
    is_another,
    is_open,
    names_of,
)
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.judged import Reading
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.catalog.model.vocabulary import Basis

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class ToReview(NamedTuple):
    """A link that needs a judge, by its ends: what would fall if it were wrong, whether it changed
    since its review, whether a reading differs, how many others read it, and when the last did."""

    origin: str
    target: str
    falls: tuple[Fall, ...]
    suspect: bool
    disputed: bool
    readers: int
    last: str | None

    @property
    def name(self) -> str:
        """How it is named on a command line."""
        return f"{self.origin}:{self.target}"


class ReviewQueue(NamedTuple):
    """The inferred links from the selected recommendations that need a judge, in order; `judged`
    are those that another than the maker read as they stand and that nobody disputes."""

    where: tuple[Where, ...]
    total: int
    judged: int
    items: tuple[ToReview, ...]


def review_queue(
    graph: TraceGraph, where: Sequence[Where] = (), reader: str | None = None
) -> ReviewQueue:
    """What needs a judge; for a `reader` not what they judged as it stands. Raises BadQuestion."""
    chosen = {asked.id for asked in select(graph, where)}
    within = graph.reached(chosen) | chosen
    links = [
        link
        for link in graph.catalog.links
        if link.basis is Basis.INFERRED
        and link.origin in within
        and extent_on_file(link) is not None
    ]
    hinges = {
        hinge.judgement.id: hinge.falls
        for hinge in fragility(graph, where).judgements
        if hinge.judgement.kind is JudgementKind.LINK
    }
    waiting = [link for link in links if not _is_judged(graph.catalog, link)]
    if reader is not None:
        waiting = [
            link
            for link in waiting
            if not _has_read(link.readings, reader, review_digest(graph.catalog, link))
            and not any(_is_by(doubt.by, reader) for doubt in link.doubts if not doubt.answered)
        ]
    items = [_item(graph.catalog, link, hinges.get(link.id, ())) for link in waiting]
    judged = sum(_is_judged(graph.catalog, link) for link in links)
    return ReviewQueue(tuple(where), len(links), judged, tuple(sorted(items, key=_order)))


def to_review_named(graph: TraceGraph, names: Sequence[str]) -> tuple[ToReview, ...]:
    """Some links by their names, `FROM:TO`, whether they need a judge or not, in the order of the
    names; what is no link is left out."""
    queue = {item.name: item for item in review_queue(graph).items}
    links = {f"{link.origin}:{link.target}": link for link in graph.catalog.links}
    return tuple(
        queue.get(name) or _item(graph.catalog, links[name], ()) for name in names if name in links
    )


def _is_judged(catalog: Catalog, link: TraceLink) -> bool:
    """Whether another than the maker read it as it stands, and no reading of it is open."""
    if any(is_open(link, reading) for reading in link.readings):
        return False
    digest = review_digest(catalog, link)
    stamps: list[tuple[LocalText | None, str | None]] = [
        (reading.by, reading.digest) for reading in link.readings
    ]
    if link.reviewed:
        stamps.append((link.reviewed.by, link.reviewed.digest))
    return any(is_another(link.by, by) and stamp == digest for by, stamp in stamps)


def _item(catalog: Catalog, link: TraceLink, falls: tuple[Fall, ...]) -> ToReview:
    others = [reading for reading in link.readings if is_another(link.by, reading.by)]
    days = [reading.date for reading in others] + ([link.reviewed.date] if link.reviewed else [])
    return ToReview(
        origin=link.origin,
        target=link.target,
        falls=falls,
        suspect=is_suspect(catalog, link),
        disputed=any(is_open(link, reading) for reading in link.readings),
        readers=len({names_of(reading.by) for reading in others}),
        last=max(days, key=lambda day: day.last_day).text if days else None,
    )


def _order(item: ToReview) -> tuple[object, ...]:
    return (
        -len(item.falls),
        not item.suspect,
        item.last is not None,
        item.last or "",
        natural(item.origin),
        natural(item.target),
    )


class Pair(NamedTuple):
    """Two records that are judged without what is on file about them, and how they are named."""

    origin: str
    target: str

    @property
    def name(self) -> str:
        """How it is named on a command line."""
        return f"{self.origin}:{self.target}"


def blind_pairs(
    graph: TraceGraph, reader: str, where: Sequence[Where] = (), unlinked: float = 0
) -> tuple[Pair, ...]:
    """What somebody can judge blind and has not yet: links that they did not make, what was
    rejected, and to every hundred of these as many pairs that nobody linked as `unlinked` says. In
    the order of a digest of their names, which tells nothing of what they are. Raises
    BadQuestion."""
    catalog = graph.catalog
    chosen = [one.id for one in select(graph, where)]
    pairs = dict.fromkeys((*_linked(catalog, chosen, reader), *_rejected(catalog, chosen, reader)))
    most = round(len(pairs) * unlinked / 100)
    near = suggest(graph, None, where, everything=True, limit=most) if most else None
    found = (Pair(one.origin, one.target) for one in near.items) if near else ()
    return tuple(sorted({*pairs, *found}, key=lambda pair: _shuffled(pair, reader)))


def _linked(catalog: Catalog, chosen: Iterable[str], reader: str) -> Iterator[Pair]:
    within = frozenset(chosen)
    for link in catalog.links:
        is_able = link.origin in within and extent_on_file(link) is not None
        mine = _is_by(link.by, reader) or _has_read(
            link.readings, reader, review_digest(catalog, link)
        )
        if is_able and link.basis is not Basis.SUGGESTED and not mine:
            yield Pair(link.origin, link.target)


def _rejected(catalog: Catalog, chosen: Iterable[str], reader: str) -> Iterator[Pair]:
    for name in chosen:
        for looked in catalog.recommendations[name].considered:
            for instrument in looked.instruments:
                digest = pair_digest(catalog, name, instrument)
                if not _has_read(looked.readings, reader, digest):
                    yield Pair(name, instrument)


def _has_read(readings: Iterable[Reading], reader: str, digest: str) -> bool:
    return any(_is_by(one.by, reader) and one.digest == digest for one in readings)


def _is_by(person: LocalText | None, reader: str) -> bool:
    return not names_of(person).isdisjoint(names_of(LocalText((("", reader),))))


def _shuffled(pair: Pair, reader: str) -> str:
    return hashlib.sha256(f"{reader} {pair.name}".encode()).hexdigest()
