"""Who responded to a recommendation. Nobody is assumed (docs/rules.md, *Who responded*)."""

from __future__ import annotations

from dosa_trace.catalog.facts.names import key_of, keys_of
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import LocalText, Response
from dosa_trace.catalog.model.records import Recommendation
from dosa_trace.catalog.model.vocabulary import OrganisationKind

#: Kinds of organisation whose office it can be to respond to advice.
IN_OFFICE = frozenset(
    {
        OrganisationKind.GOVERNMENT,
        OrganisationKind.MINISTRY,
        OrganisationKind.AGENCY,
        OrganisationKind.EU_INSTITUTION,
    }
)


def responders(
    catalog: Catalog, asked: Recommendation, response: Response
) -> tuple[LocalText, ...]:
    """Who responded: whom the response names, together where it names several; else the publisher
    of the source that it cites, where that is an organisation on file that has the office to: of a
    kind that governs, and addressed itself or at its level. Empty where neither tells."""
    if response.by:
        return response.by
    source = catalog.sources.get(response.source)
    publisher = catalog.organisations.get(key_of(source.publisher)) if source else None
    if publisher is None or publisher.kind not in IN_OFFICE:
        return ()
    addressed = keys_of(asked.addressee)
    levels = {
        catalog.organisations[key].level if key in catalog.organisations else key
        for key in addressed
    }
    if publisher.id in addressed or (publisher.level and publisher.level in levels):
        return (LocalText((("", publisher.id),)),)
    return ()
