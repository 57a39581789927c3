"""A recommendation says that an instrument was considered but not enough, and links lead to it.

One of the two is out of date. If the instrument does a part, remove it from `considered`. Otherwise
remove the link.

Wrong:

    recommendations:
      - id: open-models
        source: factsheet
        title: Support open models
        considered: [{instruments: [ained], reason: it funds research and no models, date: 2025-09}]
    links:
      - {from: open-models, to: ained, extent: partial, basis: stated, evidence: [{source: nota}]}

Right:

    recommendations:
      - id: open-models
        source: factsheet
        title: Support open models
        considered: [{instruments: [agdb], reason: it trains welders, date: 2025-09}]
    links:
      - {from: open-models, to: ained, extent: partial, basis: stated, evidence: [{source: nota}]}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.catalog.model.vocabulary import Relation
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Related, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT214", "considered-yet-linked", Severity.WARNING, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    onward: defaultdict[str, list[TraceLink]] = defaultdict(list)
    for link in catalog.links:
        if link.relation is Relation.SUPPORTS:
            onward[link.origin].append(link)
    for asked in catalog.recommendations.values():
        if not asked.considered:
            continue
        led_by = _reached(asked.id, onward)
        for at, looked in enumerate(asked.considered):
            for number, name in enumerate(looked.instruments):
                if name in led_by:
                    route = ("considered", at, "instruments", number)
                    related = (Related(led_by[name].place.span(), LEADS_THERE),)
                    message = BOTH(id=asked.id, instrument=name)
                    yield finding(RULE, message, asked.place, *route, hint=DECIDE, related=related)


def _reached(start: str, onward: Mapping[str, list[TraceLink]]) -> Mapping[str, TraceLink]:
    """What supporting links on file lead to, each with the link that leads there."""
    found: dict[str, TraceLink] = {}
    todo = [start]
    while todo:
        for link in onward.get(todo.pop(), ()):
            if link.target not in found:
                found[link.target] = link
                todo.append(link.target)
    return found


BOTH = Phrase(
    "'{id}' says that {instrument} was not enough, yet links lead to it",
    "'{id}' zegt dat {instrument} niet voldoet, en toch lopen er koppelingen naartoe",
)
LEADS_THERE = Phrase("this link leads there", "deze koppeling leidt ernaartoe")
DECIDE = Phrase(
    "remove it from considered, or remove the link",
    "verwijder het uit considered, of verwijder de koppeling",
)

FINDER = Finder(RULE, find)
