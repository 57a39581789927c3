from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.catalog.reader import MAX_DEPTH, Parser, default_parser, read
from dosa_trace.catalog.values import Mapping, Scalar, Sequence, Value, plain_data
from dosa_trace.diagnostics import Diagnostic
from dosa_trace.language import Language
from tests.examples import examples

PARSERS: list[Parser] = [default_parser(), yaml.SafeLoader]


def found_in(text: str | bytes, parser: Parser | None = None) -> list[Diagnostic]:
    data = text.encode() if isinstance(text, str) else text
    return read("a.yaml", data, parser)[1]


def places(text: str | bytes, parser: Parser | None = None) -> list[tuple[str, int, int]]:
    """Code, line and column of everything that is refused."""
    return [(one.code, one.span.line, one.span.column) for one in found_in(text, parser)]


def value_of(text: str) -> Any:
    file, found = read("a.yaml", text.encode())
    assert not found
    assert file.root is not None
    return plain_data(file.root)


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", [("DT002", 3, 1)]),
        ("a: {b: 1, b: 2}\n", [("DT002", 1, 11)]),
        ("a: &x 1\nb: *x\n", [("DT003", 1, 4), ("DT003", 2, 4)]),
        ("a: !!python/object:os.system x\n", [("DT004", 1, 4)]),
        ("a: !thing {b: 1}\n", [("DT004", 1, 4)]),
        ("a: 1\n---\nb: 2\n", [("DT005", 2, 1)]),
        ("1: a\n", [("DT006", 1, 1)]),
        ("true: a\n", [("DT006", 1, 1)]),
        ("~: a\n", [("DT006", 1, 1)]),
        ("[a]: b\n", [("DT006", 1, 1)]),
        ("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH + "\n", [("DT007", 1, 67)]),
        (b"a: \xff\n", [("DT008", 1, 4)]),
        (b"\xef\xbb\xbfa: b\nc: \xc3\n", [("DT008", 2, 4)]),
        ("a: b\x07c\n", [("DT009", 1, 5)]),
        ("a: b\u200bc\n", [("DT009", 1, 5)]),
        ("a: b\u202ec\nd: \u2066\n", [("DT009", 1, 5), ("DT009", 2, 4)]),
        ("a: b\x85c\n", [("DT009", 1, 5)]),
        ("a: b\rc: d\n", [("DT009", 1, 5)]),
        ('a: "x\\0y"\n', [("DT009", 1, 4)]),
        ("- a\n- b\n", [("DT010", 1, 1)]),
        ("just text\n", [("DT010", 1, 1)]),
    ],
)
def test_what_is_refused_and_where(
    text: str | bytes, expected: list[tuple[str, int, int]], parser: Parser
) -> None:
    assert places(text, parser) == expected


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: b: c\n", 1, "second colon"),
        ("a:\n  b: 1\n c: 2\n", 3, "line"),
        ("a: 'open\nb: c\n", 3, "never closed"),
        ("a: {b: 1\nc: 2\n", 2, "comma or the closing bracket"),
        ("a:\n\t- b\n", 2, "tab"),
        ("a: @b\n", 1, "cannot begin"),
        ('a: "\\q"\n', 1, "escape"),
    ],
)
def test_a_syntax_error_is_put_in_plain_words(
    text: str, line: int, says: str, parser: Parser
) -> None:
    found = found_in(text, parser)
    assert [one.code for one in found] == ["DT001"]
    assert found[0].span.line == line
    assert says in found[0].message.say(Language.EN)
    assert found[0].hint is not None


def test_both_places_of_a_key_that_stands_twice() -> None:
    found = found_in("a: 1\nb: 2\na: 3\n")
    assert [(one.span.line, one.span.column) for one in found[0].related] == [(1, 1)]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# only this\n", "---\n", "~\n", "\ufeff", "\ufeff# note\r\n"]
)
def test_empty_files_are_fine(text: str) -> None:
    file, found = read("a.yaml", text.encode())
    assert (file.root, found, file.readable) == (None, [], True)


def test_bom_and_windows_line_ends_are_fine() -> None:
    file, found = read("a.yaml", "\ufeffa: één\r\nb:\r\n  - c\r\n".encode())
    assert not found
    assert file.root is not None
    assert plain_data(file.root) == {"a": "één", "b": ["c"]}
    key, value = file.root.entries["b"]
    assert (file.span(key).line, file.span(key).column) == (2, 1)
    assert file.span(value).line == 3


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"), ("on", "on"), ("yes", "yes"), ("12:30", "12:30"),
        ("2025-07-04", "2025-07-04"),
        ("true", True), ("False", False), ("null", None), ("~", None), ("", None),
        ("017", 17), ("0o17", 15), ("0xff", 255), ("-3", -3), ("1_000", "1_000"),
        ("1.10", 1.1), ("1e3", 1000.0), (".5", 0.5), ("=", "="), ("<<", "<<"),
        ('"1"', "1"), ("'true'", "true"), ("nota", "nota"), ("+", "+"), ("1.2.3", "1.2.3"),
    ],
)  # fmt: skip
def test_scalars_are_those_of_yaml_1_2(text: str, value: object) -> None:
    found = value_of(f"a: {text}\n")["a"]
    assert (found, type(found)) == (value, type(value))


def test_deep_nesting_up_to_the_limit_is_read() -> None:
    depth = MAX_DEPTH - 1
    assert value_of("a: " + "[" * depth + "]" * depth + "\n")


texts = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=20)
data = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(texts.filter(bool), inner, max_size=4)
    ),
    max_leaves=12,
)


@examples(200)
@given(st.dictionaries(texts.filter(bool), data, min_size=1, max_size=4))
def test_any_json_is_read_as_itself(written: dict[str, Any]) -> None:
    text = json.dumps(written, ensure_ascii=False)
    for parser in PARSERS:
        file, found = read("a.yaml", text.encode(), parser)
        assert not found
        assert file.root is not None
        assert plain_data(file.root) == written


@examples(400)
@given(
    st.binary(max_size=60)
    | texts.map(str.encode)
    | st.text(":-{}[]&*!|>'\"%@ \t\nab#,?~", max_size=40).map(str.encode)
)
def test_the_reader_never_raises(data: bytes) -> None:
    file, found = read("a.yaml", data)
    assert file.root is None or isinstance(file.root, Mapping)
    lines = file.text.count("\n") + 2
    assert all(1 <= one.span.line <= lines and one.span.column >= 1 for one in found)


def _scalars(value: Value) -> list[Scalar]:
    match value:
        case Scalar():
            return [value]
        case Sequence():
            return [one for item in value.items for one in _scalars(item)]
        case Mapping():
            pairs = value.entries.values()
            return [one for key, item in pairs for one in (key, *_scalars(item))]


@examples(200)
@given(st.dictionaries(texts.filter(bool), data, min_size=1, max_size=4))
def test_the_text_at_the_place_of_a_value_is_the_value(written: dict[str, Any]) -> None:
    text = json.dumps(written, ensure_ascii=False, indent=1)
    file, found = read("a.yaml", text.encode())
    assert not found
    assert file.root is not None
    lines = text.split("\n")
    for scalar in _scalars(file.root):
        span = file.span(scalar)
        assert span.line == span.end_line
        at_place = lines[span.line - 1][span.column - 1 : span.end_column - 1]
        assert str(json.loads(at_place)) == str(plain_data(scalar))


@examples(200)
@given(st.text("abc: -\n{},'\"#", max_size=30))
def test_both_parsers_agree_on_what_they_accept(text: str) -> None:
    """On values and on their places, but for an empty value, whose place is a matter of taste."""
    file, found = read("a.yaml", text.encode(), PARSERS[0])
    other, also_found = read("a.yaml", text.encode(), PARSERS[1])
    if not found and not also_found:
        assert (file.root is None) == (other.root is None)
        if file.root is not None and other.root is not None:
            assert plain_data(file.root) == plain_data(other.root)
            assert [file.span(one) for one in _scalars(file.root) if one.text] == [
                other.span(one) for one in _scalars(other.root) if one.text
            ]
