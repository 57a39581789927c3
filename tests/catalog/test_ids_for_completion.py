"""What a shell completes: the ids that the loader finds, however the files are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from dosa_trace.catalog.ids_for_completion import ids
from dosa_trace.catalog.loader import load_catalog
from tests.build import FROZEN


@pytest.mark.parametrize("prefix", ["", "fs-", "aim-", "kst-26643-1", "zzz", "partial"])
def test_it_finds_what_the_loader_finds(prefix: str) -> None:
    catalog, _ = load_catalog(FROZEN)
    shelves = (catalog.recommendations, catalog.objectives, catalog.instruments, catalog.sources)
    expected = {name for shelf in shelves for name in shelf if name.startswith(prefix)}
    assert ids(FROZEN, prefix) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("objectives: [{id: a-1, title: T}]", ["a-1"]),
        ('{"objectives": [{"id": "a-1", "title": {"nl": "N", "en": "E"}}]}', ["a-1"]),
        ("objectives: [{id: a-1}]", ["a-1"]),
        ("objectives: [{id: [a-1], title: T}, a-1]", []),
        ("objectives: a-1", []),
        ("links: [{from: a-1, to: b}]", []),
        ("catalogue: {languages: [nl]}\nobjectives: [{id: a-1, title: {en: E, nl: N}}]",
         ["a-1"]),
        ("catalogue: {languages: []}\nobjectives: [{id: a-1, title: {en: E, nl: N}}]",
         ["a-1"]),
        ("objectives: [{id: a-1", []),
        ("\0 a-1 objectives", []),
        ("", []),
    ],
)  # fmt: skip
def test_what_is_wrong_is_passed_over(text: str, found: list[str], tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(text, encoding="utf-8")
    assert ids(tmp_path, "a-") == found
