"""All rules in the order of their codes, and the run of them over a catalogue.

Findings get the severity that the catalogue asks for, and what a record waives is set aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from dosa_trace.catalog.fields import rules as record_rules
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.text import rules as file_rules
from dosa_trace.catalog.text.progress import Passed, passing
from dosa_trace.checks import (
    archived_text,
    comparison,
    considered_yet_linked,
    contradictory_links,
    dangling_reference,
    date_in_future,
    declined_yet_linked,
    duplicate_link,
    empty_focus,
    events_out_of_order,
    gap_not_searched,
    identifier_form,
    impossible_date,
    inferred_without_rationale,
    instrument_without_status,
    joint_group,
    link_after_end,
    link_cycle,
    link_extent,
    link_onto_ended_parts,
    missing_translation,
    near_duplicate_title,
    no_records,
    older_than_government,
    organisation_cycle,
    part_of_cycle,
    part_without_whole,
    quote_not_found,
    quote_too_long,
    read_of_dated_source,
    renamed_id_in_use,
    responder_unknown,
    review_of_nobody,
    review_without_digest,
    settings,
    snapshot_differs,
    stated_without_evidence,
    superseded_without_successor,
    suspect_link,
    target_past,
    unanswered_recommendation,
    undated_advice,
    unreachable_record,
    unread_source,
    url_form,
    waivers,
    wrong_kind,
)
from dosa_trace.checks.base import Finder, When
from dosa_trace.checks.manual import Manual
from dosa_trace.checks.soundness import BLOCKING
from dosa_trace.diagnostics import BadQuestion, Diagnostic, Rule, Severity, did_you_mean, near, sort
from dosa_trace.language import Phrase

FINDERS: tuple[Finder, ...] = (
    no_records.FINDER,
    dangling_reference.FINDER,
    wrong_kind.FINDER,
    duplicate_link.FINDER,
    link_cycle.FINDER,
    part_of_cycle.FINDER,
    link_extent.FINDER,
    joint_group.FINDER,
    link_after_end.FINDER,
    contradictory_links.FINDER,
    declined_yet_linked.FINDER,
    part_without_whole.FINDER,
    link_onto_ended_parts.FINDER,
    unreachable_record.FINDER,
    considered_yet_linked.FINDER,
    undated_advice.FINDER,
    comparison.FINDER,
    organisation_cycle.FINDER,
    empty_focus.FINDER,
    renamed_id_in_use.FINDER,
    inferred_without_rationale.FINDER,
    stated_without_evidence.FINDER,
    quote_not_found.FINDER,
    quote_too_long.FINDER,
    superseded_without_successor.FINDER,
    archived_text.FINDER,
    missing_translation.FINDER,
    url_form.FINDER,
    identifier_form.FINDER,
    near_duplicate_title.FINDER,
    suspect_link.FINDER,
    review_without_digest.FINDER,
    review_of_nobody.FINDER,
    responder_unknown.FINDER,
    unread_source.FINDER,
    events_out_of_order.FINDER,
    unanswered_recommendation.FINDER,
    instrument_without_status.FINDER,
    older_than_government.FINDER,
    date_in_future.FINDER,
    gap_not_searched.FINDER,
    impossible_date.FINDER,
    read_of_dated_source.FINDER,
    target_past.FINDER,
)

#: Every rule there is, those of reading included, in the order of their codes.
RULES: tuple[Rule, ...] = (
    *file_rules.RULES,
    *record_rules.RULES,
    settings.UNKNOWN_CHECK,
    *waivers.RULES,
    *(finder.rule for finder in FINDERS),
    snapshot_differs.RULE,
)


#: How many findings are told one by one; of more nobody reads on, and each costs in every format.
MOST_TOLD = 1000


class CheckReport(NamedTuple):
    """What a check of a whole catalogue found, sorted by file, line and column: of more than
    `MOST_TOLD` findings the worst, while all are counted.

    `waived` are findings that a record sets aside; they are in no count but their own. Of the
    `quotes` on file `compared` were looked up, in the archived text of their source; of the others
    there is none.
    """

    errors: int
    warnings: int
    notes: int
    files: int
    records: int
    quotes: int
    compared: int
    diagnostics: tuple[Diagnostic, ...]
    waived: tuple[waivers.Waived, ...]

    def left_out(self, notes: bool = True) -> int:
        """How many findings are counted and not told, with the notes or without."""
        told = sum(notes or one.severity is not Severity.NOTE for one in self.diagnostics)
        return self.errors + self.warnings + (self.notes if notes else 0) - told


def check(
    catalog: Catalog,
    reading: Iterable[Diagnostic],
    as_of: date | None = None,
    listener: Passed | None = None,
) -> CheckReport:
    """Everything wrong with a catalogue: what reading it found, and what the checks find.

    Rules about the passing of time are judged on `as_of`, and left out where no day is given.
    `listener` hears how many of them are done.
    """
    chosen = settings.settings(catalog, FINDERS)
    findings = [*reading, *_stamped(settings.problems(catalog, FINDERS, RULES))]
    mistaken = {
        finding.record
        for finding in findings
        if finding.severity is Severity.ERROR and finding.record
    }
    for finder in passing(FINDERS, listener):
        severity, months = chosen[finder.rule.code]
        if severity is not None:
            said = finder.run(catalog, When(as_of, months), severity)
            findings += (
                finding for finding in said if not (finder.whole and finding.record in mistaken)
            )
    judged = waivers.judge(catalog, findings, FINDERS, RULES, chosen, as_of)
    ordered = sort((*judged.kept, *_stamped(judged.about)))
    quoted = [item.source for _, _, item in catalog.evidence() if item.quote is not None]
    return CheckReport(
        errors=sum(finding.severity is Severity.ERROR for finding in ordered),
        warnings=sum(finding.severity is Severity.WARNING for finding in ordered),
        notes=sum(finding.severity is Severity.NOTE for finding in ordered),
        files=len(catalog.files),
        records=len(catalog.by_id) + len(catalog.links),
        quotes=len(quoted),
        compared=sum(_has_text(catalog, name) for name in quoted),
        diagnostics=_worst(ordered),
        waived=tuple(sorted(judged.waived, key=lambda entry: entry.finding.sort_key)),
    )


def _worst(ordered: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings that are told, in their order."""
    if len(ordered) <= MOST_TOLD:
        return tuple(ordered)
    grades = list(Severity)
    places = sorted(range(len(ordered)), key=lambda at: grades.index(ordered[at].severity))
    return tuple(ordered[at] for at in sorted(places[:MOST_TOLD]))


def _has_text(catalog: Catalog, name: str) -> bool:
    source = catalog.sources.get(name)
    return source is not None and catalog.archived_text(source) is not None


def _stamped(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Findings about the settings and waivers themselves, at the severity of their rules."""
    return (one._replace(severity=one.rule.severity) for one in found)


class RulePage(NamedTuple):
    """A rule with its page; `settable` says whether a catalogue may set its severity."""

    rule: Rule
    settable: bool
    months: int | None
    manual: Manual


def rule_page(name: str) -> RulePage:
    """The page of a rule by its code or name; raises BadQuestion, with the near ones."""
    wanted = name.strip().casefold()
    for rule in RULES:
        if wanted in (rule.code.casefold(), rule.name):
            return _page(rule)
    names = [word for one in RULES for word in (one.code, one.name)]
    close = near(name, names) or near(name.upper(), names)
    raise BadQuestion(settings.NO_SUCH_RULE(name=name), did_you_mean(close) or LIST_RULES)


def rule_pages() -> tuple[RulePage, ...]:
    """The pages of all rules."""
    return tuple(_page(rule) for rule in RULES)


def _page(rule: Rule) -> RulePage:
    finder = next((one for one in FINDERS if one.rule == rule), None)
    settable = finder is not None and finder not in BLOCKING
    return RulePage(rule, settable, finder.months if finder else None, Manual.parse(rule.manual))


LIST_RULES = Phrase("list them all with dosa-trace rule", "bekijk ze alle met dosa-trace rule")
