"""No recommendation matches the focus of the catalogue.

Every summary starts with the focus, and would start with nothing.

Wrong:

    catalogue:
      title: A catalogue
      languages: [en]
      focus: {name: the reports, where: {source: nota}}

Right:

    catalogue:
      title: A catalogue
      languages: [en]
      focus: {name: the factsheets, where: {source: factsheet}}
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.facts.names import chosen_by
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.base import Finder, When
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT218", "empty-focus", Severity.WARNING, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    focus = catalog.info.focus
    if focus is None or not catalog.is_whole:
        return
    named = {*focus.where.id, *focus.where.source}
    if named <= catalog.by_id.keys() and not chosen_by(catalog, focus.where):
        message = NOTHING(name=focus.name)
        yield Diagnostic(RULE, message, focus.place.span("where"), MEND)


NOTHING = Phrase(
    "no recommendation matches the focus '{name}'",
    "geen enkele aanbeveling past bij de kern '{name}'",
)
MEND = Phrase(
    "widen its conditions: a recommendation must meet all of them",
    "verruim de voorwaarden: een aanbeveling moet aan alle voldoen",
)

FINDER = Finder(RULE, find)
