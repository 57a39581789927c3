from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.catalog.model.dates import parse_date
from tests.examples import examples


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-07", date(2025, 7, 1), date(2025, 7, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-07-04", date(2025, 7, 4), date(2025, 7, 4)),
    ],
)
def test_a_partial_date_spans_its_days(text: str, first: date, last: date) -> None:
    found = parse_date(text)
    assert found is not None
    assert (found.first_day, found.last_day, str(found)) == (first, last, text)
    assert found.known_by(last)
    assert not found.known_by(date.fromordinal(last.toordinal() - 1))


@pytest.mark.parametrize(
    "text",
    ["", "25", "2025-7", "2025-13", "2025-02-30", "2025-07-04T10:00", "2025/07/04", "0000", "٢٠٢٥"],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@examples(100)
@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_as_itself(day: date) -> None:
    found = parse_date(day.isoformat())
    assert found is not None
    assert found.first_day == found.last_day == day
