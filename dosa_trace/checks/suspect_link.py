"""A reviewed link has changed since its review.

The link itself or one of its two records was edited. The link still counts, and coverage says how
many such links there are. `--no-suspect` leaves them out. Review the link again, and give the
review its new date and checksum.

Wrong:

    links:
      - from: fs-talent
        to: agdb
        extent: partial
        basis: stated
        evidence: [{source: nota}]
        by: an analyst
        reviewed: {date: 2026-11-23, by: a reader, digest: 000000000000}

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

from dosa_trace.catalog.facts.reviews import review_digest, suspects
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT311", "suspect-link", Severity.WARNING, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for link in suspects(catalog):
        assert link.reviewed is not None
        ends = {link.origin, link.target}
        if not ends <= catalog.by_id.keys() or ends & catalog.twice:
            continue  # an end that is mistyped, cannot be read or stands twice is told already
        message = CHANGED(origin=link.origin, target=link.target, date=link.reviewed.date.text)
        hint = LOOK_AGAIN(digest=review_digest(catalog, link))
        yield finding(RULE, message, link.place, "reviewed", "digest", hint=hint)


CHANGED = Phrase(
    "{origin} → {target} has changed since its review of {date}",
    "{origin} → {target} is gewijzigd na de beoordeling van {date}",
)
LOOK_AGAIN = Phrase(
    "review it again; if the link is still right, write the new date and digest: {digest}",
    "beoordeel opnieuw; klopt de koppeling nog, schrijf dan de nieuwe datum en digest: {digest}",
)

FINDER = Finder(RULE, find, whole=True)
