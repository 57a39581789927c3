"""A record names another of a kind that cannot stand there.

A link goes from a recommendation to an objective or an instrument, or from an objective to
another objective or an instrument; `source` names a source, `part_of` an instrument. Anything else
has no place in a chain.

Fails:

    links:
      - {from: agdb, to: fs-talent, extent: partial, basis: stated, evidence: [{source: nota}]}

Mended:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, evidence: [{source: nota}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.contents import Catalog
from dosa_trace.checks.base import Finder, When
from dosa_trace.diagnostics import Diagnostic, Related, Rule, Severity
from dosa_trace.labels import RECORD_KINDS
from dosa_trace.language import Either, Phrase

RULE = Rule("DT202", "wrong-kind", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for reference in catalog.references:
        record = catalog.by_id.get(reference.target)
        if record is None or record.KIND in reference.kinds:
            continue
        message = WRONG(
            field=reference.field,
            id=record.id,
            kind=RECORD_KINDS[record.KIND],
            allowed=Either(tuple(RECORD_KINDS[kind] for kind in reference.kinds)),
        )
        related = Related(record.place.span(), STANDS_HERE(id=record.id))
        hint = SWAP if reference.field in ("from", "to") else None
        yield Diagnostic(RULE, message, reference.span, hint, (related,))


WRONG = Phrase(
    "'{field}' must name {allowed}, but '{id}' is a record of kind {kind}",
    "'{field}' moet een {allowed} noemen, maar '{id}' is een record van soort {kind}",
)
STANDS_HERE = Phrase("'{id}' stands here", "'{id}' staat hier")
SWAP = Phrase(
    "a link goes from what is asked to what answers it; are the two ends swapped?",
    "een verband gaat van wat gevraagd is naar wat het beantwoordt; zijn de einden verwisseld?",
)

FINDER = Finder(RULE, find)
