"""What the world did and what was corrected, told apart over two revisions of a catalogue.

What was corrected is what the later catalogue says otherwise of the day of the earlier one; what
the world did is what the later one says of the days since (`time.changes`). Together they lead from
the figures that were given then to those of now.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.diff.diff import CatalogDiff, FiguresChange, StateChange, diff
from dosa_trace.analysis.diff.on_file import RecordName
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.analysis.time.changes import Changes, changes
from dosa_trace.catalog.model.vocabulary import Basis

if TYPE_CHECKING:
    from dosa_trace.catalog.model.catalog import Catalog
    from dosa_trace.graph import TraceGraph


class Corrections(NamedTuple):
    """Both, from the day of the earlier revision on: `corrected` are the states that are now said
    to have been others on that day, `added` and `removed` the recommendations of that day that the
    earlier catalogue lacked and the later one lacks, `figures` those of that day as they were given
    and as they would be given now, `edited` how many records and links were added, removed or
    changed."""

    since: date
    until: date
    corrected: tuple[StateChange, ...]
    added: tuple[tuple[RecordName, State], ...]
    removed: tuple[tuple[RecordName, State], ...]
    figures: Mapping[Basis, FiguresChange]
    edited: int
    happened: Changes


def corrections(before: Catalog, graph: TraceGraph, since: date) -> Corrections:
    """What was corrected since a day on which `before` stood, and what happened from the day after
    until that of the graph. Both catalogues must be sound. Raises BadQuestion for a period that
    ends before it begins."""
    differences = diff(before, graph.catalog, since, graph.basis)
    next_day = date.fromordinal(min(since.toordinal() + 1, date.max.toordinal()))
    return Corrections(
        since=since,
        until=graph.as_of,
        corrected=differences.states,
        added=differences.new_recommendations,
        removed=differences.gone_recommendations,
        figures=differences.figures,
        edited=_edited(differences),
        happened=changes(graph, min(next_day, graph.as_of)),
    )


def _edited(found: CatalogDiff) -> int:
    told = found.difference
    return sum(
        map(
            len,
            (
                told.added, told.removed, told.changed, told.links_added, told.links_removed,
                told.links_changed,
            ),
        )
    )  # fmt: skip
