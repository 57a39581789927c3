"""The report of a check in every format that is not a Document: text with the lines, and what
machines and sites read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from dosa_trace import __version__
from dosa_trace.catalog.vocabulary import Basis
from dosa_trace.checks.registry import CheckReport, rule_pages
from dosa_trace.cli.findings import findings_text
from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import Severity
from dosa_trace.language import say
from dosa_trace.output import Format
from dosa_trace.output.said import PathOf, Said, all_said, said
from dosa_trace.views.findings import figures


class Asked(NamedTuple):
    """A report with the run that asked for it."""

    session: Session
    report: CheckReport
    day: date
    strict: bool

    @property
    def figures(self) -> str:
        return say(figures(self.report), self.session.language)

    def findings(self, path_of: PathOf) -> tuple[Said, ...]:
        return all_said(self.report.diagnostics, path_of, self.session.language)


def _text(asked: Asked) -> str:
    """The findings, with the figures on the first and the last line; notes only with -v."""
    session = asked.session
    listed = [
        one
        for one in asked.report.diagnostics
        if session.verbose or one.severity is not Severity.NOTE
    ]
    body = findings_text(session, listed, session.in_colour)
    return f"{asked.figures}\n\n{body}\n{asked.figures}\n" if body else f"{asked.figures}\n"


def _json(asked: Asked) -> str:
    from dosa_trace.output import json

    return json.render(_data(asked))


def _csv(asked: Asked) -> str:
    from dosa_trace.output import csv

    return csv.render(_data(asked)["diagnostics"])


def _data(asked: Asked) -> dict[str, Any]:
    from dosa_trace.output import fields

    session, report = asked.session, asked.report
    language, path_of = session.language, session.path_of
    return session.envelope("check", session.frame(asked.day, Basis.INFERRED)) | {
        "files": report.files,
        "records": report.records,
        "errors": report.errors,
        "warnings": report.warnings,
        "notes": report.notes,
        "diagnostics": fields.plain(asked.findings(path_of), language),
        "waived": [
            fields.plain(said(one.finding, path_of, language), language)
            | {"reason": say(one.reason, language), "until": one.until}
            for one in report.waived
        ],
    }


def _github(asked: Asked) -> str:
    from dosa_trace.output import github

    return github.render(asked.findings(asked.session.path_in_repository), asked.figures)


def _gitlab(asked: Asked) -> str:
    from dosa_trace.output import gitlab

    return gitlab.render(asked.findings(asked.session.path_in_repository))


def _junit(asked: Asked) -> str:
    from dosa_trace.output import junit

    path_of = asked.session.path_in_repository
    files = [path_of(file.path) for file in asked.session.read()[0].files]
    return junit.render(asked.findings(path_of), files, asked.strict)


def _sarif(asked: Asked) -> str:
    from dosa_trace.output import markdown, sarif
    from dosa_trace.views.rule import layout

    language, path_of = asked.session.language, asked.session.path_in_repository
    rules = (
        sarif.RuleText(
            page.rule.code,
            page.rule.name,
            page.rule.severity,
            page.manual.what,
            markdown.render(layout(page, language)),
        )
        for page in rule_pages()
    )
    suppressed = [
        sarif.Suppressed(said(one.finding, path_of, language), say(one.reason, language))
        for one in asked.report.waived
    ]
    return sarif.render(asked.findings(path_of), suppressed, rules, __version__)


RENDERERS: Mapping[Format, Callable[[Asked], str]] = {
    Format.TABLE: _text,
    Format.JSON: _json,
    Format.CSV: _csv,
    Format.GITHUB: _github,
    Format.SARIF: _sarif,
    Format.GITLAB: _gitlab,
    Format.JUNIT: _junit,
}
