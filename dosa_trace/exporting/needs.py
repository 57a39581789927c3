"""What is asked and what answers it as `needs.json`, which sphinx-needs imports (`needimport`) with
its settings as they are: recommendations are requirements, objectives specifications, instruments
implementations.

A title and a content are read there as reStructuredText and searched for functions, so both are
written so that they mean nothing but their letters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain, count
from typing import Any, Final

from dosa_trace import __version__
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.catalog.model.records import Instrument, Objective, Recommendation
from dosa_trace.exporting.description import ExportDescription
from dosa_trace.graph import TraceGraph
from dosa_trace.language import Language

#: What each kind of record is there, and how its ids begin.
_SORTS: Final[Mapping[type, tuple[str, str]]] = {
    Recommendation: ("req", "REC"), Objective: ("spec", "OBJ"), Instrument: ("impl", "INS"),
}  # fmt: skip
#: What a letter is that reStructuredText reads as nothing else.
_PUNCTUATION: Final = re.compile(r"([^\w\s]|_)")
#: How functions and variants of sphinx-needs begin and end.
_FUNCTIONS: Final = re.compile(r"\[\[|\]\]|<<|>>")


def needs(graph: TraceGraph, about: ExportDescription) -> dict[str, Any]:
    """The document, with one version that is called after the date."""
    judge = Judge(graph)
    catalog, language = graph.catalog, about.language
    listed: tuple[Any, ...] = (
        *graph.recommendations, *catalog.objectives.values(), *catalog.instruments.values(),
    )  # fmt: skip
    records = sorted(
        (record for record in listed if graph.is_record_known(record.id)),
        key=lambda record: str(record.id),
    )
    ids = _ids(records)
    leads: defaultdict[str, list[str]] = defaultdict(list)
    for link in catalog.links:
        if graph.is_counted(link) and ids.keys() >= {link.origin, link.target}:
            leads[link.origin].append(ids[link.target])
    made = {
        ids[record.id]: _need(record, ids, leads[record.id], _status(judge, record), language)
        for record in records
    }
    return {
        "project": about.title,
        "description": about.text("needs"),
        "current_version": about.as_of,
        "versions": {
            about.as_of: {
                "creator": {"program": "dosa-trace", "version": __version__},
                "needs_amount": len(made),
                "needs": made,
            }
        },
    }


def _need(
    record: Any, ids: Mapping[str, str], leads: Iterable[str], status: str | None,
    language: Language,
) -> dict[str, Any]:  # fmt: skip
    sort, _ = _SORTS[type(record)]
    return {
        "id": ids[record.id],
        "type": sort,
        "title": _one_line(record.title.say(language)),
        "status": status,
        "tags": [*record.themes],
        "links": sorted(dict.fromkeys(leads)),
        "content": f"{_as_letters(record.id)}, {_as_letters(_stands(record))}",
    }


def _status(judge: Judge, record: Any) -> str | None:
    """The state of what is asked, and what an instrument is on the date."""
    if isinstance(record, Instrument):
        event = record.status_on(judge.graph.as_of)
        return event.value.value if event is not None else None
    return judge.judge(record).state.value


def _stands(record: Any) -> str:
    return f"{record.place.path}:{record.place.line}"


def _ids(records: Iterable[Any]) -> dict[str, str]:
    """An id of sphinx-needs for each record: capitals, digits and low lines; of two that would be
    the same the later one has a number."""
    made: dict[str, str] = {}
    taken: set[str] = set()
    for record in records:
        _, before = _SORTS[type(record)]
        name = f"{before}_{re.sub(r'[^A-Z0-9]', '_', record.id.upper())}"
        tried = chain([name], (f"{name}_{number}" for number in count(2)))
        made[record.id] = next(free for free in tried if free not in taken)
        taken.add(made[record.id])
    return made


def _one_line(text: str) -> str:
    return _FUNCTIONS.sub(lambda found: " ".join(found[0]), " ".join(text.split()))


def _as_letters(text: str) -> str:
    """A text that reStructuredText reads as its letters."""
    return _PUNCTUATION.sub(r"\\\1", _one_line(text))
