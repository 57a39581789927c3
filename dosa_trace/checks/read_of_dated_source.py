"""An event bears a day of reading, while its source has a date.

`read` is for a page without a date: all that is known is the day on which somebody read it. A
source with a date was true by then, so the event gets that date or an earlier one.

Wrong:

    instruments:
      - id: fund
        name: The fund
        kind: fund
        level: nl
        owner: EZ
        status: [{read: 2026-11-23, value: in-progress, source: nota}]

Right:

    instruments:
      - id: fund
        name: The fund
        kind: fund
        level: nl
        owner: EZ
        status: [{date: 2025-08-21, value: in-progress, source: nota}]
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT408", "read-of-dated-source", Severity.WARNING, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for owner in catalog.by_id.values():
        for key in ("responses", "status"):
            for at, event in enumerate(getattr(owner, key, ())):
                source = catalog.sources.get(event.source)
                if event.date is None and source and source.date is not None:
                    message = DATED(id=source.id, date=source.date)
                    yield finding(RULE, message, owner.place, key, at, "read", hint=USE_DATE)


DATED = Phrase(
    "this event only has a day of reading, while '{id}' is dated {date}",
    "deze gebeurtenis heeft alleen een dag van lezen, terwijl '{id}' van {date} is",
)
USE_DATE = Phrase(
    "write date: the day in the source, else the date of the source",
    "schrijf date: de dag die de bron noemt, anders de datum van de bron",
)

FINDER = Finder(RULE, find)
