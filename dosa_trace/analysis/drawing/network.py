"""What counts on a date as nodes and edges with plain attributes, for any program of graphs.

Every attribute is text, empty where there is none: GraphML has nothing else for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.catalog.model.records import TO, Instrument, Node
from dosa_trace.language import Language

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


def nodes(graph: TraceGraph) -> Iterator[tuple[str, dict[str, str]]]:
    """Each recommendation, objective and instrument that is known, in the order of the files."""
    catalog, judge = graph.catalog, Judge(graph)
    spoken = [language for language in Language if language in catalog.languages[:1]]
    records: tuple[Node, ...] = (
        *catalog.recommendations.values(),
        *catalog.objectives.values(),
        *catalog.instruments.values(),
    )
    for record in records:
        if not graph.is_record_known(record.id):
            continue
        if isinstance(record, Instrument):
            event = graph.status(record)
            kind, state = record.kind, event.value if event else ""
        else:
            kind, state = record.KIND, judge.judge(record).state
        yield (
            record.id,
            {
                "record": record.KIND,
                "kind": kind,
                "title": record.title.say(spoken[0] if spoken else Language.EN),
                "state": str(state),
            },
        )


def edges(graph: TraceGraph) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Each link that counts, in the order of the files."""
    for link in graph.catalog.links:
        if graph.is_counted(link):
            yield (
                link.origin,
                link.target,
                {
                    "extent": link.extent.value if link.extent else "",
                    "basis": link.basis.value,
                    "joint": link.joint or "",
                    "link": f"{link.origin}{TO}{link.target}",
                },
            )
