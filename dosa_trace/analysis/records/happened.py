"""The history of one record as it is on file: what was asked, answered, decided, promised, paid and
linked, in the order of time. Nothing of it was ever overwritten: what is newer was added."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dosa_trace.catalog.facts.known_from import link_day, record_day
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.events import days_of
from dosa_trace.catalog.model.parts import Budget, LocalText, Target, When
from dosa_trace.catalog.model.records import Instrument, Recommendation
from dosa_trace.catalog.model.vocabulary import ResponseValue, StatusValue


class HappenedKind(StrEnum):
    """What happened with a record."""

    ASKED = "asked"
    RESPONSE = "response"
    STATUS = "status"
    AMOUNT = "amount"
    TARGET = "target"
    LINK = "link"


class Happened(NamedTuple):
    """One event: the day from which it holds, and its own date, None for a link, which has it from
    what it depends on. `value` is the response or status, `budget` the amount, `target` the plan,
    `link` both ends."""

    day: date
    date: When | None
    kind: HappenedKind
    source: str | None
    value: ResponseValue | StatusValue | None = None
    draft: bool = False
    budget: Budget | None = None
    target: Target | None = None
    link: str | None = None
    note: LocalText | None = None


def happened(catalog: Catalog, identifier: str, until: date) -> tuple[Happened, ...]:
    """What happened with a record by a day, the earliest first; raises UnknownId."""
    record = catalog.record(identifier)
    events = [*_linked(catalog, identifier)]
    if isinstance(record, Recommendation):
        events += _of_recommendation(catalog, record)
    if isinstance(record, Instrument):
        events += _of_instrument(record)
    known = (event for event in events if event.day <= until)
    kinds = list(HappenedKind)
    return tuple(sorted(known, key=lambda event: (event.day, kinds.index(event.kind))))


def _of_recommendation(catalog: Catalog, record: Recommendation) -> Iterator[Happened]:
    source = catalog.sources[record.source]
    yield Happened(record_day(catalog, record.id), source.when, HappenedKind.ASKED, source.id)
    for day, response in zip(days_of(record.responses), record.responses, strict=True):
        yield Happened(
            day, response.when, HappenedKind.RESPONSE, response.source, response.value,
            response.draft, note=response.note,
        )  # fmt: skip


def _of_instrument(record: Instrument) -> Iterator[Happened]:
    for day, event in zip(days_of(record.status), record.status, strict=True):
        yield Happened(
            day, event.when, HappenedKind.STATUS, event.source, event.value, note=event.note
        )
    for budget in record.budgets:
        first = budget.date or budget.read
        if first is not None:
            yield Happened(
                first.last_day, budget.when, HappenedKind.AMOUNT, budget.source, budget=budget
            )
    for target in record.targets:
        if target.date or target.read:
            yield Happened(
                target.known_from, target.when, HappenedKind.TARGET, target.source, target=target
            )


def _linked(catalog: Catalog, identifier: str) -> Iterator[Happened]:
    for link in catalog.links:
        if identifier in (link.origin, link.target):
            source = link.evidence[0].source if link.evidence else None
            day = link_day(catalog, link)
            yield Happened(day, None, HappenedKind.LINK, source, link=link.id)
