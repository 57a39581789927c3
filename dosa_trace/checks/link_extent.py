"""A supporting link gives no extent, or another link gives one.

Coverage is the weakest extent of a chain. A supporting link without an extent cannot be counted. A
link that contradicts or was rejected supports nothing.

Wrong:

    links:
      - {from: fs-talent, to: agdb, basis: stated, evidence: [{source: nota}]}

Right:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, evidence: [{source: nota}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.fields import table as fields
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.vocabulary import Relation
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity, is_meant
from dosa_trace.labels import RELATIONS
from dosa_trace.language import Phrase

#: Every field of a link.
KEYS = frozenset(field.key for field in fields.LINKS.fields)
RULE = Rule("DT206", "link-extent", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for link in catalog.links:
        if (
            link.relation is Relation.SUPPORTS
            and link.extent is None
            and not link.place.has("extent")
            and not is_meant("extent", link.place.node.entries, KEYS)
        ):
            yield finding(RULE, LACKS_EXTENT, link.place, hint=ADD_EXTENT)
        elif link.relation is not Relation.SUPPORTS and link.extent is not None:
            message = NEEDS_NONE(relation=RELATIONS[link.relation])
            yield finding(RULE, message, link.place, "extent", hint=LEAVE_OUT)


LACKS_EXTENT = Phrase(
    "a supporting link must say to what extent",
    "een ondersteunende koppeling moet zeggen in welke mate",
)
ADD_EXTENT = Phrase(
    "add extent: full, partial or marginal", "voeg extent toe: full, partial of marginal"
)
NEEDS_NONE = Phrase(
    "a link with relation '{relation}' supports nothing, so it has no extent",
    "een koppeling met relatie '{relation}' ondersteunt niets, dus de mate vervalt",
)
LEAVE_OUT = Phrase("remove extent", "verwijder extent")

FINDER = Finder(RULE, find)
