"""A record names another of a kind that does not belong there.

A link starts at a recommendation or an objective. It leads to an objective or an instrument.
`source` names a source, `part_of` an instrument. Anything else has no place in a chain.

Wrong:

    links:
      - {from: agdb, to: fs-talent, extent: partial, basis: stated, evidence: [{source: nota}]}

Right:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, evidence: [{source: nota}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Related, Rule, Severity, Span
from dosa_trace.labels import RECORD_KINDS
from dosa_trace.language import Either, Phrase

RULE = Rule("DT202", "wrong-kind", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    swapped: set[Span] = set()
    for link in catalog.links:
        kinds = [
            catalog.by_id[end].KIND for end in (link.origin, link.target) if end in catalog.by_id
        ]
        fits = len(kinds) == 2 and kinds[0] in ASKS and kinds[1] in ANSWERS
        if len(kinds) == 2 and not fits and kinds[0] in ANSWERS and kinds[1] in ASKS:
            swapped |= {link.place.span("from"), link.place.span("to")}
            message = SWAPPED(origin=link.origin, target=link.target)
            hint = SWAP(origin=link.origin, target=link.target)
            yield finding(RULE, message, link.place, "from", hint=hint)
    for reference in catalog.references:
        record = catalog.by_id.get(reference.target)
        if record is None or record.KIND in reference.kinds or reference.span in swapped:
            continue
        message = WRONG(
            field=reference.field,
            id=record.id,
            kind=RECORD_KINDS[record.KIND],
            allowed=Either(tuple(RECORD_KINDS[kind] for kind in reference.kinds)),
        )
        related = Related(record.place.span(), STANDS_HERE(id=record.id))
        yield Diagnostic(RULE, message, reference.span, None, (related,))


#: Which kinds may stand before the arrow of a link, and which behind it.
ASKS, ANSWERS = ("recommendation", "objective"), ("objective", "instrument")

SWAPPED = Phrase(
    "this link runs the wrong way: {target} cannot support {origin}",
    "deze koppeling loopt de verkeerde kant op: {target} kan {origin} niet ondersteunen",
)
WRONG = Phrase(
    "'{field}' must name {allowed}, but '{id}' is a record of kind {kind}",
    "'{field}' moet een {allowed} noemen, maar '{id}' is een record van soort {kind}",
)
STANDS_HERE = Phrase("'{id}' is here", "'{id}' staat hier")
SWAP = Phrase(
    "a link goes from the recommendation to the instrument: write from: {target}, to: {origin}",
    "een koppeling gaat van de aanbeveling naar het instrument: schrijf from: {target}, to: "
    "{origin}",
)

FINDER = Finder(RULE, find)
