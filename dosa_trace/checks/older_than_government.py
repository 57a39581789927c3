"""The last known status of a national instrument dates from before the present government.

A new government may have ended or changed it without a line in the catalogue. The catalogue says in
`governments` when each took office. Without that field this rule finds nothing.

Wrong:

    catalogue:
      title: Catalogue
      languages: [en]
      governments: [{name: A new cabinet, date: 2025-05-01, source: nota}]
    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, evidence: [{source: nota}]}

Right:

    catalogue:
      title: Catalogue
      languages: [en]
      governments: [{name: An earlier cabinet, date: 2022-01-10, source: nota}]
    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, evidence: [{source: nota}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.catalog_info import Government
from dosa_trace.catalog.model.dates import months_before
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.labels import STATUSES
from dosa_trace.language import Phrase

RULE = Rule("DT404", "older-than-government", Severity.NOTE, __doc__)


def find(catalog: Catalog, when: When) -> Iterator[Diagnostic]:
    """National instruments that count on the day and of which nothing was heard in the months
    before the latest change of government, nor since."""
    day = when.day
    present = _present(catalog, day) if day is not None else None
    if day is None or present is None:
        return
    since = present.date.first_day
    for instrument in catalog.instruments.values():
        event = instrument.status_on(day)
        if instrument.level != "nl" or event is None or event.value.has_ended:
            continue
        if event.date is None:
            continue
        if event.date.last_day < months_before(since, when.months):
            message = OLDER(
                id=instrument.id,
                status=STATUSES[event.value],
                date=event.date.text,
                government=present.name,
                since=present.date.text,
            )
            at = instrument.status.index(event)
            yield finding(RULE, message, instrument.place, "status", at, hint=LOOK)


def _present(catalog: Catalog, day: date) -> Government | None:
    known = [
        government for government in catalog.info.governments if government.date.last_day <= day
    ]
    return max(known, key=lambda one: one.date.last_day, default=None)


OLDER = Phrase(
    "'{id}' was last known to be {status} on {date}; {government} took office on {since}",
    "'{id}' was voor het laatst {status} op {date}; {government} trad aan op {since}",
)
LOOK = Phrase(
    "find out what this government says about it, and add that status",
    "zoek uit wat deze regering erover zegt, en voeg die status toe",
)

FINDER = Finder(RULE, find, months=0)
