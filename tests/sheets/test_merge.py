"""A sheet that came back, cell by cell against what it was and what stands here."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.sheets.merge import CellConflict, CellEdit, Merge, merge
from tests.examples import examples

Rows = dict[str, dict[str, str]]
COLUMNS = ("x", "y")
NOTHING = Merge((), (), (), (), (), ())
ROW = {"x": "1", "y": "2"}
#: What both had, what stands here, what came back, and what follows.
CASES: Mapping[str, tuple[Rows, Rows, Rows, Merge]] = {
    "the same": ({"a": ROW}, {"a": ROW}, {"a": ROW}, NOTHING),
    "only ours": ({"a": ROW}, {"a": ROW | {"x": "9"}}, {"a": ROW}, NOTHING),
    "only theirs": (
        {"a": ROW}, {"a": ROW}, {"a": ROW | {"x": "9"}},
        NOTHING._replace(edits=(CellEdit("a", "x", "1", "9"),)),
    ),
    "another cell each": (
        {"a": ROW}, {"a": ROW | {"x": "8"}}, {"a": ROW | {"y": "9"}},
        NOTHING._replace(edits=(CellEdit("a", "y", "2", "9"),)),
    ),
    "both alike": ({"a": ROW}, {"a": ROW | {"x": "9"}}, {"a": ROW | {"x": "9"}}, NOTHING),
    "both, each otherwise": (
        {"a": ROW}, {"a": ROW | {"x": "8"}}, {"a": ROW | {"x": "9"}},
        NOTHING._replace(conflicts=(CellConflict("a", "x", "1", "8", "9"),)),
    ),
    "changed here, gone there": (
        {"a": ROW}, {"a": ROW | {"x": "8"}}, {}, NOTHING._replace(changed_here=("a",)),
    ),
    "gone here, changed there": (
        {"a": ROW}, {}, {"a": ROW | {"x": "9"}}, NOTHING._replace(gone_here=("a",)),
    ),
    "gone there": ({"a": ROW}, {"a": ROW}, {}, NOTHING._replace(missing=("a",))),
    "gone here": ({"a": ROW}, {}, {"a": ROW}, NOTHING),
    "gone in both": ({"a": ROW}, {}, {}, NOTHING),
    "new here": ({}, {"a": ROW}, {}, NOTHING),
    "new there": ({}, {}, {"a": ROW}, NOTHING._replace(added=(("a", ROW),))),
    "new in both, alike": ({}, {"a": ROW}, {"a": ROW}, NOTHING),
    "new in both, each otherwise": (
        {}, {"a": ROW}, {"a": {"x": "1", "y": "9"}},
        NOTHING._replace(conflicts=(CellConflict("a", "y", "", "2", "9"),)),
    ),
    "emptied there": (
        {"a": ROW}, {"a": ROW}, {"a": {"x": "1"}},
        NOTHING._replace(edits=(CellEdit("a", "y", "2", ""),)),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_table(case: str) -> None:
    base, ours, theirs, follows = CASES[case]
    assert merge(base, ours, theirs, COLUMNS) == follows


rows = st.dictionaries(
    st.sampled_from("abcde"),
    st.dictionaries(st.sampled_from([*COLUMNS, "z"]), st.sampled_from("123"), min_size=1),
)


def literally(base: Rows, ours: Rows, theirs: Rows) -> tuple[Rows, set[tuple[str, ...]]]:
    """The rule as one would do it by hand: the rows of the result where nobody is asked and a
    question leaves things as they are here, and what is asked."""
    result: Rows = {key: dict(row) for key, row in ours.items()}
    asked: set[tuple[str, ...]] = set()
    for key in base.keys() | ours.keys() | theirs.keys():
        here, there, was = (of.get(key) for of in (ours, theirs, base))
        if here is None and there is not None:
            if was is None:
                result[key] = dict(there)
            elif any(there.get(column) != was.get(column) for column in COLUMNS):
                asked.add((key,))
        elif here is not None and there is None and was is not None:
            asked.add((key,))
        elif here is not None and there is not None:
            for column in COLUMNS:
                before = (was or {}).get(column, "")
                mine, other = here.get(column, ""), there.get(column, "")
                if other not in (before, mine):
                    if mine != before:
                        asked.add((key, column))
                    else:
                        result[key][column] = other
    return result, asked


def carried_out(found: Merge, ours: Rows) -> Rows:
    result = {key: dict(row) for key, row in ours.items()}
    for edit in found.edits:
        assert ours[edit.key].get(edit.column, "") == edit.before
        result[edit.key][edit.column] = edit.after
    return result | {key: dict(row) for key, row in found.added}


@examples(2000)
@given(rows, rows, rows)
def test_the_result_is_that_of_the_literal_rule(base: Rows, ours: Rows, theirs: Rows) -> None:
    found = merge(base, ours, theirs, COLUMNS)
    expected, asked = literally(base, ours, theirs)
    assert carried_out(found, ours) == expected
    rows_asked = (*found.missing, *found.changed_here, *found.gone_here)
    assert len(set(rows_asked)) == len(rows_asked)
    cells = {(one.key, one.column) for one in found.conflicts}
    assert {(key,) for key in rows_asked} | cells == asked
    new = {key for key, _ in found.added}
    assert carried_out(found, ours).keys() == ours.keys() | new
    assert not new & ours.keys()
