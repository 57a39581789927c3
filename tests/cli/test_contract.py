"""The machine contract: keys are only ever added, and one that misleads goes only with a raised
number.

`contract.json` holds the keys of the first version. What `show` prints under `fields` is the record
as it is written, and no contract of the program.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Runner

FIRST = json.loads((Path(__file__).parent / "contract.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FIRST)
def test_every_key_of_the_first_version_is_there(name: str, run: Runner) -> None:
    first = FIRST[name]
    found = json.loads(run(*first["ask"], "-f", "json").out)
    assert found["schema"] == first["schema"]
    assert set(first["keys"]) - set(_keys(found)) == set()


def _keys(value: Any, at: str = "") -> Iterator[str]:
    """Every key of a document by its path; `[]` stands for the items of a list."""
    if isinstance(value, dict):
        for key, inside in value.items():
            path = f"{at}.{key}" if at else key
            yield path
            yield from _keys(inside, path)
    elif isinstance(value, list):
        for inside in value:
            yield from _keys(inside, f"{at}[]")
