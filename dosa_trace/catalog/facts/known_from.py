"""From which day something is known (docs/rules.md, *As of a date*). Dates that are partial count
from their last day, so that no answer holds earlier than a source can say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.events import days_of
from dosa_trace.catalog.model.parts import Evidence
from dosa_trace.catalog.model.records import Instrument, Objective, Recommendation, TraceLink

NEVER: Final = date.max
ALWAYS: Final = date.min


def source_day(catalog: Catalog, identifier: str) -> date:
    """The day by which a source had certainly appeared; never for one that is not on file, or that
    bears no date."""
    source = catalog.sources.get(identifier)
    return source.date.last_day if source and source.date else NEVER


def record_day(catalog: Catalog, identifier: str) -> date:
    """From when a recommendation, objective or instrument is known: by its source, else its
    earliest evidence, an instrument by its first status."""
    record = catalog.by_id[identifier]
    match record:
        case Recommendation():
            return source_day(catalog, record.source)
        case Instrument(status=events):
            return min(days_of(events), default=NEVER)
        case Objective(source=source, evidence=evidence):
            stated = source_day(catalog, source) if source else NEVER
            return stated if stated != NEVER else _earliest(catalog, evidence, ALWAYS)
    return ALWAYS


def link_day(catalog: Catalog, link: TraceLink) -> date:
    """From when a link is known: its `since`, else its earliest dated evidence, else from when both
    of its ends are."""
    if link.since is not None:
        return link.since.last_day
    day = _earliest(catalog, link.evidence, NEVER)
    if day != NEVER:
        return day
    return max(record_day(catalog, link.origin), record_day(catalog, link.target))


def counts_from(catalog: Catalog, link: TraceLink) -> date:
    """From when a link is known with both of its ends; advice may name what was not there yet."""
    ends = (record_day(catalog, link.origin), record_day(catalog, link.target))
    return max(link_day(catalog, link), *ends)


def is_first_seen(catalog: Catalog, identifier: str) -> bool:
    """Whether the day from which an instrument is known is one of reading alone: since when it was
    there is not known (docs/rules.md, *An event without a date*)."""
    record = catalog.by_id[identifier]
    if not isinstance(record, Instrument):
        return False
    first = record_day(catalog, identifier)
    pairs = zip(days_of(record.status), record.status, strict=True)
    return all(event.date is None for day, event in pairs if day == first)


def is_link_first_seen(catalog: Catalog, link: TraceLink) -> bool:
    """Whether the day from which a link counts is that of an instrument which was first seen on it,
    and of nothing that has a date."""
    ends = (link.origin, link.target)
    day = counts_from(catalog, link)
    own = link.since.last_day if link.since else _earliest(catalog, link.evidence, NEVER)
    return day != own and all(
        is_first_seen(catalog, end) for end in ends if record_day(catalog, end) == day
    )


def _earliest(catalog: Catalog, evidence: Iterable[Evidence], otherwise: date) -> date:
    """The earliest date among sources, `otherwise` where none of them bears one."""
    day = min((source_day(catalog, item.source) for item in evidence), default=NEVER)
    return day if day != NEVER else otherwise
