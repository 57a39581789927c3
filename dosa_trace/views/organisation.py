"""The layout of what an organisation has to do with: a list for each thing that it did."""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.analysis.organisation import Part
from dosa_trace.document import Block, Cell, Heading, Tree
from dosa_trace.language import Phrase
from dosa_trace.views.frame import Frame


def blocks(part: Part, frame: Frame) -> Iterator[Block]:
    say = frame.say
    lists = (
        (ASKED, part.asked), (ADDRESSED, part.addressed), (OWNS, part.owns),
        (ANSWERED, part.answered),
    )  # fmt: skip
    for title, records in lists:
        if records:
            yield Heading(say(title(count=len(records))))
            for one in records:
                yield Tree(Cell(say(one.title), small=one.id))


ASKED = Phrase("What it asked ({count})", "Wat het vroeg ({count})")
ADDRESSED = Phrase("What it was asked ({count})", "Wat het werd gevraagd ({count})")
OWNS = Phrase("What it owns ({count})", "Waarvan het eigenaar is ({count})")
ANSWERED = Phrase("What it answered ({count})", "Waarop het antwoordde ({count})")
