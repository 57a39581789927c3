"""SARIF 2.1.0 (OASIS, Errata 01): findings for code scanning, with the page of every rule.

Columns are counted in characters, which the log says; a waived finding stands in it as suppressed.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from dosa_trace import __version__
from dosa_trace.diagnostics import Severity
from dosa_trace.language import say
from dosa_trace.output.data.json import text_of
from dosa_trace.output.findings.finding_words import Findings, RuleText, Said, all_said
from dosa_trace.output.findings.fingerprint import fingerprints
from dosa_trace.output.target import PIPE, Medium
from dosa_trace.output.text import markdown

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(findings: Findings, medium: Medium = PIPE) -> str:
    """The log of one run; it lists every rule, so that a reader sees what was looked for."""
    language = medium.language
    listed = list(findings.rules())
    index = {rule.code: at for at, rule in enumerate(listed)}
    open_findings = findings.said(language)
    set_aside = (waiver.finding for waiver in findings.waived)
    everything = [*open_findings, *all_said(set_aside, findings.in_repository, language)]
    results = [
        _result(finding, index[finding.code], mark)
        for finding, mark in zip(everything, fingerprints(everything), strict=True)
    ]
    for result, waiver in zip(results[len(open_findings) :], findings.waived, strict=True):
        reason = say(waiver.reason, language)
        result["suppressions"] = [{"kind": "inSource", "justification": reason}]
    driver = {
        "name": "dosa-trace",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in listed],
    }
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "dosa-trace/check/"},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return text_of(log)


def _rule(rule: RuleText) -> dict[str, Any]:
    page = markdown.render(rule.page)
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.what},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(finding: Said, rule: int, mark: str) -> dict[str, Any]:
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": finding.text},
        "locations": [_location(finding.file, region)],
        "partialFingerprints": {"dosaTraceFinding/v1": mark},
    }
    if finding.related:
        result["relatedLocations"] = [
            _location(other.file, {"startLine": other.line, "startColumn": other.column})
            | {"id": at, "message": {"text": other.message}}
            for at, other in enumerate(finding.related)
        ]
    return result


def _location(file: str, region: dict[str, int]) -> dict[str, Any]:
    path = PurePosixPath(file)
    artifact = (
        {"uri": path.as_uri()} if path.is_absolute() else {"uri": quote(file), "uriBaseId": "ROOT"}
    )
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}
