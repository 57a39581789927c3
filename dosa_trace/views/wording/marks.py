"""What stands beside a state, in the one order in which every surface says it."""

from __future__ import annotations

from typing import Protocol

from dosa_trace.analysis.coverage.coverage import RecommendationCoverage
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.document import Cell
from dosa_trace.labels import COMMITMENT, DOUBTED, MENTIONED, NO_ACT, NOT_SEARCHED, OLDER, STATES
from dosa_trace.language import Phrase
from dosa_trace.views.wording.frame import Frame, basis_word, inline, response_cell


class Searched(Protocol):
    """What has a state, and may be open because nobody looked."""

    @property
    def state(self) -> State | None: ...
    @property
    def searched(self) -> bool | None: ...


class Open(Searched, Protocol):
    """What may also be mentioned."""

    @property
    def mentioned(self) -> bool: ...


def unsearched(one: Searched, frame: Frame) -> list[str]:
    """Whether it is a gap because nobody looked."""
    holds = one.state is State.GAP and one.searched is False
    return [frame.say(NOT_SEARCHED)] if holds else []


def open_marks(one: Open, frame: Frame) -> list[str]:
    """Whether nobody looked, and whether it is mentioned."""
    return [*unsearched(one, frame), *([frame.say(MENTIONED)] if one.mentioned else [])]


def state_marks(line: RecommendationCoverage, frame: Frame) -> list[str]:
    """All that must be known of a state: also its basis, and what it depends on."""
    told = ((line.older, OLDER), (line.no_act, NO_ACT), (line.doubted, DOUBTED))
    basis = [basis_word(frame, line.basis)] if line.basis else []
    return [*open_marks(line, frame), *basis, *(frame.say(word) for holds, word in told if holds)]


def state_words(line: RecommendationCoverage, frame: Frame) -> str:
    """The state of a recommendation with all that must be known of it."""
    return inline(Cell(frame.say(STATES[line.state]), small=", ".join(state_marks(line, frame))))


def behind(line: RecommendationCoverage, frame: Frame) -> Cell:
    """What answers a recommendation; what only mentions one is said to do no more."""
    named = frame.named(line.via)
    return named._replace(text=frame.say(ONLY_BY(names=named.text))) if line.mentioned else named


def response(line: RecommendationCoverage, frame: Frame) -> Cell:
    """What government answered to a recommendation, with the pledge."""
    pledge = frame.say(COMMITMENT) if line.commitment else ""
    return response_cell(
        frame, line.response, line.response_date, pledge, line.response_searched, line.draft
    )


ONLY_BY = Phrase("only mentioned: {names}", "alleen genoemd: {names}")
