"""Diagnostics for people: each with the line it is about, a caret under it, and how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from dosa_trace import labels
from dosa_trace.diagnostics import Diagnostic, Severity, Span
from dosa_trace.document import Role
from dosa_trace.inert import HIDDEN, inert
from dosa_trace.labels import SEVERITIES
from dosa_trace.language import Language, say
from dosa_trace.output.findings.finding_words import Findings
from dosa_trace.output.target import PIPE, Medium
from dosa_trace.output.text.columns import wrap
from dosa_trace.output.text.widths import width

#: A line of text in pieces, each with what it is.
Line = tuple[tuple[str, Role], ...]

ROLES = {Severity.ERROR: Role.GAP, Severity.WARNING: Role.PARTLY, Severity.NOTE: Role.PLANNED}
#: How long a line of a file is shown where no screen sets the limit.
ROOM = 120


def render(findings: Findings, medium: Medium = PIPE) -> str:
    """The findings in full, and the figures on the last line, where a terminal ends."""
    shown = [
        diagnostic
        for diagnostic in findings.diagnostics
        if findings.notes or diagnostic.severity is not Severity.NOTE
    ]
    body = in_full(shown, findings.texts, findings.here, medium)
    room = medium.width if medium.screen else ROOM
    figures = "\n".join(wrap(say(findings.figures, medium.language), room))
    return f"{body}\n{figures}\n" if body else f"{figures}\n"


def in_full(
    diagnostics: Sequence[Diagnostic],
    texts: Mapping[str, str],
    path_of: Callable[[str], str],
    medium: Medium,
) -> str:
    """Each finding with the line that it is about; empty where there is none."""
    # An excerpt with a caret under it says nothing to an ear.
    seen = {} if medium.linear else texts
    room = medium.width if medium.screen else ROOM
    shown_lines = list(lines(diagnostics, seen, path_of, medium.language, room))[:-1]
    if medium.colour:
        from dosa_trace.output.text import terminal

        return terminal.paint(shown_lines)
    return plain_text(shown_lines)


def lines(
    diagnostics: Sequence[Diagnostic],
    texts: Mapping[str, str],
    path_of: Callable[[str], str],
    language: Language,
    room: int = ROOM,
) -> Iterable[Line]:
    """The diagnostics in full; `texts` holds each file's text, `path_of` says how to write its
    path, `room` how long a line of a file may be shown."""
    split: dict[str, list[str]] = {}
    seen: dict[tuple[str, int], str] = {}  # a line that is shown often is made readable once
    for diagnostic in diagnostics:
        file, number = diagnostic.span.file, diagnostic.span.line
        if file not in split:
            split[file] = texts.get(file, "").splitlines()
        if (file, number) not in seen and 0 < number <= len(split[file]):
            seen[file, number] = _readable(split[file][number - 1])
        yield from _one(diagnostic, seen.get((file, number)), path_of, language, room)
        yield ()


def _readable(line: str) -> str:
    shown = HIDDEN.sub(" ", line)
    return "".join(character if character.isprintable() else " " for character in shown)


def plain_text(lines: Iterable[Line]) -> str:
    """Lines of pieces without any colour."""
    return "".join("".join(text for text, _ in line) + "\n" for line in lines)


def _one(
    diagnostic: Diagnostic,
    line: str | None,
    path_of: Callable[[str], str],
    language: Language,
    room: int,
) -> Iterable[Line]:
    role = ROLES[diagnostic.severity]
    severity = say(SEVERITIES[diagnostic.severity], language)
    yield (
        (f"{severity}[{diagnostic.code}]", role),
        (f" {diagnostic.rule.name}: ", Role.MUTED),
        (say(diagnostic.message, language), Role.STRONG),
    )
    number = str(diagnostic.span.line)
    margin = " " * len(number)
    yield ((f"{margin}--> ", Role.MUTED), (_place(diagnostic.span, path_of), Role.PLAIN))
    if line is not None:
        excerpt, caret = _excerpt(diagnostic.span, line, room - len(number) - len(" | "))
        yield ((f"{margin} |", Role.MUTED),)
        yield ((f"{number} | ", Role.MUTED), (excerpt, Role.PLAIN))
        yield ((f"{margin} | ", Role.MUTED), (caret, role))
    for other in diagnostic.related:
        words = f"{say(other.message, language)}: {_place(other.span, path_of)}"
        yield ((f"{margin} = ", Role.MUTED), (words, Role.PLAIN))
    if diagnostic.hint is not None:
        words = f"{say(labels.HINT, language)}: {say(diagnostic.hint, language)}"
        yield ((f"{margin} = ", Role.MUTED), (words, Role.PLAIN))


def _place(span: Span, path_of: Callable[[str], str]) -> str:
    return f"{inert(path_of(span.file))}:{span.line}:{span.column}"


def _excerpt(span: Span, line: str, room: int) -> tuple[str, str]:
    """The line of a place and the carets under it; a place of many lines is shown by its first."""
    first = min(span.column - 1, len(line))
    last = span.end_column - 1 if span.end_line == span.line else len(line)
    last = min(max(last, first + 1), max(len(line), first + 1))
    start, end = 0, len(line)
    if len(line) > room:
        # Two marks say what is left out; the mistake stands in the first half of what is shown.
        start = max(min(first - room // 4, len(line) - room + 2), 0)
        end = min(start + room - 2, len(line))
        last = min(last, end)
    before = "…" if start else ""
    shown = before + line[start:end] + ("…" if end < len(line) else "")
    indent = width(before + line[start:first])
    return shown, " " * indent + "^" * max(width(line[first:last]), 1)
