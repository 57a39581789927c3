"""All about a theme, an organisation, a source: nothing else than the other questions say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.coverage.priority import institutions
from dosa_trace.analysis.judging.selection import Where
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.analysis.records.profile import subject
from dosa_trace.catalog.model.catalog_info import Theme
from dosa_trace.catalog.model.records import Organisation, Source
from tests.build import frozen, graph_of

ON = date(2026, 11, 23)


@pytest.mark.parametrize("name", ["talent", "compute", "factsheets-2025", "aiplan-2025"])
def test_a_theme_or_source_is_what_a_selection_of_it_says(name: str) -> None:
    graph = frozen(ON)
    record = graph.catalog.by_id[name]
    assert isinstance(record, Theme | Source)
    found = subject(graph, record)
    told = coverage(graph, (Where(record.KIND, name),))
    assert found.asked == told.recommendations
    assert found.whole.by_basis == told.by_basis
    assert sum(found.responses.values()) == told.total
    behind = {one for line in told.recommendations if line.state.rank for one in line.via}
    assert behind <= {one.id for one in found.instruments}
    for one in found.instruments:
        assert set(one.answers) == {
            line.id for line in told.recommendations if line.state.rank and one.id in line.via
        }
    assert sum(one.number for one in found.asking) == sum(
        len(institutions(graph, line.source)) for line in told.recommendations
    )
    open_ = {line.id for line in told.recommendations if line.state is State.GAP}
    assert (found.first_gap in open_) if open_ else found.first_gap is None


def office() -> dict[str, Any]:
    link = {"basis": "inferred", "rationale": "w", "extent": "full"}
    amount = {"amount": 5, "currency": "EUR", "stage": "spent", "date": "2024", "source": "s"}
    doubt = {"date": "2025", "text": "is that so?", "by": "Somebody"}
    return {
        "organisations": [
            {"id": "advice", "name": {"en": "Advice", "nl": "Advies"}, "abbreviation": "ADV"},
            {"id": "ministry", "name": "Ministry"},
        ],
        "sources": [
            {"id": "s", "date": "2022", "publisher": "advice"},
            {"id": "t", "date": "2023", "publisher": "X", "institutions": ["Advies", "ADV", "Y"]},
        ],
        "recommendations": [
            {
                "id": "a",
                "source": "s",
                "addressee": "ministry",
                "responses": [{"date": "2024", "value": "noted"}],
            },
            {
                "id": "b",
                "source": "t",
                "conflicts_with": [{"to": "a", "basis": "inferred", "rationale": "they differ"}],
            },
            {"id": "c", "source": "t"},
        ],
        "instruments": [
            {
                "id": "i",
                "owner": "ministry",
                "status": [{"date": "2024", "value": "adopted"}],
                "budgets": [amount],
            },
            {"id": "j", "owner": "ministry", "status": [{"date": "2024", "value": "announced"}]},
        ],
        "links": [{"from": "a", "to": "i", "doubts": [doubt], **link}],
    }


def test_an_organisation_is_what_it_asked_was_asked_and_owns() -> None:
    graph = graph_of(office(), ON)
    record = graph.catalog.by_id["ministry"]
    assert isinstance(record, Organisation)
    found = subject(graph, record)
    assert ([one.id for one in found.asked], [one.id for one in found.asked_of]) == ([], ["a"])
    assert [(one.id, one.answers) for one in found.instruments] == [("i", ("a",)), ("j", ())]
    assert [(int(one.amount), found.without_amount) for one in found.money] == [(5, 1)]
    assert [(one.id, list(one.by or ())) for one in found.doubts] == [("a → i", ["Somebody"])]
    assert [(one.first, one.second, one.agree) for one in found.compared] == [("b", "a", False)]
    asks = graph.catalog.by_id["advice"]
    assert isinstance(asks, Organisation)
    assert [one.id for one in subject(graph, asks).asked] == ["a"]


def test_an_organisation_counts_once_however_a_source_writes_it() -> None:
    graph = graph_of(office(), ON)
    assert institutions(graph, "s") == ("advice",)
    assert institutions(graph, "t") == ("advice", "Y")


def test_on_an_earlier_day_there_is_less() -> None:
    graph = graph_of(office(), date(2023, 6, 1))
    record = graph.catalog.by_id["s"]
    assert isinstance(record, Source)
    found = subject(graph, record)
    assert (found.whole.total, found.instruments, found.responses) == (1, (), {None: 1})


def test_an_organisation_has_its_predecessors_with_it_as_a_selection_has() -> None:
    data = office()
    data["organisations"] += [
        {"id": "now", "name": "Now", "succeeds": ["ministry"], "level": "nl"},
        {"id": "later", "name": "Later", "succeeds": ["now"]},
    ]
    data["recommendations"] += [
        {"id": "d", "source": "s", "addressee": ["nl", "now"]},
        {"id": "e", "source": "s", "addressee": "nl"},
    ]
    graph = graph_of(data, ON)
    for name, before in (("now", ("ministry",)), ("later", ("ministry", "now"))):
        record = graph.catalog.by_id[name]
        assert isinstance(record, Organisation)
        found = subject(graph, record)
        selected = coverage(graph, (Where("addressee", name),)).recommendations
        assert found.asked_of == selected
        assert [one.id for one in selected] == ["a", "d"]
        assert [one.id for one in found.instruments] == ["i", "j"]
        assert found.before == before
        # what is addressed to it and to its level stands with it already
        assert found.to_level == (1 if name == "now" else 0)
