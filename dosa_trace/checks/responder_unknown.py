"""A response does not show who gave it.

Nobody is assumed to have responded. A response can name its responder in `by`. Otherwise the
publisher of its source counts, if it governs, is in the catalogue, and was addressed.

Wrong:

    recommendations:
      - id: fs-data
        source: factsheet
        title: Data
        addressee: nl
        responses: [{date: 2025-08-21, value: noted, source: nota}]

Right:

    recommendations:
      - id: fs-data
        source: factsheet
        title: Data
        addressee: nl
        responses: [{date: 2025-08-21, value: noted, source: nota, by: Ministry of EZ}]
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.facts.responders import responders
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT314", "responder-unknown", Severity.NOTE, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for one in catalog.recommendations.values():
        for at, response in enumerate(one.responses):
            # a draft was given by nobody
            asked = response.source in catalog.sources and not response.draft
            if asked and not responders(catalog, one, response):
                message = UNKNOWN(id=one.id)
                yield finding(RULE, message, one.place, "responses", at, hint=ADD)


UNKNOWN = Phrase(
    "it is not known who gave this response to '{id}'",
    "het is niet bekend wie deze reactie op '{id}' gaf",
)
ADD = Phrase(
    "add by: who responded, one or several",
    "voeg by toe: wie reageerde, een of meer",
)

FINDER = Finder(RULE, find)
