"""A record was renamed from an id that another record has, or was renamed from too.

Whoever still uses the old id, in a briefing or a script, then gets the wrong record.
Give the other record an id of its own, or correct `renamed`.

Wrong:

    objectives:
      - {id: aim-people, title: More AI talent, renamed: [aim-training]}
      - {id: aim-training, title: More machines for research}

Right:

    objectives:
      - {id: aim-people, title: More AI talent, renamed: [aim-training]}
      - {id: aim-compute, title: More machines for research}
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.records import Record
from dosa_trace.checks.base import ALSO_HERE, Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Related, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT219", "renamed-id-in-use", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    had: dict[str, Record] = {}
    for record in catalog.by_id.values():
        for at, old in enumerate(record.renamed):
            other = catalog.by_id.get(old) or had.setdefault(old, record)
            if other is not record:
                related = (Related(other.place.span("id"), ALSO_HERE),)
                message = IN_USE(old=old, other=other.id)
                route = ("renamed", at)
                yield finding(RULE, message, record.place, *route, hint=ANOTHER, related=related)


IN_USE = Phrase(
    "the old id '{old}' leads to '{other}' too", "het oude id '{old}' leidt ook naar '{other}'"
)
ANOTHER = Phrase(
    "give one of the two another id, or correct renamed",
    "geef een van beide een ander id, of verbeter renamed",
)

FINDER = Finder(RULE, find)
