"""A recommendation is open, and there is no recent search.

Nobody acting and nobody searching are two different things. A search with its words and places
keeps them apart. An old search says little about today.

Wrong:

    recommendations:
      - {id: open-models, source: factsheet, title: Support open models}

Right:

    recommendations:
      - {id: open-models, source: factsheet, title: Support open models}
    searches:
      - id: search-models
        date: 2025-09-01
        for: [instrument, response]
        covers: [open-models]
        words: [open models, public models]
        where: [rijksoverheid.nl]
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.facts.searches import searches_for
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.dates import months_between
from dosa_trace.catalog.model.vocabulary import Sought
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT406", "gap-not-searched", Severity.NOTE, __doc__)


def find(catalog: Catalog, when: When) -> Iterator[Diagnostic]:
    day = when.day
    if day is None or not catalog.is_whole:
        return
    for asked in catalog.recommendations.values():
        if asked.id in catalog.supported:
            continue
        searches = searches_for(catalog, asked.id, Sought.INSTRUMENT)
        if not searches:
            yield finding(RULE, NEVER(id=asked.id), asked.place, "id", hint=SEARCH)
            continue
        last = searches[0].date
        age = months_between(last.last_day, day)
        if age >= when.months:
            message = LONG_AGO(id=asked.id, date=last.text, months=age)
            yield finding(RULE, message, asked.place, "id", hint=SEARCH_AGAIN)


NEVER = Phrase(
    "'{id}' is open, and no search in the catalogue covers it",
    "'{id}' is open, en geen zoekactie in de catalogus gaat erover",
)
SEARCH = Phrase(
    "look for an instrument, and record the search with its words and places",
    "zoek naar een instrument, en leg de zoekactie vast met woorden en vindplaatsen",
)
LONG_AGO = Phrase(
    "'{id}' is open, and the last search was on {date}, {months} {months:month|months} ago",
    "'{id}' is open, en de laatste zoekactie was op {date}, {months} {months:maand|maanden} "
    "geleden",
)
SEARCH_AGAIN = Phrase(
    "search again, and record the new search", "zoek opnieuw, en leg de nieuwe zoekactie vast"
)

FINDER = Finder(RULE, find, months=24)
