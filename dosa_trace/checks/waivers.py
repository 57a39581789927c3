"""Waivers: for one record a finding is set aside, with a reason and for as long as it says.

    waive:
      - {rule: link-after-end, reason: its successor has no page yet, until: 2026-12}

A waived finding counts as neither error nor warning, and is shown with its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import LocalText, Waiver
from dosa_trace.catalog.model.place import Place
from dosa_trace.checks.base import Finder, finding
from dosa_trace.checks.settings import UNKNOWN_CHECK, Setting, not_settable
from dosa_trace.diagnostics import Diagnostic, Rule, Severity, Span
from dosa_trace.language import Phrase

NO_REASON = Rule(
    "DT111",
    "waiver-without-reason",
    Severity.ERROR,
    """A finding is exempted without a reason.

A reader must be able to judge whether the exemption is right, and a successor whether it still is.
Without a reason nothing is exempted.

Wrong:

    links:
      - {from: fs-talent, to: old-plan, extent: partial, basis: stated, evidence: [{source: nota}],
         waive: [{rule: link-after-end}]}

Right:

    links:
      - {from: fs-talent, to: old-plan, extent: partial, basis: stated, evidence: [{source: nota}],
         waive: [{rule: link-after-end, reason: the nota itself names it}]}
""",
)
EXPIRED = Rule(
    "DT112",
    "waiver-expired",
    Severity.WARNING,
    """An exemption is past its date.

It no longer works. Fix the finding, or decide again how long that may wait.

Wrong:

    links:
      - {from: fs-talent, to: old-plan, extent: partial, basis: stated, evidence: [{source: nota}],
         waive: [{rule: link-after-end, reason: the nota itself names it, until: 2020-01}]}

Right:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, evidence: [{source: nota}]}
""",
)
UNNEEDED = Rule(
    "DT113",
    "waiver-unneeded",
    Severity.WARNING,
    """An exemption has no effect: the record has no such finding.

If it stays, it would hide the same error when somebody makes it again.

Wrong:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, evidence: [{source: nota}],
         waive: [{rule: link-after-end, reason: the nota itself names it}]}

Right:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, evidence: [{source: nota}]}
""",
)
RULES = (NO_REASON, EXPIRED, UNNEEDED)


class Waived(NamedTuple):
    """A finding that was set aside, why, and until when (as written; None for ever)."""

    finding: Diagnostic
    reason: LocalText
    until: str | None


class Judged(NamedTuple):
    """The findings that remain, those that were set aside, and what there is to say of waivers."""

    kept: tuple[Diagnostic, ...]
    waived: tuple[Waived, ...]
    about: tuple[Diagnostic, ...]


class _Entry(NamedTuple):
    place: Place
    at: int
    waiver: Waiver
    code: str


def judge(
    catalog: Catalog,
    findings: Iterable[Diagnostic],
    finders: Sequence[Finder],
    rules: Sequence[Rule],
    chosen: Mapping[str, Setting],
    day: date | None,
) -> Judged:
    """Sets aside what is waived, and reports waivers that are wrong, past their date or unneeded.

    Without a day no waiver is ever past its date.
    """
    kept: list[Diagnostic] = []
    about: list[Diagnostic] = []
    waived: list[Waived] = []
    entries: dict[tuple[Span, str], _Entry] = {}
    for place, at, waiver in _waivers(catalog):
        refusal = not_settable(waiver.rule, finders, rules)
        if refusal is not None:
            about.append(
                finding(UNKNOWN_CHECK, refusal[0], place, "waive", at, "rule", hint=refusal[1])
            )
        elif waiver.reason is None:
            about.append(finding(NO_REASON, WITHOUT_REASON, place, "waive", at, hint=ADD_REASON))
        elif day is not None and waiver.until is not None and waiver.until.last_day < day:
            message = PAST(rule=waiver.rule, until=waiver.until.text)
            about.append(finding(EXPIRED, message, place, "waive", at, "until", hint=JUDGE_ANEW))
        else:
            code = next(finder.rule.code for finder in finders if waiver.rule in finder.rule[:2])
            entries[place.span(), code] = _Entry(place, at, waiver, code)
    used = set()
    for diagnostic in findings:
        key = (diagnostic.record, diagnostic.code)
        if diagnostic.record is not None and key in entries:
            used.add(key)
            waiver = entries[diagnostic.record, diagnostic.code].waiver
            assert waiver.reason is not None
            waived.append(Waived(diagnostic, waiver.reason, waiver.until and waiver.until.text))
        else:
            kept.append(diagnostic)
    for key, entry in entries.items():
        if key not in used and chosen[entry.code].severity is not None:
            message = NOTHING_WAIVED(rule=entry.waiver.rule)
            route = ("waive", entry.at, "rule")
            about.append(finding(UNNEEDED, message, entry.place, *route, hint=TAKE_IT_OUT))
    return Judged(tuple(kept), tuple(waived), tuple(about))


def _waivers(catalog: Catalog) -> Iterator[tuple[Place, int, Waiver]]:
    for record in (*catalog.by_id.values(), *catalog.links):
        for at, waiver in enumerate(getattr(record, "waive", ())):
            yield record.place, at, waiver


WITHOUT_REASON = Phrase("this exemption has no reason", "deze uitzondering heeft geen reden")
ADD_REASON = Phrase(
    "add reason: why the finding may remain", "voeg reason toe: waarom de bevinding mag blijven"
)
PAST = Phrase(
    "the exemption from '{rule}' ended on {until}",
    "de uitzondering op '{rule}' liep tot en met {until}",
)
JUDGE_ANEW = Phrase(
    "fix the finding, or give a new date with a new reason",
    "herstel de bevinding, of geef een nieuwe datum met een nieuwe reden",
)
NOTHING_WAIVED = Phrase(
    "this record has no finding of '{rule}' to exempt",
    "dit record heeft geen bevinding van '{rule}' om uit te zonderen",
)
TAKE_IT_OUT = Phrase("remove the exemption", "verwijder de uitzondering")
