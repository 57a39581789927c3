"""A recommendation was rejected, and yet a link says that an instrument does some or all of it.

Both can be true, when a government does under another name what it rejected. A reader will ask
about it. After the response *existing policy* a link to that policy is expected. That is no
finding. Neither is a link that only touches on it (`marginal`).

Wrong:

    recommendations:
      - id: new-monitor
        source: factsheet
        title: Begin a new monitor
        responses: [{date: 2025-08, value: rejected, source: nota}]
    links:
      - {from: new-monitor, to: ained, extent: partial, basis: stated, evidence: [{source: nota}]}

Right:

    recommendations:
      - id: new-monitor
        source: factsheet
        title: Begin a new monitor
        responses: [{date: 2025-08, value: existing-policy, source: nota}]
    links:
      - {from: new-monitor, to: ained, extent: partial, basis: stated, evidence: [{source: nota}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.vocabulary import Extent, Relation, ResponseValue
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Related, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT210", "declined-yet-linked", Severity.WARNING, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for link in catalog.links:
        asked = catalog.recommendations.get(link.origin)
        is_answer = link.relation is Relation.SUPPORTS and link.extent is not Extent.MARGINAL
        if asked is None or not is_answer:
            continue
        response = asked.response_on(date.max)
        if response is not None and response.value is ResponseValue.REJECTED:
            at = asked.responses.index(response)
            related = (Related(asked.place.span("responses", at), REJECTED_HERE),)
            message = YET_LINKED(id=asked.id, date=response.when, target=link.target)
            yield finding(RULE, message, link.place, "to", hint=LOOK, related=related)


YET_LINKED = Phrase(
    "'{id}' was rejected on {date}, yet a link says that {target} does it, at least in part",
    "'{id}' is op {date} niet overgenomen, en toch doet {target} er iets aan",
)
REJECTED_HERE = Phrase("rejected here", "hier niet overgenomen")
LOOK = Phrase(
    "remove the link, or exempt this with the reason why both are right",
    "verwijder de koppeling, of maak een uitzondering met de reden waarom beide kloppen",
)

FINDER = Finder(RULE, find)
