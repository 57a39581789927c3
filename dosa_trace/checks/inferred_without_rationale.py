"""A link that an analyst concluded gives no reason.

Nobody can weigh a conclusion without its rationale; a reader would have to take it on trust.

Fails:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: inferred}

Mended:

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
    "{origin} → {target} is inferred, but no rationale says why",
    "{origin} → {target} is afgeleid, maar geen rationale zegt waarom",
)
ADD = Phrase(
    "add rationale: the reason that a critical reader would want to hear",
    "voeg rationale toe: de reden die een kritische lezer wil horen",
)

FINDER = Finder(RULE, find)
