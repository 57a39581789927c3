"""Readings that others made in their own copy of a catalogue, taken over by record and digest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from dosa_trace.catalog.facts.reviews import pair_digest, review_digest
from dosa_trace.catalog.facts.second_readings import names_of
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.judged import Reading
from dosa_trace.catalog.model.link_names import pair_name
from dosa_trace.editing.draft import Draft
from dosa_trace.editing.readings import append_reading, as_written, entry_of
from dosa_trace.editing.targets import target_named


class ReadPair(NamedTuple):
    """What somebody judged, by the names of both ends, and who did."""

    name: str
    by: str


class ImportedReadings(NamedTuple):
    """The readings that were taken over, and those that were left because what they are of is not
    what stands here."""

    taken: tuple[ReadPair, ...]
    left: tuple[ReadPair, ...]


class _Place(NamedTuple):
    """Where readings of a pair stand here: the record, the instrument that an entry of it rejects,
    what is there already, and the digest of what one reads there."""

    record: str
    rejects: str | None
    readings: tuple[Reading, ...]
    digest: str


def import_readings(draft: Draft, other: Catalog) -> ImportedReadings:
    """Takes over the readings in another copy that this one does not have, each under the name of
    who made it, where its digest says that the same was read. Raises BadQuestion."""
    places = dict(_places(draft.catalog))
    taken, left = [], []
    for pair, readings in _readings(other):
        place = places.get(pair)
        for reading in readings:
            if place is not None and any(_is_same(reading, known) for known in place.readings):
                continue
            read = ReadPair(pair_name(*pair), next(iter(reading.by), ""))
            if place is None or reading.digest != place.digest:
                left.append(read)
                continue
            target = target_named(draft, place.record)
            way: tuple[str | int, ...] = ()
            if place.rejects is not None:
                way = ("considered", entry_of(draft, target, place.rejects))
            append_reading(draft, target, way, _entry(reading))
            taken.append(read)
    return ImportedReadings(tuple(taken), tuple(left))


def _places(catalog: Catalog) -> Iterator[tuple[tuple[str, str], _Place]]:
    for asked in catalog.recommendations.values():
        for looked in asked.considered:
            for end in looked.instruments:
                digest = pair_digest(catalog, asked.id, end)
                yield (asked.id, end), _Place(asked.id, end, looked.readings, digest)
    for link in catalog.links:
        name = pair_name(link.origin, link.target)
        place = _Place(name, None, link.readings, review_digest(catalog, link))
        yield (link.origin, link.target), place


def _readings(catalog: Catalog) -> Iterator[tuple[tuple[str, str], Sequence[Reading]]]:
    """Every pair that somebody judged in a copy, with its readings."""
    for asked in catalog.recommendations.values():
        for looked in asked.considered:
            for end in looked.instruments if looked.readings else ():
                yield (asked.id, end), looked.readings
    for link in catalog.links:
        if link.readings:
            yield (link.origin, link.target), link.readings


def _is_same(one: Reading, other: Reading) -> bool:
    """Whether a reading is on file already: by the same person, of the same."""
    same = not names_of(one.by).isdisjoint(names_of(other.by))
    return same and (one.digest, one.extent) == (other.digest, other.extent)


def _entry(reading: Reading) -> dict[str, Any]:
    """A reading as it is written, without what was decided about it elsewhere."""
    entry: dict[str, Any] = {
        "date": reading.date.text,
        "by": as_written(reading.by),
        "extent": reading.extent.value,
    }
    if reading.blind:
        entry["blind"] = True
    if reading.note is not None:
        entry["note"] = as_written(reading.note)
    return {**entry, "digest": reading.digest}
