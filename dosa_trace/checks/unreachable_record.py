"""Nothing in the catalogue refers to a record, and it refers to nothing: no command will ever show
it.

Examples are a source that is never cited and a theme that is never used. Or an objective without a
link, or an instrument that nothing names. The cause is a mistyped id elsewhere, or unfinished work.

Wrong:

    instruments:
      - id: forgotten
        name: Forgotten
        kind: programme
        level: nl
        owner: EZ
        status: [{date: 2025-02-03, value: in-progress, source: nota}]

Right:

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
    "nothing refers to the {kind} '{id}', and it refers to nothing",
    "niets verwijst naar {kind} '{id}', en het verwijst nergens naar",
)
NAME_IT = Phrase(
    "link it, cite it or consider it, or remove it",
    "koppel het, haal het aan, noem het bij considered, of verwijder het",
)

FINDER = Finder(RULE, find)
