"""A day is what was written, or it is asked: month and day never change places unasked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.foreign.reading.cell_values import day_in, truth_in
from dosa_trace.foreign.reading.forms import CellSort, Form, read_in, recognised, sort_of
from tests.examples import examples

MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
WRITTEN = {
    Form.DAY_FIRST: ["{d}-{m}-{y}", "{d:02}-{m:02}-{y}", "{d}/{m}/{y}", "{d}.{m}.{y}"],
    Form.MONTH_FIRST: ["{m}/{d}/{y}", "{m:02}-{d:02}-{y}", "{m}/{d}/{y} 10:30"],
}
EITHER = ["{y}-{m:02}-{d:02}", "{d} {nl} {y}", "{d} {en} {y}", "{en} {d}, {y}",
          "{y}-{m:02}-{d:02}T09:15:00Z"]  # fmt: skip
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def as_written(day: date, how: str) -> str:
    names = {language: words.split()[day.month - 1] for language, words in MONTHS.items()}
    return how.format(d=day.day, m=day.month, y=day.year, **names)


@examples(2000)
@given(st.lists(days, min_size=1, max_size=6), st.sampled_from([*WRITTEN]), st.data())
def test_a_day_is_what_was_written_or_is_asked(
    column: list[date], form: Form, data: st.DataObject
) -> None:
    ways = st.sampled_from([*WRITTEN[form], *EITHER])
    texts = [as_written(day, data.draw(ways)) for day in column]
    found = recognised(texts, CellSort.DATE)
    expected = [day.isoformat() for day in column]
    if found.form is None:
        assert found.doubtful in texts
    else:
        assert [read_in(text, found.form) for text in texts] == expected
    assert [read_in(text, form) for text in texts] == expected


@pytest.mark.parametrize(
    ("texts", "form"),
    [
        (["04-12-2023", "05-07-2023"], None),
        (["04-12-2023", "24-11-2024"], Form.DAY_FIRST),
        (["04-12-2023", "11/24/2024"], Form.MONTH_FIRST),
        (["2023-12-04", "2024"], Form.DATE),
        (["05-05-2024"], Form.DATE),  # either way the same day
        (["24-11-2024"] * 9 + ["12-13-2024"], Form.DAY_FIRST),
        (["24-11-2024", "12-13-2024"], None),
        ([date(2024, 1, 2), date(2024, 1, 3), "12-13-2024"], Form.DATE),
    ],
)
def test_a_column_is_settled_by_its_other_cells(
    texts: Sequence[str | date], form: Form | None
) -> None:
    assert recognised(texts, CellSort.DATE).form is form


@pytest.mark.parametrize(
    "text", ["31-02-2024", "30/2/2024", "volgend voorjaar", "2024-13-01", "04-12-23", "45264", "",
             "4 brumaire 2023", "1 mei 2 2023", "5 2023"],
)  # fmt: skip
def test_what_no_calendar_has_is_no_day(text: str) -> None:
    assert day_in(text, True) is None
    assert day_in(text, False) is None


def test_a_day_that_stands_for_none_is_none() -> None:
    for text in ("0001-01-01", "0001-01-01T00:00:00Z", "01-01-0001"):
        assert read_in(text, Form.DAY_FIRST) == ""
    assert read_in(date(1, 1, 1), Form.DATE) == ""


@pytest.mark.parametrize(
    ("cells", "sort"),
    [
        (["001", "2", "3"], CellSort.TEXT),  # zeros in front are of a code
        (["1", "2"], CellSort.NUMBER),
        (["2023", "2024"], CellSort.NUMBER),
        (["2023-01", "2024-02"], CellSort.DATE),
        (["ja", "Nee", "NEE", "WAAR", "x"], CellSort.YES_NO),
        (["ja", "x"], CellSort.TEXT),
        (["1", "twee", "3"], CellSort.TEXT),
        ([], CellSort.TEXT),
    ],
)
def test_what_a_column_holds_is_told_by_most_of_its_cells(cells: list[str], sort: CellSort) -> None:
    assert sort_of(cells) is sort


def test_yes_and_no_in_both_languages() -> None:
    assert [truth_in(text) for text in ("JA", " yes ", "waar", "True", "j")] == [True] * 5
    assert [truth_in(text) for text in ("nee", "No", "onwaar", "FALSE", "n")] == [False] * 5
    assert [truth_in(text) for text in ("onbekend", "1", "", "x")] == [None] * 4
