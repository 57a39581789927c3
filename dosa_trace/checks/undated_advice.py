"""A recommendation comes from a source without a date.

Its starting date is not known, so it would be in no figure on any date. A year is enough.

Wrong:

    sources:
      - {id: advice, kind: report, title: Advice, publisher: An adviser, read: 2026-11-23}
    recommendations:
      - {id: open-models, source: advice, title: Support open models}

Right:

    sources:
      - {id: advice, kind: report, title: Advice, publisher: An adviser, date: 2026}
    recommendations:
      - {id: open-models, source: advice, title: Support open models}
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Related, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT215", "undated-advice", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for asked in catalog.recommendations.values():
        source = catalog.sources.get(asked.source)
        if source is not None and source.date is None and not source.place.has("date"):
            related = (Related(source.place.span("read"), THE_SOURCE),)
            message = UNDATED(id=asked.id, source=source.id)
            yield finding(RULE, message, asked.place, "source", hint=A_YEAR, related=related)


UNDATED = Phrase(
    "'{id}' comes from '{source}', which has no date, so no figure includes it",
    "'{id}' komt uit '{source}', die geen datum heeft, en telt dus in geen enkel cijfer mee",
)
THE_SOURCE = Phrase("only the day of reading is known", "alleen de dag van lezen is bekend")
A_YEAR = Phrase(
    "give the source its date; a year is enough", "geef de bron een datum; een jaar is genoeg"
)

FINDER = Finder(RULE, find)
