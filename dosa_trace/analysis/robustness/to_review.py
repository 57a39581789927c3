"""Which links need a judge, and in what order: first those on which most figures hang, then those
that changed since their review, then those that nobody else read, then by how long ago the last
reading was. For blind readings: which pairs of records, in an order that says nothing of them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.judging.selection import Where, natural, select
from dosa_trace.analysis.robustness.fragility import Fall, hanging_alone
from dosa_trace.analysis.robustness.judgements import JudgementKind
from dosa_trace.analysis.suggest.suggest import suggest
from dosa_trace.catalog.facts.reviews import field_digest, is_suspect, pair_digest, review_digest
from dosa_trace.catalog.facts.second_readings import (
    extent_on_file,
    is_another,
    is_by,
    is_open,
    names_of,
    read_by,
)
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.link_names import pair_name
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.records import Recommendation, TraceLink
from dosa_trace.catalog.model.vocabulary import Basis, Matter

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class ToReview(NamedTuple):
    """A link that needs a judge, by its ends, and who made it: what would fall if it were wrong,
    whether it changed since its review, whether a reading differs, how many read it who did not
    make it, and when the last did."""

    origin: str
    target: str
    by: LocalText | None
    falls: tuple[Fall, ...]
    suspect: bool
    disputed: bool
    readers: int
    last: str | None

    @property
    def name(self) -> str:
        """How it is named on a command line."""
        return pair_name(self.origin, self.target)


class ReviewQueue(NamedTuple):
    """The inferred links from the selected recommendations that need a judge, in order; `judged`
    are those that another than the maker read as they stand and that nobody disputes."""

    where: tuple[Where, ...]
    total: int
    judged: int
    items: tuple[ToReview, ...]


def review_queue(
    graph: TraceGraph,
    where: Sequence[Where] = (),
    names: Sequence[str] = (),
    reader: str | None = None,
) -> ReviewQueue:
    """What needs a judge; for a `reader` not what they judged as it stands. Of links by their
    `names`, `FROM:TO`, each that is one, in that order. Raises BadQuestion."""
    links = _named(graph.catalog, names) if names else _inferred(graph, where)
    digests = {link: review_digest(graph.catalog, link) for link in links}
    judged = {link for link in links if _is_judged(link, digests[link])}
    waiting = [
        link
        for link in links
        if names or (link not in judged and not _has_judged(link, reader, digests[link]))
    ]
    falls = {
        hinge.judgement.id: hinge.falls
        for hinge in hanging_alone(graph, () if names else where)
        if hinge.judgement.kind is JudgementKind.LINK
    }
    items = [_item(graph.catalog, link, falls.get(link.id, ())) for link in waiting]
    ordered = items if names else sorted(items, key=_order)
    return ReviewQueue(tuple(where), len(links), len(judged), tuple(ordered))


def _inferred(graph: TraceGraph, where: Sequence[Where]) -> Sequence[TraceLink]:
    """The inferred links from some recommendations that are judged by their extent."""
    chosen = {asked.id for asked in select(graph, where)}
    within = graph.reached(chosen) | chosen
    return [
        link
        for link in graph.catalog.links
        if link.basis is Basis.INFERRED
        and link.origin in within
        and extent_on_file(link) is not None
    ]


def _named(catalog: Catalog, names: Sequence[str]) -> Sequence[TraceLink]:
    by_name: defaultdict[str, list[TraceLink]] = defaultdict(list)
    for link in catalog.links:
        by_name[pair_name(link.origin, link.target)].append(link)
    return [link for name in names for link in by_name[name]]


def _has_judged(link: TraceLink, reader: str | None, digest: str) -> bool:
    """Whether somebody judged a link as it stands, or challenges it."""
    if reader is None:
        return False
    return any(read_by(link.readings, reader, digest)) or any(
        is_by(doubt.by, reader) for doubt in link.doubts if doubt.answered is None
    )


def _is_judged(link: TraceLink, digest: str) -> bool:
    """Whether another than the maker read it as it stands, and no reading of it is open."""
    if any(is_open(link, reading) for reading in link.readings):
        return False
    stamps: list[tuple[LocalText | None, str | None]] = [
        (reading.by, reading.digest) for reading in link.readings
    ]
    if link.reviewed:
        stamps.append((link.reviewed.by, link.reviewed.digest))
    return any(is_another(link.by, by) and stamp == digest for by, stamp in stamps)


def _item(catalog: Catalog, link: TraceLink, falls: tuple[Fall, ...]) -> ToReview:
    maker = names_of(link.by)
    others = [reading for reading in link.readings if maker.isdisjoint(names_of(reading.by))]
    days = [reading.date for reading in others] + ([link.reviewed.date] if link.reviewed else [])
    return ToReview(
        origin=link.origin,
        target=link.target,
        by=link.by,
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
        return pair_name(self.origin, self.target)


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
        read = read_by(link.readings, reader, review_digest(catalog, link))
        mine = is_by(link.by, reader) or any(read)
        if is_able and link.basis is not Basis.SUGGESTED and not mine:
            yield Pair(link.origin, link.target)


def _rejected(catalog: Catalog, chosen: Iterable[str], reader: str) -> Iterator[Pair]:
    for name in chosen:
        for looked in catalog.recommendations[name].considered:
            for instrument in looked.instruments:
                digest = pair_digest(catalog, name, instrument)
                if not any(read_by(looked.readings, reader, digest)):
                    yield Pair(name, instrument)


def _shuffled(pair: Pair, reader: str) -> str:
    return hashlib.sha256(f"{reader} {pair.name}".encode()).hexdigest()


class FieldToRead(NamedTuple):
    """A field that somebody has not judged: of which recommendation, and which."""

    id: str
    of: str


def fields_to_read(
    graph: TraceGraph, matter: Matter, reader: str, where: Sequence[Where] = ()
) -> tuple[FieldToRead, ...]:
    """What somebody has not judged as it stands, in the order of all answers. Raises
    BadQuestion."""
    return tuple(
        FieldToRead(asked.id, of)
        for asked in select(graph, where)
        for of in _fields(asked, matter)
        if not any(read_by(asked.readings, reader, field_digest(graph.catalog, asked, of)))
    )


def _fields(asked: Recommendation, matter: Matter) -> Iterator[str]:
    if matter is Matter.SPECIFICITY and asked.specificity is not None:
        yield matter.value
    if matter is Matter.RESPONSES:
        yield from (f"{matter.value}.{at}" for at in range(1, len(asked.responses) + 1))
