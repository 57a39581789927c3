"""A review of a link does not say whose judgement it reviews.

Only somebody else can review a judgement. If the catalogue does not say who made the link, the
review does not count as a second one.

Wrong:

    links:
      - from: fs-talent
        to: agdb
        extent: partial
        basis: stated
        evidence: [{source: nota}]
        reviewed: {date: 2026-11-23, by: a reader, digest: DIGEST}

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

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT313", "review-of-nobody", Severity.NOTE, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for link in catalog.links:
        if link.reviewed is not None and link.by is None:
            message = NOBODY(origin=link.origin, target=link.target)
            yield finding(RULE, message, link.place, "reviewed", hint=ADD)


NOBODY = Phrase(
    "the review of {origin} → {target} does not count: who made the link is not known",
    "de beoordeling van {origin} → {target} telt niet mee: wie de koppeling maakte is niet bekend",
)
ADD = Phrase(
    "add a line to the link: by: the name of who made it",
    "voeg een regel toe aan de koppeling: by: de naam van wie die maakte",
)

FINDER = Finder(RULE, find)
