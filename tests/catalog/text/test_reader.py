from __future__ import annotations

import gc
import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.catalog.text.gc_pause import collector_paused
from dosa_trace.catalog.text.reader import MAX_DEPTH, Parser, default_parser, read
from dosa_trace.catalog.text.values import Scalar, Value, YamlList, YamlMap, plain_data
from dosa_trace.diagnostics import Diagnostic
from dosa_trace.inert import HIDDEN
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
        (b"\xef\xbb\xbfa: \xc3\n", [("DT008", 1, 4)]),
        ("a: b\x07c\n", [("DT009", 1, 5)]),
        ("a: b\u200bc\n", [("DT009", 1, 5)]),
        ("a: b\u202ec\nd: \u2066\n", [("DT009", 1, 5), ("DT009", 2, 4)]),
        ("a: b\x85c\n", [("DT009", 1, 5)]),
        ("a: b\rc: d\n", [("DT009", 1, 5)]),
        ('a: "x\\0y"\n', [("DT009", 1, 4)]),
        ("- a\n- b\n", [("DT010", 1, 1)]),
        ("just text\n", [("DT010", 1, 1)]),
        ("'~'\n", [("DT010", 1, 1)]),
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
        ("a: 'open\nb: c\n", 1, "never closed"),
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


A_KEY = "the key '?' is not text"
ENDLESS = "the part that could not be completed started here"


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "span", "says", "hint"),
    [
        ("a: 1\nab: 2\nab: 3\n", (3, 1, 3, 3), "the key 'ab' appears twice here", "keep one"),
        ("a: &x 1\n", (1, 4, 1, 8), "anchor '&x': in a catalogue", "write the value"),
        ("a: &x [1]\n", (1, 4, 1, 8), "anchor '&x': in a catalogue", "write the"),
        ("a: *x\n", (1, 4, 1, 6), "alias '*x': in a catalogue", "write the value"),
        ("a: !b c\n", (1, 4, 1, 8), "tag '!b' is not used in a catalogue", "remove the tag"),
        ("a: !b {c: d}\n", (1, 4, 1, 8), "tag '!b' is not used in a catalogue", "remove the tag"),
        ("a: 1\n---\nb: 2\n", (2, 1, 2, 4), "a second document starts here", "remove the '---'"),
        ("12: a\n", (1, 1, 1, 3), "the key '12' is not text", "every key is the name of a field"),
        ("'': a\n", (1, 1, 1, 3), A_KEY, "every key is the name of a field"),
        ("[a]: b\n", (1, 1, 1, 2), A_KEY, "every key is the name of a field"),
        ("a: " + "[" * 64, (1, 67, 1, 68), "nested more than 64 levels deep", "a catalogue"),
        (b"ab\n\xff", (2, 1, 2, 2), "byte 0xFF is not UTF-8, so", "save the file as UTF-8"),
        ("a: b\u200bc\n", (1, 5, 1, 6), "invisible character here: U+200B", "delete it"),
        ("a: b\x07c\n", (1, 5, 1, 6), "invisible character here: U+0007", "delete it"),
        ('a: "b\\u200Bc"\n', (1, 4, 1, 14), "invisible character here: U+200B", "delete it"),
        ("a", (1, 1, 1, 2), "the file does not begin with a key such as", "begin with one of"),
        ("a: @b\n", (1, 4, 1, 4), "a value cannot begin with this character", "put the whole"),
    ],
)  # fmt: skip
def test_what_is_refused_is_said_with_how_to_mend_it(
    text: str | bytes,
    span: tuple[int, int, int, int],
    says: str,
    hint: str,
    parser: Parser,
) -> None:
    (found,) = found_in(text, parser)
    assert found.span == ("a.yaml", *span)
    assert says in found.message.say(Language.EN)
    assert found.hint is not None
    assert found.hint.say(Language.EN).startswith(hint)


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "readable", "has_root"),
    [
        ("a: 1\na: 2\n", True, True),
        ("a: &x 1\nb: *x\n", True, True),
        ("a: !b c\n", True, True),
        ("12: a\n", True, True),
        ('a: "\\0"\n', True, True),
        ("a: 1\n---\nb: 2\n", False, True),
        ("a: 1\n[a]: b\n", False, True),
        ("a: " + "[" * MAX_DEPTH, False, True),
        ("- a\n", False, False),
        ("a: b: c\n", False, False),
        ("a: b\x07\n", False, False),
        (b"a: \xff\n", False, False),
        ("a: b\n".encode("utf-16"), False, False),
    ],
)
def test_what_can_still_be_read(
    text: str | bytes, readable: bool, has_root: bool, parser: Parser
) -> None:
    data = text.encode() if isinstance(text, str) else text
    file, found = read("a.yaml", data, parser)
    assert found
    assert (file.path, file.readable, file.root is not None) == ("a.yaml", readable, has_root)


@pytest.mark.parametrize("parser", PARSERS)
def test_reading_goes_on_behind_what_is_refused(parser: Parser) -> None:
    text = "a: 1\na: 2\n12: b\nc: *x\nd: [&y 1, !z 2]\ne: \"\\0\"\n'': f\ng: {h: i, h: j}\n"
    file, found = read("a.yaml", text.encode(), parser)
    assert [one.code for one in found] == [
        "DT002", "DT006", "DT003", "DT003", "DT004", "DT009", "DT006", "DT002",
    ]  # fmt: skip
    assert file.root is not None
    assert plain_data(file.root) == {
        "a": 1, "12": "b", "c": "", "d": [1, 2], "e": "\0", "?": "f", "g": {"h": "i"},
    }  # fmt: skip
    assert not file.root.entries["12"][0].plain


@pytest.mark.parametrize("parser", PARSERS)
def test_an_anchor_and_a_tag_of_one_value_are_both_refused(parser: Parser) -> None:
    assert [code for code, _, _ in places("a: !b &c d\n", parser)] == ["DT003", "DT004"]
    assert [code for code, _, _ in places("a: !b &c [d]\n", parser)] == ["DT003", "DT004"]


@pytest.mark.parametrize("parser", PARSERS)
def test_each_hidden_character_of_a_text_in_quotes_is_named_once(parser: Parser) -> None:
    found = found_in('a: "b\\u200B\\0\\u200B"\n', parser)
    names = [one.message.say(Language.EN).rpartition(" ")[2] for one in found]
    assert names == ["U+200B", "U+0000"]


@pytest.mark.parametrize("parser", PARSERS)
def test_where_something_unfinished_began_is_told_unless_it_is_the_same_line(
    parser: Parser,
) -> None:
    (found,) = found_in("a:\n  b: 1\n c: 2\n", parser)
    (began,) = found.related
    assert began.message.say(Language.EN) == ENDLESS
    assert (began.span.file, began.span.line) < (found.span.file, found.span.line)
    (found,) = found_in("a: 'open", parser)
    assert found.related == ()
    (found,) = found_in("a: b: c\n", parser)
    assert found.related == ()


def test_the_other_place_of_a_key_that_stands_twice_is_named() -> None:
    (found,) = found_in("ab: 1\nab: 2\n")
    (first,) = found.related
    assert (first.span, first.message.say(Language.EN)) == (
        ("a.yaml", 1, 1, 1, 3),
        "first one here",
    )


@pytest.mark.parametrize(
    "data",
    [
        "a: é\n".encode("utf-16-le"),
        "a: é\n".encode("utf-16-be"),
        b"\xff\xfe" + "a: é\n".encode("utf-16-le"),
        b"\xfe\xff" + "a: é\n".encode("utf-16-be"),
        b"\xff\xfe" + "é€\n".encode("utf-16-le"),
        b"\xfe\xff" + "é€\n".encode("utf-16-be"),
    ],
)
def test_utf_16_is_one_mistake_and_its_text_is_kept(data: bytes) -> None:
    file, (found,) = read("a.yaml", data)
    assert (found.code, found.span) == ("DT008", ("a.yaml", 1, 1, 1, 1))
    assert found.message.say(Language.EN) == "the file is UTF-16, not UTF-8"
    assert found.hint is not None
    assert found.hint.say(Language.EN) == "save the file as UTF-8"
    assert file.text in ("a: é\n", "é€\n")


def test_half_a_character_of_utf_16_is_shown_as_one_that_is_unknown() -> None:
    assert read("a.yaml", b"\xff\xfea\0b")[0].text == "a\ufffd"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\0", "DT008"),
        (b"\0a", "DT008"),
        (b"a\0", "DT008"),
        (b"ab\0", "DT009"),
        (b"abc\0", "DT009"),
        (b"", None),
        (b"#" * 400 + b"\0" * 400, "DT009"),
        (b"#" * 266 + b"\0" * 134 + b"#" * 400, "DT008"),
        (b"#" * 267 + b"\0" * 133 + b"\0" * 400, "DT009"),
    ],
)
def test_utf_16_without_a_mark_is_told_by_a_third_of_nothing_at_the_beginning(
    data: bytes, code: str | None
) -> None:
    assert {one.code for one in found_in(data)} == ({code} if code else set())


def test_what_is_no_utf_8_is_kept_without_its_mark() -> None:
    assert read("a.yaml", b"\xef\xbb\xbfa: \xff\n")[0].text == "a: \ufffd\n"
    assert read("a.yaml", b"\xef\xbb\xbfa: b\n")[0].text == "a: b\n"


def test_lists_and_mappings_know_their_end_and_whether_they_stand_in_brackets() -> None:
    file, _ = read("a.yaml", b"a: [b,\n  {c: d}]\ne:\n  - f\n")
    assert file.root is not None
    brackets, block = (value for _, value in file.root.entries.values())
    assert isinstance(brackets, YamlList) and isinstance(block, YamlList)
    (_, inner) = brackets.items
    assert isinstance(inner, YamlMap)
    assert [one.flow for one in (file.root, brackets, inner, block)] == [False, True, True, False]
    assert file.span(brackets)[1:] == (1, 4, 2, 10)
    assert file.span(inner)[1:] == (2, 3, 2, 9)


def test_libyaml_reads_where_pyyaml_has_it() -> None:
    assert default_parser() is (yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader)


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_is_left_as_it_was_found(was_on: bool) -> None:
    before, frozen = gc.isenabled(), gc.get_freeze_count()
    (gc.enable if was_on else gc.disable)()
    try:
        with collector_paused():
            assert not gc.isenabled()
        assert gc.isenabled() is was_on
        with pytest.raises(KeyError), collector_paused():
            raise KeyError
        assert gc.isenabled() is was_on
        assert gc.get_freeze_count() <= frozen
    finally:
        (gc.enable if before else gc.disable)()


@pytest.mark.parametrize("text", ["a: b\n", "a: b: c\n", "[a]: b\n"])
def test_the_collector_is_paused_while_a_file_is_read_and_the_parser_let_go(text: str) -> None:
    class Watching(yaml.SafeLoader):
        def get_event(self) -> Any:
            seen.append("on" if gc.isenabled() else "off")
            return super().get_event()  # type: ignore[no-untyped-call]

        def dispose(self) -> None:
            seen.append("let go")
            super().dispose()

    seen: list[str] = []
    read("a.yaml", text.encode(), Watching)
    assert set(seen[:-1]) == {"off"}
    assert seen[-1] == "let go"


def test_what_was_built_meanwhile_is_not_looked_through_again() -> None:
    with collector_paused():
        built = [object()]
    assert any(one is built for one in gc.get_objects(generation=2))


def test_what_was_frozen_before_stays_frozen() -> None:
    gc.freeze()
    try:
        with collector_paused():
            pass
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


#: Letters that nobody can see are refused, and tried in `tests/hostile`.
texts = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")).filter(
        lambda one: not HIDDEN.match(one)
    ),
    max_size=20,
)
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
    assert file.root is None or isinstance(file.root, YamlMap)
    lines = file.text.count("\n") + 2
    assert all(1 <= one.span.line <= lines and one.span.column >= 1 for one in found)


def _scalars(value: Value) -> list[Scalar]:
    match value:
        case Scalar():
            return [value]
        case YamlList():
            return [one for item in value.items for one in _scalars(item)]
        case YamlMap():
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
