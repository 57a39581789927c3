"""Characters that cannot be seen, and that make text read otherwise than it is stored."""

from __future__ import annotations

import re

from dosa_trace.catalog import file_rules, problems
from dosa_trace.diagnostics import Diagnostic, Span

# C0 and C1 controls but tab and newlines; the line separators that editors do not show as lines;
# marks that reorder, tag or hide text (Unicode Technical Report 36: text reads as it is stored).
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff\U000e0000-\U000e007f]"
)
_BARE_RETURN = re.compile(r"\r(?!\n)")


def refuse(path: str, text: str, found: list[Diagnostic]) -> None:
    """Reports each character of a file's text that cannot be seen."""
    for pattern in (HIDDEN, _BARE_RETURN):
        for match in pattern.finditer(text):
            span = place_after(path, text[: match.start()])
            found.append(hidden(match.group(), span))


def hidden(character: str, span: Span) -> Diagnostic:
    """The finding that a character which cannot be seen stands at a place."""
    name = f"U+{ord(character):04X}"
    return Diagnostic(
        file_rules.CONTROL_CHARACTER,
        problems.HIDDEN_CHARACTER(name=name),
        span,
        problems.DELETE_IT,
    )


def place_after(path: str, before: str) -> Span:
    """The place of the character behind a text."""
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Span(path, line, column, line, column + 1)
