"""A recommendation is compared with itself, or both agrees and conflicts with another.

Wrong:

    recommendations:
      - id: open-models
        source: factsheet
        title: Support open models
        responses: [{date: 2025-08-21, value: noted, source: nota}]
        agrees_with: [{to: open-models, basis: inferred, rationale: Both ask for open models.}]

Right:

    recommendations:
      - id: open-models
        source: factsheet
        title: Support open models
        responses: [{date: 2025-08-21, value: noted, source: nota}]
        agrees_with: [{to: fs-talent, basis: inferred, rationale: Open models need talent.}]
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT216", "contradictory-comparison", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for one in catalog.recommendations.values():
        agreeing = {comparison.to for comparison in one.agrees_with}
        for key in ("agrees_with", "conflicts_with"):
            for at, comparison in enumerate(getattr(one, key)):
                if comparison.to == one.id:
                    yield finding(RULE, WITH_ITSELF(id=one.id), one.place, key, at, "to", hint=NAME)
                elif key == "conflicts_with" and comparison.to in agreeing:
                    message = BOTH(id=one.id, other=comparison.to)
                    yield finding(RULE, message, one.place, key, at, "to", hint=KEEP)


WITH_ITSELF = Phrase("'{id}' is compared with itself", "'{id}' wordt met zichzelf vergeleken")
NAME = Phrase("name another recommendation", "noem een andere aanbeveling")
BOTH = Phrase(
    "'{id}' both agrees and conflicts with '{other}'",
    "'{id}' komt overeen met '{other}' en is er ook mee in strijd",
)
KEEP = Phrase("keep one of the two", "laat een van beide staan")

FINDER = Finder(RULE, find)
