"""What an edit does: on file, to the states, and which edit moved which."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest

from dosa_trace.analysis.diff.diff import CatalogDiff, diff
from dosa_trace.analysis.diff.values import FieldChange, field_changes
from dosa_trace.analysis.judging.verdicts import State
from tests.build import catalog_of

ON = date(2026, 11, 23)
LINK = {"basis": "inferred", "rationale": "R"}
WORLD: dict[str, Any] = {
    "sources": [{"id": "s", "date": "2023"}],
    "recommendations": [{"id": "a", "source": "s"}, {"id": "b", "source": "s"}],
    "instruments": [{"id": "i", "status": [{"date": "2024", "value": "adopted"}]}],
    "links": [
        {"from": "a", "to": "i", "extent": "partial", **LINK},
        {"from": "b", "to": "i", "extent": "marginal", **LINK},
    ],
}


def after(edit: Any) -> CatalogDiff:
    world = copy.deepcopy(WORLD)
    edit(world)
    return diff(catalog_of(WORLD), catalog_of(world), ON)


def test_of_an_edit_that_moves_a_state_the_edit_is_named() -> None:
    found = after(lambda world: world["links"][0].update(extent="marginal"))
    (moved,) = found.states
    assert (moved.id, moved.before, moved.after) == ("a", State.PARTLY, State.GAP)
    assert (moved.worse, moved.better) == (True, False)
    assert len(moved.because) == 1
    (changed,) = found.difference.links_changed
    assert [(one.field, one.before, one.after) for one in changed.fields] == [
        ("extent", "partial", "marginal")
    ]


def test_an_edit_that_moves_no_state_is_told_on_file_only() -> None:
    found = after(lambda world: world["links"][1].update(rationale="Another reason"))
    assert found.states == () and not found.is_empty
    assert len(found.difference.links_changed) == 1


def test_an_instrument_that_stops_is_told_once_with_all_that_it_lowers() -> None:
    stopped = {"date": "2025", "value": "stopped"}
    found = after(lambda world: world["instruments"][0]["status"].append(stopped))
    assert [one.id for one in found.ended] == ["i"]
    assert [(one.id, one.after) for one in found.states] == [("a", State.GAP)]


def test_what_came_and_went_has_its_state() -> None:
    def edit(world: dict[str, Any]) -> None:
        world["recommendations"][1] = {"id": "c", "source": "s", "title": "Something else"}
        world["links"][1].update({"from": "c", "extent": "full"})

    found = after(edit)
    assert [(name.id, state) for name, state in found.new_recommendations] == [("c", State.COVERED)]
    assert [(name.id, state) for name, state in found.gone_recommendations] == [("b", State.GAP)]


def test_nothing_differs_from_itself() -> None:
    assert after(lambda world: None).is_empty


@pytest.mark.parametrize(
    ("before", "now", "changes"),
    [
        ({"x": 1}, {"x": 1}, []),
        ({"x": 1}, {"x": True}, [("f.x", 1, True)]),
        ({"x": 1}, {"y": 1}, [("f.x", 1, None), ("f.y", None, 1)]),
        (["a", "b"], ["a", "c"], [("f[2]", "b", "c")]),
        (["a", "b", "c"], ["b", "c"], [("f[1]", "a", None)]),
        (["a"], ["a", {"k": 1}], [("f[2]", None, {"k": 1})]),
        ("a", ["a"], [("f", "a", ["a"])]),
        (None, {"x": 1}, [("f.x", None, 1)]),
    ],
)
def test_values_differ_at_the_smallest_place(before: Any, now: Any, changes: list[Any]) -> None:
    expected = [FieldChange(*change) for change in changes]
    assert list(field_changes("f", before, now)) == expected
