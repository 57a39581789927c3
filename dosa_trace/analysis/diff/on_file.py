"""What differs between two catalogues on file: records, fields, links, and what was only renamed.

A record is the same as before when it has the same id, or when it was renamed: its id is gone, and
a record of the same kind has come that it can be known by (`diff.renames`). Ids that others refer
to are compared by whom they mean, so that renaming everything in a file changes nothing but
names."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from dosa_trace.analysis.diff.renames import Known, renamings
from dosa_trace.analysis.diff.values import FieldChange, field_changes
from dosa_trace.catalog.fields import table as f
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.records import Record, TraceLink
from dosa_trace.catalog.text.values import plain_data

Data = dict[str, Any]


class RecordName(NamedTuple):
    """A record to speak of: its kind, its id and what it is called."""

    record: str
    id: str
    title: LocalText


class RecordChange(NamedTuple):
    """A record with the fields that differ, in the order of the table of fields."""

    name: RecordName
    fields: tuple[FieldChange, ...]


class Renaming(NamedTuple):
    """A record that got another id, and by what it was known again; what else changed stands among
    the changes."""

    record: str
    before: str
    after: str
    title: LocalText
    known_by: Known


class LinkName(NamedTuple):
    """A link to speak of, by the ids that its ends have where it stands."""

    origin: str
    target: str
    relation: str
    extent: str | None
    basis: str


class LinkChange(NamedTuple):
    """A link between the same two records with the fields that differ."""

    link: LinkName
    fields: tuple[FieldChange, ...]


class LinkPairs(NamedTuple):
    """The links of two catalogues: those that stand in both, and those that are only in one."""

    both: tuple[tuple[TraceLink, TraceLink], ...]
    removed: tuple[TraceLink, ...]
    added: tuple[TraceLink, ...]


class Difference(NamedTuple):
    """Everything that differs on file between a catalogue before and after."""

    added: tuple[RecordName, ...]
    removed: tuple[RecordName, ...]
    changed: tuple[RecordChange, ...]
    renamed: tuple[Renaming, ...]
    links_added: tuple[LinkName, ...]
    links_removed: tuple[LinkName, ...]
    links_changed: tuple[LinkChange, ...]


class Match(NamedTuple):
    """What in one catalogue is what in another.

    `names` leads from every id of before to the id of after that means the same record; of those
    that got another id `sure` says by what they were known again.
    """

    names: Mapping[str, str]
    pairs: LinkPairs
    sure: Mapping[tuple[str, str], Known]


def match(before: Catalog, after: Catalog) -> Match:
    """Which records and links are the same; the order of records and of files plays no part."""
    same = {one: one for one in before.by_id if one in after.by_id}
    sure = renamings(before, after)
    names = same | {old: new for (old, new) in sure}
    return Match(names, _pair_links(before, after, names), sure)


def difference(before: Catalog, after: Catalog, matched: Match) -> Difference:
    """What differs on file between catalogues that were matched."""
    names, pairs, sure = matched
    renamed = {old: new for old, new in names.items() if old != new}
    kept = set(names.values())
    came = [name for name in after.by_id if name not in kept]
    gone = [name for name in before.by_id if name not in names]
    return Difference(
        added=tuple(_name(after.by_id[name]) for name in sorted(came)),
        removed=tuple(_name(before.by_id[name]) for name in sorted(gone)),
        changed=tuple(_changes(before, after, names)),
        renamed=tuple(
            Renaming(before.by_id[old].KIND, old, new, after.by_id[new].title, sure[old, new])
            for old, new in sorted(renamed.items())
        ),
        links_added=tuple(sorted(link_name(link) for link in pairs.added)),
        links_removed=tuple(sorted(link_name(link) for link in pairs.removed)),
        links_changed=tuple(
            LinkChange(link_name(new), fields) for _, new, fields in changed_links(matched)
        ),
    )


def changed_links(
    matched: Match,
) -> Iterator[tuple[TraceLink, TraceLink, tuple[FieldChange, ...]]]:
    """The links that stand in both catalogues and differ, with what differs."""
    renames = _renames(matched.names)
    for old, new in matched.pairs.both:
        if not renames and _written(old) == _written(new):
            continue
        fields = _fields(f.LINKS, _data(old, matched.names), _data(new, {}))
        if fields:
            yield old, new, fields


def _name(record: Record) -> RecordName:
    return RecordName(record.KIND, record.id, record.title)


def link_name(link: TraceLink) -> LinkName:
    """How to speak of a link."""
    extent = link.extent.value if link.extent else None
    return LinkName(link.origin, link.target, link.relation.value, extent, link.basis.value)


# Records ----------------------------------------------------------------------------------------


def _renames(names: Mapping[str, str]) -> bool:
    """Whether an id in one catalogue is another in the other. Where none is, two records of the
    same words in the same indentation say the same, and need not be read again."""
    return any(old != new for old, new in names.items())


def _written(record: Record | TraceLink) -> tuple[str, int]:
    place = record.place
    return place.text, place.column


def _data(record: Record | TraceLink, names: Mapping[str, str]) -> Data:
    """A record as it stands in YAML, with the ids that it refers to by their new names."""
    data: Data = plain_data(record.place.node)
    table = f.TABLE_OF[type(record)]
    return {key: _renamed(value, table, key, names) for key, value in data.items()}


def _renamed(value: Any, table: f.FieldTable, key: str, names: Mapping[str, str]) -> Any:
    type_ = next((field.type for field in table.fields if field.key == key), None)
    return _mapped(value, type_, names)


def _mapped(value: Any, type_: f.FieldType | None, names: Mapping[str, str]) -> Any:
    match type_:
        case f.Ref() | f.Party():
            return names.get(value, value) if isinstance(value, str) else value
        case f.TextsOf() if isinstance(value, dict):
            return {names.get(key, key): text for key, text in value.items()}
        case f.ListOf(item) if isinstance(value, list):
            return [_mapped(one, item, names) for one in value]
        case f.ListOf(item, True):
            return _mapped(value, item, names)
        case f.Part(table) if isinstance(value, dict):
            return {key: _renamed(one, table, key, names) for key, one in value.items()}
    return value


def _changes(before: Catalog, after: Catalog, names: Mapping[str, str]) -> Iterator[RecordChange]:
    renames = _renames(names)
    for old, new in sorted(names.items(), key=lambda pair: pair[1]):
        was, now = before.by_id[old], after.by_id[new]
        if not renames and _written(was) == _written(now):
            continue
        table = f.TABLE_OF[type(now)]
        fields = _fields(table, _data(was, names) | {"id": new}, _data(now, {}))
        if fields:
            yield RecordChange(_name(now), fields)


def _fields(table: f.FieldTable, before: Data, after: Data) -> tuple[FieldChange, ...]:
    return tuple(
        change
        for field in table.fields
        for change in field_changes(field.key, before.get(field.key), after.get(field.key))
    )


# Links ------------------------------------------------------------------------------------------


def _pair_links(before: Catalog, after: Catalog, names: Mapping[str, str]) -> LinkPairs:
    """Each link of before with the link of after that it became: the one with the same content,
    else one between the same records with the same basis, else any between the same records."""
    both, gone, come = _written_alike(before.links, after.links, names)
    old = [(link, _data(link, names)) for link in gone]
    new = [(link, _data(link, {})) for link in come]
    for key in (_whole, _ends_and_basis, _ends):
        waiting: defaultdict[str, list[tuple[TraceLink, Data]]] = defaultdict(list)
        for entry in new:
            waiting[key(entry[1])].append(entry)
        left = []
        for link, data in old:
            candidates = waiting[key(data)]
            if candidates:
                both.append((link, candidates.pop(0)[0]))
            else:
                left.append((link, data))
        old = left
        new = [entry for entries in waiting.values() for entry in entries]
    return LinkPairs(tuple(both), _only(old), _only(new))


def _written_alike(
    before: Sequence[TraceLink], after: Sequence[TraceLink], names: Mapping[str, str]
) -> tuple[list[tuple[TraceLink, TraceLink]], list[TraceLink], list[TraceLink]]:
    """The links that stand in both word for word, and the others of each: nearly all of two
    catalogues that are compared need not be read again."""
    if _renames(names):
        return [], list(before), list(after)
    waiting: defaultdict[tuple[str, int], deque[TraceLink]] = defaultdict(deque)
    for link in after:
        waiting[_written(link)].append(link)
    both: list[tuple[TraceLink, TraceLink]] = []
    gone: list[TraceLink] = []
    for link in before:
        candidates = waiting[_written(link)]
        if candidates:
            both.append((link, candidates.popleft()))
        else:
            gone.append(link)
    paired = {new for _, new in both}
    return both, gone, [link for link in after if link not in paired]


def _only(entries: Iterable[tuple[TraceLink, Data]]) -> tuple[TraceLink, ...]:
    return tuple(link for link, _ in entries)


def _whole(data: Data) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _ends_and_basis(data: Data) -> str:
    return json.dumps([data.get("from"), data.get("to"), data.get("basis")])


def _ends(data: Data) -> str:
    return json.dumps([data.get("from"), data.get("to")])
