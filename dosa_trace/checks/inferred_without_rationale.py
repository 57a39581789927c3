"""A link that is an analyst's judgement gives no reason.

Nobody can weigh a conclusion without its reason. A reader would have to believe it.

Wrong:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: inferred}

Right:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: inferred, rationale: It trains talent.}
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.checks.base import Finder, When, comparisons, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT301", "inferred-without-rationale", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for link in catalog.links:
        if link.basis is Basis.INFERRED and link.rationale is None:
            message = NO_RATIONALE(origin=link.origin, target=link.target)
            yield finding(RULE, message, link.place, "basis", hint=ADD)
    for asked, route, one in comparisons(catalog):
        if one.basis is Basis.INFERRED and one.rationale is None:
            message = NO_RATIONALE(origin=asked.id, target=one.to)
            yield finding(RULE, message, asked.place, *route, "basis", hint=ADD)


NO_RATIONALE = Phrase(
    "{origin} → {target} is an analyst's judgement without a reason",
    "{origin} → {target} is het oordeel van een analist, zonder motivering",
)
ADD = Phrase(
    "add rationale: the reason that a critical reader would ask for",
    "voeg rationale toe: de motivering waar een kritische lezer om vraagt",
)

FINDER = Finder(RULE, find)
