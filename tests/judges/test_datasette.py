"""What `export` writes, opened by Datasette: facets, references and the view of a feed."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from dosa_trace.cli import main
from tests.build import FROZEN

datasette = pytest.importorskip("datasette.app")


def asked(path: Path, *addresses: str) -> list[Any]:
    async def answers() -> list[Any]:
        served = datasette.Datasette([str(path)])
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
