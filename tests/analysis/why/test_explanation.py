"""Why a state is what it is: it agrees with the verdict, and with what leads to an instrument."""

from __future__ import annotations

from datetime import date

import pytest

from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.analysis.why.explanation import InstrumentExplanation, StateExplanation, explain
from dosa_trace.catalog.model.vocabulary import Basis, Extent
from dosa_trace.diagnostics import BadQuestion, UnknownId
from tests.build import frozen, graph_of

ON = date(2026, 11, 23)


@pytest.mark.parametrize("basis", [Basis.STATED, Basis.INFERRED])
def test_of_every_recommendation_it_says_what_the_verdict_says(basis: Basis) -> None:
    graph = frozen(ON, basis)
    judge = Judge(graph)
    for record in graph.recommendations:
        told = explain(graph, record.id)
        verdict = judge.judge(record)
        assert isinstance(told, StateExplanation)
        assert (told.state, told.via) == (verdict.state, verdict.via)
        assert (told.weakest_basis, told.mentioned) == (verdict.basis, verdict.mentioned)
        assert told.decisive <= len(told.chains)
        assert bool(told.decisive) == bool(verdict.via)


def test_who_leads_to_an_instrument_is_who_has_a_chain_to_it() -> None:
    graph = frozen(ON)
    leads: dict[str, set[str]] = {}
    for record in graph.recommendations:
        for name in graph.reached([record.id]):
            leads.setdefault(name, set()).add(record.id)
    for name in graph.catalog.instruments:
        told = explain(graph, name)
        assert isinstance(told, InstrumentExplanation)
        asking = {one.id for one in told.asked_by if one.record == "recommendation"}
        if graph.is_record_known(name):
            assert asking == leads.get(name, set()), name


def test_where_was_looked_is_told_of_whom_it_covers_the_latest_first() -> None:
    graph = graph_of(
        {
            "sources": [{"id": "s", "date": "2023"}],
            "recommendations": [{"id": "a", "source": "s"}, {"id": "b", "source": "s"}],
            "searches": [
                {"id": "one", "date": "2024", "for": ["instrument"], "covers": ["a"]},
                {"id": "two", "date": "2025", "for": ["response"], "covers": ["a", "b"]},
            ],
        },
        ON,
    )
    told = {name: explain(graph, name) for name in "ab"}
    looked = {
        name: [one.id for one in each.searches]
        for name, each in told.items()
        if isinstance(each, StateExplanation)
    }
    assert looked == {"a": ["two", "one"], "b": ["two"]}


def test_who_asks_is_told_with_how_much_of_it_is_answered() -> None:
    link = {"basis": "inferred", "rationale": "R"}
    graph = graph_of(
        {
            "sources": [{"id": "s", "date": "2023"}],
            "recommendations": [{"id": "r", "source": "s"}],
            "objectives": [{"id": "o", "source": "s"}],
            "instruments": [{"id": "i", "status": [{"date": "2024", "value": "adopted"}]}],
            "links": [
                {"from": "r", "to": "o", "extent": "marginal", **link},
                {"from": "o", "to": "i", "extent": "full", **link},
            ],
        },
        ON,
    )
    told = explain(graph, "i")
    extents = {one.id: one.extent for one in told.asked_by}
    assert extents == {"r": Extent.MARGINAL, "o": Extent.FULL}


def test_what_has_no_state_is_refused() -> None:
    graph = frozen(ON)
    with pytest.raises(BadQuestion):
        explain(graph, "factsheets-2025")
    with pytest.raises(UnknownId):
        explain(graph, "nothing-of-the-kind")
