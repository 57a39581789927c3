"""The layout of explanations in three lines each: what a chain is no stronger than, why, and who
says so; of what is open, what is in the way, what government answered, and whether somebody looked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dosa_trace import labels
from dosa_trace.analysis.judging.chains import Hop, Quotation
from dosa_trace.analysis.judging.selection import Where
from dosa_trace.analysis.why.explanation import (
    Explanation,
    InstrumentExplanation,
    StateExplanation,
)
from dosa_trace.document import Cell, Document, Paragraph, Role, Tree
from dosa_trace.labels import BASES, EXTENTS, FIELDS, RESPONSES, STATES, STATUSES
from dosa_trace.language import Phrase
from dosa_trace.views.why.explanation import NOT_KNOWN, WHY, WHY_NOT_MORE
from dosa_trace.views.why.responses import NOBODY_LOOKED, SEARCHES_HEAD, quotation
from dosa_trace.views.wording.frame import Frame, capital, silence
from dosa_trace.views.wording.marks import open_marks


def brief(explanations: Iterable[Explanation], where: Sequence[Where], frame: Frame) -> Document:
    trees = [_brief(explanation, frame) for explanation in explanations]
    none = None if trees else Paragraph(frame.say(labels.NONE_HERE))
    return Document.of(frame.head(WHY, where), none, trees)


def _brief(explanation: Explanation, frame: Frame) -> Tree:
    state, told = _told(explanation, frame)
    title = frame.say(explanation.title)
    head = Cell(f"{title}: {state}" if state else title, Role.STRONG, explanation.id)
    return Tree(head, tuple(Tree(_cell(one)) for one in told))


def _told(explanation: Explanation, frame: Frame) -> tuple[str, Iterable[Cell | str]]:
    """The state or status in words, and what is told of it."""
    if isinstance(explanation, InstrumentExplanation):
        return _status(explanation, frame), _instrument(explanation, frame)
    if explanation.state is None:
        return "", (frame.say(NOT_KNOWN),)
    marks = open_marks(explanation, frame)
    state = frame.say(STATES[explanation.state]) + (f" ({', '.join(marks)})" if marks else "")
    return state, (_answered if explanation.decisive else _open)(explanation, frame)


def _cell(told: Cell | str) -> Cell:
    return told if isinstance(told, Cell) else Cell(told)


def _answered(explanation: StateExplanation, frame: Frame) -> Iterator[Cell | str]:
    """The weakest link of the first chain that decides, its reason, and its source."""
    say = frame.say
    hop = _weakest(explanation)
    step = frame.step(hop.origin, hop.target, explanation.id)
    words = f"{step.text}: {say(EXTENTS[hop.extent])}, {say(BASES[hop.basis])}"
    yield step._replace(text=f"{capital(say(labels.WEAKEST))}: {words}")
    reason = say(hop.rationale) if hop.rationale else say(labels.NOT_GIVEN)
    yield f"{capital(say(FIELDS['rationale']))}: {reason}"
    yield _source(hop.evidence, frame)


def _weakest(explanation: StateExplanation) -> Hop:
    hops = explanation.chains[0].hops
    return next((hop for hop in hops if hop.weakest), hops[0])


def _source(evidence: Sequence[Quotation], frame: Frame) -> Cell | str:
    name = capital(frame.say(FIELDS["source"]))
    if not evidence:
        return f"{name}: {frame.say(labels.NOT_GIVEN)}"
    said = quotation(evidence[0], frame)
    return said._replace(text=f"{name}: {said.text}")


def _open(explanation: StateExplanation, frame: Frame) -> Iterator[str]:
    """The first of what is in the way; the last response; the last search."""
    say = frame.say
    if explanation.not_counted:
        yield f"{say(WHY_NOT_MORE)}: {say(explanation.not_counted[0].message)}"
    if explanation.record != "recommendation":
        return
    given = [response for response in explanation.responses if not response.draft]
    response = capital(say(labels.RESPONSE))
    if given:
        yield f"{response}: {say(RESPONSES[given[-1].value])} ({say(given[-1].date)})"
    else:
        yield f"{response}: {silence(frame, bool(explanation.response_searched))}"
    if explanation.searches:
        last = explanation.searches[0]
        seen = f": {say(last.found)}" if last.found else ""
        yield f"{say(SEARCHES_HEAD)}: {say(last.date)} [{last.id}]{seen}"
    else:
        yield say(NOBODY_LOOKED)


def _status(explanation: InstrumentExplanation, frame: Frame) -> str:
    if not explanation.statuses:
        return frame.say(labels.NO_STATUS)
    return frame.say(STATUSES[explanation.statuses[-1].value])


def _instrument(explanation: InstrumentExplanation, frame: Frame) -> Iterator[Cell | str]:
    """Since when it is so and who says that, and how many ask for it."""
    yield _source([one.evidence for one in explanation.statuses[-1:]], frame)
    if not explanation.many_ask:
        yield frame.say(LEAD_HERE(n=len(explanation.asked_by)))


LEAD_HERE = Phrase(
    "Recommendations and objectives that lead here: {n}",
    "Aanbevelingen en doelstellingen die hiernaartoe leiden: {n}",
)
