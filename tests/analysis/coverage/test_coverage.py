"""The report: figures, splits and order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from dosa_trace.analysis.coverage.coverage import By, coverage
from dosa_trace.analysis.coverage.owners import holders
from dosa_trace.analysis.judging.figures import Figures, Share
from dosa_trace.analysis.judging.selection import Where, natural
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.language import Language
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


def world() -> dict[str, Any]:
    live = [{"date": "2024", "value": "adopted"}]
    stated = {"extent": "full", "basis": "stated"}
    return {
        "sources": [
            {"id": "late", "date": "2025", "institutions": ["A", "B"]},
            {"id": "early", "date": "2023", "institutions": ["A"]},
            {"id": "none", "date": "2024"},
        ],
        "recommendations": [
            {"id": "w-10", "source": "early", "themes": ["x", "y"], "specificity": 5},
            {"id": "w-9", "source": "early", "themes": ["x"]},
            {"id": "n-1", "source": "none"},
            {"id": "l-1", "source": "late"},
        ],
        "instruments": [
            {"id": "nl", "level": "nl", "owner": "EZ", "status": live},
            {"id": "eu", "level": "eu", "owner": "EC", "status": live},
        ],
        "links": [
            {"from": "w-9", "to": "nl", **stated},
            {"from": "w-10", "to": "nl", "extent": "partial", "basis": "inferred"},
            {"from": "w-10", "to": "eu", **stated},
            {"from": "n-1", "to": "nl", **stated, "joint": "g"},
            {"from": "n-1", "to": "eu", **stated, "joint": "g"},
        ],
    }


def rows(by: By) -> list[tuple[str | None, int, int, int, int]]:
    report = coverage(graph_of(world(), DAY), by=by)
    return [
        (one.key, one.total, one.counts.covered, one.counts.partly, one.stated.counts.covered)
        for one in report.groups
    ]


def test_the_order_is_by_date_of_the_source_and_numbers_count_as_numbers() -> None:
    report = coverage(graph_of(world(), date(2025, 12, 31)))
    assert [one.id for one in report.recommendations] == ["w-9", "w-10", "n-1", "l-1"]
    assert natural("wrr-2") < natural("wrr-10") < natural("wrr-slot")


def test_a_recommendation_is_known_from_the_date_of_its_source() -> None:
    assert coverage(graph_of(world(), DAY)).total == 3
    assert coverage(graph_of(world(), date(2023, 12, 30))).total == 0


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


def test_a_split_by_level_or_owner_says_what_its_instruments_answer_and_what_only_they_do() -> None:
    for by, first, second in ((By.LEVEL, "eu", "nl"), (By.OWNER, "EC", "EZ")):
        found = holders(graph_of(world(), DAY), by)
        assert [one.id for one in found] == [first, second]
        assert all(set(one.only) <= set(one.answers) for one in found)
    answered = [one for one in coverage(graph_of(world(), DAY)).recommendations if one.via]
    assert {name for one in found for name in one.answers} <= {one.id for one in answered}
    assert sum(len(one.live) for one in found) > 0


def test_what_two_owners_answer_together_is_put_down_to_both_and_to_neither_alone() -> None:
    """A joint group of two, one recommendation of one alone, and one that either answers."""
    data = {
        "sources": [{"id": "s", "date": "2024"}],
        "recommendations": [{"id": name, "source": "s"} for name in ("both", "alone", "either")],
        "instruments": [
            {"id": name, "owner": owner, "status": [{"date": "2024", "value": "adopted"}]}
            for name, owner in (("i", "EZ"), ("j", "OCW"), ("k", "SZW"))
        ],
        "links": [
            {"from": origin, "to": target, "extent": "full", "basis": "stated", **more}
            for origin, target, more in (
                ("both", "i", {"joint": "g"}),
                ("both", "j", {"joint": "g"}),
                ("alone", "i", {}),
                ("either", "i", {}),
                ("either", "j", {}),
            )
        ],
    }
    found = {one.id: one for one in holders(graph_of(data, DAY), By.OWNER)}
    assert found["EZ"].answers == ("alone", "both", "either")
    assert found["EZ"].only == ("alone", "both")
    assert (found["OCW"].answers, found["OCW"].only) == (("both", "either"), ("both",))
    assert (found["SZW"].live, found["SZW"].answers, found["SZW"].only) == (("k",), (), ())


def test_it_says_whether_rows_add_up() -> None:
    graph = graph_of(world(), DAY)
    assert not coverage(graph, by=By.THEME).adds_up
    assert coverage(graph, by=By.SOURCE).adds_up


def test_both_bases_are_given_whichever_is_asked() -> None:
    for basis in Basis.STATED, Basis.INFERRED:
        report = coverage(graph_of(world(), DAY, basis))
        assert report.by_basis[Basis.STATED].counts.covered == 3
        assert report.figures == report.by_basis[basis]
