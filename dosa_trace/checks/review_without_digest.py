"""A review of a link does not say what was reviewed.

Without a checksum nobody notices that one of the texts behind the judgement was edited later.

Wrong:

    links:
      - from: fs-talent
        to: agdb
        extent: partial
        basis: stated
        evidence: [{source: nota}]
        by: an analyst
        reviewed: {date: 2026-11-23, by: a reader}

Right:

    links:
      - from: fs-talent
        to: agdb
        extent: partial
        basis: stated
        evidence: [{source: nota}]
        by: an analyst
        reviewed: {date: 2026-11-23, by: a reader, digest: DIGEST}
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.facts.reviews import review_digest
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT312", "review-without-digest", Severity.WARNING, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for link in catalog.links:
        if link.reviewed is not None and link.reviewed.digest is None:
            message = NO_DIGEST(origin=link.origin, target=link.target)
            hint = ADD(digest=review_digest(catalog, link))
            yield finding(RULE, message, link.place, "reviewed", hint=hint)


NO_DIGEST = Phrase(
    "the review of {origin} → {target} has no checksum",
    "de beoordeling van {origin} → {target} heeft geen controlecode",
)
ADD = Phrase("add digest: {digest}", "voeg toe: digest: {digest}")

FINDER = Finder(RULE, find)
