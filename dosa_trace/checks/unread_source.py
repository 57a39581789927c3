"""A source that nobody read has a day of reading, or is quoted.

`seen: none` says that nobody read the source itself. Then `read` has no meaning, and a quotation
must come from elsewhere. Quote the source that was read, or say how much of this one was read.

Wrong:

    sources:
      - id: advice
        kind: report
        title: Advice
        publisher: AIV
        date: 2025-04-23
        read: 2026-11-23
        seen: none

Right:

    sources:
      - {id: advice, kind: report, title: Advice, publisher: AIV, date: 2025-04-23, seen: none}
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.vocabulary import Seen
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT315", "unread-source", Severity.WARNING, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    unread = {one.id for one in catalog.sources.values() if one.seen is Seen.NONE}
    for name in unread:
        source = catalog.sources[name]
        if source.read is not None:
            message = READ_YET_UNREAD(id=name, date=source.read)
            yield finding(RULE, message, source.place, "read", hint=CHOOSE)
    for owner, route, item in catalog.evidence():
        if item.source in unread and item.quote is not None:
            message = QUOTED_YET_UNREAD(id=item.source)
            yield finding(RULE, message, owner.place, *route, "quote", hint=QUOTE_ANOTHER)


READ_YET_UNREAD = Phrase(
    "'{id}' was read on {date}, and seen: none says that nobody read it",
    "'{id}' is gelezen op {date}, en seen: none zegt dat niemand de bron las",
)
CHOOSE = Phrase(
    "leave out read, or say how much was read: whole, part or head",
    "laat read weg, of geef aan hoeveel er is gelezen: whole, part of head",
)
QUOTED_YET_UNREAD = Phrase(
    "this quotes '{id}', and seen: none says that nobody read it",
    "dit citeert '{id}', en seen: none zegt dat niemand die bron las",
)
QUOTE_ANOTHER = Phrase(
    "name the source in which the quotation was read",
    "noem de bron waarin het citaat is gelezen",
)

FINDER = Finder(RULE, find)
