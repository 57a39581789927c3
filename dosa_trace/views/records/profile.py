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
from dosa_trace.views.wording import caveats
from dosa_trace.views.wording.amount import WITHOUT_AMOUNT, sums
from dosa_trace.views.wording.frame import Frame, capital

#: How many doubts a reader is shown.
MOST_DOUBTS = 10


def blocks(subject: Subject, frame: Frame) -> Iterator[Block]:
    say = frame.say
    yield Paragraph(frame.sentence(), Role.MUTED)
    yield Paragraph(_sentence(subject, frame), Role.STRONG)
    yield from _whose(subject, frame)
    if subject.whole.total:
        yield from _asking(subject, frame)
        for title, lines in ((ASKED[subject.record], subject.asked), (ASKED_OF, subject.asked_of)):
            if lines:
                yield Heading(say(title(count=len(lines))))
                yield coverage.table(lines, frame)
        yield from _responses(subject, frame)
    yield from _instruments(subject, frame)
    yield from _money(subject, frame)
    yield from _compared(subject, frame)
    yield from _doubts(subject, frame)
    if subject.first_gap:
        yield Paragraph(say(NEXT(id=subject.first_gap)), Role.MUTED)


def _sentence(subject: Subject, frame: Frame) -> str:
    if not subject.whole.total:
        return frame.say(NOTHING_ASKED)
    said = _stand(STANDS if subject.asked else STAND_OF, subject.whole, frame)
    return f"{said} {_stand(STAND_OF, subject.whole_of, frame)}" if subject.whole_of else said


def _whose(subject: Subject, frame: Frame) -> Iterator[Paragraph]:
    """What is counted with an organisation, and what of its level is not."""
    if subject.before:
        yield Paragraph(frame.say(WITH_BEFORE(names=frame.called(subject.before))), Role.MUTED)
    if subject.level and subject.to_level:
        whom = frame.levels[subject.level].called
        yield Paragraph(frame.say(TO_LEVEL(whom=whom, count=subject.to_level)), Role.MUTED)


def _stand(words: Phrase, whole: Standing, frame: Frame) -> str:
    inferred = caveats.by_state(whole, frame)
    stated = caveats.by_state(whole, frame._replace(basis=Basis.STATED))
    return frame.say(words(total=whole.total, states=inferred, stated=stated))


def _asking(subject: Subject, frame: Frame) -> Iterator[Block]:
    yield Heading(frame.say(WHO_ASKS))
    for asker in subject.asking:
        yield Tree(Cell(f"{frame.say(asker.name)}: {number(asker.number, frame.language)}"))


def _responses(subject: Subject, frame: Frame) -> Iterator[Block]:
    say = frame.say
    yield Heading(say(ANSWERED))
    rows = sorted(subject.responses.items(), key=lambda pair: (pair[0] is None, -pair[1]))
    yield Facts(
        tuple(
            (
                capital(say(RESPONSES[value] if value else caveats.NONE_ON_FILE)),
                Cell(number(count, frame.language)),
            )
            for value, count in rows
        )
    )


def _instruments(subject: Subject, frame: Frame) -> Iterator[Block]:
    say = frame.say
    yield Heading(say(EXISTS(count=len(subject.instruments))))
    if not subject.instruments:
        yield Paragraph(say(labels.NONE_HERE))
        return
    columns = (
        Column(capital(say(labels.RECORD_KINDS["instrument"]))),
        Column(say(labels.FIELDS["status"])),
        Column(say(ANSWERS), right=True),
    )
    yield Table(
        columns, tuple(_instrument(instrument, frame) for instrument in subject.instruments)
    )


def _instrument(instrument: Held, frame: Frame) -> tuple[Cell, ...]:
    say = frame.say
    status = say(STATUSES[instrument.status]) if instrument.status else say(labels.NO_STATUS)
    return (
        Cell(say(instrument.title), small=instrument.id),
        Cell(status, small=say(instrument.status_date) if instrument.status_date else ""),
        Cell(number(len(instrument.answers), frame.language)),
    )


def _money(subject: Subject, frame: Frame) -> Iterator[Block]:
    if subject.money:
        yield Heading(frame.say(labels.MONEY))
        yield Paragraph(frame.say(WHOSE), Role.MUTED)
        yield from (Tree(Cell(text)) for text in sums(subject.money, frame))
        if subject.without_amount:
            words = WITHOUT_AMOUNT(count=subject.without_amount)
            yield Paragraph(frame.say(words), Role.MUTED)


def _compared(subject: Subject, frame: Frame) -> Iterator[Block]:
    for agree, title in ((True, AGREE), (False, DIFFER)):
        pairs = [comparison for comparison in subject.compared if comparison.agree is agree]
        if pairs:
            yield Heading(frame.say(title(count=len(pairs))))
            yield from (_pair(comparison, frame) for comparison in pairs)


def _pair(comparison: Compared, frame: Frame) -> Tree:
    below = (
        (Tree(Cell(frame.say(comparison.rationale), Role.MUTED)),) if comparison.rationale else ()
    )
    basis = frame.say(labels.BASES[comparison.basis])
    pair = frame.named((comparison.first, comparison.second))
    return Tree(pair._replace(small=f"{pair.small}; {basis}"), below)


def _doubts(subject: Subject, frame: Frame) -> Iterator[Block]:
    if not subject.doubts:
        return
    yield Heading(f"{capital(frame.say(DOUBTED))} ({len(subject.doubts)})")
    for doubt in subject.doubts[:MOST_DOUBTS]:
        small = "; ".join(part for part in (doubt.id, doubt.by) if part)
        yield Tree(
            Cell(frame.title_of(doubt.id), small=small), (Tree(Cell(frame.say(doubt.text))),)
        )
    if len(subject.doubts) > MOST_DOUBTS:
        more = AND_MORE(count=len(subject.doubts) - MOST_DOUBTS)
        yield Tree(Cell(frame.say(more), Role.MUTED))


NOTHING_ASKED = Phrase(
    "No recommendation known on this date is about it.",
    "Geen aanbeveling die op deze datum bekend was gaat hierover.",
)
STANDS = Phrase(
    "Recommendations: {total}; {states}. According to sources only: {stated}.",
    "Aanbevelingen: {total}; {states}. Alleen volgens bronnen: {stated}.",
)
STAND_OF = Phrase(
    "Addressed to this organisation: {total}; {states}. According to sources only: {stated}.",
    "Aan deze organisatie gericht: {total}; {states}. Alleen volgens bronnen: {stated}.",
)
WITH_BEFORE = Phrase("Includes predecessors: {names}.", "Inclusief voorgangers: {names}.")
TO_LEVEL = Phrase(
    "Not counted: {count}, addressed to {whom} as a whole.",
    "Niet meegeteld: {count}, gericht aan {whom} als geheel.",
)
WHO_ASKS = Phrase("Institutions behind the advice", "Instellingen achter het advies")
ASKED = {
    "theme": Phrase("Recommendations ({count})", "Aanbevelingen ({count})"),
    "source": Phrase(
        "Recommendations in this source ({count})", "Aanbevelingen in deze bron ({count})"
    ),
    "organisation": Phrase("Recommendations it made ({count})", "Gedane aanbevelingen ({count})"),
}
ASKED_OF = Phrase("Recommendations addressed to it ({count})", "Ontvangen aanbevelingen ({count})")
ANSWERED = Phrase("Responses to these recommendations", "Reacties op deze aanbevelingen")
EXISTS = Phrase("Instruments ({count})", "Instrumenten ({count})")
ANSWERS = Phrase(
    "recommendations it covers or partly covers",
    "aanbevelingen die dit (deels) dekt",
)
WHOSE = Phrase(
    "Of all instruments above, whether or not they cover a recommendation.",
    "Van alle instrumenten hierboven, ook als die geen aanbeveling dekken.",
)
AGREE = Phrase("Advice that agrees ({count})", "Overeenkomende adviezen ({count})")
DIFFER = Phrase("Conflicting advice ({count})", "Tegenstrijdige adviezen ({count})")
NEXT = Phrase(
    "For the first open recommendation: dosa-trace why {id}",
    "Voor de eerste open aanbeveling: dosa-trace why {id}",
)
