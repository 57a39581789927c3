"""Responses or statuses are not in the order of their dates.

The last event in the file that is known on a day holds on it, so the order of the file must be
that of what happened. A month or a year may stand before a day in it: that is no contradiction.

Fails:

    instruments:
      - id: new-fund
        name: New fund
        kind: fund
        level: nl
        owner: EZ
        status:
          - {date: 2025-02-03, value: in-progress, source: nota}
          - {date: 2024-02-03, value: announced, source: nota}

Mended:

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
from itertools import pairwise

from dosa_trace.catalog.contents import Catalog
from dosa_trace.catalog.dates import PartialDate
from dosa_trace.catalog.records import Place
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Related, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT401", "events-out-of-order", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for recommendation in catalog.recommendations.values():
        days = [event.date for event in recommendation.responses]
        yield from _backward(recommendation.place, "responses", days)
    for instrument in catalog.instruments.values():
        days = [event.date for event in instrument.status]
        yield from _backward(instrument.place, "status", days)


def _backward(place: Place, key: str, days: Sequence[PartialDate]) -> Iterator[Diagnostic]:
    for at, (before, after) in enumerate(pairwise(days)):
        if after.last_day < before.first_day:
            message = OUT_OF_ORDER(date=after.text, before=before.text)
            related = (Related(place.span(key, at, "date"), THIS_ONE),)
            yield finding(RULE, message, place, key, at + 1, "date", hint=SORT, related=related)


OUT_OF_ORDER = Phrase(
    "the event of {date} stands after that of {before}",
    "de gebeurtenis van {date} staat na die van {before}",
)
THIS_ONE = Phrase("the later event", "de latere gebeurtenis")
SORT = Phrase("put the oldest first", "zet de oudste vooraan")

FINDER = Finder(RULE, find)
