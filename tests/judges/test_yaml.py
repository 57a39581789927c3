"""The reader and the editor against the cases of the YAML test suite."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from docs import yaml_suite
from dosa_trace.catalog.text.reader import read
from dosa_trace.catalog.text.values import Value, YamlFile, YamlList, YamlMap
from dosa_trace.editing.edits import insert_item, plain, remove, same, set_value
from dosa_trace.editing.places import NotEditable
from tests.editing.test_edits import VALUES, values_in

HERE = Path(__file__).parent
Cases = Sequence[Mapping[str, Any]]
NEW = {"a": ["b"]}


@pytest.fixture(scope="module")
def cases(judges: Path) -> Cases:
    done = subprocess.run(
        ["node", HERE / "yaml.mjs", judges], capture_output=True, text=True, check=True
    )
    suite: Cases = json.loads(done.stdout)
    return suite


def test_the_reader_reads_as_the_page_says(cases: Cases) -> None:
    sorts = Counter(yaml_suite.outcome(case).sort for case in cases)
    assert len(cases) > 400
    assert sorts["read otherwise"] <= 1
    assert yaml_suite.page(cases) == yaml_suite.PAGE.read_text(encoding="utf-8")


def test_every_shape_that_is_read_is_edited_or_left_alone(cases: Cases) -> None:
    """Every value is set to every other, each list and map gets and loses something: where that is
    done it is read back, and what was put in and taken out leaves the bytes that were."""
    done: Counter[bool] = Counter()
    for case in cases:
        file, findings = read(case["id"], case["yaml"].encode())
        if findings or file.root is None:
            continue
        for route, value in values_in(file.root):
            done.update(made is not None for made in _set(file, route))
            done.update(_is_whole_again(file, route, value))
            if route:
                done[_tried(remove, file, route) is not None] += 1
    assert done[True] > 12_000
    assert done[False] < done[True] * 0.08


def _tried(edit: Callable[..., YamlFile], *of: Any) -> YamlFile | None:
    """What an edit makes, None where it was refused."""
    try:
        return edit(*of)
    except NotEditable:
        return None


def _set(file: YamlFile, route: Any) -> list[YamlFile | None]:
    every = []
    for value in VALUES if route else ():
        made = _tried(set_value, file, route, value)
        every.append(made)
        if made is not None:
            found = plain(made)
            for step in route:
                found = found[step]
            assert same(found, value), (file.path, route, value)
    return every


def _is_whole_again(file: YamlFile, route: Any, value: Value) -> list[bool]:
    """Whether each thing that can be put in was, after it was taken out again."""
    every: list[tuple[tuple[str | int], YamlFile | None]] = []
    if isinstance(value, YamlMap) and value.entries:
        every.append((("new",), _tried(set_value, file, (*route, "new"), NEW)))
    if isinstance(value, YamlList) and value.items:
        for at in range(len(value.items) + 1):
            every.append(((at,), _tried(insert_item, file, route, at, NEW)))
    for way, made in every:
        if made is not None:
            assert remove(made, (*route, *way)).text == file.text, (file.path, route, way)
    return [made is not None for _, made in every]
