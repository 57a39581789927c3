"""An organisation is part of itself, or replaced itself, directly or indirectly.

Wrong:

    organisations:
      - {id: ez, name: Economic Affairs, succeeds: ezk}
      - {id: ezk, name: Economic Affairs and Climate, succeeds: ez}

Right:

    organisations:
      - {id: ez, name: Economic Affairs, succeeds: ezk}
      - {id: ezk, name: Economic Affairs and Climate}
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.checks.circles import circles
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT217", "organisation-cycle", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    listed = catalog.organisations.values()
    pairs = {
        "part_of": [(one.id, one.part_of) for one in listed if one.part_of],
        "succeeds": [(one.id, before) for one in listed for before in one.succeeds],
    }
    for key, message in (("part_of", PARTS), ("succeeds", PLACES)):
        for members in circles(pairs[key]):
            first = min(
                (catalog.organisations[member].place for member in members),
                key=lambda place: place.span(key),
            )
            yield finding(RULE, message(members=members), first, key, hint=LOOK)


PARTS = Phrase(
    "these organisations are part of each other: {members}",
    "deze organisaties zijn onderdeel van elkaar: {members}",
)
PLACES = Phrase(
    "these organisations replaced each other: {members}",
    "deze organisaties vervangen elkaar: {members}",
)
LOOK = Phrase("remove one of these", "verwijder een van deze")

FINDER = Finder(RULE, find)
