"""The layout of what is past its day, falls due soon, or was put off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

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
    """Each state under a heading of its own, the worst first; that an instrument is still only
    announced stands with its target, so that each is told once."""
    say, counts = frame.say, listed.counts
    rows = _rows(listed.items)
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
        items = [row for row in rows if row.item.state is state]
        if items:
            yield Heading(say(STATES_DUE[state](count=len(items), within=listed.within)))
            shown, left = few(items, frame)
            yield from (_item(row, frame) for row in shown)
            yield from left
    if listed.later:
        yield Paragraph(say(LATER(count=listed.later, within=listed.within)), Role.MUTED)


class TargetRow(NamedTuple):
    """What is due, and of a late target the announcement that its instrument still is."""

    item: DueItem
    announced: DueItem | None


def _rows(items: Sequence[DueItem]) -> list[TargetRow]:
    announced = {item.id: item for item in items if item.kind is DueKind.ANNOUNCEMENT}
    return [
        TargetRow(item, announced.get(item.id) if item.state is DueState.LATE else None)
        for item in items
        if item.kind is not DueKind.ANNOUNCEMENT
    ]


def of_instrument(items: Sequence[DueItem], frame: Frame) -> Iterator[Block]:
    """The same of one instrument, on its card."""
    if items:
        yield Heading(frame.say(TITLE))
        for row in _rows(items):
            words = capital(frame.say(STATE_WORDS[row.item.state]))
            yield _item(row, frame, f"{words}: ")


def _item(row: TargetRow, frame: Frame, before: str = "") -> Tree:
    say, item = frame.say, row.item
    title = NAMES[item.kind](name=item.name, title=item.title)
    below = [Tree(Cell(say(_how_late(item))))]
    if item.owner:
        below.append(Tree(Cell(say(WHOSE(names=item.owner)))))
    below.append(Tree(Cell(say(SAID(source=_from(item.source, frame))), small=item.source)))
    if row.announced:
        said = ANNOUNCED(source=_from(row.announced.source, frame))
        below.append(Tree(Cell(say(said), small=row.announced.source)))
    if item.reported:
        reported = REPORTED[item.state](
            date=item.reported.date, source=_from(item.reported.source, frame)
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
    source = _from(shift.source, frame)
    words = (
        SHIFTED_ON(date=_date(shift.due), given=_date(shift.given), source=source)
        if shift.given
        else SHIFTED(date=_date(shift.due), source=source)
    )
    return Cell(frame.say(words), small=shift.source)


def _from(source: str, frame: Frame) -> str:
    """A source and who published it: whose word a date is."""
    title = frame.title_of(source)
    if source not in frame.publishers:
        return title
    return frame.say(OF(source=title, publisher=frame.publishers[source]))


def _date(text: str) -> PartialDate:
    day = parse_date(text)
    assert day is not None
    return day


TITLE = Phrase("Due dates", "Termijnen")
COUNTS = Phrase(
    "{part} targets ({percent}) are past their date: {met} met, {late} late or still only "
    "announced, {unknown} not known.",
    "{part} streefdatums ({percent}) zijn voorbij: {met} gehaald, {late} te laat of nog maar "
    "aangekondigd, {unknown} niet bekend.",
)
OF = Phrase("{source}, by {publisher}", "{source}, van {publisher}")
ANNOUNCED = Phrase(
    "still only announced, last in {source}", "nog maar aangekondigd, het laatst in {source}"
)
LATER = Phrase(
    "Not listed: {count} {count:target|targets} due in more than {within} {within:month|months}.",
    "Niet genoemd: {count} {count:streefdatum|streefdatums} over meer dan {within} "
    "{within:maand|maanden}.",
)
ABOUT = Phrase(
    "A target is late only if a source says so. Where its instrument is still only announced, "
    "that is said. Otherwise the catalogue does not say whether it was met.",
    "Te laat is iets alleen als een bron dat zegt. Is het instrument nog maar aangekondigd, dan "
    "staat dat erbij. Anders zegt de catalogus niet of het is gehaald.",
)
STATES_DUE = {
    DueState.LATE: Phrase(
        "Late or still only announced ({count})", "Te laat of nog maar aangekondigd ({count})"
    ),
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
    DueState.LATE: Phrase("late or still only announced", "te laat of nog maar aangekondigd"),
    DueState.UNKNOWN: Phrase("past, not known whether met", "voorbij, niet bekend of gehaald"),
    DueState.UPCOMING: Phrase("due soon", "binnenkort"),
    DueState.SHIFTED: Phrase("put off", "uitgesteld"),
    DueState.MET: FIELDS["met"],
}
NAMES = {
    DueKind.TARGET: Phrase("{title}, target: {name}", "{title}, streven: {name}"),
    DueKind.ANSWER: Phrase("Response to {title}", "Reactie op {title}"),
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
