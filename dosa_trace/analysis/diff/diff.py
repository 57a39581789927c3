"""What follows from an edit of a catalogue: states that changed and why, the figures before and
after, links that have become suspect."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from dosa_trace.analysis.diff.causes import Cause, Edited, why_moved
from dosa_trace.analysis.diff.on_file import (
    Difference,
    LinkName,
    Match,
    RecordName,
    difference,
    link_name,
    match,
)
from dosa_trace.analysis.judging.figures import Figures
from dosa_trace.analysis.judging.verdicts import COUNTED_BASES, Judge, State
from dosa_trace.catalog.facts.reviews import is_suspect
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.graph import TraceGraph


class StateChange(NamedTuple):
    """A recommendation whose state is another than before; `worse` and `better` are both false
    between declined and gap, behind neither of which anything stands."""

    id: str
    title: LocalText
    before: State
    after: State
    worse: bool
    better: bool
    because: tuple[Cause, ...]


class EndedInstrument(NamedTuple):
    """An instrument that no longer counts, with the parts of it that still do."""

    id: str
    title: LocalText
    parts: tuple[str, ...]


class FiguresChange(NamedTuple):
    """The figures on one basis."""

    before: Figures
    after: Figures


class CatalogDiff(NamedTuple):
    """The whole answer to what an edit does."""

    digest_before: str
    digest_after: str
    difference: Difference
    states: tuple[StateChange, ...]
    new_recommendations: tuple[tuple[RecordName, State], ...]
    gone_recommendations: tuple[tuple[RecordName, State], ...]
    figures: Mapping[Basis, FiguresChange]
    new_suspects: tuple[LinkName, ...]
    ended: tuple[EndedInstrument, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs on file."""
        told = self.difference
        return not any(
            (
                told.added, told.removed, told.changed, told.renamed,
                told.links_added, told.links_removed, told.links_changed,
            )
        )  # fmt: skip

    def count(self, test: Callable[[StateChange], bool]) -> int:
        return sum(map(test, self.states))


def diff(
    before: Catalog, after: Catalog, as_of: date, basis: Basis = Basis.INFERRED
) -> CatalogDiff:
    """What differs between two catalogues, and what that does to the answers on a date.

    Both must be sound (`checks.soundness`).
    """
    matched = match(before, after)
    differences = difference(before, after, matched)
    was = _States(before, as_of, basis)
    now = _States(after, as_of, basis)
    names = matched.names
    kept = {old: names[old] for old in was.states if names.get(old) in now.states}
    moved = {new: (was.states[old], now.states[new]) for old, new in kept.items()}
    moved = {new: pair for new, pair in moved.items() if pair[0] is not pair[1]}
    causes = why_moved(
        Edited(before, after, matched, differences),
        moved,
        lambda catalog: _States(catalog, as_of, basis).states,
    )
    return CatalogDiff(
        digest_before=before.digest,
        digest_after=after.digest,
        difference=differences,
        states=tuple(
            StateChange(
                id=name,
                title=after.recommendations[name].title,
                before=first,
                after=last,
                worse=last.rank < first.rank,
                better=last.rank > first.rank,
                because=tuple(causes.get(name, ())),
            )
            for name, (first, last) in sorted(moved.items())
        ),
        new_recommendations=_only_in(now, after, set(kept.values())),
        gone_recommendations=_only_in(was, before, set(kept)),
        figures={
            each: FiguresChange(was.figures(each), now.figures(each)) for each in COUNTED_BASES
        },
        new_suspects=tuple(_new_suspects(before, after, matched)),
        ended=tuple(_ended(was.graph, now.graph, names)),
    )


class _States:
    """The states of a catalogue's recommendations on a date."""

    def __init__(self, catalog: Catalog, as_of: date, basis: Basis) -> None:
        self.graph = TraceGraph(catalog, as_of=as_of, basis=basis)
        self.judge = Judge(self.graph)
        self.states = {
            recommendation.id: self.judge.judge(recommendation).state
            for recommendation in self.graph.recommendations
        }

    def figures(self, basis: Basis) -> Figures:
        return Figures.of(
            self.judge.state_on(recommendation, basis)
            for recommendation in self.graph.recommendations
        )


def _only_in(
    side: _States, catalog: Catalog, kept: set[str]
) -> tuple[tuple[RecordName, State], ...]:
    return tuple(
        (RecordName("recommendation", one, catalog.recommendations[one].title), state)
        for one, state in sorted(side.states.items())
        if one not in kept
    )


def _ended(
    before: TraceGraph, after: TraceGraph, names: Mapping[str, str]
) -> Iterator[EndedInstrument]:
    """Instruments that carried before and, on file still, do not after."""
    for old, instrument in sorted(before.catalog.instruments.items()):
        now = after.catalog.instruments.get(names.get(old, ""))
        if now is None or not before.is_live_or_announced(instrument):
            continue
        if not after.is_live_or_announced(now):
            parts = after.catalog.parts(now.id)
            ongoing = [
                one for one in parts if after.is_live_or_announced(after.catalog.instruments[one])
            ]
            yield EndedInstrument(now.id, now.name, tuple(ongoing))


def _new_suspects(before: Catalog, after: Catalog, matched: Match) -> Iterator[LinkName]:
    was = {new: old for old, new in matched.pairs.both}
    for link in after.links:
        if is_suspect(after, link) and not (link in was and is_suspect(before, was[link])):
            yield link_name(link)
