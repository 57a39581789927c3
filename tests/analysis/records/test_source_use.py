"""What rests on each source: every citation stands under the source that it cites, once."""

from __future__ import annotations

from datetime import date

from dosa_trace.analysis.records.source_use import source_uses
from tests.build import frozen, graph_of

DAY = date(2025, 7, 15)


def test_what_rests_on_a_source_by_hand() -> None:
    event = {"date": "2024", "value": "adopted", "source": "law"}
    graph = graph_of(
        {
            "sources": [
                {"id": "advice", "date": "2023"},
                {"id": "law", "date": "2024"},
                {"id": "letter", "date": "2024"},
            ],
            "recommendations": [
                {
                    "id": "r",
                    "source": "advice",
                    "responses": [{"date": "2024", "value": "noted", "source": "letter"}],
                }
            ],
            "objectives": [{"id": "o", "source": "letter"}],
            "instruments": [{"id": "i", "status": [event, {**event, "date": "2025"}]}],
            "links": [
                {
                    "from": "r",
                    "to": "i",
                    "extent": "full",
                    "basis": "stated",
                    "evidence": [{"source": "law"}],
                }
            ],
        },
        DAY,
    )
    law, letter, advice = source_uses(graph, {"r"})
    assert (advice.id, advice.asked, advice.number) == ("advice", ("r",), 1)
    assert (law.id, law.statuses, law.links, law.number) == ("law", ("i",), (("r", "i"),), 2)
    assert (letter.responses, letter.objectives, letter.number) == (("r",), ("o",), 2)
    assert {one.id for one in source_uses(graph, ())} == {"advice", "law", "letter"}
    assert not any(one.asked or one.responses for one in source_uses(graph, ()))


def test_the_one_on_which_most_rests_comes_first_and_all_stand_there() -> None:
    graph = frozen(date(2026, 11, 23))
    found = source_uses(graph, set(graph.catalog.recommendations))
    numbers = [one.number for one in found]
    assert numbers == sorted(numbers, reverse=True)
    assert {one.id for one in found} == set(graph.catalog.sources)
    asked = sum(len(one.asked) for one in found)
    assert asked == len(graph.catalog.recommendations)


def test_a_source_without_an_address_brings_its_archived_text() -> None:
    found = {one.id: one.text for one in source_uses(frozen(date(2026, 11, 23)), ())}
    assert "wetenschappers van de" in (found.pop("beslisnota-2025") or "")
    assert not any(found.values())
