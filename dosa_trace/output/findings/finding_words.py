"""What a check has found, and each finding as plain data in one language: what every format of
findings is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from dosa_trace.checks.waivers import Waived
from dosa_trace.diagnostics import Diagnostic, Severity, Span
from dosa_trace.document import Document
from dosa_trace.inert import inert
from dosa_trace.language import Language, Words, say


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


class RuleText(NamedTuple):
    """A rule as a log of findings describes it, with its page."""

    code: str
    name: str
    severity: Severity
    what: str
    page: Document


class Findings(NamedTuple):
    """What a check has found, with all that any format needs to say it.

    `texts` hold the files that findings point into; `here` and `in_repository` say how to write the
    path of one, so that it can be opened from where we are and as a site with the repository knows
    it. `figures` sum up. `notes` says whether text shows notes, `strict` whether warnings count as
    errors; `rules` are made where a format lists them.
    """

    diagnostics: tuple[Diagnostic, ...]
    figures: Words
    texts: Mapping[str, str]
    here: PathOf
    in_repository: PathOf
    files: tuple[str, ...]
    waived: tuple[Waived, ...]
    rules: Callable[[], Iterable[RuleText]]
    notes: bool = False
    strict: bool = False

    def said(self, language: Language) -> tuple[Said, ...]:
        """The findings in words, with paths as a site with the repository knows them."""
        return all_said(self.diagnostics, self.in_repository, language)


def said(diagnostic: Diagnostic, path_of: PathOf, language: Language) -> Said:
    """One finding in `language`; `path_of` says how to write the path of a catalogue's file."""
    file, line, column, end_line, end_column = diagnostic.span
    return Said(
        diagnostic.code,
        diagnostic.rule.name,
        diagnostic.severity,
        inert(path_of(file)),
        line,
        column,
        end_line,
        end_column,
        say(diagnostic.message, language),
        say(diagnostic.hint, language) if diagnostic.hint else None,
        tuple(
            _place(other.span, path_of, say(other.message, language))
            for other in diagnostic.related
        ),
    )


def all_said(
    findings: Iterable[Diagnostic], path_of: PathOf, language: Language
) -> tuple[Said, ...]:
    return tuple(said(finding, path_of, language) for finding in findings)


def _place(span: Span, path_of: PathOf, message: str) -> SaidPlace:
    return SaidPlace(inert(path_of(span.file)), span.line, span.column, message)
