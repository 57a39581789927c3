"""The figures that depend on a link which somebody doubts.

A doubt moves no state and no date of it counts (docs/rules.md, *The as-of date is about the
world*): it is shown wherever the figure is, until it is answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from dosa_trace.catalog.facts.second_readings import is_open
from dosa_trace.catalog.model.reach import closure
from dosa_trace.catalog.model.records import TraceLink


def is_doubted(link: TraceLink) -> bool:
    """Whether an objection to it stands open: a doubt, or a reading that differs."""
    return any(doubt.answered is None for doubt in link.doubts) or any(
        is_open(link, reading) for reading in link.readings
    )


def leading_to_doubt(links: Collection[TraceLink]) -> frozenset[str]:
    """What leads over some of these links to a doubted one of them."""
    doubted = {link.origin for link in links if is_doubted(link)}
    if not doubted:
        return frozenset()
    onto: defaultdict[str, list[str]] = defaultdict(list)
    for link in links:
        onto[link.target].append(link.origin)
    return closure(doubted, lambda name: onto.get(name, ()))
