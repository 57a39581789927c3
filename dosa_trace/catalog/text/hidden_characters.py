"""Characters that cannot be seen, and that make text read otherwise than it is stored."""

from __future__ import annotations

import re

from dosa_trace.catalog.text import messages
from dosa_trace.catalog.text import rules as file_rules
from dosa_trace.diagnostics import Diagnostic, Span
from dosa_trace.inert import HIDDEN

#: What an escape between double quotes may hide.
ESCAPED = re.compile(f"{HIDDEN.pattern}|\r")
_ANY = re.compile(rf"{HIDDEN.pattern}|\r(?!\n)")


def refuse(path: str, text: str, findings: list[Diagnostic]) -> None:
    """Reports each character of a file's text that cannot be seen."""
    line, begins = 1, 0
    at = 0
    for match in _ANY.finditer(text):
        line += text.count("\n", at, match.start())
        begins = text.rfind("\n", begins, match.start()) + 1 or begins
        at = match.start()
        column = at - begins + 1
        findings.append(hidden(match.group(), Span(path, line, column, line, column + 1)))


def hidden(character: str, span: Span) -> Diagnostic:
    """The finding that a character which cannot be seen stands at a place."""
    name = f"U+{ord(character):04X}"
    return Diagnostic(
        file_rules.CONTROL_CHARACTER,
        messages.HIDDEN_CHARACTER(name=name),
        span,
        messages.DELETE_IT,
    )


def place_after(path: str, before: str) -> Span:
    """The place of the character behind a text."""
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Span(path, line, column, line, column + 1)
