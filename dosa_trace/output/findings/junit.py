"""JUnit's XML, which test reports of most CI servers read: a file without findings is a test that
passed, a finding is a test that failed."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from dosa_trace.diagnostics import Severity
from dosa_trace.output.findings.finding_words import Findings
from dosa_trace.output.markup import writable
from dosa_trace.output.target import PIPE, Medium


def render(findings: Findings, medium: Medium = PIPE) -> str:
    """One suite; warnings fail only where they count as errors, and are skipped tests otherwise."""
    suite = ET.Element("testsuite", name="dosa-trace check")
    listed = findings.said(medium.language)
    with_findings = {finding.file for finding in listed}
    for file in map(findings.in_repository, findings.files):
        if file not in with_findings:
            _case(suite, file, "no findings")
    for finding in listed:
        case = _case(
            suite, finding.file, f"{finding.code} {finding.name} {finding.line}:{finding.column}"
        )
        fails = finding.severity is Severity.ERROR or (
            findings.strict and finding.severity is Severity.WARNING
        )
        outcome = ET.SubElement(
            case, "failure" if fails else "skipped", message=writable(finding.message)
        )
        if fails:
            outcome.set("type", finding.severity.value)
        outcome.text = writable(f"{finding.file}:{finding.line}:{finding.column}: {finding.text}")
    counts = {
        "tests": len(suite),
        "failures": len(suite.findall("testcase/failure")),
        "errors": 0,
        "skipped": len(suite.findall("testcase/skipped")),
    }
    root = ET.Element("testsuites", {name: str(count) for name, count in counts.items()})
    suite.attrib.update({name: str(count) for name, count in counts.items()})
    root.append(suite)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _case(suite: ET.Element, file: str, name: str) -> ET.Element:
    return ET.SubElement(suite, "testcase", classname=writable(file), name=name, time="0")
