"""What somebody judges otherwise than the catalogue and nobody has decided about, beside links:
instruments that were rejected, and fields of recommendations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dosa_trace.analysis.judging.selection import Where, select
from dosa_trace.analysis.robustness.to_review import FieldToRead, Pair
from dosa_trace.catalog.facts.field_judgements import is_open_field
from dosa_trace.catalog.facts.second_readings import is_open_rejection
from dosa_trace.catalog.model.vocabulary import Matter

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


def disputed_rejections(graph: TraceGraph, where: Sequence[Where] = ()) -> Iterator[Pair]:
    """The instruments that were rejected for the selected recommendations and that somebody finds
    to do something. Raises BadQuestion."""
    for asked in select(graph, where):
        for looked in asked.considered:
            if any(map(is_open_rejection, looked.readings)):
                yield from (Pair(asked.id, end) for end in looked.instruments)


def disputed_fields(
    graph: TraceGraph, matter: Matter, where: Sequence[Where] = ()
) -> Iterator[FieldToRead]:
    """The fields of the selected recommendations that somebody judges otherwise. Raises
    BadQuestion."""
    for asked in select(graph, where):
        fields = (read.of for read in asked.readings if is_open_field(asked, read))
        for of in dict.fromkeys(fields):
            if of.partition(".")[0] == matter:
                yield FieldToRead(asked.id, of)
