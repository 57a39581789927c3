"""The layout of a check as a table, for notes and pull requests."""

from __future__ import annotations

from collections.abc import Callable

from dosa_trace.checks.registry import CheckReport
from dosa_trace.document import Cell, Column, Document, Heading, Paragraph, Table
from dosa_trace.labels import SEVERITIES, Language, Message, Phrase, say


def layout(report: CheckReport, path_of: Callable[[str], str], language: Language) -> Document:
    names = (SEVERITY, CODE, PLACE, MESSAGE, HINT)
    rows = tuple(
        (
            Cell(say(SEVERITIES[one.severity], language)),
            Cell(one.code, small=one.rule.name),
            Cell(f"{path_of(one.span.file)}:{one.span.line}:{one.span.column}"),
            Cell(say(one.message, language)),
            Cell(say(one.hint, language) if one.hint else ""),
        )
        for one in report.diagnostics
    )
    return Document.of(
        Heading(say(TITLE, language), 1),
        Paragraph(say(figures(report), language)),
        Table(tuple(Column(say(name, language)) for name in names), rows) if rows else None,
    )


def figures(report: CheckReport) -> Message:
    """What was found in how much; the first and the last line of a check say it."""
    return FIGURES(
        files=report.files,
        records=report.records,
        errors=(ERROR if report.errors == 1 else ERRORS)(count=report.errors),
        warnings=(WARNING if report.warnings == 1 else WARNINGS)(count=report.warnings),
    )


TITLE = Phrase("Check of the catalogue", "Controle van de catalogus")
FIGURES = Phrase(
    "{records} records in {files} files: {errors}, {warnings}",
    "{records} records in {files} bestanden: {errors}, {warnings}",
)
ERROR, ERRORS = Phrase("{count} error", "{count} fout"), Phrase("{count} errors", "{count} fouten")
WARNING = Phrase("{count} warning", "{count} waarschuwing")
WARNINGS = Phrase("{count} warnings", "{count} waarschuwingen")
SEVERITY, CODE = Phrase("severity", "ernst"), Phrase("code", "code")
PLACE, MESSAGE = Phrase("place", "plaats"), Phrase("message", "melding")
HINT = Phrase("how to mend it", "hoe te herstellen")
