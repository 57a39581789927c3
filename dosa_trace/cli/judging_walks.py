"""What `dosa-trace review` walks through, one screen each: links, or pairs that are read blind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from dosa_trace.catalog.model.link_names import ends_named
from dosa_trace.cli.judgements import is_linked, link_named
from dosa_trace.cli.judging import Walk
from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import N_OF, Phrase, Words

if TYPE_CHECKING:
    from dosa_trace.analysis.judging.selection import Where
    from dosa_trace.graph import TraceGraph


def require_links(session: Session, names: Sequence[str]) -> None:
    """Raises BadQuestion for a name that is not that of exactly one link."""
    for name in names:
        link_named(session, *(ends_named(name) or (name, "")))


def walk_links(walk: Walk, graph: TraceGraph, names: Sequence[str], where: Sequence[Where]) -> None:
    """A link after the other, each once; what several links join is told and left out."""
    from dosa_trace.analysis.robustness.to_review import review_queue

    require_links(walk.session, names)
    queue = review_queue(graph, where, names, walk.reader.by)
    _one_by_one(walk, [partial(walk.seen, item) for item in queue.items])


def walk_disputed(
    walk: Walk, graph: TraceGraph, names: Sequence[str], where: Sequence[Where]
) -> None:
    """Each link, and then each rejected instrument, that somebody judges otherwise."""
    from dosa_trace.analysis.robustness.disputed import disputed_rejections
    from dosa_trace.analysis.robustness.to_review import review_queue

    linked = [name for name in names if is_linked(walk.session, name)]
    queue = review_queue(graph, where, linked).items if linked or not names else ()
    pairs = [pair for pair in disputed_rejections(graph, where) if not names or pair.name in names]
    _one_by_one(
        walk,
        [
            *(partial(walk.disputed, item) for item in queue if item.disputed),
            *(partial(walk.disputed_rejection, pair) for pair in pairs),
        ],
    )


def _one_by_one(walk: Walk, screens: Sequence[Callable[[Words], None]]) -> None:
    """One screen after the other; where one cannot be, that is told."""
    try:
        for at, show in enumerate(screens, 1):
            try:
                show(N_OF(n=at, of=len(screens)))
            except BadQuestion as error:
                walk.session.delivery.note(error.message)
    finally:
        walk.end(len(screens))


def walk_blind(
    walk: Walk, graph: TraceGraph, names: Sequence[str], where: Sequence[Where], unlinked: float
) -> None:
    from dosa_trace.analysis.robustness.to_review import blind_pairs

    every = blind_pairs(graph, walk.reader.by, where, unlinked)
    pairs = [pair for pair in every if not names or pair.name in names]
    _one_by_one(walk, [partial(walk.blind, pair) for pair in pairs])


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
