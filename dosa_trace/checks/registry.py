"""All checks in the order of their codes, and the run of them over a catalogue.

Findings get the severity that the catalogue asks for, and what a record waives is set aside.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from dosa_trace.catalog import problems, shapes
from dosa_trace.catalog.contents import Catalog
from dosa_trace.checks import (
    archived_text,
    contradictory_links,
    dangling_reference,
    declined_yet_linked,
    duplicate_link,
    events_out_of_order,
    identifier_form,
    inferred_without_rationale,
    instrument_without_status,
    joint_group,
    link_after_end,
    link_cycle,
    link_extent,
    link_onto_ended_parts,
    missing_translation,
    near_duplicate_title,
    older_than_government,
    part_of_cycle,
    part_without_whole,
    quote_not_found,
    quote_too_long,
    reading_pages,
    review_without_digest,
    settings,
    snapshot_differs,
    stated_without_evidence,
    superseded_without_successor,
    suspect_link,
    unanswered_recommendation,
    unreachable_record,
    url_form,
    waivers,
    wrong_kind,
)
from dosa_trace.checks.base import Check, DatedCheck
from dosa_trace.checks.manual import Manual
from dosa_trace.checks.soundness import BLOCKING
from dosa_trace.diagnostics import BadQuestion, Diagnostic, Rule, Severity, did_you_mean, near, sort
from dosa_trace.language import Phrase

CHECKS: tuple[Check | DatedCheck, ...] = (
    dangling_reference.CHECK,
    wrong_kind.CHECK,
    duplicate_link.CHECK,
    link_cycle.CHECK,
    part_of_cycle.CHECK,
    link_extent.CHECK,
    joint_group.CHECK,
    link_after_end.CHECK,
    contradictory_links.CHECK,
    declined_yet_linked.CHECK,
    part_without_whole.CHECK,
    link_onto_ended_parts.CHECK,
    unreachable_record.CHECK,
    inferred_without_rationale.CHECK,
    stated_without_evidence.CHECK,
    quote_not_found.CHECK,
    quote_too_long.CHECK,
    superseded_without_successor.CHECK,
    archived_text.CHECK,
    missing_translation.CHECK,
    url_form.CHECK,
    identifier_form.CHECK,
    near_duplicate_title.CHECK,
    suspect_link.CHECK,
    review_without_digest.CHECK,
    events_out_of_order.CHECK,
    unanswered_recommendation.CHECK,
    instrument_without_status.CHECK,
    older_than_government.CHECK,
)

#: Every rule there is, those of reading included, in the order of their codes.
RULES: tuple[Rule, ...] = (
    *problems.RULES,
    *shapes.RULES,
    settings.UNKNOWN_CHECK,
    *waivers.RULES,
    *(one.rule for one in CHECKS),
    snapshot_differs.RULE,
)


class CheckReport(NamedTuple):
    """What a check of a whole catalogue found, sorted by file, line and column.

    `waived` are findings that a record sets aside; they are in no count but their own.
    """

    errors: int
    warnings: int
    notes: int
    files: int
    records: int
    diagnostics: tuple[Diagnostic, ...]
    waived: tuple[waivers.Waived, ...]


def check(
    catalog: Catalog, reading: Iterable[Diagnostic], as_of: date | None = None
) -> CheckReport:
    """Everything wrong with a catalogue: what reading it found, and what the checks find.

    Rules about the passing of time are judged on `as_of`, and left out where no day is given.
    """
    chosen = settings.settings(catalog, CHECKS)
    found = [*reading, *settings.problems(catalog, CHECKS, RULES)]
    for one in CHECKS:
        setting = chosen[one.rule.code]
        if setting.severity is None:
            continue
        if isinstance(one, Check):
            told = one.find(catalog)
        elif as_of is not None:
            told = one.find(catalog, as_of, setting.months)
        else:
            continue
        found += (each._replace(severity=setting.severity) for each in told)
    judged = waivers.judge(catalog, found, CHECKS, RULES, chosen, as_of)
    ordered = sort(judged.findings)
    return CheckReport(
        errors=sum(one.severity is Severity.ERROR for one in ordered),
        warnings=sum(one.severity is Severity.WARNING for one in ordered),
        notes=sum(one.severity is Severity.NOTE for one in ordered),
        files=len(catalog.files),
        records=len(catalog.by_id) + len(catalog.links),
        diagnostics=ordered,
        waived=tuple(sorted(judged.waived, key=lambda one: one.finding.sort_key)),
    )


class RulePage(NamedTuple):
    """A rule with its page; `settable` says whether a catalogue may set its severity."""

    rule: Rule
    settable: bool
    months: int | None
    manual: Manual


def rule_page(name: str) -> RulePage:
    """The page of a rule by its code or name; raises BadQuestion, with the near ones."""
    wanted = name.strip().casefold()
    for one in RULES:
        if wanted in (one.code.casefold(), one.name):
            return _page(one)
    names = [word for one in RULES for word in (one.code, one.name)]
    close = near(name, names) or near(name.upper(), names)
    raise BadQuestion(NO_SUCH_RULE(name=name), did_you_mean(close) or LIST_RULES)


def rule_pages() -> tuple[RulePage, ...]:
    """The pages of all rules."""
    return tuple(_page(one) for one in RULES)


def _page(rule: Rule) -> RulePage:
    own = {one.rule: one for one in CHECKS}
    if rule in own:
        one = own[rule]
        months = one.months if isinstance(one, DatedCheck) else None
        return RulePage(rule, one not in BLOCKING, months, Manual.parse(one.manual))
    texts = {
        settings.UNKNOWN_CHECK.code: settings.PAGE,
        snapshot_differs.RULE.code: snapshot_differs.PAGE,
        **waivers.PAGES,
        **reading_pages.pages(),
    }
    return RulePage(rule, False, None, Manual.parse(texts[rule.code]))


NO_SUCH_RULE = Phrase("there is no rule '{name}'", "er is geen regel '{name}'")
LIST_RULES = Phrase("`dosa-trace rule` lists them all", "`dosa-trace rule` noemt ze alle")
