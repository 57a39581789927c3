"""Two links say the same of the same two records.

The second adds nothing that can be counted, and when one of them is mended the other stays behind.
Two links between the same records may differ in relation or basis: a source may state less than an
analyst concludes.

Fails:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, evidence: [{source: nota}]}
      - {from: fs-talent, to: agdb, extent: full, basis: stated, evidence: [{source: nota}]}

Mended:

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
    "a second link {origin} → {target} of the same relation and basis",
    "een tweede verband {origin} → {target} met dezelfde relatie en basis",
)
MERGE = Phrase("keep one, with the evidence of both", "houd er één, met het bewijs van beide")

FINDER = Finder(RULE, find)
