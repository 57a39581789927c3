"""Nothing in the catalogue leads to a record, and it leads nowhere: no question will ever show it.

A source that nothing cites, a theme that nothing uses, an objective without any link, an instrument
that no link, part, successor or consideration names: a mistyped id elsewhere, or a loose end.

Fails:

    instruments:
      - id: forgotten
        name: Forgotten
        kind: programme
        level: nl
        owner: EZ
        status: [{date: 2025-02-03, value: in-progress, source: nota}]

Mended:

    instruments:
      - id: forgotten
        name: Forgotten
        kind: programme
        level: nl
        owner: EZ
        part_of: agdb
        status: [{date: 2025-02-03, value: in-progress, source: nota}]
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.facts.names import key_of
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.records import Instrument, Objective, Recommendation, Search
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.labels import RECORD_KINDS
from dosa_trace.language import Phrase

RULE = Rule("DT213", "unreachable-record", Severity.NOTE, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    if not catalog.is_whole:
        return
    named = {reference.target for reference in catalog.references}
    for source in catalog.sources.values():
        named.update((key_of(source.publisher), *source.institutions))
    origins = {link.origin for link in catalog.links}
    for record in catalog.by_id.values():
        if record.id in named or isinstance(record, Recommendation | Search):
            continue
        if isinstance(record, Objective) and record.id in origins:
            continue
        if isinstance(record, Instrument) and record.part_of is not None:
            continue
        message = UNREACHABLE(kind=RECORD_KINDS[record.KIND], id=record.id)
        yield finding(RULE, message, record.place, "id", hint=NAME_IT)


UNREACHABLE = Phrase(
    "nothing names the {kind} '{id}', and it leads nowhere",
    "niets noemt {kind} '{id}', en het leidt nergens heen",
)
NAME_IT = Phrase(
    "link it, cite it or consider it, or take it out",
    "leg een verband, haal het aan of overweeg het, of haal het weg",
)

FINDER = Finder(RULE, find)
