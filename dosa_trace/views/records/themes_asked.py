"""The layout of who asks about each theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dosa_trace import labels
from dosa_trace.analysis.records.themes_asked import ThemeAsked
from dosa_trace.document import Block, Cell, Column, Paragraph, Table
from dosa_trace.language import Phrase, number
from dosa_trace.views.wording.frame import Frame, capital


def blocks(found: Sequence[ThemeAsked], frame: Frame) -> Iterator[Block]:
    say = frame.say
    if not found:
        yield Paragraph(say(labels.NONE_HERE))
        return
    alone = sum(len(one.institutions) == 1 for one in found)
    yield Paragraph(say(SEVERAL(several=len(found) - alone, alone=alone)))
    columns = (
        Column(capital(say(labels.RECORD_KINDS["theme"]))),
        Column(say(labels.RECORD_KINDS_PLURAL["recommendations"]), right=True),
        Column(say(INSTITUTIONS), right=True),
        Column(say(WHO)),
    )
    yield Table(columns, tuple(_row(one, frame) for one in found))


def _row(one: ThemeAsked, frame: Frame) -> tuple[Cell, ...]:
    return (
        Cell(frame.say(one.label) if one.label else one.id),
        Cell(number(one.recommendations, frame.language)),
        Cell(number(len(one.institutions), frame.language)),
        Cell(", ".join(frame.say(name) for name in one.institutions)),
    )


TITLE = Phrase("Who asks for what, by theme", "Wie vraagt wat, per thema")
SEVERAL = Phrase(
    "Themes with advice from several institutions: {several}; from one: {alone}.",
    "Thema's met advies van meer instellingen: {several}; van één: {alone}.",
)
INSTITUTIONS = labels.FIELDS["institutions"]
WHO = Phrase("who", "wie")
