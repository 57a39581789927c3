"""GitLab: what its code-quality widget reads (GitLab's documentation, *Code Quality*)."""

from __future__ import annotations

from typing import Any

from dosa_trace.diagnostics import Severity
from dosa_trace.output.data.json import text_of
from dosa_trace.output.findings.finding_words import Findings
from dosa_trace.output.findings.fingerprint import fingerprints
from dosa_trace.output.target import PIPE, Medium

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(findings: Findings, medium: Medium = PIPE) -> str:
    """A JSON list with one issue per finding."""
    listed = findings.said(medium.language)
    issues: list[dict[str, Any]] = [
        {
            "description": f"{one.code} {one.text}".replace("\n", ": "),
            "check_name": one.name,
            "fingerprint": mark,
            "severity": SEVERITIES[one.severity],
            "location": {"path": one.file, "lines": {"begin": one.line, "end": one.end_line}},
        }
        for one, mark in zip(listed, fingerprints(listed), strict=True)
    ]
    return text_of(issues)
