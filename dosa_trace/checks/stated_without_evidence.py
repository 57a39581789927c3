"""A link says that a source states it, and names no source.

`stated` is the stronger claim: it counts under `--basis stated`. A reader must be able to look it
up.

Wrong:

    links:
      - {from: fs-talent, to: ained, extent: partial, basis: stated}

Right:

    links:
      - from: fs-talent
        to: ained
        extent: partial
        basis: stated
        evidence: [{source: nota}]
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.checks.base import Finder, When, comparisons, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT302", "stated-without-evidence", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for link in catalog.links:
        if link.basis is Basis.STATED and not link.evidence:
            message = NO_EVIDENCE(origin=link.origin, target=link.target)
            yield finding(RULE, message, link.place, "basis", hint=ADD)
    for asked, route, one in comparisons(catalog):
        if one.basis is Basis.STATED and not one.evidence:
            message = NO_EVIDENCE(origin=asked.id, target=one.to)
            yield finding(RULE, message, asked.place, *route, "basis", hint=ADD)


NO_EVIDENCE = Phrase(
    "{origin} → {target} is said to come from a source, but no source is named",
    "{origin} → {target} zou in een bron staan, maar er is geen bron genoemd",
)
ADD = Phrase(
    "add evidence with the source, or change the basis to inferred with a rationale",
    "voeg evidence toe met de bron, of maak de basis inferred met een rationale",
)

FINDER = Finder(RULE, find)
