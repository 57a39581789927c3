"""A recommendation is many months old and has no response, link or considered instrument.

That government does not respond is worth reporting. A response missing from the catalogue does not
show that. Look for a response or an instrument. If there is none, say in `considered` what was
looked at.

Wrong:

    recommendations:
      - {id: open-models, source: factsheet, title: Support open models}

Right:

    recommendations:
      - id: open-models
        source: factsheet
        title: Support open models
        considered: [{instruments: [ained], reason: it funds research and no models, date: 2025-09}]
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

RULE = Rule("DT402", "unanswered-recommendation", Severity.WARNING, __doc__)


def find(catalog: Catalog, when: When) -> Iterator[Diagnostic]:
    day = when.day
    if day is None or not catalog.is_whole:
        return
    linked = {end for link in catalog.links for end in (link.origin, link.target)}
    for asked in catalog.recommendations.values():
        source = catalog.sources.get(asked.source)
        if source is None or asked.id in linked or asked.responses or asked.considered:
            continue
        if source.date is None or searches_for(catalog, asked.id, Sought.INSTRUMENT):
            continue
        age = months_between(source.date.last_day, day)
        if age >= when.months:
            message = NOBODY(id=asked.id, date=source.date.text, months=age)
            yield finding(RULE, message, asked.place, "id", hint=LOOK)


NOBODY = Phrase(
    "'{id}' is {months} {months:month|months} old ({date}), without a response, link or "
    "considered instrument",
    "'{id}' is {months} {months:maand|maanden} oud ({date}), zonder reactie, koppeling of "
    "bekeken instrument",
)
LOOK = Phrase(
    "look for an instrument; if there is none, add considered with what was looked at",
    "zoek een instrument; is er geen, voeg dan considered toe met wat is bekeken",
)

FINDER = Finder(RULE, find, months=12)
