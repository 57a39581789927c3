"""The records of another catalogue held against those of this one.

Records are the same by their id, links by both ends; of several links between the same ends those
that say the most alike are. A record is compared field by field, in what it says and not in how
that is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from dosa_trace.catalog.fields import table
from dosa_trace.catalog.fields.record_data import record_data, records_under
from dosa_trace.catalog.fields.types import FieldTable
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.link_names import pair_name
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.editing.homes import THEMES

#: What a catalogue says of itself, as if it were a record.
CATALOGUE: Final = "catalogue"
#: The kinds of records in the order in which they are compared.
ORDER: Final = (THEMES, *table.COLLECTIONS)
#: Stands for a field that a record does not have: null is a value under a key of one's own.
ABSENT: Final = object()


class FieldDifference(NamedTuple):
    """A field of a record that says something else in the other; ABSENT where it has none."""

    key: str
    ours: Any
    theirs: Any


class ChangedRecord(NamedTuple):
    """A record that both have, and that differs."""

    section: str
    key: str
    ours: Any
    theirs: Any
    fields: tuple[FieldDifference, ...]


class OwnRecord(NamedTuple):
    """A record that only one of both has."""

    section: str
    key: str
    record: Any


class RecordsCompared(NamedTuple):
    """What the other changes, adds, and does not have."""

    changed: tuple[ChangedRecord, ...]
    added: tuple[OwnRecord, ...]
    missing: tuple[OwnRecord, ...]


def compared(ours: Catalog, theirs: Catalog, says_what_it_is: bool = True) -> RecordsCompared:
    """The records of another catalogue held against ours, and where it `says_what_it_is`, its
    title, languages, themes and settings too."""
    changed: list[ChangedRecord] = []
    added: list[OwnRecord] = []
    missing: list[OwnRecord] = []
    fields = tuple(_differences(table.CATALOGUE, ours.info, theirs.info, {THEMES}))
    if fields and says_what_it_is:
        changed.append(ChangedRecord(CATALOGUE, CATALOGUE, ours.info, theirs.info, fields))
    for section in ORDER if says_what_it_is else table.COLLECTIONS:
        fields_of = fields_in(section)
        mine, others = records_in(ours, section), records_in(theirs, section)
        pairs, new, gone = _paired(fields_of, mine, others)
        for here, there in pairs:
            if fields := tuple(_differences(fields_of, here, there)):
                changed.append(ChangedRecord(section, key_of(there), here, there, fields))
        added += (OwnRecord(section, key_of(record), record) for record in new)
        missing += (OwnRecord(section, key_of(record), record) for record in gone)
    return RecordsCompared(tuple(changed), tuple(added), tuple(missing))


def fields_in(section: str) -> FieldTable:
    """What a record of a kind may say."""
    if section == CATALOGUE:
        return table.CATALOGUE
    return table.THEMES if section == THEMES else table.COLLECTIONS[section]


def records_in(catalog: Catalog, section: str) -> Sequence[Any]:
    """The records of a kind, in the order of the files."""
    if section == THEMES:
        return catalog.info.themes or ()
    return records_under(catalog, section)


def key_of(record: Any) -> str:
    """By what a record is known: its id, of a link both ends."""
    if isinstance(record, TraceLink):
        return pair_name(record.origin, record.target)
    return str(record.id)


def alike(one: Any, other: Any) -> bool:
    """Whether two values say the same: in any order of keys, but true is not 1."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    return bool(one == other)


def parts_differing(field: FieldDifference) -> Iterator[FieldDifference]:
    """The least parts of a field that differ, each as `set` names it (`title.nl`,
    `status.1.value`): lists of other lengths are held against each other whole."""
    match field.ours, field.theirs:
        case dict() as ours, dict() as theirs:
            keys = dict.fromkeys([*theirs, *ours])
            pairs = [(key, ours.get(key, ABSENT), theirs.get(key, ABSENT)) for key in keys]
        case list() as ours, list() as theirs if len(ours) == len(theirs):
            numbers = range(1, len(ours) + 1)
            pairs = [*zip(map(str, numbers), ours, theirs, strict=True)]
        case _:
            yield field
            return
    for key, mine, other in pairs:
        if not alike(mine, other):
            yield from parts_differing(FieldDifference(f"{field.key}.{key}", mine, other))


def _paired(
    fields_of: FieldTable, ours: Sequence[Any], theirs: Sequence[Any]
) -> tuple[list[tuple[Any, Any]], list[Any], list[Any]]:
    """Records of both sides that are the same, and those that only the other and only ours have.
    The most alike are paired first, so that a link that nobody touched stays what it was."""
    mine: defaultdict[str, list[Any]] = defaultdict(list)
    others: defaultdict[str, list[Any]] = defaultdict(list)
    for record in ours:
        mine[key_of(record)].append(record)
    for record in theirs:
        others[key_of(record)].append(record)
    pairs: list[tuple[Any, Any]] = []
    new: list[Any] = []
    for key, there in others.items():
        here = mine[key]
        if len(here) == len(there) == 1:
            pairs.append((here.pop(), there.pop()))
        closest = sorted(
            (_differing(fields_of, record, other), at, other_at)
            for at, record in enumerate(here)
            for other_at, other in enumerate(there)
        )
        taken: set[int] = set()
        met: set[int] = set()
        for _, at, other_at in closest:
            if at not in taken and other_at not in met:
                taken.add(at)
                met.add(other_at)
                pairs.append((here[at], there[other_at]))
        mine[key] = [record for at, record in enumerate(here) if at not in taken]
        new += (record for at, record in enumerate(there) if at not in met)
    return pairs, new, [record for left in mine.values() for record in left]


def _differing(fields_of: FieldTable, ours: Any, theirs: Any) -> int:
    return sum(1 for _ in _differences(fields_of, ours, theirs))


def _differences(
    fields_of: FieldTable, ours: Any, theirs: Any, apart: Collection[str] = ()
) -> Iterator[FieldDifference]:
    here: Mapping[str, Any] = record_data(fields_of, ours)
    there: Mapping[str, Any] = record_data(fields_of, theirs)
    for key in dict.fromkeys([*there, *here]):
        mine, other = here.get(key, ABSENT), there.get(key, ABSENT)
        if key not in apart and not alike(mine, other):
            yield FieldDifference(key, mine, other)
