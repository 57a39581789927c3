"""What `export` writes, opened by Datasette: facets, references and the view of a feed."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from dosa_trace.cli import main
from tests.build import FROZEN, frozen_catalog

datasette = pytest.importorskip("datasette.app")


def asked(path: Path, *addresses: str, metadata: Any = None) -> list[Any]:
    async def answers() -> list[Any]:
        served = datasette.Datasette([str(path)], metadata=metadata)
        return [await served.client.get(address) for address in addresses]

    return asyncio.run(answers())


def test_datasette_answers_a_facet_a_reference_and_the_feed(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    words = ["export", "--catalog", str(FROZEN), "--as-of", "2026-11-23", "-q", "-o", str(path)]
    assert main(words) == 0
    facet, feed, links = asked(
        path,
        "/c/states.json?_facet=state&_shape=objects",
        "/c/feed.json?_shape=objects",
        "/c/links",
    )
    counted = {
        one["value"]: one["count"] for one in facet.json()["facet_results"]["state"]["results"]
    }
    assert sum(counted.values()) == len(facet.json()["rows"])
    assert {"atom_id", "atom_title", "atom_updated"} == feed.json()["rows"][0].keys()
    assert links.status_code == 200
    assert 'href="/c/records/' in links.text


def test_with_its_metadata_it_says_titles_facets_and_what_columns_mean(tmp_path: Path) -> None:
    words = ["--catalog", str(FROZEN), "--as-of", "2026-11-23", "-q", "--lang", "en"]
    path, beside = tmp_path / "catalogue.db", tmp_path / "metadata.json"
    assert main(["export", *words, "-o", str(path)]) == 0
    assert main(["export", *words, "-f", "datasette", "-o", str(beside)]) == 0
    metadata = json.loads(beside.read_text(encoding="utf-8"))
    start, states, links, shown = asked(
        path, "/", "/catalogue/states.json?_shape=objects&_facet_size=1", "/catalogue/links",
        "/catalogue/recommendation_themes", metadata=metadata,
    )  # fmt: skip
    assert "Status as of 2026-11-23" in start.text
    assert set(states.json()["facet_results"]) == {"state", "source"}
    assert "the reason of the analyst" in links.text
    title = frozen_catalog().recommendations["fs-talent"].title
    assert dict(title.texts)["en"] in shown.text
    tables = metadata["databases"]["catalogue"]["tables"]
    (served,) = asked(path, "/catalogue.json", metadata=metadata)
    there = {one["name"] for one in served.json()["tables"]} | {
        one["name"] for one in served.json()["views"]
    }
    assert set(tables) <= there
    columns = {one["name"]: set(one["columns"]) for one in served.json()["tables"]}
    for name, told in tables.items():
        assert set(told.get("columns", ())) <= columns.get(name, set())
        assert name not in columns or set(told.get("facets", ())) <= columns[name]
