"""Money: nothing counts twice, conflicts are a range, what has no amount is counted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.judging.selection import Where
from dosa_trace.analysis.money.amounts import added, items, sums
from dosa_trace.analysis.money.by_state import ENDED, IN_TOTAL, ORPHANED, PARTS
from dosa_trace.analysis.money.money import MoneyBy, money
from dosa_trace.catalog.model.vocabulary import Nature
from tests import oracle
from tests.analysis.money.plainly import as_in_the_files
from tests.build import FROZEN, catalog_of, frozen, graph_of
from tests.examples import examples
from tests.worlds import DAYS, catalogues

TODAY = date(2026, 11, 23)
SOURCES = [{"id": "s", "date": "2022"}, {"id": "t", "date": "2023"}]


Tree = list[dict[str, Any]]


@st.composite
def trees(draw: st.DrawFn) -> tuple[Tree, frozenset[str]]:
    """Instruments that are parts of each other to any depth, some with an amount, and a choice."""
    drawn: Tree = []
    for at in range(draw(st.integers(1, 8))):
        one: dict[str, Any] = {"id": f"i{at}"}
        if at and draw(st.booleans()):
            one["part_of"] = f"i{draw(st.integers(0, at - 1))}"
        one["budgets"] = [
            {
                "amount": draw(st.integers(1, 100)),
                "currency": draw(st.sampled_from(["EUR", "USD"])),
                "stage": draw(st.sampled_from(["announced", "spent"])),
                "source": "s",
                "purpose": f"p{number}",
                # An amount that bears only a day of reading counts from that day.
                **draw(st.sampled_from([{"date": "2023"}, {"read": "2026"}, {"read": "2025-01"}])),
            }
            for number in range(draw(st.integers(0, 2)))
        ]
        drawn.append(one)
    names = [one["id"] for one in drawn]
    return drawn, frozenset(draw(st.lists(st.sampled_from(names), unique=True)))


def is_given(budget: Mapping[str, Any]) -> bool:
    return oracle.last_day(budget.get("date") or budget["read"]) <= TODAY


def literally(tree: list[dict[str, Any]], chosen: frozenset[str], currency: str, stage: str) -> int:
    """From every root down: what a chosen one has of its own, else what its parts have."""

    def own(one: Mapping[str, Any]) -> int:
        return sum(
            budget["amount"] for budget in one["budgets"]
            if (budget["currency"], budget["stage"]) == (currency, stage) and is_given(budget)
        ) if one["id"] in chosen else 0  # fmt: skip

    def of(one: Mapping[str, Any]) -> int:
        parts = [part for part in tree if part.get("part_of") == one["id"]]
        return own(one) or sum(map(of, parts))

    return sum(of(one) for one in tree if "part_of" not in one)


@examples(180)
@given(trees())
def test_nothing_counts_twice(drawn: tuple[list[dict[str, Any]], frozenset[str]]) -> None:
    tree, chosen = drawn
    catalog = catalog_of({"sources": SOURCES, "instruments": tree})
    found, without = sums(catalog, sorted(chosen), TODAY)
    told = {(one.currency, one.stage.value): one.amount for one in found}
    for currency in ("EUR", "USD"):
        for stage in ("announced", "spent"):
            assert told.get((currency, stage), 0) == literally(tree, chosen, currency, stage)
    assert without == sum(
        not any(map(is_given, one["budgets"])) for one in tree if one["id"] in chosen
    )


def instrument(*budgets: dict[str, Any], **more: Any) -> dict[str, Any]:
    filled = [{"currency": "EUR", "stage": "announced", "source": "s", "date": "2023", **one}
              for one in budgets]  # fmt: skip
    return {"id": "i", "status": [{"date": "2023", "value": "adopted"}], "budgets": filled} | more


@pytest.mark.parametrize(
    ("budgets", "amount", "low", "high"),
    [
        # of one purpose the last amount holds: an earlier one is never overwritten
        (({"amount": 5}, {"amount": 8, "date": "2024"}), 8, 8, 8),
        # purposes add up
        (({"amount": 5, "purpose": "a"}, {"amount": 8, "purpose": "b"}), 13, 13, 13),
        # another source gives another amount for the same
        (({"amount": 5}, {"amount": 8, "counts": False, "source": "t"}), 5, 5, 8),
        (({"amount": 5}, {"amount": 3, "counts": False}, {"amount": 9, "counts": False}), 5, 3, 9),
        # what counts for another purpose is no conflict
        (({"amount": 5}, {"amount": 8, "counts": False, "purpose": "b"}), 5, 5, 5),
        # not yet given on the date
        (({"amount": 5}, {"amount": 8, "date": "2027"}), 5, 5, 5),
    ],
)
def test_the_amount_of_one_instrument(budgets: Any, amount: int, low: int, high: int) -> None:
    catalog = catalog_of({"sources": SOURCES, "instruments": [instrument(*budgets)]})
    (found,), without = sums(catalog, ["i"], TODAY)
    assert (*map(int, (found.amount, found.low, found.high)), without) == (amount, low, high, 0)


def test_stages_and_currencies_stand_apart_and_no_amount_is_counted_beside() -> None:
    one = instrument(
        {"amount": 5}, {"amount": 4, "stage": "spent"}, {"amount": 7, "currency": "USD"}
    )
    other = instrument(id="j")
    catalog = catalog_of({"sources": SOURCES, "instruments": [one, other]})
    found, without = sums(catalog, ["i", "j"], TODAY)
    assert [(one.currency, one.stage.value, int(one.amount)) for one in found] == [
        ("EUR", "announced", 5), ("EUR", "spent", 4), ("USD", "announced", 7),
    ]  # fmt: skip
    assert without == 1


def two_asked() -> dict[str, Any]:
    return {
        "sources": SOURCES,
        "recommendations": [{"id": "a", "source": "s"}, {"id": "b", "source": "s"}],
        "instruments": [
            instrument({"amount": 5}), instrument({"amount": 9}, id="j"),
            instrument({"amount": 2}, id="k", part_of="i"),
        ],
        "links": [
            {"from": "a", "to": "i", "basis": "inferred", "rationale": "w", "extent": "full"},
            {"from": "b", "to": "i", "basis": "inferred", "rationale": "w", "extent": "partial"},
        ],
    }  # fmt: skip


def test_one_instrument_behind_two_recommendations_counts_once_in_the_total() -> None:
    found = money(graph_of(two_asked(), TODAY))
    rows = {row.key: row for row in found.lines}
    assert rows["covered"].sums[0].amount == 5
    assert rows["partly"].instruments == ()  # under the strongest state, and nowhere else
    assert (rows[PARTS].instruments, rows[PARTS].sums) == (("k",), ())  # inside what it is part of
    assert rows[ORPHANED].instruments == ("j",)
    assert rows[ORPHANED].sums[0].amount == 9
    assert found.total.sums[0].amount == 5  # what answers nothing is in no total
    assert {one.id for one in found.items} == {"i"}


def test_a_selection_leaves_out_what_answers_nothing() -> None:
    found = money(graph_of(two_asked(), TODAY), where=(Where("id", "a"),))
    assert [row.key for row in found.lines] == ["covered", "partly", "planned", PARTS]
    assert found.total.sums[0].amount == 5


@pytest.mark.parametrize("by", list(MoneyBy))
def test_every_split_of_the_frozen_catalogue_is_about_the_same_instruments(by: MoneyBy) -> None:
    found = money(frozen(TODAY), by)
    assert found.total == money(frozen(TODAY)).total
    within = [row for row in found.lines if by is not MoneyBy.STATE or row.key in IN_TOTAL]
    assert {name for row in within for name in row.instruments} == set(found.total.instruments)
    # by state every live or announced instrument stands somewhere, and none stands twice
    if by is MoneyBy.STATE:
        graph = frozen(TODAY)
        told = [name for row in found.lines for name in row.instruments]
        live = filter(graph.is_live_or_announced, graph.catalog.instruments.values())
        assert len(told) == len(set(told))
        assert {one.id for one in live} <= set(told)
        amounts = [one for row in within for one in row.sums]
        for one in found.total.sums:
            same = [each.amount for each in amounts if each[:2] == one[:2]]
            assert sum(same) == pytest.approx(one.amount)
    if by is MoneyBy.YEAR:
        assert sum(one.amount for row in found.lines for one in row.sums) == sum(
            one.amount for one in found.total.sums
        )


@examples(180)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["stated", "inferred"]))
def test_every_instrument_stands_in_the_row_of_the_oracle(
    data: dict[str, Any], on: date, basis: Any
) -> None:
    found = money(graph_of(data, on, basis))
    placed = {name: row.key for row in found.lines for name in row.instruments}
    assert placed == oracle.money_rows(data, on, basis)
    assert len(placed) == sum(len(row.instruments) for row in found.lines)


def test_what_a_part_had_spent_before_it_ended_has_a_row() -> None:
    data = two_asked()
    data["instruments"][2]["status"].append({"date": "2023", "value": "stopped"})
    data["instruments"][2]["budgets"].append(
        {"amount": 1, "currency": "EUR", "stage": "spent", "date": "2022", "source": "s"}
    )
    rows = {row.key: row for row in money(graph_of(data, TODAY)).lines}
    assert PARTS not in rows
    assert [(one.stage.value, int(one.amount)) for one in rows[ENDED].sums] == [("spent", 1)]


def test_an_amount_that_bears_only_a_day_of_reading_counts_from_that_day() -> None:
    data = two_asked()
    del data["instruments"][1:]
    (budget,) = data["instruments"][0]["budgets"]
    del budget["date"]
    budget["read"] = "2025-03-01"
    assert money(graph_of(data, date(2025, 2, 28))).total.sums == ()
    assert money(graph_of(data, date(2025, 3, 1))).total.sums[0].amount == 5


def test_the_sums_are_those_of_the_file_by_level_and_nature() -> None:
    as_in_the_files(FROZEN)


def test_what_is_to_be_raised_is_never_added_to_what_is_there() -> None:
    raised = {"nature": "to-be-raised", "purpose": "a fund"}
    data = {
        "sources": SOURCES,
        "instruments": [instrument({"amount": 5}, {"amount": 200, **raised}, id="i")],
    }
    found, _ = sums(catalog_of(data), ["i"], TODAY)
    assert [(one.apart, int(one.amount), one.unsaid) for one in found] == [
        (None, 5, 1), (Nature.TO_BE_RAISED, 200, 0),
    ]  # fmt: skip


def test_the_levels_add_up_where_a_part_stands_at_another_level_than_its_whole() -> None:
    data = two_asked()
    whole, _, part = data["instruments"]
    whole["level"], part["level"] = "eu", "nl"
    found = money(graph_of(data, TODAY), MoneyBy.LEVEL)
    assert found.lines == found.levels
    assert {row.key: [int(one.amount) for one in row.sums] for row in found.levels} == {
        "nl": [], "eu": [5],
    }  # fmt: skip
    assert [int(one.amount) for one in found.total.sums] == [5]


def test_owners_share_an_amount_and_the_rows_add_up() -> None:
    found = money(frozen(TODAY), MoneyBy.OWNER)
    for one in found.total.sums:
        parts = [each.amount for row in found.lines for each in row.sums if each[:3] == one[:3]]
        assert sum(parts) == pytest.approx(one.amount)


def test_amounts_are_exact_and_thirds_of_one_add_up_to_it() -> None:
    budgets = ({"amount": 0.1}, {"amount": 0.2, "purpose": "b"})
    catalog = catalog_of({"sources": SOURCES, "instruments": [instrument(*budgets)]})
    (found,), _ = sums(catalog, ["i"], TODAY)
    assert found.amount == Decimal("0.3")
    third = Decimal(100) / 3
    (item,) = items(
        catalog_of({"sources": SOURCES, "instruments": [instrument({"amount": 1})]}), ["i"], TODAY
    )
    thirds = [item._replace(amount=third, low=third, high=third)] * 3
    assert [one.amount for one in added(thirds)] == [100]
