"""The layout of what an organisation has to do with: what it owns and what it answered;
what it asked and was asked, `records.profile` shows with what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.analysis.records.organisation import OrganisationPart
from dosa_trace.document import Block, Cell, Heading, Tree
from dosa_trace.language import Phrase
from dosa_trace.views.wording.frame import Frame


def blocks(part: OrganisationPart, frame: Frame) -> Iterator[Block]:
    say = frame.say
    for title, records in ((OWNS, part.owns), (ANSWERED, part.answered)):
        if records:
            yield Heading(say(title(count=len(records))))
            for one in records:
                yield Tree(Cell(say(one.title), small=one.id))


OWNS = Phrase(
    "Instruments it is responsible for ({count})",
    "Instrumenten van deze organisatie ({count})",
)
ANSWERED = Phrase(
    "Recommendations it responded to ({count})",
    "Aanbevelingen waarop deze organisatie reageerde ({count})",
)
