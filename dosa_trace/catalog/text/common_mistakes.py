"""Slips of the pen that a parser of YAML tells in its own way, and often elsewhere: found in the
text itself, at their own place.

A parser stops where it can go no further; the mistake stands at or before that line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dosa_trace.catalog.text import messages
from dosa_trace.catalog.text import rules as file_rules
from dosa_trace.diagnostics import Diagnostic, Span
from dosa_trace.language import Words

_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$|^={7}$", re.MULTILINE)
_INDENT = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]*")
_NO_SPACE = re.compile(r"^ *(?:- +)?(?P<key>[A-Za-z_][\w-]*):(?=[^\s:/])")
_ODD_SPACE = re.compile(
    r"^ *(?:- +)?(?P<key>[A-Za-z_][\w-]*):(?=[\u00a0\u2000-\u200a\u202f\u3000])"
)
_OPENS = re.compile(r"(?:^|[\s,\[{])(?:- +)?(?=[\"'])")


def conflicts(path: str, text: str) -> Iterator[Diagnostic]:
    """Each place where git left the two sides of a merge for someone to choose from."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    for match in _CONFLICT.finditer(text):
        if match[0].startswith("<"):
            line = text.count("\n", 0, match.start()) + 1
            span = Span(path, line, 1, line, 1 + len(match[0]))
            yield Diagnostic(file_rules.SYNTAX, messages.CONFLICT, span, messages.CHOOSE_A_SIDE)


def slip(path: str, text: str, began: int, stopped: int, offset: int) -> Diagnostic | None:
    """A mistake that explains why a parser stopped: on one of the lines from where it began with
    what it could not finish to where it stopped (from 0), `offset` characters into the text."""
    lines = text.splitlines()
    for at in range(max(began, 0), min(stopped, len(lines) - 1) + 1):
        diagnostic = _on_line(path, at, lines[at])
        if diagnostic is not None:
            return diagnostic
    return _open_quote(path, lines, offset, text)


def _on_line(path: str, at: int, line: str) -> Diagnostic | None:
    indent = _INDENT.match(line)
    assert indent is not None
    for column, character in enumerate(indent[0]):
        if character == "\t":
            return _told(path, at, column, 1, messages.TAB, messages.SPACES)
        if character != " ":
            message = messages.ODD_SPACE(name=f"U+{ord(character):04X}")
            return _told(path, at, column, 1, message, messages.ORDINARY_SPACE)
    for pattern, words in ((_ODD_SPACE, None), (_NO_SPACE, messages.NO_SPACE)):
        match = pattern.match(line)
        if match is not None:
            column = match.end() - 1
            if words is not None:
                missing = words(key=match["key"])
                return _told(path, at, column, 1, missing, messages.ADD_SPACE)
            message = messages.ODD_SPACE(name=f"U+{ord(line[column + 1]):04X}")
            return _told(path, at, column + 1, 1, message, messages.ORDINARY_SPACE)
    return None


def _open_quote(path: str, lines: Sequence[str], offset: int, text: str) -> Diagnostic | None:
    """A quote over more than one line just before the parser stopped: one that was not closed ran
    on to the next quote that it met, or to the end."""
    start, last = 0, None
    while start < offset:
        opens = _OPENS.search(text, start, offset)
        if opens is None:
            break
        quote = text[opens.end()]
        close = _closing(text, opens.end() + 1, quote)
        if close >= offset - 1 or "\n" in text[opens.end() : close]:
            last = opens.end()
        start = close + 1
    if last is None:
        return None
    at = text.count("\n", 0, last)
    column = last - (text.rfind("\n", 0, last) + 1)
    return _told(path, at, column, 1, messages.UNCLOSED, messages.CLOSE_QUOTE)


def _closing(text: str, start: int, quote: str) -> int:
    """Where a quoted text ends, as YAML reads it; the end of all text where it never does."""
    at = start
    while at < len(text):
        if text[at] == "\\" and quote == '"':
            at += 2
            continue
        if text[at] == quote:
            if quote == "'" and text[at + 1 : at + 2] == "'":
                at += 2
                continue
            return at
        at += 1
    return len(text)


def _told(
    path: str, line: int, column: int, length: int, message: Words, hint: Words
) -> Diagnostic:
    span = Span(path, line + 1, column + 1, line + 1, column + 1 + length)
    return Diagnostic(file_rules.SYNTAX, message, span, hint)
