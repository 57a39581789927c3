"""Links between one pair of records contradict each other.

One says that the instrument supports the recommendation. The other says that it works against it,
or has nothing to do with it. Both may once have been right. Then remove the older one, and let the
newer one give the reason.

Wrong:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, evidence: [{source: nota}]}
      - {from: fs-talent, to: agdb, relation: none, basis: inferred, rationale: it trains welders}

Right:

    links:
      - {from: fs-talent, to: agdb, relation: none, basis: inferred, rationale: it trains welders}
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.checks.base import ALSO_HERE, Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Related, Rule, Severity
from dosa_trace.labels import RELATIONS
from dosa_trace.language import Phrase

RULE = Rule("DT209", "contradictory-links", Severity.WARNING, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    first: dict[tuple[str, str], TraceLink] = {}
    for link in catalog.links:
        other = first.setdefault((link.origin, link.target), link)
        if other.relation is not link.relation:
            message = BOTH(
                origin=link.origin,
                target=link.target,
                one=RELATIONS[link.relation],
                another=RELATIONS[other.relation],
            )
            related = (Related(other.place.span(), ALSO_HERE),)
            yield finding(RULE, message, link.place, "relation", hint=KEEP, related=related)


BOTH = Phrase(
    "{origin} → {target} is '{one}' here and '{another}' elsewhere",
    "{origin} → {target} is hier '{one}' en elders '{another}'",
)
KEEP = Phrase("keep the one that is right", "bewaar de koppeling die klopt")

FINDER = Finder(RULE, find)
