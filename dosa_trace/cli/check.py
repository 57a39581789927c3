"""`dosa-trace check`"""

from __future__ import annotations

from typing import Annotated, Any

import typer

from dosa_trace.catalog.vocabulary import Basis
from dosa_trace.checks.registry import CheckReport
from dosa_trace.checks.registry import check as ask
from dosa_trace.cli.findings import findings_text
from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import Diagnostic
from dosa_trace.labels import say
from dosa_trace.output import Format
from dosa_trace.views.findings import figures, layout


def check(
    session: Session,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings count as errors.")] = False,
) -> int:
    """Is the catalogue sound?

    Every mistake of every file in one run, each with its line and how to mend it.
    """
    catalog, reading = session.read()
    report = ask(catalog, reading)
    match session.format:
        case Format.JSON:
            from dosa_trace.output import json

            session.write(json.render(_data(session, report)))
        case Format.CSV:
            from dosa_trace.output import csv

            session.write(csv.render(_data(session, report)["diagnostics"]))
        case Format.MARKDOWN:
            session.show(layout(report, session.path_of, session.language))
        case _:
            session.write(_text(session, report))
    return int(bool(report.errors or (strict and report.warnings)))


def _text(session: Session, report: CheckReport) -> str:
    """The findings, with the figures on the first and the last line."""
    said = say(figures(report), session.language)
    body = findings_text(session, report.diagnostics, session.in_colour)
    return f"{said}\n\n{body}\n{said}\n" if body else f"{said}\n"


def _data(session: Session, report: CheckReport) -> dict[str, Any]:
    frame = session.frame(session.day(None), Basis.INFERRED)
    return session.envelope("check", frame) | {
        "files": report.files,
        "records": report.records,
        "errors": report.errors,
        "warnings": report.warnings,
        "diagnostics": [_finding(session, one) for one in report.diagnostics],
    }


def _finding(session: Session, one: Diagnostic) -> dict[str, Any]:
    language = session.language
    return {
        "code": one.code,
        "name": one.rule.name,
        "severity": one.severity.value,
        "file": session.path_of(one.span.file),
        "line": one.span.line,
        "column": one.span.column,
        "end_line": one.span.end_line,
        "end_column": one.span.end_column,
        "message": say(one.message, language),
        "hint": say(one.hint, language) if one.hint else None,
        "related": [
            {
                "file": session.path_of(other.span.file),
                "line": other.span.line,
                "column": other.span.column,
                "message": say(other.message, language),
            }
            for other in one.related
        ],
    }
