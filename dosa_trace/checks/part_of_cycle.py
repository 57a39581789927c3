"""An instrument is part of itself, directly or indirectly.

Wrong:

    instruments:
      - id: agdb
        name: Action plan
        kind: action-plan
        level: nl
        owner: EZ
        status: [{date: 2023-02-03, value: in-progress, source: nota}]
        part_of: agdb

Right:

    instruments:
      - id: agdb
        name: Action plan
        kind: action-plan
        level: nl
        owner: EZ
        status: [{date: 2023-02-03, value: in-progress, source: nota}]
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.checks.circles import circles
from dosa_trace.diagnostics import Diagnostic, Related, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT205", "part-of-cycle", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    parts = {
        instrument.id: instrument.part_of
        for instrument in catalog.instruments.values()
        if instrument.part_of
    }
    for members in circles(list(parts.items())):
        places = sorted(
            (catalog.instruments[member].place for member in members),
            key=lambda place: place.span("part_of"),
        )
        related = tuple(Related(place.span("part_of"), PART) for place in places[1:])
        message = CIRCLE(members=members)
        yield finding(RULE, message, places[0], "part_of", hint=LOOK, related=related)


CIRCLE = Phrase(
    "these instruments are part of each other: {members}",
    "deze instrumenten zijn onderdeel van elkaar: {members}",
)
PART = Phrase("part of it", "onderdeel ervan")
LOOK = Phrase("decide which one is the whole", "bepaal welk instrument het geheel is")

FINDER = Finder(RULE, find)
