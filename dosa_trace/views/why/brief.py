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
from dosa_trace.labels import BASES, EXTENTS, FIELDS, RESPONSES, STATUSES
from dosa_trace.language import Phrase
from dosa_trace.views.why.explanation import NOT_KNOWN, WHY, WHY_NOT_MORE, state_in_words
from dosa_trace.views.why.responses import NOBODY_LOOKED, SEARCHES_HEAD, quotation
from dosa_trace.views.wording.frame import Frame, capital, silence


def brief(explanations: Iterable[Explanation], where: Sequence[Where], frame: Frame) -> Document:
    trees = [_brief(explanation, frame) for explanation in explanations]
    none = None if trees else Paragraph(frame.say(labels.NONE_HERE))
    return Document.of(frame.head(WHY, where), none, trees)


def _brief(explanation: Explanation, frame: Frame) -> Tree:
    if isinstance(explanation, InstrumentExplanation):
        state, told = _status(explanation, frame), _instrument(explanation, frame)
    elif explanation.state is None:
        state, told = "", iter((Cell(frame.say(NOT_KNOWN)),))
    else:
        state = state_in_words(explanation, frame)
        told = (_answered if explanation.decisive else _open)(explanation, frame)
    title = frame.say(explanation.title)
    head = Cell(f"{title}: {state}" if state else title, Role.STRONG, explanation.id)
    return Tree(head, tuple(map(Tree, told)))


def _answered(explanation: StateExplanation, frame: Frame) -> Iterator[Cell]:
    """The weakest link of the first chain that decides, its reason, and its source."""
    say = frame.say
    hop = _weakest(explanation)
    step = frame.step(hop.origin, hop.target, explanation.id)
    words = f"{step.text}: {say(EXTENTS[hop.extent])}, {say(BASES[hop.basis])}"
    yield step._replace(text=f"{capital(say(labels.WEAKEST))}: {words}")
    reason = say(hop.rationale) if hop.rationale else say(labels.NOT_GIVEN)
    yield Cell(f"{capital(say(FIELDS['rationale']))}: {reason}")
    yield _source(hop.evidence, frame)


def _weakest(explanation: StateExplanation) -> Hop:
    hops = explanation.chains[0].hops
    return next((hop for hop in hops if hop.weakest), hops[0])


def _source(evidence: Sequence[Quotation], frame: Frame) -> Cell:
    name = capital(frame.say(FIELDS["source"]))
    if not evidence:
        return Cell(f"{name}: {frame.say(labels.NOT_GIVEN)}")
    said = quotation(evidence[0], frame)
    return said._replace(text=f"{name}: {said.text}")


def _open(explanation: StateExplanation, frame: Frame) -> Iterator[Cell]:
    """The first of what is in the way; the last response; the last search."""
    say = frame.say
    if explanation.not_counted:
        yield Cell(f"{say(WHY_NOT_MORE)}: {say(explanation.not_counted[0].message)}")
    if explanation.record != "recommendation":
        return
    given = [response for response in explanation.responses if not response.draft]
    if given:
        said = f"{say(RESPONSES[given[-1].value])} ({say(given[-1].date)})"
    else:
        said = silence(frame, bool(explanation.response_searched))
    yield Cell(f"{capital(say(labels.RESPONSE))}: {said}")
    if explanation.searches:
        last = explanation.searches[0]
        seen = f": {say(last.found)}" if last.found else ""
        yield Cell(f"{say(SEARCHES_HEAD)}: {say(last.date)} [{last.id}]{seen}")
    else:
        yield Cell(say(NOBODY_LOOKED))


def _status(explanation: InstrumentExplanation, frame: Frame) -> str:
    if not explanation.statuses:
        return frame.say(labels.NO_STATUS)
    return frame.say(STATUSES[explanation.statuses[-1].value])


def _instrument(explanation: InstrumentExplanation, frame: Frame) -> Iterator[Cell]:
    """Since when it is so and who says that, and how many ask for it."""
    yield _source([one.evidence for one in explanation.statuses[-1:]], frame)
    if not explanation.many_ask:
        yield Cell(frame.say(LEAD_HERE(n=len(explanation.asked_by))))


LEAD_HERE = Phrase(
    "Recommendations and objectives that lead here: {n}",
    "Aanbevelingen en doelstellingen die hiernaartoe leiden: {n}",
)
