"""A catalogue has no records at all.

A folder or key with a wrong name looks like this too. An empty catalogue would look free of errors.

Wrong:

    objectives: []

Right:

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
    "the catalogue is empty: no source, recommendation, objective, instrument or link",
    "de catalogus is leeg: geen bron, aanbeveling, doelstelling, instrument of koppeling",
)
LOOK = Phrase(
    "check whether this is the folder you mean, or start with sources: and recommendations:",
    "controleer of dit de bedoelde map is, of begin met sources: en recommendations:",
)

FINDER = Finder(RULE, find)
