"""Edits of one file change what they must and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.catalog.text.reader import read
from dosa_trace.catalog.text.values import Value, YamlFile, YamlList, YamlMap
from dosa_trace.editing.edits import insert_item, plain, remove, rename_key, same, set_value
from dosa_trace.editing.places import NotEditable
from tests.build import ROOT
from tests.examples import examples

#: Texts that YAML reads as something else, or that stand badly on a line.
ODD = (
    "short", "with: colon", "# hash", "x #y", "- dash", "? key", "no", "yes", "null", "~", "1e3",
    "0x1f", "2024-01-01", "2025", "007", " lead", "trail ", "a" * 150, "word " * 40 + "end", "it's",
    'say "x"', "a, b", "[x", "{y", "*a", "&b", "!t", "%d", "@x", "`y", "line\nbreak", "tab\tx", "é",
    "", "'", '"', "---", "...", "a:", ": b", "=", "<<", "1:30", "\u00a0x", "word  two",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    *ODD, 12, 0, 3.5, True, False, None, [], {}, ["a", "b"], {"nl": "Een", "en": "One"},
    {"a": {"b": ["c", {"d": "e"}]}}, [{"date": "2024-02", "value": "adopted", "source": "s"}],
    {"long": "word " * 40 + "end", "list": [1, 2], "odd": "x: y"},
)  # fmt: skip
LINES = {"lf": "\n", "crlf": "\r\n"}


@cache
def files() -> tuple[YamlFile, ...]:
    """The files of the catalogues of the tests, with each line break, and without the last."""
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "tests" / "catalogues").rglob("*.yaml"))
    ]
    texts += [text.rstrip("\n") for text in texts[:4]]
    made = []
    for text in texts:
        for ending in LINES.values():
            file, findings = read("c.yaml", text.replace("\n", ending).encode())
            if not findings and file.root is not None:
                made.append(file)
    return tuple(made)


def values_in(value: Value, route: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, Value]]:
    yield route, value
    if isinstance(value, YamlMap):
        for key, (_, item) in value.entries.items():
            yield from values_in(item, (*route, key))
    elif isinstance(value, YamlList):
        for at, item in enumerate(value.items):
            yield from values_in(item, (*route, at))


@cache
def routes(at: int) -> tuple[tuple[Any, Value], ...]:
    root = files()[at].root
    assert root is not None
    return tuple(values_in(root))


def unchanged(before: str, after: str) -> tuple[int, int]:
    """How much of two texts is the same at their beginnings and at their ends."""
    most = min(len(before), len(after))
    start = next((at for at in range(most) if before[at] != after[at]), most)
    left = most - start
    end = next((at for at in range(left) if before[-1 - at] != after[-1 - at]), left)
    return start, end


def drawn(data: st.DataObject, kind: type | None = None) -> tuple[YamlFile, Any, Value]:
    """A file, and a route in it to a value, of a kind."""
    at = data.draw(st.integers(0, len(files()) - 1))
    able = [one for one in routes(at) if one[0] and (kind is None or isinstance(one[1], kind))]
    route, value = data.draw(st.sampled_from(able))
    return files()[at], route, value


@examples(2500)
@given(st.data())
def test_a_value_that_is_set_is_read_back_and_all_else_is_as_it_was(data: st.DataObject) -> None:
    file, route, _ = drawn(data)
    value = data.draw(st.sampled_from(VALUES))
    try:
        made = set_value(file, route, value)
    except NotEditable:  # a comment stands between a key and what it held
        assert re.search(r":[ \t]*(#.*)?\s+#", file.text)
        return
    told = plain(made)
    for step in route:
        told = told[step]
    assert same(told, value)
    start, end = unchanged(file.text, made.text)
    changed = file.text[start : len(file.text) - end]
    assert "\n#" not in changed
    assert ("\r\n" in file.text) == ("\r\n" in made.text)
    assert made.text.count("\r\n") == (made.text.count("\n") if "\r\n" in file.text else 0)


@examples(2500)
@given(st.data())
def test_a_key_that_is_added_and_taken_away_leaves_what_was(data: st.DataObject) -> None:
    file, route, value = drawn(data, YamlMap)
    assert isinstance(value, YamlMap)
    key = data.draw(st.sampled_from(["newkey", "x-y", "sp ace", "no", "2025", "a:b"]))
    behind = data.draw(st.sampled_from([None, *value.entries]))
    made = set_value(file, (*route, key), data.draw(st.sampled_from(VALUES)), after=behind)
    if value.entries:
        assert remove(made, (*route, key)).text == file.text


@examples(2500)
@given(st.data())
def test_an_item_that_is_put_in_and_taken_out_leaves_what_was(data: st.DataObject) -> None:
    file, route, value = drawn(data, YamlList)
    assert isinstance(value, YamlList)
    if not value.items:
        return
    at = data.draw(st.integers(0, len(value.items)))
    made = insert_item(file, route, at, data.draw(st.sampled_from(VALUES)))
    assert remove(made, (*route, at)).text == file.text


@examples(2500)
@given(st.data())
def test_what_is_taken_away_is_gone_and_no_comment_with_it(data: st.DataObject) -> None:
    file, route, _ = drawn(data)
    made = remove(file, route)
    whole = re.compile(r"^[ \t]*#.*$", re.MULTILINE)
    before, after = (
        [line.strip() for line in whole.findall(text)] for text in (file.text, made.text)
    )
    assert not set(after) - set(before)
    held = file.text[slice(*_span(file, route))]
    assert len(after) >= len(before) - held.count("#")
    start, end = unchanged(file.text, made.text)
    assert start + end >= len(made.text) - 8  # an empty list or map is written where one is left


def _span(file: YamlFile, route: Any) -> tuple[int, int]:
    """From the key of a value, or from an item, to where the next thing begins."""
    value: Value | None = file.root
    start = 0
    for step in route:
        if isinstance(value, YamlMap):
            key, value = value.entries[step]
            start = key.start
        elif isinstance(value, YamlList):
            value = value.items[step]
            start = value.start
    assert value is not None
    return start, max(value.end, start)


#: What other tools break: a text, an edit of it, and what must come of it.
CASES: dict[str, tuple[str, Any, str]] = {
    "a map in braces with a comment": (
        "a: {b: 1, # one\n  c: 2}\n",
        lambda file: set_value(file, ("a", "d"), 3),
        "a: {b: 1, # one\n  c: 2, d: 3}\n",
    ),
    "the first in brackets on lines of their own": (
        "a: [\n  b, c]\n",
        lambda file: insert_item(file, ("a",), 0, "x"),
        "a: [\n  x, b, c]\n",
    ),
    "a first comment in brackets": (
        "a: [ # one\n  b]\n",
        lambda file: insert_item(file, ("a",), 0, "x"),
        "a: [ # one\n  x, b]\n",
    ),
    "the only key of a file in braces": ("{a: 1}\n", lambda file: remove(file, ("a",)), "{}\n"),
    "braces in braces": (
        "a: {b: {c: [1, {d: 2}]}}\n",
        lambda file: insert_item(file, ("a", "b", "c"), 2, {"e": "x, y"}),
        "a: {b: {c: [1, {d: 2}, {e: 'x, y'}]}}\n",
    ),
    "an item with a comment behind it": (
        "a:\n  - b # one\n  - c # two\nd: e\n",
        lambda file: insert_item(file, ("a",), 1, "x"),
        "a:\n  - b # one\n  - x\n  - c # two\nd: e\n",
    ),
    "folded lines at the end": (
        "a:\n  - b: >-\n      one\n      two\n\n# end\n",
        lambda file: insert_item(file, ("a",), 1, {"c": "d"}),
        "a:\n  - b: >-\n      one\n      two\n  - c: d\n\n# end\n",
    ),
    "an empty list": (
        "a: []  # none\nb: c\n",
        lambda file: insert_item(file, ("a",), 0, "x"),
        "a: [x]  # none\nb: c\n",
    ),
    "nothing behind a key": (
        "a:\nb: c\n",
        lambda file: set_value(file, ("a",), ["x"]),
        "a: [x]\nb: c\n",
    ),
    "line breaks of Windows": (
        "a: b\r\nc:\r\n  - d\r\n",
        lambda file: insert_item(file, ("c",), 1, "e"),
        "a: b\r\nc:\r\n  - d\r\n  - e\r\n",
    ),
    "tabs behind a value": (
        "a: b\t\t# one\nc: d\n",
        lambda file: set_value(file, ("a",), "e"),
        "a: e\t\t# one\nc: d\n",
    ),
    "no line break at the end": (
        "a:\n  b: c",
        lambda file: set_value(file, ("a", "d"), "e"),
        "a:\n  b: c\n  d: e",
    ),
    "a list that does not stand in": (
        "a:\n- b\n- c\nd: e\n",
        lambda file: insert_item(file, ("a",), 2, "x"),
        "a:\n- b\n- c\n- x\nd: e\n",
    ),
    "quotes stay": (
        "a: \"2021\"  # as text\nb: 'c'\n",
        lambda file: set_value(set_value(file, ("a",), "2022"), ("b",), "it's"),
        "a: \"2022\"  # as text\nb: 'it''s'\n",
    ),
    "a text where numbers are": (
        "a: 1\n",
        lambda file: set_value(file, ("a",), "1"),
        "a: '1'\n",
    ),
    "comments above stay": (
        "a:\n  # first\n  - b\n  # second\n  - c\n",
        lambda file: remove(file, ("a", 1)),
        "a:\n  # first\n  - b\n  # second\n",
    ),
    "the first key of an item": (
        "a:\n  - b: 1  # one\n    c: 2\n",
        lambda file: remove(file, ("a", 0, "b")),
        "a:\n  - c: 2\n",
    ),
    "the last item": ("a: [b]\n", lambda file: remove(file, ("a", 0)), "a: []\n"),
    "a key that is renamed": (
        "a: {'b': 1, c: 2}\n",
        lambda file: rename_key(file, ("a", "b"), "d"),
        "a: {'d': 1, c: 2}\n",
    ),
    "a long text": (
        "a:\n  b: short\n",
        lambda file: set_value(file, ("a", "b"), "word " * 25 + "end"),
        "a:\n  b: >-\n" + "    " + "word " * 18 + "word\n    " + "word " * 6 + "end\n",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_other_tools_break(name: str) -> None:
    text, edit, expected = CASES[name]
    file, findings = read("c.yaml", text.encode())
    assert not findings
    assert edit(file).text == expected


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("a: # why\n  - b\n", lambda file: set_value(file, ("a",), "x")),
        ("a:\n  - b: 1\n    # why\n    c: 2\n", lambda file: remove(file, ("a", 0, "b"))),
        ("a: {b}\n", lambda file: set_value(file, ("a", "b"), 1)),
        ("a: b\n", lambda file: set_value(file, ("a", "c"), 1)),
        ("a: b\n", lambda file: set_value(file, ("c", "d"), 1)),
        ("a: b\n", lambda file: insert_item(file, ("a",), 0, 1)),
        ("a: b\n", lambda file: remove(file, ("c",))),
        ("a: |+\n  b\n\n\n", lambda file: set_value(file, ("c",), 1)),
    ],
)
def test_what_cannot_be_edited_is_left_alone(text: str, edit: Any) -> None:
    file, _ = read("c.yaml", text.encode())
    with pytest.raises((NotEditable, KeyError)):
        edit(file)
