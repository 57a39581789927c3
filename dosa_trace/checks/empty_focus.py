"""The focus of the catalogue fits no recommendation.

Every summary begins with it, and would begin with nothing.

Fails:

    catalogue:
      title: A catalogue
      languages: [en]
      focus: {name: the reports, where: {source: nota}}

Mended:

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
    "the focus '{name}' fits no recommendation", "de kern '{name}' past op geen enkele aanbeveling"
)
MEND = Phrase(
    "loosen its conditions: a recommendation must fulfil all of them",
    "verruim de voorwaarden: een aanbeveling moet ze alle vervullen",
)

FINDER = Finder(RULE, find)
