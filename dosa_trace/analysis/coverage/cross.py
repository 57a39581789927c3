"""Commitments against action: the cross that the Algemene Rekenkamer's Voortgangsmeter draws
(toezegging yes or no; action carried out, being carried out, or none), computed.

Action is what supports a recommendation in whole or in part. It is completed only where every
instrument at the end of its strongest chains is; what only mentions a recommendation is no
action."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.coverage.coverage import RecommendationCoverage, coverage
from dosa_trace.analysis.judging.figures import Share
from dosa_trace.analysis.judging.selection import Where
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.catalog.facts.names import names_of
from dosa_trace.catalog.model.parts import LocalText, When
from dosa_trace.catalog.model.records import Recommendation
from dosa_trace.catalog.model.vocabulary import StatusValue

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class Action(StrEnum):
    """What is done about a recommendation, the most first."""

    COMPLETED = "completed"
    UNDER_WAY = "under-way"
    ANNOUNCED = "announced"
    NONE = "none"


#: What is more than announced.
ACTED = (Action.COMPLETED, Action.UNDER_WAY)
#: Whether something was pledged; None: not known.
PLEDGED = (True, False, None)


class CrossLine(NamedTuple):
    """One recommendation with both of its sides; `commitment` is None where what was read of the
    answers does not tell whether something was pledged."""

    id: str
    title: LocalText
    source: str
    commitment: bool | None
    action: Action
    state: State
    via: tuple[str, ...]


class Commitment(NamedTuple):
    """What was committed to in response to a recommendation: when, by whom, in which source."""

    id: str
    date: When
    by: LocalText | None
    source: str
    note: LocalText | None


class CrossCell(NamedTuple):
    """The recommendations of one pledge (None: not known) and one action; `telling` marks a pledge
    without action and an action without pledge, where any pledge is on file."""

    commitment: bool | None
    action: Action
    telling: bool
    number: int
    share: Share
    ids: tuple[str, ...]


class Cross(NamedTuple):
    """Every selected recommendation in one of twelve cells, which add up to the total."""

    where: tuple[Where, ...]
    total: int
    pledges: int
    pledge_without_action: int
    action_without_pledge: int
    cells: tuple[CrossCell, ...]
    commitments: tuple[Commitment, ...]
    recommendations: tuple[CrossLine, ...]

    def with_action(self, action: Action) -> int:
        """How many have an action, whatever was pledged."""
        return sum(self.cell(commitment, action).number for commitment in PLEDGED)

    def with_pledge(self, commitment: bool | None) -> int:
        """How many were pledged, or not, whatever is done."""
        return sum(self.cell(commitment, action).number for action in Action)

    @property
    def unknown_share(self) -> Share:
        """Of all, those of which it is not known whether something was pledged."""
        return Share.of(self.with_pledge(None), self.total)

    def cell(self, commitment: bool | None, action: Action) -> CrossCell:
        """The cell of a commitment and an action."""
        return next(
            cell for cell in self.cells if (cell.commitment, cell.action) == (commitment, action)
        )


def cross(
    graph: TraceGraph,
    where: Sequence[Where] = (),
    covered: Sequence[RecommendationCoverage] | None = None,
) -> Cross:
    """Pledge against action for each selected recommendation; `covered` spares the work of one who
    asked for coverage before. Raises BadQuestion."""
    if covered is None:
        covered = coverage(graph, where).recommendations
    lines = [_line(graph, recommendation) for recommendation in covered]
    # Without a pledge on file nothing stands out for lacking one.
    pledges = sum(line.commitment is True for line in lines)
    cells = tuple(
        _cell(lines, commitment, action, pledges > 0) for commitment in PLEDGED for action in Action
    )
    return Cross(
        where=tuple(where),
        total=len(lines),
        pledges=pledges,
        pledge_without_action=sum(
            cell.number for cell in cells if cell.commitment and cell.action is Action.NONE
        ),
        action_without_pledge=sum(
            cell.number for cell in cells if cell.commitment is False and cell.action in ACTED
        ),
        cells=cells,
        commitments=tuple(
            made
            for line in lines
            if line.commitment
            for made in _commitments(graph, graph.catalog.recommendations[line.id])
        ),
        recommendations=tuple(lines),
    )


def _line(graph: TraceGraph, line: RecommendationCoverage) -> CrossLine:
    acts = line.state in (State.COVERED, State.PARTLY, State.PLANNED)
    via = line.via if acts else ()
    return CrossLine(
        line.id,
        line.title,
        line.source,
        line.commitment if line.pledge_known else None,
        _action(graph, line.state, via),
        line.state,
        via,
    )


def _commitments(graph: TraceGraph, recommendation: Recommendation) -> Iterator[Commitment]:
    """The responses known on the day in which something was committed to."""
    for response in recommendation.given_on(graph.as_of):
        if response.commitment:
            by = names_of(graph.catalog, response.by) if response.by else None
            yield Commitment(recommendation.id, response.when, by, response.source, response.note)


def _action(graph: TraceGraph, state: State, via: Iterable[str]) -> Action:
    if state is State.PLANNED:
        return Action.ANNOUNCED
    if state not in (State.COVERED, State.PARTLY):
        return Action.NONE
    events = [graph.status(graph.catalog.instruments[name]) for name in via]
    done = all(event is not None and event.value is StatusValue.COMPLETED for event in events)
    return Action.COMPLETED if done else Action.UNDER_WAY


def _cell(
    lines: Sequence[CrossLine], commitment: bool | None, action: Action, marks: bool
) -> CrossCell:
    ids = tuple(line.id for line in lines if (line.commitment, line.action) == (commitment, action))
    stands_out = {True: action is Action.NONE, False: action in ACTED, None: False}
    telling = marks and stands_out[commitment]
    return CrossCell(commitment, action, telling, len(ids), Share.of(len(ids), len(lines)), ids)
