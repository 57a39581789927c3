"""What PyYAML says of a text that is no YAML, told as the mistake that was made."""

from __future__ import annotations

import yaml

from dosa_trace.catalog.text import common_mistakes, messages
from dosa_trace.catalog.text import rules as file_rules
from dosa_trace.catalog.text.values import Mark, span_of_marks
from dosa_trace.diagnostics import Diagnostic, Related


def syntax_error(path: str, text: str, error: yaml.MarkedYAMLError) -> Diagnostic:
    mark: Mark = error.problem_mark
    context: Mark = error.context_mark
    began = context.line if context else mark.line
    offset = _offset(text, mark)
    line = (text.splitlines()[mark.line : mark.line + 1] or [""])[0]
    message, hint = messages.explain(error.problem or "", error.context or "", line, mark.column)
    if message is not messages.BAD_ESCAPE:
        better = common_mistakes.slip(path, text, began, mark.line, offset)
        if better is not None:
            return better
    related: tuple[Related, ...] = ()
    if context and context.line != mark.line:
        related = (Related(span_of_marks(path, context, context), messages.BEGAN_HERE),)
    return Diagnostic(file_rules.SYNTAX, message, span_of_marks(path, mark, mark), hint, related)


def _offset(text: str, mark: Mark) -> int:
    """How many characters stand before a mark; what the two parsers count differs at the end."""
    lines = text.splitlines(keepends=True)
    before: int = sum(map(len, lines[: mark.line]))
    return before + min(int(mark.column), len(text))
