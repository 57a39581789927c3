"""Who has looked? An open recommendation that somebody searched for and one that nobody looked into
are told apart (docs/rules.md, *Searched for, or not*). It depends on no date: when somebody looked
is shown and moves no figure."""

from __future__ import annotations

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.records import Search
from dosa_trace.catalog.model.vocabulary import Sought


def searches_for(catalog: Catalog, recommendation: str, sought: Sought) -> tuple[Search, ...]:
    """The searches for instruments or responses that cover a recommendation, the latest first."""
    covering = catalog.searches_covering.get(recommendation, ())
    return tuple(search for search in covering if sought in search.sought)


def is_only_linked(catalog: Catalog, recommendation: str) -> bool:
    """Whether a supporting link leads from it, and no search covers it."""
    searched = bool(searches_for(catalog, recommendation, Sought.INSTRUMENT))
    return not searched and recommendation in catalog.supported


def is_searched(catalog: Catalog, recommendation: str) -> bool:
    """Whether somebody searched for an instrument: a search covers it. A link that leads from it is
    none, however it came about."""
    return bool(searches_for(catalog, recommendation, Sought.INSTRUMENT))


def is_response_searched(catalog: Catalog, recommendation: str) -> bool:
    """Whether somebody looked for what government answered."""
    return bool(searches_for(catalog, recommendation, Sought.RESPONSE))
