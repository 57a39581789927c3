"""Findings as plain data in one language, from which every format of findings is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from dosa_trace.diagnostics import Diagnostic, Severity, Span
from dosa_trace.language import Language, say


class SaidPlace(NamedTuple):
    """A second place of a finding, and what is there."""

    file: str
    line: int
    column: int
    message: str


class Said(NamedTuple):
    """A finding in words; lines and columns from 1, the end exclusive."""

    code: str
    name: str
    severity: Severity
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    hint: str | None
    related: tuple[SaidPlace, ...]

    @property
    def text(self) -> str:
        """The message, and on a line of its own how to mend it."""
        return f"{self.message}\n{self.hint}" if self.hint else self.message


PathOf = Callable[[str], str]


def said(found: Diagnostic, path_of: PathOf, language: Language) -> Said:
    """One finding in `language`; `path_of` says how to write the path of a catalogue's file."""
    file, line, column, end_line, end_column = found.span
    return Said(
        found.code,
        found.rule.name,
        found.severity,
        path_of(file),
        line,
        column,
        end_line,
        end_column,
        say(found.message, language),
        say(found.hint, language) if found.hint else None,
        tuple(_place(other.span, path_of, say(other.message, language)) for other in found.related),
    )


def all_said(
    findings: Iterable[Diagnostic], path_of: PathOf, language: Language
) -> tuple[Said, ...]:
    return tuple(said(one, path_of, language) for one in findings)


def _place(span: Span, path_of: PathOf, message: str) -> SaidPlace:
    return SaidPlace(path_of(span.file), span.line, span.column, message)
