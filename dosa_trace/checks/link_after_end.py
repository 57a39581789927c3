"""A link leads to an instrument that had ended before the recommendation appeared.

What had stopped earlier cannot cover the recommendation. Perhaps its successor is meant.

Wrong:

    links:
      - {from: fs-talent, to: old-plan, extent: partial, basis: stated, evidence: [{source: nota}]}

Right:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, evidence: [{source: nota}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace import labels
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import StatusEvent
from dosa_trace.catalog.model.records import Instrument, Objective, Recommendation
from dosa_trace.catalog.model.vocabulary import Relation
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Related, Rule, Severity, did_you_mean
from dosa_trace.labels import STATUSES
from dosa_trace.language import Phrase

RULE = Rule("DT208", "link-after-end", Severity.WARNING, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for link in catalog.links:
        instrument = catalog.by_id.get(link.target)
        origin = catalog.by_id.get(link.origin)
        if link.relation is not Relation.SUPPORTS or not isinstance(instrument, Instrument):
            continue
        if not isinstance(origin, Recommendation | Objective) or origin.source is None:
            continue
        source = catalog.sources.get(origin.source)
        event = _ended(instrument)
        if source is None or source.date is None or event is None or event.date is None:
            continue
        if event.date.last_day >= source.date.first_day:
            continue
        message = ENDED_BEFORE(
            id=instrument.id,
            status=STATUSES[event.value],
            date=event.date.text,
            source=source.id,
            appeared=source.date.text,
        )
        at = instrument.status.index(event)
        related = Related(instrument.place.span("status", at), labels.ENDED_HERE)
        successor = instrument.superseded_by
        hint = did_you_mean((successor,)) if successor else LOOK
        yield finding(RULE, message, link.place, "to", hint=hint, related=(related,))


def _ended(instrument: Instrument) -> StatusEvent | None:
    """The event that ended an instrument for good, as far as is on record."""
    last = next(reversed(instrument.status), None)
    return last if last is not None and last.value.has_ended else None


ENDED_BEFORE = Phrase(
    "'{id}' was {status} on {date}, before '{source}' appeared on {appeared}",
    "'{id}' was {status} op {date}, voordat '{source}' verscheen op {appeared}",
)
LOOK = Phrase(
    "link its successor, or remove the link", "koppel de opvolger, of verwijder de koppeling"
)

FINDER = Finder(RULE, find)
