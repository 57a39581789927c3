"""A record names an id that is not in the catalogue.

A mistyped id breaks its chain. A recommendation would be reported as open because of a typing
error.

Wrong:

    links:
      - {from: fs-talent, to: agbd, extent: partial, basis: stated, evidence: [{source: nota}]}

Right:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, evidence: [{source: nota}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks.base import Finder, When
from dosa_trace.diagnostics import Diagnostic, Rule, Severity, did_you_mean, near
from dosa_trace.labels import RECORD_KINDS
from dosa_trace.language import Either, Phrase

RULE = Rule("DT201", "dangling-reference", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    if catalog.lost:
        return
    known: dict[tuple[str, ...], frozenset[str]] = {}
    effort = 0
    lengths: dict[tuple[str, ...], int] = {}
    names = {said.casefold(): party.id for party in catalog.organisations.values()
             for said in (*party.name, party.abbreviation or party.id)}  # fmt: skip
    for reference in catalog.references:
        if reference.target in catalog.by_id or reference.target in catalog.unread:
            continue
        if "level" in reference.kinds and reference.target in catalog.levels:
            continue
        allowed = _of_kinds(catalog, reference.kinds, known)
        kind = Either(tuple(RECORD_KINDS[kind] for kind in reference.kinds))
        message = DANGLING(field=reference.field, id=reference.target, kind=kind)
        effort += len(reference.target) * lengths.setdefault(
            reference.kinds, sum(map(len, allowed))
        )
        close = near(reference.target, allowed) if effort <= MOST_COMPARED else ()
        named = names.get(reference.target.casefold())
        if named and "organisation" in reference.kinds:
            close = (named,)
        hint = did_you_mean(close) or ADD_IT
        yield Diagnostic(RULE, message, reference.span, hint)


def _of_kinds(
    catalog: Catalog, kinds: tuple[str, ...], known: dict[tuple[str, ...], frozenset[str]]
) -> frozenset[str]:
    """Every id that may stand where one of these kinds is asked for, found once."""
    if kinds not in known:
        names = {name for name, one in catalog.by_id.items() if one.KIND in kinds}
        known[kinds] = frozenset(
            names | catalog.unread | (catalog.levels.keys() if "level" in kinds else set())
        )
    return known[kinds]


#: How many letters are compared with each other for *did you mean* before it is left out: a
#: catalogue in which everything is mistyped must not hold up its reader.
MOST_COMPARED = 5_000_000

DANGLING = Phrase(
    "'{field}' names '{id}', but the catalogue has no {kind} with that id",
    "'{field}' noemt '{id}', maar de catalogus heeft geen {kind} met dat id",
)
ADD_IT = Phrase("add it, or correct the id", "voeg het toe, of verbeter het id")

FINDER = Finder(RULE, find)
