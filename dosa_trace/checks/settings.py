"""How severe each rule is in one catalogue: `checks:` in its catalogue.yaml.

A setting is a severity or `off`, or a map of `severity` and `months` for a rule that knows of
time. Rules without which no figure holds cannot be set.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.base import Finder
from dosa_trace.checks.soundness import BLOCKING
from dosa_trace.diagnostics import Diagnostic, Rule, Severity, did_you_mean, near
from dosa_trace.language import Phrase, Words

UNKNOWN_CHECK = Rule(
    "DT110",
    "unknown-check",
    Severity.ERROR,
    """A setting or an exemption names a rule that does not exist, or that cannot be changed.

With a mistyped name nothing would change, and nobody would notice. Checks of links and references
cannot be switched off, because no figure can be trusted without them.

Wrong:

    catalogue:
      title: Catalogue
      languages: [en]
      checks: {qoute-not-found: off}

Right:

    catalogue:
      title: Catalogue
      languages: [en]
      checks: {quote-not-found: off}
""",
)


class Setting(NamedTuple):
    """How a rule is applied: None where it is off; `months` only for a rule that knows of time."""

    severity: Severity | None
    months: int = 0


def settings(catalog: Catalog, finders: Sequence[Finder]) -> Mapping[str, Setting]:
    """The setting of every rule by its code."""
    chosen = {
        finder.rule.code: Setting(finder.rule.severity, finder.months or 0) for finder in finders
    }
    by_name = {name: one for one in finders for name in (one.rule.code, one.rule.name)}
    for entry in catalog.info.checks:
        if entry.name in by_name and by_name[entry.name] not in BLOCKING:
            code = by_name[entry.name].rule.code
            if entry.level is not None:
                level = None if entry.level == "off" else Severity(entry.level)
                chosen[code] = chosen[code]._replace(severity=level)
            if entry.months is not None:
                chosen[code] = chosen[code]._replace(months=entry.months)
    return chosen


def problems(
    catalog: Catalog, finders: Sequence[Finder], rules: Sequence[Rule]
) -> Iterator[Diagnostic]:
    """Settings of rules that do not exist, or that cannot be set in this way."""
    by_name = {name: finder for finder in finders for name in (finder.rule.code, finder.rule.name)}
    for entry in catalog.info.checks:
        refusal = not_settable(entry.name, finders, rules)
        if refusal is not None:
            yield Diagnostic(UNKNOWN_CHECK, refusal[0], entry.span, refusal[1])
        elif entry.months is not None and by_name[entry.name].months is None:
            yield Diagnostic(UNKNOWN_CHECK, NO_MONTHS(name=entry.name), entry.span, NO_MONTHS_HINT)


def not_settable(
    name: str, finders: Sequence[Finder], rules: Sequence[Rule]
) -> tuple[Words, Words | None] | None:
    """Why the rule of this code or name cannot be set or waived, with a hint; None where it
    can."""
    can = {
        word
        for finder in finders
        if finder not in BLOCKING
        for word in (finder.rule.code, finder.rule.name)
    }  # fmt: skip
    if name in can:
        return None
    if any(name in (rule.code, rule.name) for rule in rules):
        return CANNOT_SET(name=name), TAKE_OUT
    return NO_SUCH_RULE(name=name), did_you_mean(near(name, can))


NO_SUCH_RULE = Phrase("there is no rule '{name}'", "er is geen regel '{name}'")
CANNOT_SET = Phrase(
    "'{name}' cannot be changed: figures depend on it",
    "'{name}' kunt u niet aanpassen: zonder deze regel kloppen de cijfers niet",
)
TAKE_OUT = Phrase("remove this setting", "verwijder deze instelling")
NO_MONTHS = Phrase("'{name}' has no setting in months", "'{name}' heeft geen instelling in maanden")
NO_MONTHS_HINT = Phrase("give a severity, or off", "geef een ernst op, of off")
