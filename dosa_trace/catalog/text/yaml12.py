"""Where libyaml reads otherwise than YAML 1.2 says, and what we do about it (`docs/yaml.md`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dosa_trace.catalog.text import messages
from dosa_trace.catalog.text import rules as file_rules
from dosa_trace.catalog.text.values import Lines, Scalar, Value, YamlList, YamlMap, span_between
from dosa_trace.diagnostics import Diagnostic

_QUESTION = re.compile(r"[\[{,]\s*\?[^\s,\[\]{}]")


def keys_for_values(path: str, lines: Lines, root: Value | None) -> Iterator[Diagnostic]:
    """Reports `{?a: b}` and `[?a]`, where YAML 1.2 has a text that begins with `?` and libyaml
    takes the `?` away."""
    text = lines.text
    if root is None or not _QUESTION.search(text):
        return
    for scalar in _scalars(root):
        at = scalar.start
        if scalar.plain and at and text[at - 1] == "?":
            span = span_between(path, lines, scalar.start, scalar.end)
            yield Diagnostic(
                file_rules.SYNTAX, messages.QUESTION_MARK, span, messages.QUOTE_QUESTION
            )


def end_as_written(text: str, root: Value | None) -> None:
    """A block of text that ends with its file, without a last line break, has none either."""
    if root is None or text.endswith("\n"):
        return
    last: Value = root
    while not isinstance(last, Scalar):
        inside = (
            last.items if isinstance(last, YamlList) else [one for _, one in last.entries.values()]
        )
        if not inside:
            return
        last = inside[-1]
    if text[last.start : last.start + 1] in ("|", ">"):
        last.text = last.text.removesuffix("\n")


def _scalars(value: Value) -> Iterator[Scalar]:
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Scalar):
            yield one
        elif isinstance(one, YamlMap):
            for key, item in one.entries.values():
                waiting += (key, item)
        else:
            waiting += one.items
