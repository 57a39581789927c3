"""A recommendation stands in a source that bears no date.

Nobody knows from when it was asked, so it would stand in no figure on any date. A year suffices.

Fails:

    sources:
      - {id: advice, kind: report, title: Advice, publisher: An adviser, read: 2026-11-23}
    recommendations:
      - {id: open-models, source: advice, title: Support open models}

Mended:

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
    "'{id}' stands in '{source}', which bears no date, and so in no figure",
    "'{id}' staat in '{source}', dat geen datum draagt, en dus in geen enkel cijfer",
)
THE_SOURCE = Phrase("the source was only read", "de bron is alleen gelezen")
A_YEAR = Phrase(
    "give the source the date that it bears; a year suffices",
    "geef de bron de datum die ze draagt; een jaar volstaat",
)

FINDER = Finder(RULE, find)
