"""A record names an id that is not in the catalogue.

A mistyped id breaks the chain that it stands in: a recommendation would be reported as a gap
because of a typing mistake.

Fails:

    links:
      - {from: fs-talent, to: agbd, extent: partial, basis: stated, evidence: [{source: nota}]}

Mended:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, evidence: [{source: nota}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.contents import Catalog
from dosa_trace.checks.base import Finder, When
from dosa_trace.diagnostics import Diagnostic, Rule, Severity, did_you_mean, near
from dosa_trace.labels import RECORD_KINDS
from dosa_trace.language import Either, Phrase

RULE = Rule("DT201", "dangling-reference", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    if catalog.lost:
        return
    for reference in catalog.references:
        if reference.target in catalog.by_id or reference.target in catalog.unread:
            continue
        if "level" in reference.kinds and reference.target in catalog.levels:
            continue
        allowed = {name for name, one in catalog.by_id.items() if one.KIND in reference.kinds}
        if "level" in reference.kinds:
            allowed |= catalog.levels.keys()
        kind = Either(tuple(RECORD_KINDS[kind] for kind in reference.kinds))
        message = DANGLING(field=reference.field, id=reference.target, kind=kind)
        hint = did_you_mean(near(reference.target, allowed | catalog.unread)) or ADD_IT
        yield Diagnostic(RULE, message, reference.span, hint)


DANGLING = Phrase(
    "'{field}' names '{id}', but the catalogue has no {kind} of that id",
    "'{field}' noemt '{id}', maar de catalogus heeft geen {kind} met dat id",
)
ADD_IT = Phrase("add it, or mend the id", "voeg het toe, of verbeter het id")

FINDER = Finder(RULE, find)
