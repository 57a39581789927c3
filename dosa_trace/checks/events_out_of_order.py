"""Responses or statuses are not in the order of their dates.

On a given day, the last event in the file dated on or before that day counts. So the order of the
file must be the order of events. A month or a year may come before a day in it. That is no
contradiction.

Wrong:

    instruments:
      - id: new-fund
        name: New fund
        kind: fund
        level: nl
        owner: EZ
        status:
          - {date: 2025-02-03, value: in-progress, source: nota}
          - {date: 2024-02-03, value: announced, source: nota}

Right:

    instruments:
      - id: new-fund
        name: New fund
        kind: fund
        level: nl
        owner: EZ
        status:
          - {date: 2024-02-03, value: announced, source: nota}
          - {date: 2025-02-03, value: in-progress, source: nota}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.dates import PartialDate
from dosa_trace.catalog.model.parts import Response, StatusEvent
from dosa_trace.catalog.model.place import Place
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Related, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT401", "events-out-of-order", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for recommendation in catalog.recommendations.values():
        yield from _backward(recommendation.place, "responses", recommendation.responses)
    for instrument in catalog.instruments.values():
        yield from _backward(instrument.place, "status", instrument.status)


def _backward(
    place: Place, key: str, events: Sequence[Response | StatusEvent]
) -> Iterator[Diagnostic]:
    """Events whose dates contradict their order, or that were read before an earlier one of the
    file happened."""
    before: tuple[int, PartialDate] | None = None
    for at, event in enumerate(events):
        day = event.date or event.read
        if before and day and day.last_day < before[1].first_day:
            message = (OUT_OF_ORDER if event.date else READ_BEFORE)(date=day, before=before[1])
            related = (Related(place.span(key, before[0], "date"), THIS_ONE),)
            given = "date" if event.date else "read"
            yield finding(RULE, message, place, key, at, given, hint=SORT, related=related)
        if event.date is not None:
            before = (at, event.date)


OUT_OF_ORDER = Phrase(
    "the event of {date} comes after that of {before}",
    "de gebeurtenis van {date} staat na die van {before}",
)
READ_BEFORE = Phrase(
    "the event read on {date} comes after that of {before}",
    "de op {date} gelezen gebeurtenis staat na die van {before}",
)
THIS_ONE = Phrase("the later event", "de latere gebeurtenis")
SORT = Phrase("put the oldest first", "zet de oudste vooraan")

FINDER = Finder(RULE, find)
