"""Does a catalogue contain mistakes?"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypedDict

from dosa_trace.catalog.facts.asked import asked_day
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.dates import PartialDate
from dosa_trace.catalog.text.progress import Passed
from dosa_trace.checks.registry import CheckReport, rule_pages
from dosa_trace.checks.registry import check as ask
from dosa_trace.diagnostics import Diagnostic, Severity
from dosa_trace.language import Language, say
from dosa_trace.output.answer import Answer
from dosa_trace.output.findings.finding_words import (
    Findings,
    PathOf,
    RuleText,
    Said,
    SaidPlace,
    all_said,
    said,
)
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.results import field_types
from dosa_trace.views.checks import rule as views_of_rules
from dosa_trace.views.checks.findings import figures
from dosa_trace.views.checks.findings import layout as layout_findings
from dosa_trace.views.wording.frame import Frame

#: In the place of a day where none was given.
NO_DAY = date.max


class WaivedFinding(TypedDict):
    """A finding that a record sets aside, with the reason and until when."""

    code: str
    name: str
    severity: Severity
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    hint: str | None
    related: tuple[SaidPlace, ...]
    reason: str
    until: PartialDate | None


class CheckResult(Result, CheckReport):
    """Everything that is wrong with a catalogue; a row for each finding."""

    ANSWER = "check/1"

    @property
    def as_of(self) -> date | None:  # type: ignore[override]
        """The day on which it was judged what has passed, None where nothing was."""
        return None if self._asked.as_of == NO_DAY else self._asked.as_of

    @property
    def ok(self) -> bool:
        """Whether nothing was found that is an error; warnings and remarks may be there."""
        return not self.errors

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What its document holds: each finding in words."""
        told = {"diagnostics": tuple[Said, ...], "waived": tuple[WaivedFinding, ...]}
        return {**field_types(cls), "left_out": int, **told}

    def _as_document(self, frame: Frame) -> Mapping[str, Any]:
        return self.told(frame, _as_it_is)

    def told(self, frame: Frame, path_of: PathOf) -> Mapping[str, Any]:
        """Its document for programs; `path_of` says how to write the path of a file."""
        language = frame.language
        waived = [
            said(one.finding, path_of, language)._asdict()
            | {"reason": say(one.reason, language), "until": one.until}
            for one in self.waived
        ]
        return frame.envelope(self.ANSWER) | {
            "as_of": None if frame.as_of == NO_DAY else frame.as_of,
            **self._asdict(),
            "left_out": self.left_out(),
            "diagnostics": all_said(self.diagnostics, path_of, language),
            "waived": waived,
        }

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        return check_shapes(self, frame, _as_it_is, _as_it_is, dict(self._asked.catalog.texts))


def check(
    catalog: Catalog | str | os.PathLike[str], *, as_of: date | str | None = None
) -> CheckResult:
    """Everything wrong with a catalogue that was read, or with the one at a path: what could not be
    read, and what the rules of `dosa-trace rule` find, at most a thousand told one by one. Rules
    about the passing of time are judged on `as_of`, and left out without it. Raises
    CatalogNotFound."""
    day = asked_day(as_of) if as_of is not None else None
    if isinstance(catalog, Catalog):
        return checked(catalog, catalog.reading, day)
    from dosa_trace.loading import read

    return checked(*read(catalog), day)


def checked(
    catalog: Catalog,
    reading: Iterable[Diagnostic],
    day: date | None,
    listener: Passed | None = None,
) -> CheckResult:
    """The same of what reading a catalogue found; `listener` hears how many rules are done."""
    asked = Asked(catalog, day or NO_DAY, None)
    return CheckResult._made(ask(catalog, reading, day, listener), asked)


def check_shapes(
    report: CheckResult,
    frame: Frame,
    here: PathOf,
    in_repository: PathOf,
    texts: Mapping[str, str],
    notes: bool = False,
    strict: bool = False,
) -> Answer:
    """Every shape of the findings; `here` and `in_repository` say how to write the path of a file,
    so that it can be opened from where we are and as a site with the repository knows it, `texts`
    are the files, `notes` says whether remarks are shown, `strict` whether warnings are errors."""
    language = frame.language
    findings = Findings(
        report.diagnostics,
        figures(report, hidden=not notes),
        texts,
        here=here,
        in_repository=in_repository,
        files=tuple(file.path for file in report._asked.catalog.files),
        waived=report.waived,
        rules=lambda: _rules(language),
        notes=notes,
        strict=strict,
    )
    return Answer(
        data=lambda: report.told(frame, here),
        rows=lambda: all_said(report.diagnostics, here, language),
        document=lambda: layout_findings(report, here, language, notes),
        findings=lambda: findings,
    )


def _rules(language: Language) -> Iterator[RuleText]:
    for page in rule_pages():
        code, name, severity = page.rule[:3]
        document = views_of_rules.layout(page, language)
        yield RuleText(code, name, severity, page.manual.what, document)


def _as_it_is(path: str) -> str:
    return path
