"""A part continues while the whole has ended.

Perhaps the part continued on its own. Or nobody recorded the end of the whole for its parts. As
long as that is not known, the part supports recommendations and the whole does not.

Wrong:

    instruments:
      - id: new-part
        name: New part
        kind: programme
        level: nl
        owner: EZ
        part_of: old-plan
        status: [{date: 2025-02-03, value: in-progress, source: nota}]

Right:

    instruments:
      - id: new-part
        name: New part
        kind: programme
        level: nl
        owner: EZ
        part_of: agdb
        status: [{date: 2025-02-03, value: in-progress, source: nota}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dosa_trace import labels
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Related, Rule, Severity
from dosa_trace.labels import STATUSES
from dosa_trace.language import Phrase

RULE = Rule("DT211", "part-without-whole", Severity.WARNING, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for part in catalog.instruments.values():
        whole = catalog.instruments.get(part.part_of or "")
        own = part.status_on(date.max)
        ended = whole.status_on(date.max) if whole else None
        if whole is None or own is None or ended is None:
            continue
        if ended.value.has_ended and not own.value.has_ended:
            message = GOES_ON(
                id=part.id,
                status=STATUSES[own.value],
                whole=whole.id,
                ended=STATUSES[ended.value],
                date=ended.when,
            )
            related = (
                Related(whole.place.span("status", whole.status.index(ended)), labels.ENDED_HERE),
            )
            yield finding(RULE, message, part.place, "part_of", hint=MEND, related=related)


GOES_ON = Phrase(
    "'{id}' is {status}, but the whole, '{whole}', has been {ended} since {date}",
    "'{id}' is {status}, maar het geheel, '{whole}', is {ended} sinds {date}",
)
MEND = Phrase(
    "record when the part ended, or remove part_of if it continued on its own",
    "leg vast wanneer het onderdeel eindigde, of verwijder part_of als het zelfstandig doorging",
)

FINDER = Finder(RULE, find)
