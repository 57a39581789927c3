"""Readings that others made in their own copy of a catalogue, taken over by record and digest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from dosa_trace.catalog.facts.reviews import field_digest, pair_digest, review_digest
from dosa_trace.catalog.facts.second_readings import extent_on_file, is_another, names_of
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.judged import FieldReading, Reading
from dosa_trace.catalog.model.link_names import pair_name
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.editing.draft import Draft
from dosa_trace.editing.judgements.readings import append_reading, as_written, write_review
from dosa_trace.editing.judgements.rejections import enter_pair, entry_of
from dosa_trace.editing.targets import target_named


class ReadPair(NamedTuple):
    """What somebody judged, by the names of both ends or by a recommendation and its field, and who
    did."""

    name: str
    by: str


class ImportedReadings(NamedTuple):
    """The readings that were taken over, and those that were left because what they are of is not
    what stands here."""

    taken: tuple[ReadPair, ...]
    left: tuple[ReadPair, ...]


class _Subject(NamedTuple):
    """What readings are of: two records, or a recommendation and a field of it."""

    origin: str
    target: str | None
    field: str | None = None

    @property
    def name(self) -> str:
        if self.target is not None:
            return pair_name(self.origin, self.target)
        return f"{self.origin} {self.field}"


class _Place(NamedTuple):
    """Where readings stand, what is there already, and the digest of what one reads there; of a
    pair that a link joins, the link."""

    readings: Sequence[Reading | FieldReading]
    digest: str
    link: TraceLink | None = None
    is_new: bool = False


def import_readings(draft: Draft, other: Catalog) -> ImportedReadings:
    """Takes over the readings in another copy that this one does not have, each under the name of
    who made it, where its digest says that the same was read; one that agrees with a link reviews
    it too, as any reading does. Two records that nobody links here become what they would have
    become had they been judged here. Raises BadQuestion."""
    here = dict(_places(draft.catalog))
    taken: list[ReadPair] = []
    left: list[ReadPair] = []
    for subject, there in _places(other):
        place = here.get(subject) or _unlinked(draft.catalog, subject)
        known = place.readings if place else ()
        news = [
            reading
            for reading in there.readings
            if not any(_is_same(reading, held) for held in known)
        ]
        fits = [reading for reading in news if place and reading.digest == place.digest]
        if place and fits:
            _take(draft, subject, place, fits)
        for reading in news:
            judged = ReadPair(subject.name, next(iter(reading.by), ""))
            (taken if reading in fits else left).append(judged)
    return ImportedReadings(tuple(taken), tuple(left))


def _take(
    draft: Draft, subject: _Subject, place: _Place, reads: Sequence[Reading | FieldReading]
) -> None:
    entries = [_entry(read) for read in reads]
    if place.is_new:
        enter_pair(draft, (subject.origin, subject.target or ""), entries)
        return
    target = target_named(draft, subject.name if place.link else subject.origin)
    for entry in entries:
        way: tuple[str | int, ...] = ()
        if subject.target is not None and place.link is None:
            way = ("considered", entry_of(draft, target, subject.target))
        append_reading(draft, target, way, entry)
    link = place.link
    last = max(reads, key=lambda read: read.date.last_day)
    if link is None or not isinstance(last, Reading):
        return
    is_newer = link.reviewed is None or last.date.last_day >= link.reviewed.date.last_day
    if is_newer and is_another(link.by, last.by) and last.extent == extent_on_file(link):
        write_review(draft, target, last.date.text, as_written(last.by), place.digest)


def _places(catalog: Catalog) -> Iterator[tuple[_Subject, _Place]]:
    """Everything that can be judged, with its readings; what several links join is left out."""
    for asked in catalog.recommendations.values():
        fields: defaultdict[str, list[FieldReading]] = defaultdict(list)
        for read in asked.readings:
            fields[read.of].append(read)
        for field in ("specificity", *(f"responses.{n}" for n, _ in enumerate(asked.responses, 1))):
            digest = field_digest(catalog, asked, field)
            yield _Subject(asked.id, None, field), _Place(fields[field], digest)
        for looked in asked.considered:
            for end in looked.instruments:
                digest = pair_digest(catalog, asked.id, end)
                yield _Subject(asked.id, end), _Place(looked.readings, digest)
    by_ends: defaultdict[_Subject, list[TraceLink]] = defaultdict(list)
    for link in catalog.links:
        by_ends[_Subject(link.origin, link.target)].append(link)
    for subject, links in by_ends.items():
        if len(links) == 1:
            yield subject, _Place(links[0].readings, review_digest(catalog, links[0]), links[0])


def _unlinked(catalog: Catalog, subject: _Subject) -> _Place | None:
    """Where readings of two records that nothing joins would stand."""
    joined = any((one.origin, one.target) == subject[:2] for one in catalog.links)
    is_pair = subject.origin in catalog.recommendations and subject.target in catalog.instruments
    if joined or not is_pair or subject.target is None:
        return None
    return _Place((), pair_digest(catalog, subject.origin, subject.target), is_new=True)


def _is_same(one: Reading | FieldReading, other: Reading | FieldReading) -> bool:
    """Whether a reading is on file already: by the same person, of the same."""
    same = not names_of(one.by).isdisjoint(names_of(other.by))
    return same and (one.digest, _value(one)) == (other.digest, _value(other))


def _value(reading: Reading | FieldReading) -> str:
    return reading.extent if isinstance(reading, Reading) else reading.value


def _entry(reading: Reading | FieldReading) -> Mapping[str, Any]:
    """A reading as it is written, without what was decided about it elsewhere."""
    entry: dict[str, Any] = {"date": reading.date.text, "by": as_written(reading.by)}
    if isinstance(reading, Reading):
        entry["extent"] = reading.extent.value
    else:
        is_number = reading.value.isdecimal()
        entry |= {"of": reading.of, "value": int(reading.value) if is_number else reading.value}
    if reading.blind:
        entry["blind"] = True
    if reading.note is not None:
        entry["note"] = as_written(reading.note)
    return {**entry, "digest": reading.digest}
