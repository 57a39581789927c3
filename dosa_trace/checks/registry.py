"""All checks in the order of their codes, and the run of them over a catalogue.

The runner gives findings the severity that the catalogue asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dosa_trace.catalog import problems, shapes
from dosa_trace.catalog.contents import Catalog
from dosa_trace.checks import (
    archived_text,
    dangling_reference,
    duplicate_link,
    events_out_of_order,
    inferred_without_rationale,
    joint_group,
    link_after_end,
    link_cycle,
    link_extent,
    part_of_cycle,
    quote_not_found,
    quote_too_long,
    stated_without_evidence,
    superseded_without_successor,
    wrong_kind,
)
from dosa_trace.checks.base import Check
from dosa_trace.checks.soundness import BLOCKING
from dosa_trace.diagnostics import (
    Diagnostic,
    Rule,
    Severity,
    did_you_mean,
    near,
    sort,
)
from dosa_trace.labels import Phrase, Words

CHECKS: tuple[Check, ...] = (
    dangling_reference.CHECK,
    wrong_kind.CHECK,
    duplicate_link.CHECK,
    link_cycle.CHECK,
    part_of_cycle.CHECK,
    link_extent.CHECK,
    joint_group.CHECK,
    link_after_end.CHECK,
    inferred_without_rationale.CHECK,
    stated_without_evidence.CHECK,
    quote_not_found.CHECK,
    quote_too_long.CHECK,
    superseded_without_successor.CHECK,
    archived_text.CHECK,
    events_out_of_order.CHECK,
)

UNKNOWN_CHECK = Rule("DT110", "unknown-check")

#: Every rule there is, those of reading included.
RULES: tuple[Rule, ...] = (
    *problems.RULES,
    *shapes.RULES,
    UNKNOWN_CHECK,
    *(check.rule for check in CHECKS),
)


class CheckReport(NamedTuple):
    """What a check of a whole catalogue found, sorted by file, line and column."""

    errors: int
    warnings: int
    files: int
    records: int
    diagnostics: tuple[Diagnostic, ...]


def check(catalog: Catalog, reading: Iterable[Diagnostic]) -> CheckReport:
    """Everything wrong with a catalogue: what reading it found, and what the checks find."""
    found = [*reading, *_settings_problems(catalog)]
    settings = dict(_settings(catalog))
    for one in CHECKS:
        level = settings.get(one.rule.code, one.rule.severity)
        if level is not None:
            found += (each._replace(severity=level) for each in one.run(catalog))
    ordered = sort(found)
    return CheckReport(
        errors=sum(one.severity is Severity.ERROR for one in ordered),
        warnings=sum(one.severity is Severity.WARNING for one in ordered),
        files=len(catalog.files),
        records=len(catalog.by_id) + len(catalog.links),
        diagnostics=ordered,
    )


def _settings(catalog: Catalog) -> Iterator[tuple[str, Severity | None]]:
    """The severity that the catalogue gives to rules by code or name, None where it is off."""
    by_name = {name: rule for rule in RULES for name in (rule.code, rule.name)}
    for name, level, _ in catalog.info.checks:
        if name in by_name:
            yield by_name[name].code, None if level == "off" else Severity(level)


def _settings_problems(catalog: Catalog) -> Iterator[Diagnostic]:
    """Settings of checks that do not exist, or that cannot be set."""
    settable = {name: one for one in CHECKS for name in (one.rule.code, one.rule.name)}
    fixed = {name for rule in RULES for name in (rule.code, rule.name)} - settable.keys()
    for name, _, span in catalog.info.checks:
        if name in fixed or (name in settable and settable[name] in BLOCKING):
            message: Words = CANNOT_SET(name=name)
            yield Diagnostic(UNKNOWN_CHECK, message, span, TAKE_OUT)
        elif name not in settable:
            hint = did_you_mean(near(name, settable))
            yield Diagnostic(UNKNOWN_CHECK, NO_SUCH_CHECK(name=name), span, hint)


NO_SUCH_CHECK = Phrase("there is no check '{name}'", "er is geen controle '{name}'")
CANNOT_SET = Phrase(
    "'{name}' cannot be set: no figure holds where it is broken",
    "'{name}' is niet in te stellen: geen cijfer klopt waar het geschonden is",
)
TAKE_OUT = Phrase("take this setting out", "haal deze instelling weg")
