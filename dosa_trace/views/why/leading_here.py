"""Who asks for an objective or an instrument: the records that lead to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from dosa_trace.analysis.why.askers import LeadsHere
from dosa_trace.analysis.why.explanation import Explanation
from dosa_trace.catalog.model.vocabulary import Extent
from dosa_trace.document import Block, Cell, Heading, Paragraph, Tree
from dosa_trace.labels import DOES_NOT_COUNT, RECORD_KINDS, STATES
from dosa_trace.language import Phrase
from dosa_trace.views.wording.frame import Frame


def asked_by(found: Explanation, frame: Frame) -> Iterable[Block]:
    """Each with its own state, and for an instrument how much of it that answers."""
    say = frame.say
    yield Heading(say(ASKED_BY))
    if found.many_ask:
        yield Paragraph(say(MANY_ASK(id=found.id)))
    elif not found.asked_by:
        yield Paragraph(say(NOBODY_ASKS))
    for asker in found.asked_by:
        words = f"{say(RECORD_KINDS[asker.record])}: {say(asker.title)}"
        marks = [asker.id, say(STATES[asker.state])]
        if found.record == "instrument":
            marks.append(say(_led_to(asker)))
        yield Tree(Cell(words, small=", ".join(marks)))


def is_answered(asker: LeadsHere) -> bool:
    """Whether an instrument answers a recommendation that leads to it, in whole or in part."""
    return asker.record == "recommendation" and asker.extent in (Extent.FULL, Extent.PARTIAL)


def is_mentioned(asker: LeadsHere) -> bool:
    """Whether it is no more than mentioned."""
    return asker.record == "recommendation" and asker.extent is Extent.MARGINAL


def _led_to(asker: LeadsHere) -> Phrase:
    match asker.extent:
        case Extent.FULL:
            return ANSWERED_WHOLE
        case Extent.PARTIAL:
            return ANSWERED_PART
        case Extent.MARGINAL:
            return ONLY_MENTIONED
        case None:
            return DOES_NOT_COUNT
        case _:
            assert_never(asker.extent)


ASKED_BY = Phrase(
    "Recommendations and objectives that lead here",
    "Aanbevelingen en doelstellingen die hierheen leiden",
)
ANSWERED_WHOLE = Phrase("here: in whole", "hiermee: volledig")
ANSWERED_PART = Phrase("here: in part", "hiermee: deels")
ONLY_MENTIONED = Phrase("here: touched on only", "hiermee: zijdelings geraakt")
MANY_ASK = Phrase(
    "Very many records lead to it: see dosa-trace why {id}.",
    "Er leiden heel veel records naartoe: zie dosa-trace why {id}.",
)
NOBODY_ASKS = Phrase("No recommendation leads to it.", "Er leidt geen aanbeveling naartoe.")
