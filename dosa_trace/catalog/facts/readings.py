"""How much somebody read of what the figures rest on (docs/rules.md, *Source not read*)."""

from __future__ import annotations

from datetime import date

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import Response
from dosa_trace.catalog.model.records import Recommendation
from dosa_trace.catalog.model.vocabulary import Seen


def seen_of(catalog: Catalog, response: Response) -> Seen | None:
    """How much of a response was read: what it says itself goes before what its source says. None
    where neither does."""
    if response.seen is not None:
        return response.seen
    source = catalog.sources.get(response.source)
    return source.seen if source else None


def is_pledge_known(catalog: Catalog, asked: Recommendation, day: date) -> bool:
    """Whether the responses known on a day tell if something was pledged: one pledges, or all were
    read whole (docs/rules.md, *A commitment*)."""
    given = asked.given_on(day)
    whole = bool(given) and all(seen_of(catalog, one) is Seen.WHOLE for one in given)
    return whole or any(one.commitment for one in given)
