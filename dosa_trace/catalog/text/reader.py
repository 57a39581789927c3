"""YAML text to values that know their place; nothing of the domain.

Runs on libyaml's event stream: building our own values from events is several times faster than
`yaml.load`, and every event already carries its position. Only what a catalogue needs is let in:
plain YAML 1.2 core scalars, mappings with text keys, lists. Anchors, tags, further documents,
keys that stand twice and text that hides something are refused, each with its place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import yaml

from dosa_trace import labels
from dosa_trace.catalog.text import common_mistakes, messages, yaml12
from dosa_trace.catalog.text import hidden_characters as hidden
from dosa_trace.catalog.text import rules as file_rules
from dosa_trace.catalog.text.decoding import decoded, text_of_utf16
from dosa_trace.catalog.text.gc_pause import collector_paused
from dosa_trace.catalog.text.progress import Told, Watched
from dosa_trace.catalog.text.syntax import syntax_error
from dosa_trace.catalog.text.values import (
    NULL,
    Lines,
    Scalar,
    Value,
    YamlFile,
    YamlList,
    YamlMap,
    resolve,
    span_between,
    span_of_marks,
)
from dosa_trace.diagnostics import Diagnostic, Related, Rule
from dosa_trace.language import Words

MAX_DEPTH: Final = 64
#: How long a text may be, in characters.
MOST_TEXT: Final = 1_000_000
#: Up to how many characters a text is likely to stand there again: a key, an id, a word.
SHORT: Final = 40

Parser = Callable[[Any], Any]


def default_parser() -> Parser:
    """libyaml where PyYAML was built with it, else PyYAML's own: same values, same places."""
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(
    path: str, data: bytes, parser: Parser | None = None, listener: Told | None = None
) -> tuple[YamlFile, list[Diagnostic]]:
    """One file's bytes as values, with everything that is wrong with its YAML.

    `path` is only written into places; nothing is opened. Never raises for any bytes.
    """
    findings: list[Diagnostic] = []
    text = decoded(path, data, findings)
    if text is None:
        return YamlFile(path, text_of_utf16(data), None, readable=False), findings
    hidden.refuse(path, text, findings)
    findings += common_mistakes.conflicts(path, text)
    if findings:
        return YamlFile(path, text, None, readable=False), findings
    lines = Lines(text)
    root, stopped = _built(path, lines, findings, parser, listener)
    if root is not None and not isinstance(root, YamlMap):
        span = span_between(path, lines, root.start, root.end)
        findings.append(
            Diagnostic(
                file_rules.NOT_A_MAPPING,
                messages.NO_TOP_LEVEL_KEYS,
                span,
                messages.SHOW_KEYS,
            )
        )
        root, stopped = None, True
    return YamlFile(path, text, root, readable=not stopped), findings


def read_root(path: str, text: str) -> tuple[Value | None, list[Diagnostic]]:
    """The value of a text that need not be a catalogue, with what is wrong with its YAML."""
    findings: list[Diagnostic] = []
    hidden.refuse(path, text, findings)
    return (None if findings else _built(path, Lines(text), findings)[0]), findings


def read_again(file: YamlFile, start: int | None = None, end: int | None = None) -> Value | None:
    """The value that stands between two characters of a file, or in all of it; None where none can
    be read there. A piece is moved to where it stood in its line, for how far lines are indented
    tells what belongs together."""
    if start is None or end is None:
        return _built(file.path, file.lines, [])[0]
    _, column = file.lines.place(start)
    text = " " * (column - 1) + file.text[start:end]
    builder = _Builder(file.path, file.lines, [], start - column + 1)
    try:
        root = builder.build(default_parser()(text))
    except yaml.YAMLError:  # what it means stands elsewhere in the file, such as in a directive
        return None
    if end >= len(file.text):
        yaml12.end_as_written(file.text, root)
    return root


def _built(
    path: str,
    lines: Lines,
    findings: list[Diagnostic],
    parser: Parser | None = None,
    listener: Told | None = None,
) -> tuple[Value | None, bool]:
    """The value of a text, and whether something in it could not be read."""
    text = lines.text
    builder = _Builder(path, lines, findings)
    with collector_paused():
        try:
            source = Watched(text, listener) if listener else text
            root = builder.build((parser or default_parser())(source))
        except yaml.MarkedYAMLError as error:
            findings.append(syntax_error(path, text, error))
            return None, True
    findings += yaml12.keys_for_values(path, lines, root)
    yaml12.end_as_written(text, root)
    return root, builder.stopped


class _Stop(Exception):
    """Nothing after this place in the file can be read."""


class _Builder:
    """Events to values, on a stack of its own so that no depth of text can exhaust Python's."""

    def __init__(self, path: str, lines: Lines, findings: list[Diagnostic], first: int = 0) -> None:
        self.path = path
        self.lines = lines
        self.found = findings
        self.first = first
        self.stopped = False
        self.begun = False
        self.texts: dict[str, str] = {}  # short texts, each held once
        self.told: list[YamlMap] = []  # records of which a key was told to stand twice

    def report(self, rule: Rule, message: Words, event: Any, hint: Words | None = None) -> None:
        span = span_of_marks(self.path, event.start_mark, event.end_mark)
        self.found.append(Diagnostic(rule, message, span, hint))

    def _look_into(self, event: Any) -> None:
        """Reports what an escape hides in a text, and a text that is longer than any is."""
        names = dict.fromkeys(hidden.ESCAPED.findall(event.value))
        if names:
            span = span_of_marks(self.path, event.start_mark, event.end_mark)
            self.found += (hidden.hidden(name, span) for name in names)
        if len(event.value) > MOST_TEXT:
            message = messages.LONG_TEXT(number=len(event.value), most=MOST_TEXT)
            self.report(file_rules.TOO_LARGE, message, event, messages.ARCHIVE_IT)
            raise _Stop

    def build(self, parser: Any) -> Value | None:
        self.root: Value | None = None
        try:
            self._consume(parser.get_event)
        except _Stop:
            self.stopped = True
        finally:
            parser.dispose()
        return self.root

    def _consume(self, next_event: Callable[[], Any]) -> None:
        # The inner loop of the whole program on a large catalogue: local names, no calls per value
        # that a comparison can spare.
        stack: list[YamlMap | YamlList] = []
        first, texts = self.first, self.texts.setdefault
        keys: list[Scalar | None] = []  # per open mapping: the key whose value comes next
        scalar_event, end_events = yaml.ScalarEvent, (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        while True:
            event = next_event()
            kind = type(event)
            if kind is scalar_event:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_extras(event)
                style = event.style
                if style == '"' or len(event.value) > MOST_TEXT:
                    self._look_into(event)
                value: Value = Scalar(
                    texts(event.value, event.value) if len(event.value) <= SHORT else event.value,
                    style is None or style == "",
                    event.start_mark.index + first,
                    event.end_mark.index + first,
                )
            elif kind in end_events:
                closed = stack.pop()
                keys.pop()
                closed.end = event.end_mark.index + first
                continue
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                value = self._open(event, kind is yaml.MappingStartEvent, len(stack))
            elif kind is yaml.AliasEvent:
                self.report(
                    file_rules.ANCHOR,
                    messages.ALIAS_FOUND(name=event.anchor),
                    event,
                    messages.WRITE_IT_OUT,
                )
                value = Scalar("", False, event.start_mark.index, event.end_mark.index)
            elif kind is yaml.DocumentStartEvent and not self.begun:
                self.begun = True
                continue
            elif kind is yaml.DocumentStartEvent:
                self.report(
                    file_rules.SECOND_DOCUMENT,
                    messages.DOCUMENT_FOUND,
                    event,
                    messages.ONE_DOCUMENT,
                )
                raise _Stop
            elif kind is yaml.StreamEndEvent:
                return
            else:
                continue

            if not stack:
                self.root = value if not _is_nothing(value) else None
            elif type(parent := stack[-1]) is YamlMap:
                key = keys[-1]
                if key is None:
                    keys[-1] = self._as_key(value, parent)
                else:
                    keys[-1] = None
                    if key.text in parent.entries:
                        self._refuse_twice(key, parent)
                    else:
                        parent.entries[key.text] = (key, value)
            else:
                parent.items.append(value)  # type: ignore[union-attr]
            if type(value) is not Scalar:
                stack.append(value)  # type: ignore[arg-type]
                keys.append(None)

    def _open(self, event: Any, is_mapping: bool, depth: int) -> Value:
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        if depth >= MAX_DEPTH:
            self.report(
                file_rules.TOO_DEEP,
                messages.NESTED_TOO_DEEP(depth=MAX_DEPTH),
                event,
                messages.FLATTEN,
            )
            raise _Stop
        start, end = event.start_mark.index + self.first, event.end_mark.index + self.first
        flow = bool(event.flow_style)
        return YamlMap({}, start, end, flow) if is_mapping else YamlList([], start, end, flow)

    def _as_key(self, value: Value, parent: YamlMap) -> Scalar:
        if type(value) is Scalar and isinstance(resolve(value), str) and value.text:
            return value
        span = span_between(self.path, self.lines, value.start, value.end)
        text = (value.text if type(value) is Scalar else "") or "?"
        message, hint = messages.KEY_NOT_TEXT(key=text), messages.LOOK_FOR_DASH
        if parent.flow and type(value) is Scalar:
            hint = messages.NUMBER_IN_TWO
        self.found.append(Diagnostic(file_rules.NON_STRING_KEY, message, span, hint))
        if type(value) is not Scalar:
            raise _Stop
        return Scalar(text, False, value.start, value.end)

    def _refuse_twice(self, key: Scalar, parent: YamlMap) -> None:
        """One message for a record, however many of its keys stand twice: where the first of them
        does, a '-' is missing."""
        if parent in self.told:
            return
        self.told.append(parent)
        first = parent.entries[key.text][0]
        begins = key.text == next(iter(parent.entries)) and not parent.flow
        hint = messages.BEGIN_NEW if begins else messages.KEEP_ONE
        there, here = (
            span_between(self.path, self.lines, one.start, one.end) for one in (first, key)
        )
        related = Related(there, labels.FIRST_HERE)
        message = messages.KEY_TWICE(key=key.text)
        self.found.append(Diagnostic(file_rules.DUPLICATE_KEY, message, here, hint, (related,)))

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor is not None:
            self.report(
                file_rules.ANCHOR,
                messages.ANCHOR_FOUND(name=event.anchor),
                event,
                messages.WRITE_IT_OUT,
            )
        if event.tag is not None:
            self.report(file_rules.TAG, messages.TAG_FOUND(tag=event.tag), event, messages.NO_TAGS)


def _is_nothing(value: Value) -> bool:
    return type(value) is Scalar and value.plain and value.text in NULL
