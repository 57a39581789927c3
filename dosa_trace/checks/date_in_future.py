"""An event has a date in the future.

Until that day it counts for nothing, and nobody notices. Usually a digit of the year is wrong.
Plans belong in `targets`, with the day on which the plan was given.

Wrong:

    instruments:
      - id: new-fund
        name: New fund
        kind: fund
        level: nl
        owner: EZ
        status: [{date: 2999-02-03, value: announced, source: nota}]

Right:

    instruments:
      - id: new-fund
        name: New fund
        kind: fund
        level: nl
        owner: EZ
        status: [{date: 2025-02-03, value: announced, source: nota}]
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.dates import PartialDate
from dosa_trace.catalog.model.place import Place
from dosa_trace.catalog.model.records import Instrument, Recommendation
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT405", "date-in-future", Severity.WARNING, __doc__)

#: The lists of a record whose entries bear the date of what happened.
EVENTS = ("responses", "status", "budgets", "targets", "considered")


def find(catalog: Catalog, when: When) -> Iterator[Diagnostic]:
    if when.day is None:
        return
    for place, route, day in _dates(catalog):
        if day.first_day > when.day:
            yield finding(RULE, NOT_YET(date=day), place, *route, hint=LOOK)


def _dates(catalog: Catalog) -> Iterator[tuple[Place, tuple[str | int, ...], PartialDate]]:
    for source in catalog.sources.values():
        if source.date is not None:
            yield source.place, ("date",), source.date
    dated: tuple[Recommendation | Instrument, ...] = (
        *catalog.recommendations.values(),
        *catalog.instruments.values(),
    )
    for record in dated:
        for key in EVENTS:
            for at, event in enumerate(getattr(record, key, ())):
                if event.date is not None:
                    yield record.place, (key, at, "date"), event.date
    for link in catalog.links:
        if link.since is not None:
            yield link.place, ("since",), link.since
        if link.reviewed is not None:
            yield link.place, ("reviewed", "date"), link.reviewed.date
        for at, reading in enumerate(link.readings):
            yield link.place, ("readings", at, "date"), reading.date


NOT_YET = Phrase("{date} is in the future", "{date} ligt in de toekomst")
LOOK = Phrase(
    "correct the date; put plans in targets", "verbeter de datum; zet planning in targets"
)

FINDER = Finder(RULE, find)
