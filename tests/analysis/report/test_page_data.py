"""What a page holds: a card of every record, and nothing else than the other questions say."""

from __future__ import annotations

from datetime import date

import pytest

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.judging.selection import Where
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.analysis.report.page_data import CHAINS, page_data
from dosa_trace.graph import TraceGraph
from tests.build import frozen

ON = date(2026, 11, 23)


def test_there_is_a_card_of_each_and_each_says_what_coverage_says() -> None:
    graph = frozen(ON)
    page = page_data(graph)
    lines = coverage(graph).recommendations
    assert [card.line for card in page.recommendations] == list(lines)
    for card in page.recommendations:
        assert card.why.state is card.line.state
        assert card.why.via == card.line.via
        assert len(card.why.chains) <= CHAINS
        assert card.before <= set(graph.catalog.instruments)
    assert {card.why.id for card in page.instruments} <= set(graph.catalog.instruments)
    assert {one.id for one in page.sources} == set(graph.catalog.sources)


def test_a_selection_has_the_cards_of_what_it_chose() -> None:
    graph = frozen(ON)
    page = page_data(graph, (Where("theme", "talent"),))
    assert page.recommendations
    assert all("talent" in card.line.themes for card in page.recommendations)
    judge = Judge(graph)
    for card in page.recommendations:
        record = graph.catalog.recommendations[card.line.id]
        assert card.why.state is judge.judge(record).state


def test_one_judge_is_made_for_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Judge] = []
    make = Judge.__init__

    def counted(self: Judge, graph: TraceGraph) -> None:
        made.append(self)
        make(self, graph)

    monkeypatch.setattr(Judge, "__init__", counted)
    list(page_data(frozen(ON)).recommendations)
    assert len(made) == 1
