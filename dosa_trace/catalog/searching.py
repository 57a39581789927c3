"""Who has looked? An open recommendation that somebody searched for and one that nobody looked into
are told apart (DESIGN, *searched or not searched*). It depends on no date: when somebody looked is
shown and moves no figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from dosa_trace.catalog.contents import Catalog
from dosa_trace.catalog.records import Search
from dosa_trace.catalog.vocabulary import Relation, Sought


def searches_for(catalog: Catalog, sought: Sought) -> Mapping[str, tuple[Search, ...]]:
    """The searches for instruments or responses that cover each recommendation, the latest first;
    a recommendation that none covers is not there."""
    covering: defaultdict[str, list[Search]] = defaultdict(list)
    latest_first = sorted(
        catalog.searches.values(),
        key=lambda search: (search.date.last_day, search.id),
        reverse=True,
    )
    for search in latest_first:
        if sought in search.sought:
            for recommendation in dict.fromkeys(search.covers):
                covering[recommendation].append(search)
    return {name: tuple(searches) for name, searches in covering.items()}


def answered_on_file(catalog: Catalog) -> frozenset[str]:
    """The recommendations from which a supporting link of any basis leads: somebody looked there,
    whatever the link is worth."""
    return frozenset(link.origin for link in catalog.links if link.relation is Relation.SUPPORTS)


class Searched:
    """Which recommendations somebody has looked into."""

    def __init__(self, catalog: Catalog) -> None:
        self._linked = answered_on_file(catalog)
        self._by = {sought: searches_for(catalog, sought) for sought in Sought}

    def searches(self, recommendation: str, sought: Sought) -> tuple[Search, ...]:
        """The searches that cover a recommendation, the latest first."""
        return self._by[sought].get(recommendation, ())

    def for_instrument(self, recommendation: str) -> bool:
        """Whether somebody looked for what answers it."""
        covered = bool(self.searches(recommendation, Sought.INSTRUMENT))
        return covered or recommendation in self._linked

    def for_response(self, recommendation: str) -> bool:
        """Whether somebody looked for what government answered."""
        return bool(self.searches(recommendation, Sought.RESPONSE))
