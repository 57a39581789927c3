"""The layout of what is past its day, falls due soon, or was put off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dosa_trace.analysis.due.due import DueList
from dosa_trace.analysis.due.items import DueItem, DueKind, DueState, Shift
from dosa_trace.catalog.model.dates import PartialDate, parse_date
from dosa_trace.document import Block, Cell, Document, Heading, Paragraph, Role, Tree
from dosa_trace.labels import FIELDS
from dosa_trace.language import Message, Phrase
from dosa_trace.views.wording.few import few
from dosa_trace.views.wording.frame import Frame, capital


def layout(listed: DueList, frame: Frame) -> Document:
    return Document.of(frame.head(TITLE, listed.where), blocks(listed, frame))


def blocks(listed: DueList, frame: Frame) -> Iterator[Block]:
    """Each state under a heading of its own, the worst first."""
    say, counts = frame.say, listed.counts
    yield Paragraph(
        say(
            COUNTS(
                part=counts.past_share,
                percent=frame.percent(counts.past_share),
                met=counts.met,
                late=counts.late,
                unknown=counts.unknown,
            )
        ),
        Role.STRONG,
    )
    yield Paragraph(say(ABOUT), Role.MUTED)
    for state in DueState:
        items = [item for item in listed.items if item.state is state]
        if items:
            yield Heading(say(STATES_DUE[state](count=len(items), within=listed.within)))
            shown, left = few(items, frame)
            yield from (_item(item, frame) for item in shown)
            yield from left


def of_instrument(items: Sequence[DueItem], frame: Frame) -> Iterator[Block]:
    """The same of one instrument, on its card."""
    if items:
        yield Heading(frame.say(TITLE))
        for item in items:
            words = capital(frame.say(STATE_WORDS[item.state]))
            yield _item(item, frame, f"{words}: ")


def _item(item: DueItem, frame: Frame, before: str = "") -> Tree:
    say = frame.say
    title = NAMES[item.kind](name=item.name, title=item.title)
    below = [Tree(Cell(say(_how_late(item))))]
    if item.owner:
        below.append(Tree(Cell(say(WHOSE(names=item.owner)))))
    below.append(Tree(Cell(say(SAID(source=frame.title_of(item.source))), small=item.source)))
    if item.reported:
        reported = REPORTED[item.state](
            date=item.reported.date, source=frame.title_of(item.reported.source)
        )
        below.append(Tree(Cell(say(reported), small=item.reported.source)))
    below += (Tree(_shift(shift, frame)) for shift in item.shifts)
    if item.recommendations:
        words = (WAITING if item.kind is DueKind.ANSWER else RESTING)(
            count=len(item.recommendations)
        )
        named = frame.named(item.recommendations)
        below.append(Tree(Cell(f"{say(words)}: {named.text}", small=named.small)))
    return Tree(Cell(f"{before}{say(title)}", Role.STRONG, item.id), tuple(below))


def _how_late(item: DueItem) -> Message:
    """How many days after its day, or before it."""
    day = _date(item.due)
    if item.state is DueState.MET or (item.reported and item.kind is DueKind.ANSWER):
        return (MET_AFTER if item.days > 0 else MET_BEFORE)(date=day, days=abs(item.days))
    return (AFTER if item.days > 0 else BEFORE)(date=day, days=abs(item.days))


def _shift(shift: Shift, frame: Frame) -> Cell:
    """An earlier plan, and who said so."""
    source = frame.title_of(shift.source)
    words = (
        SHIFTED_ON(date=_date(shift.due), given=_date(shift.given), source=source)
        if shift.given
        else SHIFTED(date=_date(shift.due), source=source)
    )
    return Cell(frame.say(words), small=shift.source)


def _date(text: str) -> PartialDate:
    day = parse_date(text)
    assert day is not None
    return day


TITLE = Phrase("Due dates", "Termijnen")
COUNTS = Phrase(
    "{part} targets ({percent}) are past their date: {met} met, {late} late, {unknown} not known.",
    "{part} streefdatums ({percent}) zijn voorbij: {met} gehaald, {late} te laat, {unknown} niet "
    "bekend.",
)
ABOUT = Phrase(
    "A target is late only if a source says so, or its instrument is still announced. Otherwise "
    "the catalogue does not say whether it was met.",
    "Te laat is iets alleen als een bron dat zegt, of als het instrument nog maar is aangekondigd. "
    "Anders zegt de catalogus niet of het is gehaald.",
)
STATES_DUE = {
    DueState.LATE: Phrase("Late ({count})", "Te laat ({count})"),
    DueState.UNKNOWN: Phrase(
        "Past, not known whether met ({count})",
        "Voorbij, niet bekend of gehaald ({count})",
    ),
    DueState.UPCOMING: Phrase(
        "Due within {within} {within:month|months} ({count})",
        "Binnen {within} {within:maand|maanden} ({count})",
    ),
    DueState.SHIFTED: Phrase("Put off ({count})", "Uitgesteld ({count})"),
    DueState.MET: Phrase("Met ({count})", "Gehaald ({count})"),
}
STATE_WORDS = {
    DueState.LATE: Phrase("late", "te laat"),
    DueState.UNKNOWN: Phrase("past, not known whether met", "voorbij, niet bekend of gehaald"),
    DueState.UPCOMING: Phrase("due soon", "binnenkort"),
    DueState.SHIFTED: Phrase("put off", "uitgesteld"),
    DueState.MET: FIELDS["met"],
}
NAMES = {
    DueKind.TARGET: Phrase("{title}, target: {name}", "{title}, streven: {name}"),
    DueKind.ANSWER: Phrase("Response to {title}", "Reactie op {title}"),
    DueKind.ANNOUNCEMENT: Phrase(
        "{title} is still only announced", "{title} is nog maar aangekondigd"
    ),
}
AFTER = Phrase("{days} {days:day|days} after {date}", "{days} {days:dag|dagen} na {date}")
BEFORE = Phrase("{date}, in {days} {days:day|days}", "{date}, over {days} {days:dag|dagen}")
MET_AFTER = Phrase(
    "met {days} {days:day|days} after {date}", "gehaald {days} {days:dag|dagen} na {date}"
)
MET_BEFORE = Phrase("met by {date}", "gehaald uiterlijk {date}")
WHOSE = Phrase("responsible: {names}", "verantwoordelijk: {names}")
SAID = Phrase("planned in {source}", "gepland in {source}")
REPORTED = {
    DueState.MET: Phrase("met on {date}: {source}", "gehaald op {date}: {source}"),
    DueState.LATE: Phrase("late by {source}, {date}", "te laat volgens {source}, {date}"),
}
SHIFTED = Phrase("before, {date}: {source}", "eerder {date}: {source}")
SHIFTED_ON = Phrase("before, {date}: {source}, {given}", "eerder {date}: {source}, {given}")
RESTING = Phrase(
    "{count} {count:recommendation|recommendations} whose state depends on it",
    "{count} {count:aanbeveling|aanbevelingen} met een stand die ervan afhangt",
)
WAITING = Phrase(
    "{count} {count:recommendation|recommendations}", "{count} {count:aanbeveling|aanbevelingen}"
)
