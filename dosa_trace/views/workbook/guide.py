"""The sheet that a workbook begins with: of what it is, on what date, what was counted, how, and
what the words and colours mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dosa_trace.analysis.judging.figures import Figures
from dosa_trace.analysis.judging.selection import Where
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.document import Cell, Role
from dosa_trace.labels import FIELDS, GUIDE, STATE, STATES, TOTAL
from dosa_trace.views.coverage import coverage
from dosa_trace.views.why import explanation
from dosa_trace.views.wording.frame import Frame, capital
from dosa_trace.workbook import Sheet, Value


def guide(
    frame: Frame, where: Sequence[Where], generator: str, told: Iterable[tuple[Value, ...]] = ()
) -> Sheet:
    """The guide, with what else a workbook tells on it between the date and the legend."""
    return Sheet(
        frame.say(GUIDE), (), (*_head(frame, where, generator), (), *told, (), *_legend(frame))
    )


def figures(of: dict[Basis, Figures], frame: Frame) -> Iterator[tuple[Value, ...]]:
    """How many are in each state, on both bases, as numbers."""
    say = frame.say
    bases = (Basis.INFERRED, Basis.STATED)
    yield (
        Cell(capital(say(STATE)), Role.STRONG),
        *(Cell(say(coverage.ON_BASIS[basis]), Role.STRONG) for basis in bases),
    )
    for state in State:
        counts = (of[basis].share(state).numerator for basis in bases)
        yield Cell(say(STATES[state]), Role(state.value)), *counts
    yield Cell(say(TOTAL), Role.STRONG), *(of[basis].total for basis in bases)


def _head(frame: Frame, where: Sequence[Where], generator: str) -> Iterator[tuple[Value, ...]]:
    yield (Cell(frame.say(frame.title), Role.STRONG),)
    yield (frame.sentence(where),)
    yield (f"{frame.say(FIELDS['digest'])}: {frame.digest}",)
    yield (generator,)


def _legend(frame: Frame) -> Iterator[tuple[Value, ...]]:
    """What each state means, beside its colour."""
    for state in State:
        yield Cell(frame.say(STATES[state]), Role(state.value)), frame.say(explanation.RULES[state])
