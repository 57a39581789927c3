"""A catalogue has no records at all.

A misnamed folder or key looks like this too, and a check that found nothing in nothing would pass
for a check of everything.

Fails:

    objectives: []

Mended:

    objectives:
      - {id: aim-data, title: Data}
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.base import Finder, When
from dosa_trace.diagnostics import Diagnostic, Rule, Severity, Span
from dosa_trace.language import Phrase

RULE = Rule("DT114", "no-records", Severity.WARNING, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    if catalog.is_whole and not catalog.links and catalog.by_id.keys() == catalog.themes.keys():
        yield Diagnostic(RULE, NOTHING, Span(catalog.files[0].path), LOOK)


NOTHING = Phrase(
    "the catalogue has no records: no source, recommendation, objective, instrument or link",
    "de catalogus heeft geen records: geen bron, aanbeveling, doelstelling, instrument of verband",
)
LOOK = Phrase(
    "look whether this is the folder that you mean, or begin with sources: and recommendations:",
    "kijk of dit de bedoelde map is, of begin met sources: en recommendations:",
)

FINDER = Finder(RULE, find)
