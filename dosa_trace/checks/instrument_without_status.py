"""An instrument has no status, so it supports nothing on any date.

Recommendations that lead to it stay open. Nobody can see how long it has existed.

Wrong:

    instruments:
      - {id: new-fund, name: New fund, kind: fund, level: nl, owner: EZ, status: []}

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
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT403", "instrument-without-status", Severity.WARNING, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for instrument in catalog.instruments.values():
        # A status that could not be read is told by itself.
        if not instrument.status and not instrument.place.has_items("status"):
            yield finding(RULE, NONE(id=instrument.id), instrument.place, "status", hint=ADD)


NONE = Phrase("'{id}' has no status", "'{id}' heeft geen status")
ADD = Phrase(
    "add the date on which it was announced or started, with its source",
    "voeg de datum toe waarop het is aangekondigd of begon, met de bron",
)

FINDER = Finder(RULE, find)
