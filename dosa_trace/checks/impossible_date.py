"""A date that cannot be: a response before the advice, or an event after the source that reports
it.

Nobody responds before there is advice, and no source reports as done what comes later. One of the
two dates is wrong, or the event belongs to another source. Plans belong in `targets`, and an
announcement may be about a later day.

Wrong:

    sources:
      - {id: nota, kind: nota, title: Memo, publisher: EZK, date: 2025-08-11}
    instruments:
      - id: fund
        name: The fund
        kind: fund
        level: nl
        owner: EZ
        status: [{date: 2025-12-01, value: in-progress, source: nota}]

Right:

    sources:
      - {id: nota, kind: nota, title: Memo, publisher: EZK, date: 2025-08-11}
    instruments:
      - id: fund
        name: The fund
        kind: fund
        level: nl
        owner: EZ
        status: [{date: 2025-07-01, value: in-progress, source: nota}]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import Response, StatusEvent
from dosa_trace.catalog.model.place import Place
from dosa_trace.catalog.model.vocabulary import SourceKind, StatusValue
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT407", "impossible-date", Severity.WARNING, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for one in catalog.recommendations.values():
        advice = catalog.sources.get(one.source)
        asked = advice.date if advice else None
        for at, response in enumerate(one.responses):
            if asked and response.date and response.date.last_day < asked.first_day:
                message = BEFORE_ADVICE(date=response.date, asked=asked)
                yield finding(RULE, message, one.place, "responses", at, "date", hint=LOOK)
        yield from _after_source(catalog, one.place, "responses", one.responses)
    for instrument in catalog.instruments.values():
        yield from _after_source(catalog, instrument.place, "status", instrument.status)


def _after_source(
    catalog: Catalog, place: Place, key: str, events: Sequence[Response | StatusEvent]
) -> Iterator[Diagnostic]:
    """Events that their own source cannot know of; what is announced may come later."""
    for at, event in enumerate(events):
        source = catalog.sources.get(event.source)
        appeared = source.date if source else None
        if not (source and event.date and appeared) or event.value is StatusValue.ANNOUNCED:
            continue
        if source.kind is SourceKind.LAW:  # it says itself from when it is in force
            continue
        if event.date.first_day > appeared.last_day:
            message = AFTER_SOURCE(date=event.date, source=event.source, appeared=appeared)
            yield finding(RULE, message, place, key, at, "date", hint=LOOK)


BEFORE_ADVICE = Phrase(
    "the response of {date} comes before the advice of {asked}",
    "de reactie van {date} komt vóór het advies van {asked}",
)
AFTER_SOURCE = Phrase(
    "the event of {date} is later than '{source}' of {appeared}, which reports it",
    "de gebeurtenis van {date} is later dan '{source}' van {appeared}, die er melding van maakt",
)
LOOK = Phrase(
    "check both dates, and whether this is the right source",
    "controleer beide datums, en of dit de juiste bron is",
)

FINDER = Finder(RULE, find)
