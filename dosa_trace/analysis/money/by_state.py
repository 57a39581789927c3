"""The row of each instrument in the split of money by state: one, the first that fits.

Behind a state stand the instruments of `via`, under the strongest state that they support, and then
their live or announced parts. That is the total; below it stand what these are parts of, what
answers and decides nothing, what parts have spent before they ended, what is linked over a joint
group that is not whole, what is only mentioned, and what nobody asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from dosa_trace.analysis.coverage.orphans import orphans
from dosa_trace.analysis.judging.verdicts import Judge, State

if TYPE_CHECKING:
    from dosa_trace.analysis.coverage.coverage import RecommendationCoverage
    from dosa_trace.graph import TraceGraph

#: The states that something supports, the strongest first.
ANSWERED = (State.COVERED, State.PARTLY, State.PLANNED)
#: Live or announced parts of what is behind a state.
PARTS = "parts"
#: What a part that is behind a state, or answers, is a part of.
WHOLES = "wholes"
#: What answers in whole or in part, and is behind no state: something stronger decides.
ANSWERS = "answers"
#: Parts that have ended, with what they had spent.
ENDED = "ended"
#: What is linked, and counts only together with something that does not.
INCOMPLETE = "incomplete"
#: What is about a recommendation, and answers none.
MENTIONED = "mentioned"
#: What supports no recommendation.
ORPHANED = "orphaned"
#: The rows that make up the total, and those that stand below it.
IN_TOTAL = (*(state.value for state in ANSWERED), PARTS)
BELOW = (WHOLES, ANSWERS, ENDED, INCOMPLETE, MENTIONED, ORPHANED)


def rows_by_state(
    judge: Judge, lines: Sequence[RecommendationCoverage], everything: bool
) -> dict[str | None, tuple[str, ...]]:
    """The instruments of each row; those of the states stand there even if they are empty. With
    `everything` every live or announced instrument has a row, else only what the recommendations
    of these lines lead to."""
    graph = judge.graph
    rows: dict[str | None, tuple[str, ...]] = {}
    placed: set[str] = set()

    def place(key: str, names: Iterable[str]) -> None:
        fresh = tuple(sorted(set(names) - placed))
        placed.update(fresh)
        if fresh or key in ANSWERED:
            rows[key] = fresh

    for state in ANSWERED:
        place(state, (name for line in lines if line.state is state for name in line.via))
    behind = frozenset(placed)
    place(PARTS, _with_status(graph, graph.catalog.with_parts(behind), ended=False))
    counted = frozenset(placed)
    answering = set(_ends(judge, lines, State.PLANNED))
    place(WHOLES, _with_status(graph, _wholes(graph, behind | answering) - answering, ended=False))
    place(ANSWERS, answering)
    place(ENDED, _with_status(graph, graph.catalog.with_parts(counted), ended=True))
    mentioned = frozenset(_ends(judge, lines, State.GAP))
    if not everything:
        place(MENTIONED, mentioned)
        return rows
    orphaned = {orphan.id for orphan in orphans(graph).items if orphan.record == "instrument"}
    others = set(_with_status(graph, graph.catalog.instruments, ended=False)) - orphaned
    related = mentioned | graph.catalog.with_parts(mentioned) | _wholes(graph, mentioned)
    place(INCOMPLETE, others - related)
    place(MENTIONED, others & related)
    place(ORPHANED, orphaned)
    return rows


def _ends(judge: Judge, lines: Iterable[RecommendationCoverage], state: State) -> Iterator[str]:
    """The instruments at the end of all chains of the kind of a state."""
    level = next(level for level in judge.levels if level.state is state)
    for line in lines:
        yield from level.ends.of(line.id)


def _wholes(graph: TraceGraph, names: Iterable[str]) -> set[str]:
    return {whole for name in names for whole in graph.catalog.wholes(name)}


def _with_status(graph: TraceGraph, names: Iterable[str], ended: bool) -> Iterator[str]:
    for name in names:
        event = graph.status(graph.catalog.instruments[name])
        if event is not None and event.value.has_ended is ended:
            yield name
