"""What an organisation asked, was asked, owns and answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dosa_trace.catalog.facts.names import key_of, keys_of
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.records import Instrument, Objective, Recommendation


class NamedRecord(NamedTuple):
    """A record by its id and title."""

    record: str
    id: str
    title: LocalText


class OrganisationPart(NamedTuple):
    """All that an organisation has to do with; each list by id.

    `asked` are the recommendations of the sources that it published or that bear it among their
    institutions, `addressed` those to it, `owns` its instruments and objectives, alone or with
    others, `answered` the recommendations to which a response on file is by it.
    """

    asked: tuple[NamedRecord, ...]
    addressed: tuple[NamedRecord, ...]
    owns: tuple[NamedRecord, ...]
    answered: tuple[NamedRecord, ...]


def part_of(catalog: Catalog, organisation: str) -> OrganisationPart:
    """What is on file about an organisation, under its own id: not under those before it."""
    recommendations = catalog.recommendations.values()
    published = published_by(catalog, organisation)
    return OrganisationPart(
        asked=_by_id(one for one in recommendations if one.source in published),
        addressed=_by_id(one for one in recommendations if organisation in keys_of(one.addressee)),
        owns=_by_id(owned_by(catalog, organisation)),
        answered=_by_id(one for one in recommendations if organisation in _answering(one)),
    )


def published_by(catalog: Catalog, organisation: str) -> frozenset[str]:
    """The sources that it published or that bear it among their institutions."""
    return frozenset(
        source.id
        for source in catalog.sources.values()
        if organisation in (key_of(source.publisher), *source.institutions)
    )


def owned_by(catalog: Catalog, organisation: str) -> Iterator[Instrument | Objective]:
    """The instruments and objectives that it owns, alone or with others."""
    owned: Iterable[Instrument | Objective] = (
        *catalog.instruments.values(),
        *catalog.objectives.values(),
    )
    return (one for one in owned if organisation in keys_of(one.owner))


def _answering(recommendation: Recommendation) -> Iterator[str]:
    return (key for response in recommendation.responses for key in keys_of(response.by))


def _by_id(records: Iterable[Recommendation | Objective | Instrument]) -> tuple[NamedRecord, ...]:
    found = (NamedRecord(one.KIND, one.id, one.title) for one in records)
    return tuple(sorted(found, key=lambda one: one.id))
