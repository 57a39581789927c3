"""Where was looked for one record, by whom, and what was seen."""

from __future__ import annotations

from typing import NamedTuple

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.dates import PartialDate
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.vocabulary import Sought


class Looked(NamedTuple):
    """A search that covers a recommendation; `found` is what it saw for that one."""

    id: str
    date: PartialDate
    by: LocalText | None
    sought: tuple[Sought, ...]
    words: tuple[LocalText, ...]
    where: tuple[str, ...]
    found: LocalText | None
    note: LocalText | None


def looked_for(catalog: Catalog, recommendation: str) -> tuple[Looked, ...]:
    """Every search on file that covers a recommendation, the latest first; it depends on no
    date."""
    return tuple(
        Looked(
            id=search.id,
            date=search.date,
            by=search.by,
            sought=search.sought,
            words=search.words,
            where=search.where,
            found=search.found_for(recommendation),
            note=search.note,
        )
        for search in catalog.searches_covering.get(recommendation, ())
    )
