"""What stands beside a state, in the one order in which every surface says it."""

from __future__ import annotations

from typing import Protocol

from dosa_trace.analysis.coverage.coverage import RecommendationCoverage
from dosa_trace.analysis.judging.marks import Marked, borne
from dosa_trace.document import Cell
from dosa_trace.labels import COMMITMENT, MENTIONED, STATES
from dosa_trace.language import Phrase
from dosa_trace.views.wording.frame import Frame, basis_word, inline, response_cell


class Open(Marked, Protocol):
    """What has a state, may be open because nobody looked, and may be mentioned."""

    @property
    def mentioned(self) -> bool: ...


def gap_marks(marked: Marked, frame: Frame) -> list[str]:
    """What must be known of a gap."""
    return [frame.say(mark.word) for mark in borne(marked) if mark.of_gaps]


def open_marks(marked: Open, frame: Frame) -> list[str]:
    """The same, and whether it is mentioned."""
    return [*gap_marks(marked, frame), *([frame.say(MENTIONED)] if marked.mentioned else [])]


def state_marks(line: RecommendationCoverage, frame: Frame) -> list[str]:
    """All that must be known of a state: also its basis, and what it depends on."""
    basis = [basis_word(frame, line.basis)] if line.basis else []
    others = [frame.say(mark.word) for mark in borne(line) if not mark.of_gaps]
    return [*open_marks(line, frame), *basis, *others]


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
        frame,
        line.response,
        line.response_date,
        pledge,
        line.response_searched,
        line.draft,
        line.response_seen,
    )


ONLY_BY = Phrase("touched on only by: {names}", "alleen zijdelings geraakt door: {names}")
