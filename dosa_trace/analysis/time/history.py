"""The figures on every day on which one of them became another, as a picture has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.judging.figures import Figures
from dosa_trace.analysis.judging.selection import Where, refuse_answers, select
from dosa_trace.analysis.time.timeline import Instant, refuse_turned_round, timeline
from dosa_trace.catalog.model.vocabulary import Basis

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class Point(NamedTuple):
    """The figures from a day on, on both bases; `first_seen` where what moved them was only read
    that day."""

    day: date
    by_basis: Mapping[Basis, Figures]
    first_seen: bool = False


class History(NamedTuple):
    """The points from `since` on, in their order; the first holds what stood before."""

    where: tuple[Where, ...]
    since: date | None
    points: tuple[Point, ...]


def history(
    graph: TraceGraph,
    since: date | None,
    where: Sequence[Where] = (),
    instants: Iterable[Instant] | None = None,
) -> History:
    """The figures of the selected recommendations through time; `instants` spares the work of one
    who went through it before. Raises BadQuestion."""
    refuse_answers(where)
    if since is not None:
        refuse_turned_round(graph, since)
    if instants is None:
        instants = timeline(graph, select(graph, where))
    before: Point | None = None
    points: list[Point] = []
    for instant in instants:
        point = Point(instant.day, instant.figures, instant.first_seen)
        if points and points[-1].by_basis == point.by_basis:
            continue
        if since is not None and instant.day < since:
            before = Point(since, instant.figures)
        else:
            points.append(point)
    if before is not None and not (points and points[0].day == before.day):
        points.insert(0, before)
    return History(tuple(where), since, tuple(points))
