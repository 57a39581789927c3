"""Supporting links go round in a circle.

A circle changes no figure, because support comes only from instruments. But no record can support
itself, even indirectly. That is an error of judgement.

Wrong:

    links:
      - {from: aim-talent, to: aim-skills, extent: full, basis: stated, evidence: [{source: nota}]}
      - {from: aim-skills, to: aim-talent, extent: full, basis: stated, evidence: [{source: nota}]}

Right:

    links:
      - {from: aim-talent, to: aim-skills, extent: full, basis: stated, evidence: [{source: nota}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.vocabulary import Relation
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.checks.circles import circles
from dosa_trace.diagnostics import Diagnostic, Related, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT204", "link-cycle", Severity.WARNING, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    links = [link for link in catalog.links if link.relation is Relation.SUPPORTS]
    for members in circles([(link.origin, link.target) for link in links]):
        inside = [link for link in links if link.origin in members and link.target in members]
        first, *others = sorted(inside, key=lambda link: link.place.span())
        related = tuple(
            Related(link.place.span(), LINK(origin=link.origin, target=link.target))
            for link in others
        )
        message = CIRCLE(members=members)
        yield finding(RULE, message, first.place, hint=LOOK, related=related)


CIRCLE = Phrase(
    "these records support each other in a circle: {members}",
    "deze records ondersteunen elkaar in een kring: {members}",
)
LINK = Phrase("{origin} → {target}", "{origin} → {target}")
LOOK = Phrase(
    "decide which supports which, and remove the link that goes back",
    "bepaal welk record welk ondersteunt, en verwijder de koppeling die teruggaat",
)

FINDER = Finder(RULE, find)
