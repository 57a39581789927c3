"""How near records are to each other: by the likeness of their texts, a theme in common, and less
so where the one resembles everything (hub correction after Conneau and others, 2018)."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from statistics import median
from typing import TYPE_CHECKING

from dosa_trace.analysis.suggest.likeness import Likeness, Text, joined
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.records import Instrument, Objective, Recommendation

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph

#: How much a theme in common adds, as a part of what is missing to 1.
OF_THEMES = 0.06
#: Of how many nearest the mean likeness is taken off what resembles everything, in part.
NEAREST = 5
#: The names of how many of its parts speak for an instrument.
MOST_PARTS = 30
#: How far the nearest must stand out before any of it is; where all are about as near there are
#: many answers, and what resembles everything is one of them.
STANDS_OUT = 0.35


#: Below which part of how near the nearest typically is nothing is proposed: one in four of what is
#: nearer was an answer on file where that was measured (`docs/suggest.md`).
NEAR_ENOUGH = 0.73
#: How many recommendations tell how near the nearest typically is, and how few tell nothing.
MOST_ASKED, FEWEST_ASKED = 200, 20
#: Below this nothing is proposed where too few tell.
USUAL = 0.16


def threshold(graph: TraceGraph, targets: Sequence[Instrument | Objective]) -> float:
    """How near a pair must be to be proposed.

    It follows the texts of the catalogue, since long ones are alike in another degree than titles:
    a part of the median of how near the nearest target is to each recommendation. Of many some are
    drawn, evenly, so that it is the same whatever is asked.
    """
    known = graph.recommendations
    step = max(1, -(-len(known) // MOST_ASKED))
    drawn = known[::step]
    if len(drawn) < FEWEST_ASKED or len(targets) < NEAREST:
        return USUAL
    _, rows = nearness(graph, drawn, targets)
    typical = median(max(row.values(), default=0.0) for row in rows)
    return max(round(NEAR_ENOUGH * typical, 3), 0.001)


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
        [_text(graph.catalog, origin) for origin in origins],
        [_text(graph.catalog, target) for target in targets],
    )
    tops = [[0.0] * NEAREST for _ in targets]
    rows, stand_out = [], []
    for at in graph.passing(range(len(origins))):
        row = likeness.of(at)
        for other, score in row.items():
            if score > tops[other][0]:
                heapq.heapreplace(tops[other], score)
        stand_out.append(standing_out(row))
        rows.append({other: score for other, score in row.items() if score > least})
    hubs = [sum(sorted(top)) / NEAREST for top in tops] if len(origins) > NEAREST else []
    apart = [lead for lead in stand_out if lead is not None]
    discount = max(sum(apart) / len(apart) - STANDS_OUT, 0.0) if hubs and apart else 0.0
    if discount:
        rows = [
            {other: score - discount * hubs[other] for other, score in row.items()} for row in rows
        ]
    return likeness, [
        _with_themes(row, set(origin.themes), targets, of_themes)
        for row, origin in zip(rows, origins, strict=True)
    ]


def standing_out(row: Mapping[int, float]) -> float | None:
    """How far, from 0 to 1, the nearest stands out from the fifth; none where there is no fifth."""
    near = heapq.nlargest(NEAREST, row.values())
    if len(near) < NEAREST or near[0] <= 0:
        return None
    return (near[0] - near[-1]) / near[0]


def _with_themes(
    row: Mapping[int, float],
    themes: set[str],
    targets: Sequence[Instrument | Objective],
    of_themes: float,
) -> dict[int, float]:
    return {
        other: score
        if themes.isdisjoint(targets[other].themes)
        else score + of_themes * (1 - score)
        for other, score in row.items()
    }


def _text(catalog: Catalog, one: Recommendation | Objective | Instrument) -> Text:
    """All that a record says of itself, in both languages: title, text, and the names of the parts
    of an instrument."""
    said: list[LocalText | None] = [one.title]
    if isinstance(one, Recommendation):
        said.append(one.text)
    if isinstance(one, Instrument):
        said.append(one.description)
        parts = catalog.nearest_parts(one.id, MOST_PARTS)
        said += [catalog.instruments[part].name for part in parts]
    return Text(one.id, joined(pair for text in said if text for pair in text.texts))
