"""The layout of the history of one record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dosa_trace.analysis.records.happened import Happened, HappenedKind
from dosa_trace.catalog.model.vocabulary import ResponseValue
from dosa_trace.document import Block, Cell, Column, Document, Heading, Paragraph, Role, Table
from dosa_trace.labels import DRAFT, NONE_HERE, RESPONSES, STATUSES
from dosa_trace.language import Phrase
from dosa_trace.views.time.groups import DAY, WHAT
from dosa_trace.views.wording.amount import money
from dosa_trace.views.wording.few import few
from dosa_trace.views.wording.frame import Frame, capital


def layout(events: Sequence[Happened], identifier: str, frame: Frame) -> Document:
    title = HISTORY_OF(title=frame.title_of(identifier))
    return Document.of(
        Heading(f"{frame.say(title)} ({identifier})", 1),
        Paragraph(frame.sentence(), Role.MUTED),
        _table(events, frame),
    )


def blocks(events: Sequence[Happened], frame: Frame) -> Iterator[Block]:
    """The same as a part of what is shown of a record, where anything happened."""
    if events:
        yield Heading(frame.say(HISTORY))
        yield from _table(events, frame)


def _table(events: Sequence[Happened], frame: Frame) -> Iterator[Block]:
    say = frame.say
    if not events:
        yield Paragraph(say(NONE_HERE))
        return
    columns = (Column(say(DAY), firm=True), Column(say(WHAT)))
    shown, left = few(events, frame)
    yield Table(columns, tuple(_row(event, frame) for event in shown))
    yield from left


def _row(event: Happened, frame: Frame) -> tuple[Cell, ...]:
    day = frame.say(event.date) if event.date else frame.dated(event.day.isoformat())
    source = frame.title_of(event.source) if event.source else ""
    small = "; ".join(part for part in (source, event.source or "") if part)
    return (Cell(day), Cell(capital(_said(event, frame)), small=small))


def _said(event: Happened, frame: Frame) -> str:
    """What happened, in words."""
    say = frame.say
    if event.kind is HappenedKind.LINK:
        return say(LINKED(link=frame.title_of(event.link or "")))
    if event.budget:
        return say(GIVEN(amount=money(event.budget, frame)))
    if event.target:
        return say(PLANNED(name=event.target.name, date=event.target.due))
    if event.value is None:
        return say(ASKED)
    if isinstance(event.value, ResponseValue):
        draft = f", {say(DRAFT)}" if event.draft else ""
        return say(RESPONDED(value=f"{say(RESPONSES[event.value])}{draft}"))
    return say(BECAME(value=STATUSES[event.value]))


HISTORY = Phrase("History", "Geschiedenis")
HISTORY_OF = Phrase("History of {title}", "Geschiedenis van {title}")
ASKED = Phrase("recommended", "aanbevolen")
RESPONDED = Phrase("response: {value}", "reactie: {value}")
BECAME = Phrase("new status: {value}", "nieuwe status: {value}")
GIVEN = Phrase("amount: {amount}", "bedrag: {amount}")
PLANNED = Phrase("target: {name}, {date}", "streven: {name}, {date}")
LINKED = Phrase("link: {link}", "koppeling: {link}")
