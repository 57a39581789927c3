"""SARIF 2.1.0 (OASIS, Errata 01): findings for code scanning, with the page of every rule.

Columns are counted in characters, which the log says; a waived finding stands in it as suppressed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import quote

from dosa_trace.diagnostics import Severity
from dosa_trace.output.fingerprint import fingerprints
from dosa_trace.output.said import Said

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


class RuleText(NamedTuple):
    """A rule as the log describes it; `page` is Markdown."""

    code: str
    name: str
    severity: Severity
    what: str
    page: str


class Suppressed(NamedTuple):
    """A finding that was set aside, and why."""

    finding: Said
    reason: str


def render(
    findings: Sequence[Said],
    suppressed: Sequence[Suppressed],
    rules: Iterable[RuleText],
    version: str,
) -> str:
    """The log of one run; it lists every rule, so that a reader sees what was looked for."""
    listed = list(rules)
    index = {rule.code: at for at, rule in enumerate(listed)}
    everything = [*findings, *(one.finding for one in suppressed)]
    results = [
        _result(one, index[one.code], mark)
        for one, mark in zip(everything, fingerprints(everything), strict=True)
    ]
    for result, one in zip(results[len(findings) :], suppressed, strict=True):
        result["suppressions"] = [{"kind": "inSource", "justification": one.reason}]
    driver = {
        "name": "dosa-trace",
        "semanticVersion": version,
        "rules": [_rule(rule) for rule in listed],
    }
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "dosa-trace/check/"},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: RuleText) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.what},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(one: Said, rule: int, mark: str) -> dict[str, Any]:
    region = {
        "startLine": one.line,
        "startColumn": one.column,
        "endLine": one.end_line,
        "endColumn": one.end_column,
    }
    result: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": rule,
        "level": LEVELS[one.severity],
        "message": {"text": one.text},
        "locations": [_location(one.file, region)],
        "partialFingerprints": {"dosaTraceFinding/v1": mark},
    }
    if one.related:
        result["relatedLocations"] = [
            _location(other.file, {"startLine": other.line, "startColumn": other.column})
            | {"id": at, "message": {"text": other.message}}
            for at, other in enumerate(one.related)
        ]
    return result


def _location(file: str, region: dict[str, int]) -> dict[str, Any]:
    path = PurePosixPath(file)
    artifact = (
        {"uri": path.as_uri()} if path.is_absolute() else {"uri": quote(file), "uriBaseId": "ROOT"}
    )
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}
