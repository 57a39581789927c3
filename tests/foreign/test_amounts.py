"""An amount is what was written, or it is asked: never off by a power of ten."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.foreign.reading.cell_values import number_in
from dosa_trace.foreign.reading.forms import CellSort, Form, read_in, recognised
from tests.examples import examples

#: What people of some country write between thousands, and before decimals.
LOCALES = [
    (".", ","), (",", "."), (" ", ","), ("\u00a0", ","), ("\u202f", ","), ("'", "."),
    ("\u2019", "."), (" ", "."), ("", ","), ("", "."),
]  # fmt: skip
AROUND = ["{}", "€ {}", "€{}", "{} €", "EUR {}", "{} EUR", "$ {}", "{} euro", " {} "]


def written(amount: Decimal, locale: tuple[str, str], places: int) -> str:
    """An amount as one of a locale writes it, with so many decimals."""
    thousands, decimal = locale
    text = f"{amount:,.{places}f}"
    return text.translate({ord(","): thousands, ord("."): decimal})


amounts = st.decimals(0, 10**12, places=3, allow_nan=False, allow_infinity=False)
places = st.integers(0, 3)


@examples(3000)
@given(st.lists(st.tuples(amounts, places), min_size=1, max_size=6), st.sampled_from(LOCALES),
       st.sampled_from(AROUND))  # fmt: skip
def test_an_amount_of_any_locale_is_what_was_written_or_is_asked(
    column: list[tuple[Decimal, int]], locale: tuple[str, str], around: str
) -> None:
    meant = [round(amount, digits) for amount, digits in column]
    texts = [
        around.format(written(amount, locale, digits))
        for amount, (_, digits) in zip(meant, column, strict=True)
    ]
    found = recognised(texts, CellSort.NUMBER)
    if found.form is None:
        assert set(found.between) == {Form.DECIMAL_COMMA, Form.DECIMAL_POINT}
        assert found.doubtful in texts
    else:
        assert [read_in(text, found.form) for text in texts] == list(map(plainly, meant))
    said = Form.DECIMAL_COMMA if locale[1] == "," else Form.DECIMAL_POINT
    assert [read_in(text, said) for text in texts] == list(map(plainly, meant))


def plainly(amount: Decimal) -> str:
    """The shortest text of an amount, by another way than the program's."""
    whole, _, part = str(amount).partition(".")
    part = part.rstrip("0")
    return f"{whole}.{part}" if part else whole


@examples(2000)
@given(st.text(st.sampled_from("0123456789.,- €'\u00a0"), min_size=1, max_size=14))
def test_what_is_read_has_the_digits_that_stand_there(text: str) -> None:
    """No text is read as a number with other digits than it has, in their order."""
    for decimal in ",.":
        value = number_in(text, decimal)
        if value is not None:
            digits = [one for one in text if one.isdigit()]
            shown = [one for one in plainly(abs(value)) if one.isdigit()]
            assert "".join(digits).rstrip("0").startswith("".join(shown).rstrip("0"))


@pytest.mark.parametrize(
    ("texts", "form"),
    [
        (["1.234"], None),
        (["1,234"], None),
        (["1.234", "12"], None),
        (["1.234", "1,5"], Form.DECIMAL_COMMA),
        (["1.234", "1.5"], Form.DECIMAL_POINT),
        (["1.234", "1.234.567"], Form.DECIMAL_COMMA),
        (["1.234", "0.500"], Form.DECIMAL_POINT),
        (["1.234", "5,-"], Form.DECIMAL_COMMA),
        (["12", "7", "-3"], Form.NUMBER),
        (["1 234", "12"], Form.NUMBER),
        (["1.5", "1,5"], None),  # each says otherwise, and neither is most of them
        (["1,5"] * 9 + ["1.5"], Form.DECIMAL_COMMA),
        (["1,5"] * 8 + ["1.5"], None),
        ([Decimal(5), Decimal(6), "1,5"], Form.NUMBER),
    ],
)
def test_a_column_is_settled_by_its_other_cells(
    texts: Sequence[str | Decimal], form: Form | None
) -> None:
    assert recognised(texts, CellSort.NUMBER).form is form


@pytest.mark.parametrize(
    "text",
    ["1.23.456", "circa 3 mln", "3 mln", "007", "01.234", "1e5", "1,23E+11", "12%", "1.234 567",
     "--5", "- -5", "(5)", "5-", "€", "", "1..2", "½", "\u0661\u0662"],
)  # fmt: skip
def test_what_is_no_number_is_none(text: str) -> None:
    assert number_in(text, ",") is None
    assert number_in(text, ".") is None


@pytest.mark.parametrize(
    ("text", "form"),
    [("1.5", Form.DECIMAL_COMMA), ("1,5", Form.DECIMAL_POINT), ("1.234", Form.NUMBER),
     ("x", Form.DECIMAL_COMMA)],
)  # fmt: skip
def test_a_cell_that_contradicts_its_column_is_bad(text: str, form: Form) -> None:
    assert read_in(text, form) is None
