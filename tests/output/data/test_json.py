"""JSON is what Python's own encoder writes, with indentation, byte for byte."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.output.data.indented import indented
from tests.examples import examples

VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner)
    | st.dictionaries(st.text() | st.none() | st.booleans() | st.integers(), inner),
)  # fmt: skip


@examples(600)
@given(VALUES)
def test_it_is_what_the_encoder_of_python_writes(value: Any) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=2)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), [-float("inf")]])
def test_what_json_cannot_hold_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        indented(value)
