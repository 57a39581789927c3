"""Records that got another id, also where their words were mended on the way."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dosa_trace.analysis.diff.diff import diff
from dosa_trace.analysis.diff.renames import Known, renamings
from dosa_trace.catalog.loader import load_catalog
from dosa_trace.catalog.text.reader import read_root
from dosa_trace.catalog.text.values import plain_data
from tests.build import FROZEN, catalog_of


def one(identifier: str, title: str, **more: Any) -> dict[str, Any]:
    return {"id": identifier, "title": title, **more}


def known(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> dict[Any, Known]:
    return dict(renamings(catalog_of({"objectives": before}), catalog_of({"objectives": after})))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("More AI talent for research", Known.CONTENT),
        ("More AI talent for research ", Known.WORDS),
        ("more ai talent for research.", Known.WORDS),
        ("More  AI\u00a0talent for Research", Known.WORDS),
        ("More AI tallent for research", Known.TITLE),
        ("More AI talent for the research", Known.TITLE),
    ],
)
def test_a_name_is_known_again_and_how_surely(title: str, expected: Known) -> None:
    before = [one("a", "More AI talent for research"), one("x", "Computing power")]
    after = [one("b", title), one("x", "Computing power")]
    assert known(before, after) == {("a", "b"): expected}


def test_another_aim_is_no_renaming() -> None:
    before = [one("a", "More AI talent for research")]
    assert known(before, [one("b", "Less energy for data centres")]) == {}
    assert known(before, [one("b", "More computing power for research in health")]) == {}


def test_a_title_that_is_nearly_one_is_known_by_its_links_where_the_words_are_others() -> None:
    """By which it was known is what must be so; the title alone would not have sufficed."""

    def world(name: str, title: str, note: str) -> dict[str, Any]:
        return {
            "sources": [{"id": "s", "date": "2024"}],
            "objectives": [one(name, title, note=note)],
            "instruments": [{"id": "i"}],
            "links": [{"from": name, "to": "i", "extent": "full", "basis": "stated"}],
        }

    before = catalog_of(world("a", "More AI talent for research", "One thing"))
    after = catalog_of(world("b", "More AI tallent for research", "Something else"))
    assert dict(renamings(before, after)) == {("a", "b"): Known.LINKS}


def test_links_in_common_speak_for_a_title_that_is_only_alike() -> None:
    def world(name: str, title: str) -> dict[str, Any]:
        return {
            "sources": [{"id": "s", "date": "2024"}],
            "objectives": [one(name, title, note="N")],
            "instruments": [{"id": "i"}, {"id": "j"}],
            "links": [
                {"from": name, "to": end, "extent": "full", "basis": "stated"} for end in "ij"
            ],
        }

    before = catalog_of(world("a", "Sovereign cloud for government"))
    after = catalog_of(world("b", "A cloud of its own for government"))
    assert dict(renamings(before, after)) == {("a", "b"): Known.LINKS}
    told = diff(before, after, date(2025, 1, 1)).difference
    assert (told.links_added, told.links_removed) == ((), ())
    assert [change.fields[0].field for change in told.changed] == ["title"]


def test_every_recommendation_that_was_renamed_and_touched_up_is_known_again(
    tmp_path: Path,
) -> None:
    """All at once: ids, and in turn a space, capitals, a full stop and a typo in the titles."""
    before, _ = load_catalog(FROZEN)
    new_names = {old: f"renamed.{at}" for at, old in enumerate(before.recommendations)}
    for file in before.files:
        root, _ = read_root(file.path, file.text)
        assert root is not None
        data = _renamed(plain_data(root), new_names)
        for turn, asked in enumerate(data.get("recommendations", ())):
            asked["title"] = {code: _touched(said, turn) for code, said in asked["title"].items()}
        (tmp_path / file.path.replace("/", "-")).write_text(json.dumps(data), encoding="utf-8")
    after, _ = load_catalog(tmp_path)
    told = renamings(before, after)
    assert {old: new for old, new in told} == new_names
    assert set(told.values()) == {Known.WORDS, Known.TITLE}


def _touched(title: str, turn: int) -> str:
    return (f"{title} ", title.upper(), f"{title}.", f"{title[:-2]}{title[-1]}")[turn % 4]


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _renamed(item, names) for key, item in value.items()}
    if isinstance(value, list):
        return [_renamed(item, names) for item in value]
    return names.get(value, value) if isinstance(value, str) else value
