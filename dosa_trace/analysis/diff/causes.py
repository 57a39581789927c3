"""The edits that moved a recommendation: those without which its state would be another.

Each edit is undone by itself (a counterfactual), and only the part of the catalogue is judged anew
that those lead to who could feel it; above `MOST_EDITS` all edits that could be felt are named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from dosa_trace.analysis.diff.on_file import Difference, Match, changed_links
from dosa_trace.analysis.diff.values import FieldChange
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.reach import closure
from dosa_trace.catalog.model.records import (
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
    """One edit of a record, or of the links that begin at one, and what there would be without it:
    a link less, a link more, or a record as it was."""

    cause: Cause
    touches: str
    without: TraceLink | None = None
    back: TraceLink | None = None
    record: Record | None = None

    @property
    def is_of_a_source(self) -> bool:
        """Sources are named by records, not by links, so anybody may depend on one."""
        return isinstance(self.record, Source)


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
    several did it together, all that it could have felt.

    An edit is undone in that part of the catalogue alone that those lead to who could feel it.
    """
    causes_of: dict[str, list[Cause]] = {name: [] for name in moved}
    if not causes_of:
        return causes_of
    edits = list(_edits(edited))
    world = _World(edited.after)
    felt = {at: world.leading_to(edit.touches) & causes_of.keys() for at, edit in enumerate(edits)}
    if len(edits) <= MOST_EDITS:
        now = states(world.part(causes_of, None))
        for at, edit in enumerate(edits):
            by = [name for name in causes_of if edit.is_of_a_source or name in felt[at]]
            without = states(world.part(by, edit)) if by else {}
            for name in by:
                if without.get(name) is not now[name]:
                    causes_of[name].append(edit.cause)
    unexplained = {name for name, causes in causes_of.items() if not causes}
    for at, edit in enumerate(edits):
        for name in felt[at] & unexplained:
            causes_of[name].append(edit.cause)
    return causes_of


class _World:
    """A catalogue by where its links begin, to look at parts of it."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.links: defaultdict[str, list[TraceLink]] = defaultdict(list)
        self.onto: defaultdict[str, list[str]] = defaultdict(list)
        for link in catalog.links:
            self.links[link.origin].append(link)
            self.onto[link.target].append(link.origin)

    def leading_to(self, target: str) -> frozenset[str]:
        """All that any links lead from to a record, itself among them."""
        return closure({target}, lambda name: self.onto.get(name, ()))

    def reached(self, start: Iterable[str], more: TraceLink | None = None) -> frozenset[str]:
        """All that any link leads to, one more link among them."""

        def onward(name: str) -> Iterator[str]:
            yield from (link.target for link in self.links.get(name, ()))
            if more is not None and more.origin == name:
                yield more.target

        return closure(start, onward)

    def part(self, asked: Iterable[str], edit: _Edit | None) -> Catalog:
        """What some recommendations lead to, without an edit: enough to judge them."""
        catalog = self.catalog
        wanted = dict.fromkeys(asked)
        names = self.reached(wanted, edit.back if edit else None)
        links = [link for name in names for link in self.links.get(name, ())]
        if edit is not None:
            links = [link for link in links if link is not edit.without]
            links += (edit.back,) if edit.back else ()
        part = replace(
            catalog,
            recommendations={name: catalog.recommendations[name] for name in wanted},
            objectives={
                name: catalog.objectives[name] for name in names & catalog.objectives.keys()
            },
            instruments={
                name: catalog.instruments[name] for name in names & catalog.instruments.keys()
            },
            links=tuple(links),
        )
        return _with_record(part, edit.touches, edit.record) if edit and edit.record else part


def _edits(edited: Edited) -> Iterator[_Edit]:
    before, after, (names, pairs, _), difference = edited
    ids = after.by_id.keys()
    for link in pairs.added:
        yield _Edit(_of_link("added", link), link.origin, without=link)
    for link in pairs.removed:
        back = replace(link, origin=names.get(link.origin, ""), target=names.get(link.target, ""))
        cause = _of_link("removed", link)
        if back.origin in ids and back.target in ids and _knows_evidence(back, after):
            yield _Edit(cause, back.origin, back=back)
        elif back.origin in ids:
            yield _Edit(cause, back.origin)
    for old, new, change in changed_links(edited.matched):
        back = replace(old, origin=new.origin, target=new.target)
        if _knows_evidence(back, after):
            cause = _of_link("changed", new, change)
            yield _Edit(cause, new.origin, without=new, back=back)
    was = {new: old for old, new in names.items()}
    for record in difference.changed:
        name = record.name.id
        cause = Cause("changed", record.name.record, name, _keys(record.fields))
        yield _Edit(cause, name, record=before.by_id[was[name]])


def _knows_evidence(link: TraceLink, catalog: Catalog) -> bool:
    return all(item.source in catalog.sources for item in link.evidence)


def _of_link(edit: str, link: TraceLink, fields: Iterable[FieldChange] = ()) -> Cause:
    return Cause(edit, "link", link.id, _keys(fields))


def _keys(fields: Iterable[FieldChange]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(field.key for field in fields))


def _with_record(catalog: Catalog, name: str, record: Record) -> Catalog:
    """A catalogue with one record as it was before, under its present name."""
    match record:
        case Recommendation() if (
            name in catalog.recommendations and record.source in catalog.sources
        ):
            shelf = {**catalog.recommendations, name: replace(record, id=name)}
            return replace(catalog, recommendations=shelf)
        case Objective() if name in catalog.objectives:
            return replace(
                catalog, objectives={**catalog.objectives, name: replace(record, id=name)}
            )
        case Instrument() if name in catalog.instruments:
            instruments = {**catalog.instruments, name: replace(record, id=name)}
            return replace(catalog, instruments=instruments)
        case Source():
            return replace(catalog, sources={**catalog.sources, name: replace(record, id=name)})
    return catalog
