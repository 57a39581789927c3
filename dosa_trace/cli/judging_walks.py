"""What `dosa-trace review` walks through, one screen each: links, or pairs that are read blind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dosa_trace.catalog.model.link_names import ends_named
from dosa_trace.cli.judging import Walk, link_named
from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import N_OF, Phrase

if TYPE_CHECKING:
    from dosa_trace.analysis.judging.selection import Where
    from dosa_trace.graph import TraceGraph


def require_links(session: Session, names: Sequence[str]) -> None:
    """Raises BadQuestion for a name that is not that of exactly one link."""
    for name in names:
        link_named(session, *(ends_named(name) or (name, "")))


def walk_links(
    walk: Walk, graph: TraceGraph, names: Sequence[str], where: Sequence[Where], disputed: bool
) -> None:
    """A link after the other, each once; what several links join is told and left out."""
    from dosa_trace.analysis.robustness.to_review import review_queue

    require_links(walk.session, names)
    queue = review_queue(graph, where, names, None if disputed else walk.reader.by)
    items = [item for item in queue.items if item.disputed or not disputed]
    judge = walk.disputed if disputed else walk.seen
    try:
        for at, item in enumerate(items, 1):
            try:
                judge(item, N_OF(n=at, of=len(items)))
            except BadQuestion as error:
                walk.session.delivery.note(error.message)
    finally:
        walk.end(len(items))


def walk_blind(
    walk: Walk, graph: TraceGraph, names: Sequence[str], where: Sequence[Where], unlinked: float
) -> None:
    from dosa_trace.analysis.robustness.to_review import blind_pairs

    every = blind_pairs(graph, walk.reader.by, where, unlinked)
    pairs = [pair for pair in every if not names or pair.name in names]
    try:
        for at, pair in enumerate(pairs, 1):
            walk.blind(pair, N_OF(n=at, of=len(pairs)))
    finally:
        walk.end(len(pairs))


def percent(text: str | None) -> float:
    """A share such as `20%`; raises BadQuestion."""
    if text is None:
        return 0
    number = text.strip().removesuffix("%").strip()
    if not (number.isascii() and number.isdecimal() and int(number) <= MOST_UNLINKED):
        raise BadQuestion(NO_PERCENT(text=text), PERCENT_SHAPE)
    return float(number)


#: Of every hundred pairs, how many that nobody linked may be added at most.
MOST_UNLINKED = 100
NO_PERCENT = Phrase("'{text}' is not a percentage", "'{text}' is geen percentage")
PERCENT_SHAPE = Phrase("write 20%", "schrijf 20%")
