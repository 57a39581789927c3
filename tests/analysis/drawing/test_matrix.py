"""The matrix against the states that it must agree with."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.drawing.graph_view import neighbourhood
from dosa_trace.analysis.drawing.matrix import Against, Mark, MatrixCell, matrix
from dosa_trace.analysis.judging.verdicts import Judge, State
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.graph import TraceGraph
from dosa_trace.language import Language
from tests.build import frozen, graph_of
from tests.cli.conftest import Runner, run
from tests.examples import examples
from tests.worlds import DAYS, catalogues

__all__ = ["run"]

ON = date(2026, 11, 23)


MARKS = {State.COVERED: Mark.FULL, State.PARTLY: Mark.PARTIAL, State.PLANNED: Mark.PARTIAL}
STRENGTHS = (Mark.MARGINAL, Mark.PARTIAL, Mark.FULL)


def support_of(graph: TraceGraph, row: str) -> dict[str, MatrixCell]:
    """The cells of one row that do not contradict."""
    cells = next((one.cells for one in matrix(graph).lines if one.id == row), ())
    return {cell.column: cell for cell in cells if cell.mark is not Mark.CONTRADICTS}


@examples(180)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["stated", "inferred"]))
def test_no_cell_of_an_instrument_behind_a_state_says_less_than_the_state(
    data: dict[str, Any], on: date, basis: Any
) -> None:
    graph = graph_of(data, on, basis)
    judge = Judge(graph)
    for one in graph.recommendations:
        verdict, support = judge.judge(one), support_of(graph, one.id)
        assert set(verdict.via) <= set(support)
        least = MARKS.get(verdict.state, Mark.MARGINAL)
        for name in verdict.via:
            assert STRENGTHS.index(support[name].mark) >= STRENGTHS.index(least)
        if verdict.basis is Basis.STATED:  # a chain that answers more may be less founded
            assert any(
                support[name].basis is Basis.STATED
                or STRENGTHS.index(support[name].mark) > STRENGTHS.index(least)
                for name in verdict.via
            )


def is_only_announced(graph: TraceGraph, name: str) -> bool:
    instrument = graph.catalog.instruments[name]
    return graph.is_live_or_announced(instrument) and not graph.is_live(instrument)


@examples(180)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["stated", "inferred"]))
def test_without_what_is_only_announced_the_best_cells_are_those_behind_the_state(
    data: dict[str, Any], on: date, basis: Any
) -> None:
    """Only a joint group that counts with an announced member lets a cell say more."""
    graph = graph_of(data, on, basis)
    before = Judge(graph)
    stopped = {"read": "2022", "value": "stopped"}
    instruments = [
        one | {"status": [stopped]} if is_only_announced(graph, one["id"]) else one
        for one in data["instruments"]
    ]
    lived = graph_of(data | {"instruments": instruments}, on, basis)
    for one in lived.recommendations:
        verdict = Judge(lived).judge(one)
        if verdict.state in (State.COVERED, State.PARTLY):
            assert verdict == before.judge(one)
            support = support_of(lived, one.id)
            best = {name for name, cell in support.items() if cell.mark is MARKS[verdict.state]}
            assert set(verdict.via) <= best


def test_a_group_over_an_announced_instrument_is_whole_in_a_cell_and_not_in_the_state() -> None:
    """That an instrument is only announced is shown by its status, never by a weaker
    extent; the state is that of what is live."""
    group = {"from": "o", "extent": "full", "basis": "stated", "joint": "g"}
    data: dict[str, Any] = {
        "sources": [{"id": "s", "date": "2024"}],
        "recommendations": [{"id": "r", "source": "s"}],
        "objectives": [{"id": "o"}],
        "instruments": [
            {"id": "live", "status": [{"date": "2024", "value": "adopted"}]},
            {"id": "promised", "status": [{"date": "2024", "value": "announced"}]},
        ],
        "links": [
            {"from": "r", "to": "o", "extent": "full", "basis": "stated"},
            {"from": "o", "to": "live", "extent": "partial", "basis": "stated"},
            group | {"to": "live"},
            group | {"to": "promised"},
        ],
    }
    graph = graph_of(data, ON)
    (asked,) = graph.recommendations
    assert Judge(graph).judge(asked).state is State.PARTLY
    support = support_of(graph, "r")
    assert {name: cell.mark for name, cell in support.items()} == {
        "live": Mark.FULL, "promised": Mark.FULL
    }  # fmt: skip


@examples(180)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(list(Against)))
def test_every_row_and_column_has_a_cell_and_nothing_is_lost(
    data: dict[str, Any], on: date, against: Against
) -> None:
    found = matrix(graph_of(data, on), against)
    assert found.total == found.empty + len(found.lines)
    used = {cell.column for row in found.lines for cell in row.cells}
    assert used == {column.id for column in found.columns}
    assert all(row.cells for row in found.lines)
    for row in found.lines:
        assert len({cell.column for cell in row.cells}) == len(row.cells)


def test_a_contradiction_is_marked_and_a_stopped_instrument_left_out() -> None:
    data: dict[str, Any] = {
        "sources": [{"id": "s", "date": "2024"}],
        "recommendations": [{"id": "r", "source": "s"}],
        "instruments": [
            {"id": "i", "status": [{"date": "2024", "value": "adopted"}]},
            {"id": "j", "status": [{"date": "2024", "value": "stopped"}]},
        ],
        "links": [
            {
                "from": "r",
                "to": "i",
                "relation": "contradicts",
                "basis": "inferred",
                "rationale": "R",
            },
            {"from": "r", "to": "j", "extent": "full", "basis": "inferred", "rationale": "R"},
        ],
    }
    (row,) = matrix(graph_of(data, ON)).lines
    assert [(cell.column, cell.mark) for cell in row.cells] == [("i", Mark.CONTRADICTS)]


def test_institutions_are_never_singled_out() -> None:
    found = matrix(frozen(ON), Against.INSTITUTIONS)
    assert any(", " in column.id for column in found.columns)


@pytest.mark.parametrize("columns", [40, 80, 140])
def test_on_a_screen_it_is_split_and_never_cut(columns: int, run: Runner) -> None:
    pinned = ("matrix", "--as-of", ON.isoformat(), "--color", "never")
    found = run(*pinned, screen=True, columns=columns)
    names = {column.id for column in matrix(frozen(ON)).columns}
    for name in names:
        assert name in found.out.replace("\n", ""), name
    whole = matrix(frozen(ON))
    marks = sum(found.out.count(sign) for sign in "●◐○✕")
    assert marks == sum(len(row.cells) for row in whole.lines) + 4
    assert max(len(line) for line in found.out.splitlines()) <= columns


def test_the_workbook_of_the_frozen_catalogue(run: Runner) -> None:
    assert run("matrix", "--as-of", "2026-11-23", "-o", "m.xlsx").status == 0
    guide, sheet = openpyxl.load_workbook(Path("m.xlsx")).worksheets
    found = matrix(frozen(ON))
    assert sheet.max_row == len(found.lines) + 1
    assert sheet.max_column == len(found.columns) + 3
    told = " ".join(str(cell.value or "") for row in guide.iter_rows() for cell in row)
    assert "23 November 2026" in told
    refused = run("matrix", "-f", "xlsx", screen=True)
    assert (refused.status, "-o" in refused.err) == (2, True)


def _wide(recommendations: int, instruments: int) -> dict[str, Any]:
    """Recommendations that a few links join to all of the instruments, over one objective."""
    return {
        "sources": [{"id": "s", "date": "2024"}],
        "recommendations": [{"id": f"r{at}", "source": "s"} for at in range(recommendations)],
        "objectives": [{"id": "o"}],
        "instruments": [
            {"id": f"i{at}", "status": [{"date": "2024", "value": "adopted"}]}
            for at in range(instruments)
        ],
        "links": [
            {"from": origin, "to": target, "extent": "full", "basis": "stated",
             "evidence": [{"source": "s"}]}
            for origin, target in (
                *((f"r{at}", "o") for at in range(recommendations)),
                *(("o", f"i{at}") for at in range(instruments)),
            )
        ],
    }  # fmt: skip


def test_a_matrix_that_nobody_would_read_is_refused_with_what_to_choose() -> None:
    graph = graph_of(_wide(101, 1_000), ON)
    with pytest.raises(BadQuestion) as refused:
        matrix(graph)
    assert "101 rows and 1,000 columns" in refused.value.message.say(Language.EN)
    assert len(matrix(graph, most=None).lines) == 101
    assert len(matrix(graph_of(_wide(100, 1_000), ON)).lines) == 100


def test_a_picture_that_nobody_would_see_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dosa_trace.analysis.drawing.graph_view.MOST_LINKS", 11)
    assert len(neighbourhood(graph_of(_wide(1, 10), ON)).links) == 11
    with pytest.raises(BadQuestion) as refused:
        neighbourhood(graph_of(_wide(2, 10), ON))
    assert "12 links" in refused.value.message.say(Language.EN)
