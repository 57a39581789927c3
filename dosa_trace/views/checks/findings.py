"""The layout of a check as a table, for notes and pull requests."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dosa_trace import labels
from dosa_trace.checks.registry import CheckReport
from dosa_trace.diagnostics import Severity, Span
from dosa_trace.document import Cell, Column, Document, Heading, Paragraph, Table
from dosa_trace.labels import SEVERITIES
from dosa_trace.language import Counted, Language, Message, Phrase, say


def layout(
    report: CheckReport, path_of: Callable[[str], str], language: Language, notes: bool = False
) -> Document:
    """What was found, a row each, and what was waived; notes only where they are asked for."""
    names = (SEVERITY, CODE, PLACE, MESSAGE, HINT)
    rows = tuple(
        (
            Cell(say(SEVERITIES[diagnostic.severity], language)),
            Cell(diagnostic.code, small=diagnostic.rule.name),
            Cell(_place(diagnostic.span, path_of)),
            Cell(say(diagnostic.message, language)),
            Cell(say(diagnostic.hint, language) if diagnostic.hint else ""),
        )
        for diagnostic in report.diagnostics
        if notes or diagnostic.severity is not Severity.NOTE
    )
    return Document.of(
        Heading(say(TITLE, language), 1),
        Paragraph(say(figures(report), language)),
        Table(tuple(Column(say(name, language)) for name in names), rows) if rows else None,
        _waived(report, path_of, language) if report.waived else None,
    )


def _waived(
    report: CheckReport, path_of: Callable[[str], str], language: Language
) -> tuple[Heading, Table]:
    names = (CODE, PLACE, MESSAGE, REASON, UNTIL)
    rows = tuple(
        (
            Cell(waiver.finding.code, small=waiver.finding.rule.name),
            Cell(_place(waiver.finding.span, path_of)),
            Cell(say(waiver.finding.message, language)),
            Cell(say(waiver.reason, language)),
            Cell(waiver.until or ""),
        )
        for waiver in report.waived
    )
    columns = tuple(Column(say(name, language)) for name in names)
    return Heading(say(WAIVED_TITLE, language)), Table(columns, rows)


def _place(span: Span, path_of: Callable[[str], str]) -> str:
    return f"{path_of(span.file)}:{span.line}:{span.column}"


class _Found(NamedTuple):
    """`2 errors, 1 warning`, and notes and waived findings where there are any."""

    counts: tuple[Message, ...]

    def say(self, language: Language) -> str:
        return ", ".join(say(count, language) for count in self.counts)


def figures(report: CheckReport, hidden: bool = False) -> Message:
    """What was found in how much; the last line of a check says it. `hidden` notes are counted and
    not shown."""
    counts = [
        ERRORS(report.errors),
        WARNINGS(report.warnings),
    ]
    if report.notes:
        noted = NOTES(report.notes)
        counts.append(WITH_V(notes=noted) if hidden else noted)
    if report.waived:
        counts.append(WAIVED(count=len(report.waived)))
    left_out = report.left_out(notes=not hidden)
    if left_out:
        counts.append(MORE(count=left_out))
    parts = {
        "files": FILES(report.files),
        "records": RECORDS(report.records),
        "found": _Found(tuple(counts)),
    }
    if not report.quotes:
        return FIGURES(**parts)
    return WITH_QUOTES(compared=report.compared, quotes=report.quotes, **parts)


MORE = Phrase(
    "{count} of these counted and not shown one by one",
    "waarvan {count} geteld en niet een voor een getoond",
)
TITLE = Phrase("Check of the catalogue", "Controle van de catalogus")
FIGURES = Phrase("{records} in {files}: {found}", "{records} in {files}: {found}")
WITH_QUOTES = Phrase(
    "{records} in {files}: {found}; {compared} of {quotes} quotes compared with an archived text",
    "{records} in {files}: {found}; {compared} van {quotes} citaten vergeleken met een "
    "gearchiveerde tekst",
)
RECORDS = Counted(
    Phrase("{count} record", "{count} record"),
    Phrase("{count} records", "{count} records"),
)
FILES = Counted(
    Phrase("{count} file", "{count} bestand"),
    Phrase("{count} files", "{count} bestanden"),
)
ERRORS = Counted(
    Phrase("{count} error", "{count} fout"), Phrase("{count} errors", "{count} fouten")
)
WARNINGS = Counted(
    Phrase("{count} warning", "{count} waarschuwing"),
    Phrase("{count} warnings", "{count} waarschuwingen"),
)
NOTES = Counted(
    Phrase("{count} note", "{count} opmerking"),
    Phrase("{count} notes", "{count} opmerkingen"),
)
WITH_V = Phrase("{notes} (-v shows them)", "{notes} (te zien met -v)")
WAIVED = Phrase("{count} waived", "{count} ontheven")
WAIVED_TITLE = Phrase("Waived", "Ontheven")
REASON, UNTIL = labels.FIELDS["reason"], labels.FIELDS["until"]
SEVERITY, CODE = labels.SEVERITY, labels.CODE
PLACE, MESSAGE = Phrase("place", "plaats"), Phrase("message", "melding")
HINT = Phrase("how to mend it", "hoe te herstellen")
