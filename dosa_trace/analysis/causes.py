"""Which edit moved a recommendation? Each is undone by itself, to see whether the state would be
another without it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from dosa_trace.analysis.difference import Difference, Match, changed_links
from dosa_trace.analysis.fieldwise import FieldChange
from dosa_trace.analysis.verdicts import State
from dosa_trace.catalog.contents import Catalog
from dosa_trace.catalog.records import (
    Instrument,
    Objective,
    Recommendation,
    Record,
    Source,
    TraceLink,
)

#: Above so many edits each is no longer undone by itself to see what it did.
MOST_EDITS = 300


class Cause(NamedTuple):
    """An edit without which the state would be another: a link (`origin` → `target`) or the fields
    of a record."""

    edit: str
    record: str
    id: str
    fields: tuple[str, ...] = ()


class _Edit(NamedTuple):
    """One edit, with the catalogue of after as it would be without it."""

    cause: Cause
    touches: str
    undone: Catalog


class Edited(NamedTuple):
    """Two catalogues, what in one is what in the other, and what differs."""

    before: Catalog
    after: Catalog
    matched: Match
    told: Difference


def why_moved(
    edited: Edited,
    moved: Iterable[str],
    states: Callable[[Catalog], Mapping[str, State]],
) -> Mapping[str, list[Cause]]:
    """For each recommendation that moved, the edits without which its state would be another; where
    several did it together, all that it could have felt."""
    found: dict[str, list[Cause]] = {one: [] for one in moved}
    if not found:
        return found
    edits = list(_edits(edited))
    if len(edits) <= MOST_EDITS:
        now = states(edited.after)
        for edit in edits:
            without = states(edit.undone)
            for one, causes in found.items():
                if without.get(one) is not now[one]:
                    causes.append(edit.cause)
    links = _by_origin(edited.after)
    for one, causes in found.items():
        if not causes:
            near = _reached_by_any_link(links, one)
            causes += [edit.cause for edit in edits if edit.touches in near]
    return found


def _edits(edited: Edited) -> Iterator[_Edit]:
    before, after, (names, pairs, _), told = edited
    ids = after.by_id.keys()
    for link in pairs.added:
        yield _Edit(_of_link("added", link), link.origin, _with_links(after, without=link))
    for link in pairs.removed:
        back = replace(link, origin=names.get(link.origin, ""), target=names.get(link.target, ""))
        cause = _of_link("removed", link)
        if back.origin in ids and back.target in ids and _knows_evidence(back, after):
            yield _Edit(cause, back.origin, _with_links(after, add=back))
        elif back.origin in ids:
            yield _Edit(cause, back.origin, after)
    for old, new, change in changed_links(edited.matched):
        back = replace(old, origin=new.origin, target=new.target)
        if _knows_evidence(back, after):
            cause = _of_link("changed", new, change)
            yield _Edit(cause, new.origin, _with_links(after, without=new, add=back))
    was = {new: old for old, new in names.items()}
    for record in told.changed:
        name = record.name.id
        cause = Cause("changed", record.name.record, name, _keys(record.fields))
        yield _Edit(cause, name, _with_record(after, name, before.by_id[was[name]]))


def _knows_evidence(link: TraceLink, catalog: Catalog) -> bool:
    return all(item.source in catalog.sources for item in link.evidence)


def _of_link(edit: str, link: TraceLink, fields: Iterable[FieldChange] = ()) -> Cause:
    return Cause(edit, "link", link.id, _keys(fields))


def _keys(fields: Iterable[FieldChange]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(field.key for field in fields))


def _with_links(
    catalog: Catalog, without: TraceLink | None = None, add: TraceLink | None = None
) -> Catalog:
    links = [link for link in catalog.links if link is not without]
    return replace(catalog, links=(*links, *([add] if add else [])))


def _with_record(catalog: Catalog, name: str, record: Record) -> Catalog:
    """A catalogue with one record as it was before, under its present name."""
    match record:
        case Recommendation() if record.source in catalog.sources:
            shelf = {**catalog.recommendations, name: replace(record, id=name)}
            return replace(catalog, recommendations=shelf)
        case Objective():
            return replace(
                catalog, objectives={**catalog.objectives, name: replace(record, id=name)}
            )
        case Instrument():
            instruments = {**catalog.instruments, name: replace(record, id=name)}
            return replace(catalog, instruments=instruments)
        case Source():
            return replace(catalog, sources={**catalog.sources, name: replace(record, id=name)})
    return catalog


def _by_origin(catalog: Catalog) -> Mapping[str, list[str]]:
    targets: defaultdict[str, list[str]] = defaultdict(list)
    for link in catalog.links:
        targets[link.origin].append(link.target)
    return targets


def _reached_by_any_link(targets: Mapping[str, list[str]], start: str) -> set[str]:
    seen, todo = {start}, [start]
    while todo:
        for target in targets.get(todo.pop(), ()):
            if target not in seen:
                seen.add(target)
                todo.append(target)
    return seen
