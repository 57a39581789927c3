"""Lists of what is on file: every record stands in one, and each says whether it was known."""

from __future__ import annotations

from datetime import date

import pytest

from dosa_trace.analysis.judging.selection import Where
from dosa_trace.analysis.records.listing import Listable, listing
from dosa_trace.catalog.facts.known_from import record_day
from dosa_trace.catalog.facts.names import keys_of
from dosa_trace.catalog.model.records import Instrument, Objective
from tests.build import frozen

ON = date(2024, 6, 30)
CATALOG = frozen(ON).catalog
SHELVES = {
    Listable.RECOMMENDATIONS: CATALOG.recommendations,
    Listable.OBJECTIVES: CATALOG.objectives,
    Listable.INSTRUMENTS: CATALOG.instruments,
    Listable.SOURCES: CATALOG.sources,
    Listable.THEMES: CATALOG.themes,
    Listable.SEARCHES: CATALOG.searches,
    Listable.ORGANISATIONS: CATALOG.organisations,
}


@pytest.mark.parametrize("kind", SHELVES)
def test_every_record_of_a_kind_stands_in_its_list_once(kind: Listable) -> None:
    found = listing(CATALOG, kind, (), ON)
    assert found.total == found.of == len(found.items)
    names = [item.id for item in found.items]
    assert sorted(names) == sorted(SHELVES[kind])


@pytest.mark.parametrize("kind", [Listable.RECOMMENDATIONS, Listable.INSTRUMENTS])
def test_each_says_whether_it_was_known(kind: Listable) -> None:
    items = listing(CATALOG, kind, (), ON).items
    assert {item.known for item in items} == {True, False}
    assert all(item.known == (record_day(CATALOG, item.id) <= ON) for item in items)


def test_an_organisation_counts_what_it_publishes_owns_and_is_asked() -> None:
    items = {item.id: item for item in listing(CATALOG, Listable.ORGANISATIONS, (), ON).items}
    for name, item in items.items():
        owned: list[Instrument | Objective] = [
            *CATALOG.instruments.values(),
            *CATALOG.objectives.values(),
        ]
        asked = CATALOG.recommendations.values()
        assert item.owned == sum(name in keys_of(record.owner) for record in owned)
        assert item.addressed == sum(name in keys_of(record.addressee) for record in asked)
    assert any(item.owned for item in items.values())


def test_conditions_choose_and_say_out_of_how_many() -> None:
    found = listing(CATALOG, Listable.INSTRUMENTS, (Where("level", "eu"),), ON)
    assert 0 < found.total < found.of == len(CATALOG.instruments)
    assert {item.level for item in found.items} == {"eu"}


def test_links_stand_at_their_place_on_file() -> None:
    items = listing(CATALOG, Listable.LINKS, (), ON).items
    places = [(link.place.path, link.place.line) for link in CATALOG.links]
    assert [(item.file, item.line) for item in items] == places
