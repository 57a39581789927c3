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
    if is_asked(catalog, asked, publisher.id):
        return (LocalText((("", publisher.id),)),)
    return ()


def is_asked(catalog: Catalog, asked: Recommendation, party: str) -> bool:
    """Whether a party was addressed itself, or has the level of whom was."""
    addressed = keys_of(asked.addressee)
    levels = {
        catalog.organisations[key].level if key in catalog.organisations else key
        for key in addressed
    }
    known = catalog.organisations.get(party)
    return party in addressed or (known is not None and known.level in levels - {None})


def is_of_asked(catalog: Catalog, asked: Recommendation, response: Response) -> bool:
    """Whether one of those who responded was asked."""
    parties = responders(catalog, asked, response)
    return any(is_asked(catalog, asked, key_of(party)) for party in parties)
