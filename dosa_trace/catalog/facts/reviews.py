"""Whether a reviewed link still says what its reviewer looked at.

A judgement depends on the texts of both ends and on the link itself. The digest of these stands
with the review; when it no longer fits, the link is suspect until someone looks again. Ids are left
out, because another name for the same text is no reason to doubt."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import Evidence, LocalText
from dosa_trace.catalog.model.records import Instrument, Recommendation, Record, TraceLink

#: Long enough that no two states of one link ever share it, short enough to type.
LENGTH = 12


def review_digest(catalog: Catalog, link: TraceLink) -> str:
    """The digest that a review of this link bears: twelve hexadecimal digits."""
    terms = (link.relation, link.extent, link.basis, _texts(link.rationale))
    proofs = [_proof(catalog, item) for item in link.evidence]
    return _digest((_end(catalog, link.origin), _end(catalog, link.target), terms, proofs))


def pair_digest(catalog: Catalog, origin: str, target: str) -> str:
    """The digest of two records that nobody linked, as that of a link without any terms."""
    return _digest((_end(catalog, origin), _end(catalog, target), (), []))


def field_digest(catalog: Catalog, asked: Recommendation, of: str) -> str:
    """The digest of what one reads to judge a field of a recommendation: its texts, and of a
    response its source, place and words, without the judgement itself."""
    proof: object = None
    _, _, number = of.partition(".")
    if number.isdecimal() and 0 < int(number) <= len(asked.responses):
        response = asked.responses[int(number) - 1]
        proof = _proof(catalog, Evidence(response.source, response.locator, response.quote))
    return _digest((_end(catalog, asked.id), of, proof, []))


def _digest(content: object) -> str:
    import json  # here, because few catalogues need it and every start would pay for it

    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def is_suspect(catalog: Catalog, link: TraceLink) -> bool:
    """Whether a link was reviewed and has changed since, itself or at one of its ends."""
    review = link.reviewed
    return (
        review is not None
        and review.digest is not None
        and review.digest.lower() != review_digest(catalog, link)
    )


def suspects(catalog: Catalog) -> Iterable[TraceLink]:
    """Every suspect link of a catalogue."""
    return (link for link in catalog.links if is_suspect(catalog, link))


def _end(catalog: Catalog, identifier: str) -> object:
    record = catalog.by_id.get(identifier)
    if record is None:
        return None
    texts = tuple(_texts(text) for _, text in _read_of(record))
    return texts if len(texts) > 1 else texts[0]


def _read_of(record: Record) -> tuple[tuple[str, LocalText | None], ...]:
    """What one reads of a record to judge a link to or from it, by its fields."""
    match record:
        case Recommendation():
            return ("title", record.title), ("text", record.text)
        case Instrument():
            return ("name", record.name), ("description", record.description)
    return (("title", record.title),)


def read_texts(catalog: Catalog, link: TraceLink) -> Mapping[tuple[str, str], LocalText]:
    """What the reviewer of a link reads: the texts of both ends and the reason of the link, by the
    id of the record, of the link's own none, and the field."""
    fields = [
        (name, field, text)
        for name in (link.origin, link.target)
        if name in catalog.by_id
        for field, text in _read_of(catalog.by_id[name])
    ]
    fields.append(("", "rationale", link.rationale))
    return {(name, field): text for name, field, text in fields if text is not None}


def _proof(catalog: Catalog, item: Evidence) -> object:
    source = catalog.sources.get(item.source)
    return _texts(source.title) if source else None, item.locator, item.quote


def _texts(text: LocalText | None) -> list[tuple[str, str]]:
    """A text in the order of its languages, however they stand on file."""
    return sorted(text.texts) if text else []
