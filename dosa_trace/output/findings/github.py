"""GitHub: one workflow command per finding, which the site shows at the line it is about.

The format is that of GitHub's documentation, *Workflow commands for GitHub Actions*: `%`, carriage
return and line feed are escaped everywhere, `:` and `,` also in properties. A column is shown only
where the finding begins and ends on one line.
"""

from __future__ import annotations

from dosa_trace.diagnostics import Severity
from dosa_trace.language import say
from dosa_trace.output.findings.finding_words import Findings, Said
from dosa_trace.output.target import PIPE, Medium

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(findings: Findings, medium: Medium = PIPE) -> str:
    """The commands, and a line that states the figures."""
    figures = say(findings.figures, medium.language)
    said = findings.said(medium.language)
    commands = map(_command, said)
    return "".join(f"{line}\n" for line in (*commands, figures))


def _command(finding: Said) -> str:
    properties = {"file": finding.file, "line": str(finding.line), "endLine": str(finding.end_line)}
    if finding.end_line == finding.line:
        # An annotation counts its last column in, our places do not.
        properties |= {
            "col": str(finding.column),
            "endColumn": str(max(finding.end_column - 1, finding.column)),
        }
    properties["title"] = f"{finding.code} {finding.name}"
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{COMMANDS[finding.severity]} {listed}::{_data(finding.text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
