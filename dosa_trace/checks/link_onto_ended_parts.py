"""A link ends at a whole that is active or completed by its own status, while every part has
ended.

The whole still supports what leads to it. A figure may depend on something that no longer exists.

Wrong:

    instruments:
      - id: old-part
        name: Old part
        kind: programme
        level: nl
        owner: EZ
        part_of: agdb
        status: [{date: 2024-02-03, value: stopped, source: nota}]
    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, evidence: [{source: nota}]}

Right:

    instruments:
      - id: old-part
        name: Old part
        kind: programme
        level: nl
        owner: EZ
        part_of: agdb
        status: [{date: 2024-02-03, value: completed, source: nota}]
    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, evidence: [{source: nota}]}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.records import Instrument
from dosa_trace.catalog.model.vocabulary import Relation
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Related, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT212", "link-onto-ended-parts", Severity.WARNING, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    parts: defaultdict[str, list[Instrument]] = defaultdict(list)
    for instrument in catalog.instruments.values():
        if instrument.part_of is not None:
            parts[instrument.part_of].append(instrument)
    empty = {
        whole
        for whole, members in parts.items()
        if whole in catalog.instruments
        and not _has_ended(catalog.instruments[whole])
        and all(_has_ended(member) for member in members)
    }
    for link in catalog.links:
        if link.target in empty and link.relation is Relation.SUPPORTS:
            ended = parts[link.target]
            message = ALL_ENDED(whole=link.target, parts=[part.id for part in ended])
            related = tuple(Related(part.place.span("status"), ENDED_HERE) for part in ended)
            yield finding(RULE, message, link.place, "to", hint=MEND, related=related)


def _has_ended(instrument: Instrument) -> bool:
    event = instrument.status_on(date.max)
    return event is not None and event.value.has_ended


ALL_ENDED = Phrase(
    "every part of '{whole}' in the catalogue has ended: {parts}",
    "elk onderdeel van '{whole}' in de catalogus is beëindigd: {parts}",
)
ENDED_HERE = Phrase("a part that has ended", "een beëindigd onderdeel")
MEND = Phrase(
    "record that the whole has ended too, or add the part that continues",
    "leg vast dat ook het geheel is beëindigd, of voeg het onderdeel toe dat doorgaat",
)

FINDER = Finder(RULE, find)
