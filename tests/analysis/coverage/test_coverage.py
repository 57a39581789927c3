"""The report: figures, splits and order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dosa_trace.analysis.coverage.coverage import By, coverage
from dosa_trace.analysis.judging.figures import Figures, Share
from dosa_trace.analysis.judging.selection import Where, natural
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.language import Language
from tests.analysis.small import two_levels
from tests.build import graph_of

DAY = date(2025, 7, 15)


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [
        (0, 0, None), (0, 3, 0.0), (3, 3, 100.0), (1, 3, 33.3), (2, 3, 66.7), (1, 8, 12.5),
        (1, 16, 6.3), (1, 2000, 0.1), (1, 100000, 0.1), (99999, 100000, 99.9), (1999, 2000, 99.9),
    ],
)  # fmt: skip
def test_only_nothing_is_0_and_only_all_is_100(
    part: int, whole: int, percent: float | None
) -> None:
    assert Share.of(part, whole).percent == percent


def test_a_threshold_is_held_against_the_exact_share() -> None:
    assert Share.of(2, 3).reaches(Decimal("66.6"))
    assert not Share.of(2, 3).reaches(Decimal("66.7"))
    assert Share.of(1, 2).reaches(Decimal(50))


def test_figures_of_nothing() -> None:
    figures = Figures.of([])
    assert figures.total == 0
    assert figures.percentages.gap is None
    assert figures.share(State.COVERED, State.PARTLY).percent is None


def rows(by: By) -> list[tuple[str | None, int, int, int, int]]:
    report = coverage(graph_of(two_levels(), DAY), by=by)
    return [
        (one.key, one.total, one.counts.covered, one.counts.partly, one.stated.counts.covered)
        for one in report.groups
    ]


def test_the_order_is_by_date_of_the_source_and_numbers_count_as_numbers() -> None:
    report = coverage(graph_of(two_levels(), date(2025, 12, 31)))
    assert [one.id for one in report.recommendations] == ["w-9", "w-10", "n-1", "l-1"]
    assert natural("wrr-2") < natural("wrr-10") < natural("wrr-slot")


def test_a_recommendation_is_known_from_the_date_of_its_source() -> None:
    assert coverage(graph_of(two_levels(), DAY)).total == 3
    assert coverage(graph_of(two_levels(), date(2023, 12, 30))).total == 0


def test_splits() -> None:
    assert rows(By.THEME) == [("x", 2, 2, 0, 2), ("y", 1, 1, 0, 1), (None, 1, 1, 0, 1)]
    assert rows(By.SOURCE) == [("early", 2, 2, 0, 2), ("none", 1, 1, 0, 1)]
    assert rows(By.INSTITUTION) == [("A", 2, 2, 0, 2), ("Someone", 1, 1, 0, 1)]
    assert rows(By.SPECIFICITY) == [("5", 1, 1, 0, 1), (None, 2, 2, 0, 2)]


def test_institutions_on_file_are_called_by_their_names() -> None:
    data = {
        "organisations": [{"id": "a", "name": {"en": "The A", "nl": "De A"}}],
        "sources": [{"id": "s", "date": "2024", "institutions": ["a", "B"]}],
        "recommendations": [{"id": "r", "source": "s"}],
    }
    (row,) = coverage(graph_of(data, date(2025, 6, 1)), by=By.INSTITUTION).groups
    assert (row.key, row.label and row.label.say(Language.NL)) == ("a, B", "De A, B")


def test_who_published_a_source_asks_where_no_institution_stands() -> None:
    """By every name that it has, as one who asks among others does."""
    data = {
        "organisations": [{"id": "a", "name": {"en": "The A", "nl": "De A"}, "abbreviation": "AA"}],
        "sources": [
            {"id": "s", "date": "2024", "publisher": "a"},
            {"id": "t", "date": "2024", "publisher": {"en": "Some", "nl": "Enkelen"}},
        ],
        "recommendations": [{"id": "r", "source": "s"}, {"id": "q", "source": "t"}],
    }
    graph = graph_of(data, date(2025, 6, 1))
    groups = coverage(graph, by=By.INSTITUTION).groups
    assert [(row.key, row.label and row.label.say(Language.NL)) for row in groups] == [
        ("Some", "Enkelen"), ("a", "De A"),
    ]  # fmt: skip
    for name, asked in (("a", "r"), ("De A", "r"), ("AA", "r"), ("Enkelen", "q"), ("Some", "q")):
        (line,) = coverage(graph, (Where("institution", name),)).recommendations
        assert line.id == asked


def test_it_says_whether_rows_add_up() -> None:
    graph = graph_of(two_levels(), DAY)
    assert not coverage(graph, by=By.THEME).adds_up
    assert coverage(graph, by=By.SOURCE).adds_up


def test_both_bases_are_given_whichever_is_asked() -> None:
    for basis in Basis.STATED, Basis.INFERRED:
        report = coverage(graph_of(two_levels(), DAY, basis))
        assert report.by_basis[Basis.STATED].counts.covered == 3
        assert report.figures == report.by_basis[basis]
