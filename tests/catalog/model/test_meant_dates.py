"""A date in another shape is understood, and offered in ours; what is none is not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.catalog.model.dates import meant_date, with_hyphens
from dosa_trace.language import Language, date_in_words
from tests.examples import examples

DAYS = st.dates(date(1000, 1, 1))


@examples(200)
@given(DAYS, st.sampled_from("-./ "), st.sampled_from(list(Language)))
def test_every_day_is_understood_in_every_shape(day: date, mark: str, language: Language) -> None:
    written = (
        f"{day.day}{mark}{day.month}{mark}{day.year}",
        f"{day:%d}{mark}{day:%m}{mark}{day.year}",
        f"{day.year}{mark}{day.month}{mark}{day.day}",
        date_in_words(day.isoformat(), language),
        f" {date_in_words(day.isoformat(), language).upper()} ",
        day.isoformat().replace("-", "\u2011"),
    )
    assert {meant_date(one) for one in written} == {day.isoformat()}
    month = day.isoformat()[:7]
    assert meant_date(date_in_words(month, language)) == month
    assert with_hyphens(day.isoformat().replace("-", "\u2013")) == day.isoformat()


@pytest.mark.parametrize(
    "text",
    ["", "soon", "31-02-2025", "13/13/2025", "30-06-25", "32 juni 2025", "5 brumaire 2025", "1-2"],
)
def test_what_nobody_can_tell_is_not_guessed(text: str) -> None:
    assert meant_date(text) is None
