"""Word by word what is gone and what has come."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.views.wording.word_difference import word_difference
from tests.examples import examples


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("a b c", "a b c", "a b c"),
        ("a b c", "a d c", "a [-b-] [+d+] c"),
        ("a b", "a b c d", "a b [+c d+]"),
        ("a  b", "b", "[-a-] b"),
        ("", "a", "[+a+]"),
    ],
)
def test_what_is_gone_and_what_has_come(before: str, after: str, shown: str) -> None:
    assert word_difference(before, after) == shown


words = st.lists(st.sampled_from("abcd"), max_size=12)


@examples(200)
@given(words, words)
def test_both_texts_can_be_read_out_of_it(old: list[str], new: list[str]) -> None:
    shown = word_difference(" ".join(old), " ".join(new))
    before = re.sub(r"\[\+[^\]]*\+\]", "", shown).replace("[-", "").replace("-]", "")
    after = re.sub(r"\[-[^\]]*-\]", "", shown).replace("[+", "").replace("+]", "")
    assert (before.split(), after.split()) == (old, new)
