"""How near are records to each other? By the likeness of their texts, a theme in common, and less
so where the one resembles everything (hub correction after Conneau and others, 2018)."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from dosa_trace.analysis.likeness import Likeness, Text, joined
from dosa_trace.catalog.contents import Catalog
from dosa_trace.catalog.parts import LocalText
from dosa_trace.catalog.records import Instrument, Objective, Recommendation

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph

#: How much a theme in common adds, as a part of what is missing to 1.
OF_THEMES = 0.06
#: Of how many nearest the mean likeness is taken off what resembles everything, in part.
NEAREST = 5
#: How far the nearest must stand out before any of it is; where all are about as near there are
#: many answers, and what resembles everything is one of them.
STANDS_OUT = 0.35


def nearness(
    graph: TraceGraph,
    origins: Sequence[Recommendation | Objective],
    targets: Sequence[Instrument | Objective],
    least: float = 0.0,
    of_themes: float = OF_THEMES,
) -> tuple[Likeness, list[dict[int, float]]]:
    """How near each of some records is to each of others, by their places; pairs that are no more
    than so little alike, without a theme in common, are left out."""
    likeness = Likeness(
        [_text(graph.catalog, one) for one in origins],
        [_text(graph.catalog, one) for one in targets],
    )
    rows = [likeness.of(at) for at in graph.passing(range(len(origins)))]
    hubs = _hubs(rows, len(targets)) if len(origins) > NEAREST else {}
    discount = max(standing_out(rows) - STANDS_OUT, 0.0)
    scores = []
    for at, row in enumerate(rows):
        themes = set(origins[at].themes)
        near = ((other, score - discount * hubs.get(other, 0.0)) for other, score in row.items())
        scores.append(
            {
                other: score + of_themes * (1 - score)
                if not themes.isdisjoint(targets[other].themes)
                else score
                for other, score in near
                if score > least
            }
        )
    return likeness, scores


def standing_out(rows: Iterable[Mapping[int, float]]) -> float:
    """How far, from 0 to 1, the nearest of each stands out from its fifth, in the mean."""
    parts = []
    for row in rows:
        near = heapq.nlargest(NEAREST, row.values())
        if len(near) == NEAREST and near[0] > 0:
            parts.append((near[0] - near[-1]) / near[0])
    return sum(parts) / len(parts) if parts else 0.0


def _hubs(rows: Iterable[Mapping[int, float]], targets: int) -> dict[int, float]:
    """The mean likeness of each target to the nearest of all that were compared with it."""
    onto: list[list[float]] = [[] for _ in range(targets)]
    for row in rows:
        for other, score in row.items():
            onto[other].append(score)
    return {
        other: sum(heapq.nlargest(NEAREST, scores)) / NEAREST
        for other, scores in enumerate(onto)
        if scores
    }


def _text(catalog: Catalog, one: Recommendation | Objective | Instrument) -> Text:
    """All that a record says of itself, in both languages: title, text, and the names of the parts
    of an instrument."""
    said: list[LocalText | None] = [one.title]
    if isinstance(one, Recommendation):
        said.append(one.text)
    if isinstance(one, Instrument):
        said.append(one.description)
        said += [catalog.instruments[part].name for part in catalog.parts(one.id)]
    return Text(one.id, joined(pair for text in said if text for pair in text.texts))
