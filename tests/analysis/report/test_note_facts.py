"""What a figure in a note is taken from: each question asked when needed, and once."""

from __future__ import annotations

from datetime import date

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.coverage.gaps import gaps
from dosa_trace.analysis.coverage.orphans import orphans
from dosa_trace.analysis.judging.selection import Where
from dosa_trace.analysis.report.note_facts import NoteFacts
from tests.build import frozen

WHERE = (Where("theme", "talent"),)


def test_each_result_is_that_of_its_question_and_is_made_once() -> None:
    graph = frozen(date(2026, 11, 23))
    facts = NoteFacts(graph, WHERE)
    assert facts.coverage == coverage(graph, WHERE)
    assert facts.gaps == gaps(graph, WHERE)
    assert facts.orphans == orphans(graph)
    assert facts.coverage is facts.coverage
    assert facts.summary is facts.summary
    assert facts.money is facts.money
