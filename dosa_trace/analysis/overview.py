"""Everything at a glance: the figures, how each theme fares, and the gaps that say most."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.coverage import (
    By,
    CoverageReport,
    Group,
    RecommendationCoverage,
    coverage,
)
from dosa_trace.analysis.verdicts import OPEN
from dosa_trace.catalog.parts import LocalText, When
from dosa_trace.catalog.vocabulary import ResponseValue

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph

#: How many gaps an overview points out.
POINTED_OUT = 3


class TellingGap(NamedTuple):
    """A gap worth pointing out: who asked, since when, and what government answered to that."""

    line: RecommendationCoverage
    publisher: LocalText
    since: When


class Overview(NamedTuple):
    """The whole coverage, its rows by theme and whether these add up to the total, and the most
    telling gaps, the most telling first."""

    report: CoverageReport
    themes: tuple[Group, ...]
    themes_add_up: bool
    telling: tuple[TellingGap, ...]


def overview(graph: TraceGraph) -> Overview:
    """The coverage of the whole catalogue, with what to look at first."""
    split = coverage(graph, by=By.THEME)
    return Overview(
        report=split._replace(by=None, groups=(), adds_up=not split.total),
        themes=tuple(group for group in split.groups if group.key is not None),
        themes_add_up=split.adds_up and all(group.key is not None for group in split.groups),
        telling=tuple(most_telling(graph, split.recommendations))[:POINTED_OUT],
    )


def most_telling(graph: TraceGraph, lines: Iterable[RecommendationCoverage]) -> list[TellingGap]:
    """The gaps in the order of what they say: pledged or accepted first, because a promise stands
    without action; then the most concrete, which could have been done as asked; then the longest
    open. A second of one source comes after all others, because a source that was left alone
    would otherwise fill the list."""
    catalog = graph.catalog
    found = []
    for line in lines:
        if line.state not in OPEN:
            continue
        source = catalog.sources[line.source]
        found.append(TellingGap(line, source.publisher, source.when))
    found.sort(
        key=lambda gap: (
            not gap.line.commitment,
            gap.line.response is not ResponseValue.ACCEPTED,
            -(catalog.recommendations[gap.line.id].specificity or 0),
            catalog.sources[gap.line.source].order_day,
            gap.line.id,
        )
    )
    seen: set[str] = set()
    first: list[TellingGap] = []
    others: list[TellingGap] = []
    for gap in found:
        (others if gap.line.source in seen else first).append(gap)
        seen.add(gap.line.source)
    return first + others
