"""Two links say the same about the same two records.

The second adds nothing that counts. When one of them is corrected, the other stays behind. Two
links between the same records may differ in relation or basis. A source may say less than an
analyst concludes.

Wrong:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, evidence: [{source: nota}]}
      - {from: fs-talent, to: agdb, extent: full, basis: stated, evidence: [{source: nota}]}

Right:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, evidence: [{source: nota}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.checks.base import ALSO_HERE, Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Related, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT203", "duplicate-link", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    seen: dict[tuple[str, ...], TraceLink] = {}
    for link in catalog.links:
        key = (link.origin, link.target, link.relation, link.basis, link.joint or "")
        first = seen.setdefault(key, link)
        if first is not link:
            message = TWICE(origin=link.origin, target=link.target)
            related = Related(first.place.span(), ALSO_HERE)
            yield finding(RULE, message, link.place, hint=MERGE, related=(related,))


TWICE = Phrase(
    "a second link {origin} → {target} with the same relation and basis",
    "een tweede koppeling {origin} → {target} met dezelfde relatie en basis",
)
MERGE = Phrase(
    "keep one, with the source references of both",
    "laat er één staan, met de bronverwijzingen van beide",
)

FINDER = Finder(RULE, find)
