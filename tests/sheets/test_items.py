"""Which item of a list is which, whatever came before it since."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.sheets.items import aligned
from tests.examples import examples

Items = list[str]


def cells(items: Items) -> dict[str, str]:
    return {f"status.{at + 1}.value": text for at, text in enumerate(items)}


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "where"),
    [
        ("ab", "ab", "ab", {0: 0, 1: 1}),
        ("ab", "xab", "ab", {0: 1, 1: 2, 2: 0}),  # one came before them
        ("ab", "b", "ab", {0: None, 1: 0}),  # one went
        ("ab", "ba", "ab", {0: 1, 1: 0}),
        ("ab", "ax", "ab", {0: 0, 1: 1}),  # one changed
        ("ab", "xaby", "ab", {0: 1, 1: 2, 2: 0, 3: 3}),
        ("a", "ac", "ac", {0: 0, 1: 1}),  # new in both
        ("a", "ad", "ac", {0: 0, 2: 1}),  # new in both, each otherwise
        ("aa", "aa", "aa", {0: 0, 1: 1}),
        ("", "x", "", {0: 0}),
    ],
)
def test_where_each_item_stands(
    base: str, ours: str, theirs: str, where: dict[int, int | None]
) -> None:
    found = aligned(cells(list(base)), cells(list(ours)), cells(list(theirs)))
    assert found.numbers == {("status", at): one for at, one in where.items()}


@pytest.mark.parametrize(
    ("here", "there", "at"),
    [
        ({"date": "2025-01-01", "value": "noted", "by": "x"}, {"value": "noted"}, 0),
        ({"date": "2025-01-01", "value": "noted"}, {"date": "2025-01-01", "value": "accepted"}, 0),
        ({"date": "2025-01-01", "value": "noted"}, {"date": "2025-02-01", "value": "noted"}, 1),
        ({"date": "2025-01-01", "value": "noted"}, {"value": "accepted"}, 1),
    ],
)
def test_one_that_is_new_in_both_is_one_where_it_says_no_more_or_is_of_the_same_day(
    here: dict[str, str], there: dict[str, str], at: int
) -> None:
    """`at` is the number that the item of here has for the sheet: its own, or one behind."""

    def named(item: dict[str, str]) -> dict[str, str]:
        return {f"responses.1.{key}": text for key, text in item.items()}

    found = aligned({}, named(here), named(there))
    assert found.numbers == {("responses", at): 0}


items = st.lists(st.sampled_from("abcdef"), max_size=5)


@examples(1000)
@given(items, items, items)
def test_no_item_is_lost_or_takes_the_place_of_another(
    base: Items, ours: Items, theirs: Items
) -> None:
    here = cells(ours) | {"note.en": "stays"}
    found = aligned(cells(base), here, cells(theirs))
    assert found.cells["note.en"] == "stays"
    there = {at: one for (_, at), one in found.numbers.items() if one is not None}
    assert sorted(there.values()) == list(range(len(ours)))
    for at, one in there.items():
        assert found.cells[f"status.{at + 1}.value"] == ours[one]
        if at < len(base) and len(base) != len(ours):
            assert ours[one] == base[at]
