"""The layout of a check as a table, for notes and pull requests."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dosa_trace import labels
from dosa_trace.checks.registry import CheckReport
from dosa_trace.diagnostics import Severity, Span
from dosa_trace.document import Cell, Column, Document, Heading, Paragraph, Table
from dosa_trace.labels import SEVERITIES
from dosa_trace.language import Language, Message, Phrase, say


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
        ERRORS(count=report.errors),
        WARNINGS(count=report.warnings),
    ]
    if report.notes:
        noted = NOTES(count=report.notes)
        counts.append(WITH_V(notes=noted) if hidden else noted)
    if report.waived:
        counts.append(WAIVED(count=len(report.waived)))
    left_out = report.left_out(notes=not hidden)
    if left_out:
        counts.append(MORE(count=left_out))
    parts = {
        "files": FILES(count=report.files),
        "records": RECORDS(count=report.records),
        "found": _Found(tuple(counts)),
    }
    if not report.quotes:
        return FIGURES(**parts)
    return WITH_QUOTES(compared=report.compared, quotes=report.quotes, **parts)


MORE = Phrase(
    "{count} of these counted but not shown one by one",
    "waarvan {count} geteld maar niet een voor een getoond",
)
TITLE = Phrase("Check of the catalogue", "Controle van de catalogus")
FIGURES = Phrase("{records} in {files}: {found}", "{records} in {files}: {found}")
WITH_QUOTES = Phrase(
    "{records} in {files}: {found}; {compared} of {quotes} {quotes:quotation|quotations} compared "
    "with an archived text",
    "{records} in {files}: {found}; {compared} van {quotes} {quotes:citaat|citaten} vergeleken met "
    "een gearchiveerde tekst",
)
RECORDS = Phrase("{count} {count:record|records}", "{count} {count:record|records}")
FILES = Phrase("{count} {count:file|files}", "{count} {count:bestand|bestanden}")
ERRORS = Phrase("{count} {count:error|errors}", "{count} {count:fout|fouten}")
WARNINGS = Phrase("{count} {count:warning|warnings}", "{count} {count:waarschuwing|waarschuwingen}")
NOTES = Phrase("{count} {count:remark|remarks}", "{count} {count:opmerking|opmerkingen}")
WITH_V = Phrase("{notes} (see them with -v)", "{notes} (te zien met -v)")
WAIVED = Phrase("{count} exempted", "{count} uitgezonderd")
WAIVED_TITLE = Phrase("Exempted", "Uitgezonderd")
REASON, UNTIL = labels.FIELDS["reason"], labels.FIELDS["until"]
SEVERITY, CODE = labels.SEVERITY, labels.CODE
PLACE, MESSAGE = Phrase("place", "plaats"), Phrase("message", "melding")
HINT = Phrase("how to fix it", "hoe te herstellen")
