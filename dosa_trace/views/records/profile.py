"""The layout of all about one theme, organisation or source."""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace import labels
from dosa_trace.analysis.coverage.tally import Standing
from dosa_trace.analysis.records.profile import Compared, Held, Subject
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.document import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Paragraph,
    Role,
    Table,
    Tree,
)
from dosa_trace.labels import DOUBTED, RESPONSES, STATUSES
from dosa_trace.language import Phrase, number
from dosa_trace.views.coverage import coverage
from dosa_trace.views.robustness.cut_sets import AND_MORE
from dosa_trace.views.wording import begin as opening
from dosa_trace.views.wording.amount import WITHOUT_AMOUNT, sums
from dosa_trace.views.wording.frame import Frame, capital

#: How many doubts a reader is shown.
MOST_DOUBTS = 10


def blocks(found: Subject, frame: Frame) -> Iterator[Block]:
    say = frame.say
    yield Paragraph(frame.sentence(), Role.MUTED)
    yield Paragraph(_sentence(found, frame), Role.STRONG)
    yield from _whose(found, frame)
    if found.whole.total:
        yield from _asking(found, frame)
        for title, lines in ((ASKED[found.record], found.asked), (ASKED_OF, found.asked_of)):
            if lines:
                yield Heading(say(title(count=len(lines))))
                yield coverage.table(lines, frame)
        yield from _responses(found, frame)
    yield from _instruments(found, frame)
    yield from _money(found, frame)
    yield from _compared(found, frame)
    yield from _doubts(found, frame)
    if found.first_gap:
        yield Paragraph(say(NEXT(id=found.first_gap)), Role.MUTED)


def _sentence(found: Subject, frame: Frame) -> str:
    if not found.whole.total:
        return frame.say(NOTHING_ASKED)
    said = _stand(STANDS if found.asked else STAND_OF, found.whole, frame)
    return f"{said} {_stand(STAND_OF, found.whole_of, frame)}" if found.whole_of else said


def _whose(found: Subject, frame: Frame) -> Iterator[Paragraph]:
    """What is counted with an organisation, and what of its level is not."""
    if found.before:
        yield Paragraph(frame.say(WITH_BEFORE(names=frame.called(found.before))), Role.MUTED)
    if found.level and found.to_level:
        whom = frame.levels[found.level].called
        yield Paragraph(frame.say(TO_LEVEL(whom=whom, count=found.to_level)), Role.MUTED)


def _stand(words: Phrase, whole: Standing, frame: Frame) -> str:
    inferred = opening.by_state(whole, frame)
    stated = opening.by_state(whole, frame._replace(basis=Basis.STATED))
    return frame.say(words(total=whole.total, states=inferred, stated=stated))


def _asking(found: Subject, frame: Frame) -> Iterator[Block]:
    yield Heading(frame.say(WHO_ASKS))
    for one in found.asking:
        yield Tree(Cell(f"{frame.say(one.name)}: {number(one.number, frame.language)}"))


def _responses(found: Subject, frame: Frame) -> Iterator[Block]:
    say = frame.say
    yield Heading(say(ANSWERED))
    rows = sorted(found.responses.items(), key=lambda pair: (pair[0] is None, -pair[1]))
    yield Facts(
        tuple(
            (
                capital(say(RESPONSES[value] if value else opening.NONE_ON_FILE)),
                Cell(number(count, frame.language)),
            )
            for value, count in rows
        )
    )


def _instruments(found: Subject, frame: Frame) -> Iterator[Block]:
    say = frame.say
    yield Heading(say(EXISTS(count=len(found.instruments))))
    if not found.instruments:
        yield Paragraph(say(labels.NONE_HERE))
        return
    columns = (
        Column(capital(say(labels.RECORD_KINDS["instrument"]))),
        Column(say(labels.FIELDS["status"])),
        Column(say(ANSWERS), right=True),
    )
    yield Table(columns, tuple(_instrument(one, frame) for one in found.instruments))


def _instrument(one: Held, frame: Frame) -> tuple[Cell, ...]:
    say = frame.say
    status = say(STATUSES[one.status]) if one.status else say(labels.NO_STATUS)
    return (
        Cell(say(one.title), small=one.id),
        Cell(status, small=say(one.status_date) if one.status_date else ""),
        Cell(number(len(one.answers), frame.language)),
    )


def _money(found: Subject, frame: Frame) -> Iterator[Block]:
    if found.money:
        yield Heading(frame.say(labels.MONEY))
        yield Paragraph(frame.say(WHOSE), Role.MUTED)
        yield from (Tree(Cell(one)) for one in sums(found.money, frame))
        if found.without_amount:
            words = WITHOUT_AMOUNT(count=found.without_amount)
            yield Paragraph(frame.say(words), Role.MUTED)


def _compared(found: Subject, frame: Frame) -> Iterator[Block]:
    for agree, title in ((True, AGREE), (False, DIFFER)):
        pairs = [one for one in found.compared if one.agree is agree]
        if pairs:
            yield Heading(frame.say(title(count=len(pairs))))
            yield from (_pair(one, frame) for one in pairs)


def _pair(one: Compared, frame: Frame) -> Tree:
    below = (Tree(Cell(frame.say(one.rationale), Role.MUTED)),) if one.rationale else ()
    basis = frame.say(labels.BASES[one.basis])
    pair = frame.named((one.first, one.second))
    return Tree(pair._replace(small=f"{pair.small}; {basis}"), below)


def _doubts(found: Subject, frame: Frame) -> Iterator[Block]:
    if not found.doubts:
        return
    yield Heading(f"{capital(frame.say(DOUBTED))} ({len(found.doubts)})")
    for one in found.doubts[:MOST_DOUBTS]:
        small = "; ".join(part for part in (one.id, one.by) if part)
        yield Tree(Cell(frame.title_of(one.id), small=small), (Tree(Cell(frame.say(one.text))),))
    if len(found.doubts) > MOST_DOUBTS:
        more = AND_MORE(count=len(found.doubts) - MOST_DOUBTS)
        yield Tree(Cell(frame.say(more), Role.MUTED))


NOTHING_ASKED = Phrase(
    "No recommendation that was known on this date asks about it.",
    "Geen aanbeveling die op deze datum bekend was vraagt ernaar.",
)
STANDS = Phrase(
    "Recommendations: {total}; {states}. By what sources say alone: {stated}.",
    "Aanbevelingen: {total}; {states}. Volgens bronnen zelf: {stated}.",
)
STAND_OF = Phrase(
    "Addressed to it: {total}; {states}. By what sources say alone: {stated}.",
    "Hieraan gericht: {total}; {states}. Volgens bronnen zelf: {stated}.",
)
WITH_BEFORE = Phrase(
    "With what was asked of or belongs to its predecessors: {names}.",
    "Met wat aan voorgangers is gevraagd of van hen is: {names}.",
)
TO_LEVEL = Phrase(
    "What is addressed to {whom} as a whole is not counted here: {count}.",
    "Wat aan {whom} als geheel is gericht telt hier niet mee: {count}.",
)
WHO_ASKS = Phrase("Who asks", "Wie het vraagt")
ASKED = {
    "theme": Phrase("What is asked ({count})", "Wat wordt gevraagd ({count})"),
    "source": Phrase("What it asks ({count})", "Wat hij vraagt ({count})"),
    "organisation": Phrase("What it asked ({count})", "Wat het vroeg ({count})"),
}
ASKED_OF = Phrase("What it was asked ({count})", "Wat eraan is gevraagd ({count})")
ANSWERED = Phrase("What was answered", "Wat is geantwoord")
EXISTS = Phrase("What exists ({count})", "Wat er is ({count})")
ANSWERS = Phrase("answers of what is asked above", "beantwoordt van wat hierboven is gevraagd")
WHOSE = Phrase(
    "Of all that exists above, whether or not it answers what was asked.",
    "Van alles wat er volgens het bovenstaande is, of het nu iets hiervan beantwoordt of niet.",
)
AGREE = Phrase("Where advisers ask the same ({count})", "Waar adviseurs hetzelfde vragen ({count})")
DIFFER = Phrase(
    "Where advice does not go together ({count})", "Waar adviezen niet samengaan ({count})"
)
NEXT = Phrase(
    "The gap that says most: dosa-trace why {id}",
    "De leemte die het meest zegt: dosa-trace why {id}",
)
