"""Who is meant by what a record writes, and what they are called: organisations by their names,
levels by who answers there, everything else as it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.catalog_info import Selection
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.reach import closure
from dosa_trace.catalog.model.records import Recommendation, Source
from dosa_trace.language import Language


def key_of(party: LocalText) -> str:
    """One text to sort, group and choose by, whatever the language: an id where there is one."""
    return next(iter(party), "")


def keys_of(parties: Iterable[LocalText]) -> tuple[str, ...]:
    return tuple(key_of(one) for one in parties)


def name_of(catalog: Catalog, party: LocalText) -> LocalText:
    """What they are called: the name of the organisation or of who answers at the level whose id
    it is, else what is written."""
    key = key_of(party)
    if key in catalog.organisations:
        return catalog.organisations[key].name
    return catalog.levels[key].called if key in catalog.levels else party


def asker(catalog: Catalog, key: str) -> LocalText:
    """Who asks under a key (`Source.askers`), in all languages in which that is written."""
    return catalog.publishers.get(key, LocalText((("", key),)))


def called_together(catalog: Catalog, key: str) -> LocalText:
    """What those are called who asked together (`Source.written_by`)."""
    if key in catalog.publishers:
        return name_of(catalog, asker(catalog, key))
    return names_of(catalog, [asker(catalog, one) for one in key.split(", ")])


def short_name_of(catalog: Catalog, party: LocalText) -> LocalText:
    """The abbreviation of an organisation on file that has one, else what it is called."""
    known = catalog.organisations.get(key_of(party))
    if known is not None and known.abbreviation:
        return LocalText((("", known.abbreviation),))
    return name_of(catalog, party)


def names_of(catalog: Catalog, parties: Sequence[LocalText]) -> LocalText:
    """What they are called together, in the order on file."""
    names = [name_of(catalog, one) for one in parties]
    if len(names) == 1:
        return names[0]
    return LocalText(
        tuple((code.value, ", ".join(one.say(code) for one in names)) for code in Language)
    )


def aliases(catalog: Catalog, party: LocalText) -> Iterator[str]:
    """Every word by which they can be chosen: ids, names and abbreviations, their own and those of
    who took their place since (docs/rules.md, *By responsible organisation or level*)."""
    yield from party
    for key in sorted(closure((key_of(party),), lambda one: catalog.succeeded_by.get(one, ()))):
        if key in catalog.organisations:
            organisation = catalog.organisations[key]
            yield key
            yield from organisation.name
            if organisation.abbreviation:
                yield organisation.abbreviation
    if key_of(party) in catalog.levels:
        yield from catalog.levels[key_of(party)].name


def askers(catalog: Catalog, source: Source) -> Iterator[str]:
    """Every word by which those can be chosen who ask in a source."""
    for one in source.askers:
        yield from aliases(catalog, asker(catalog, one))


def with_predecessors(catalog: Catalog, organisation: str) -> frozenset[str]:
    """An organisation and those whose place it took."""
    known = catalog.organisations
    return closure((organisation,), lambda one: known[one].succeeds if one in known else ())


def chosen_by(catalog: Catalog, meant: Selection) -> tuple[Recommendation, ...]:
    """The recommendations, known or not, that fulfil every condition of a selection."""
    return tuple(one for one in catalog.recommendations.values() if _fits(catalog, one, meant))


def _fits(catalog: Catalog, one: Recommendation, meant: Selection) -> bool:
    source = catalog.sources.get(one.source)
    has: Iterable[tuple[Collection[object], Iterable[object]]] = (
        (meant.id, (one.id,)),
        (meant.source, (one.source,)),
        (meant.theme, one.themes),
        (meant.institution, askers(catalog, source) if source else ()),
        (meant.addressee, (name for party in one.addressee for name in aliases(catalog, party))),
        (meant.specificity, (one.specificity,)),
    )
    return all(not asked or any(value in asked for value in values) for asked, values in has)


def tiers_of(catalog: Catalog, asked: Recommendation) -> Mapping[str, LocalText]:
    """To whom a recommendation is addressed, by their keys: an organisation counts under its
    level."""
    return dict(_tier(catalog, party) for party in asked.addressee)


def _tier(catalog: Catalog, party: LocalText) -> tuple[str, LocalText]:
    """The level of an organisation on file, else the party itself, by its key."""
    known = catalog.organisations.get(key_of(party))
    if known is None or known.level is None:
        return key_of(party), party
    return known.level, LocalText((("", known.level),))
