"""The themes that are asked about, by how many institutions and by which one alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.coverage.coverage import RecommendationCoverage
from dosa_trace.analysis.coverage.priority import institutions
from dosa_trace.catalog.facts.names import asker, short_name_of
from dosa_trace.catalog.model.parts import LocalText

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class ThemeAsked(NamedTuple):
    """A theme, how many of the selected recommendations ask about it, and the institutions that do,
    named as shortly as the catalogue can."""

    id: str
    label: LocalText | None
    recommendations: int
    institutions: tuple[LocalText, ...]


def themes_asked(
    graph: TraceGraph, lines: Iterable[RecommendationCoverage]
) -> Iterator[ThemeAsked]:
    """The themes of some recommendations, those that most institutions ask about first."""
    catalog = graph.catalog
    asked: defaultdict[str, dict[str, None]] = defaultdict(dict)
    number: defaultdict[str, int] = defaultdict(int)
    for line in lines:
        for theme in line.themes:
            number[theme] += 1
            asked[theme].update(dict.fromkeys(institutions(graph, line.source)))
    for theme in sorted(asked, key=lambda theme: (-len(asked[theme]), -number[theme], theme)):
        names = (short_name_of(catalog, asker(catalog, one)) for one in asked[theme])
        known = catalog.themes.get(theme)
        yield ThemeAsked(theme, known.name if known else None, number[theme], tuple(names))
