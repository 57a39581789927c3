"""The layout of all about one theme, organisation or source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dosa_trace import labels
from dosa_trace.analysis.coverage.coverage import RecommendationCoverage
from dosa_trace.analysis.records.profile import Compared, Held, Subject
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
from dosa_trace.views.coverage.coverage import EACH_ROW
from dosa_trace.views.wording import caveats
from dosa_trace.views.wording.amount import WITHOUT_AMOUNT, sums
from dosa_trace.views.wording.claim import claimed
from dosa_trace.views.wording.few import few
from dosa_trace.views.wording.frame import Frame, capital
from dosa_trace.views.wording.marks import state_words

#: How many doubts a reader is shown.
MOST_DOUBTS = 10
#: How many of each list stand on a page.
MOST_ON_A_PAGE = 3


def blocks(subject: Subject, frame: Frame, each: bool = True) -> Iterator[Block]:
    """All about it, or on a page what says most: without `each`."""
    say = frame.say
    yield Paragraph(frame.sentence(), Role.MUTED)
    yield from _claims(subject, frame)
    yield from _whose(subject, frame)
    if subject.whole.total:
        yield from _by_level(subject, frame)
        yield from _asking(subject, frame)
        for title, lines in ((ASKED[subject.record], subject.asked), (ASKED_OF, subject.asked_of)):
            if lines:
                yield Heading(say(title(count=len(lines))))
                yield from _lines(lines, frame, each)
        yield from _responses(subject, frame)
    yield from _instruments(subject, frame, each)
    yield from _money(subject, frame, each)
    if each:
        yield from _compared(subject, frame)
        yield from _doubts(subject, frame)
    else:
        yield from _counted(subject, frame)
    if subject.first_gap and frame.has_commands:
        yield Paragraph(say(NEXT(id=subject.first_gap)), Role.MUTED)


def _claims(subject: Subject, frame: Frame) -> Iterator[Paragraph]:
    """How what was asked stands, as every answer about coverage begins; of an organisation what it
    asked itself apart from what it was asked."""
    if not subject.whole.total:
        yield Paragraph(frame.say(NOTHING_ASKED), Role.STRONG)
        return
    whole, of = subject.whole, subject.whole_of
    if subject.record != "organisation":
        yield Paragraph(claimed(whole.claim, frame), Role.STRONG)
    elif subject.asked:
        yield Paragraph(f"{frame.say(MADE)} {claimed(whole.claim, frame)}", Role.STRONG)
        if of:
            yield Paragraph(f"{frame.say(RECEIVED)} {claimed(of.claim, frame)}", Role.STRONG)
    else:
        yield Paragraph(f"{frame.say(RECEIVED)} {claimed(whole.claim, frame)}", Role.STRONG)


def _by_level(subject: Subject, frame: Frame) -> Iterator[Facts]:
    """What the instruments of each level answer, those of the cabinet apart from those of the
    EU."""
    if subject.levels:
        yield Facts(
            tuple(
                (
                    frame.say(OF_LEVEL(level=frame.level(line.id))),
                    Cell(
                        frame.say(
                            LEVEL_COVERS(
                                part=line.answers_share(_total(subject)),
                                only=line.only_share(_total(subject)),
                            )
                        )
                    ),
                )
                for line in subject.levels
            )
        )


def _total(subject: Subject) -> int:
    """How many recommendations all of it is about, each once."""
    return len({line.id for line in (*subject.asked, *subject.asked_of)})


def _whose(subject: Subject, frame: Frame) -> Iterator[Paragraph]:
    """What is counted with an organisation, and what of its level is not."""
    if subject.before:
        yield Paragraph(frame.say(WITH_BEFORE(names=frame.called(subject.before))), Role.MUTED)
    if subject.level and subject.to_level:
        whom = frame.levels[subject.level].called
        yield Paragraph(frame.say(TO_LEVEL(whom=whom, count=subject.to_level)), Role.MUTED)


def _lines(lines: Sequence[RecommendationCoverage], frame: Frame, each: bool) -> Iterator[Block]:
    """How each recommendation stands: in a table with what is behind it, or in a line of a page."""
    if each:
        yield coverage.table(lines, frame)
        return
    shown, left = few(lines, frame, MOST_ON_A_PAGE, EACH_ROW)
    for line in shown:
        small = f"{line.id}; {state_words(line, frame)}"
        yield Tree(Cell(frame.say(line.title), Role(line.state.value), small))
    yield from left


def _asking(subject: Subject, frame: Frame) -> Iterator[Block]:
    """Who asks, in a sentence, who asks most first."""
    said = ", ".join(
        f"{frame.say(asker.name)} ({number(asker.number, frame.language)})"
        for asker in subject.asking
    )
    yield Paragraph(frame.say(WHO_ASKS(names=said)))


def _responses(subject: Subject, frame: Frame) -> Iterator[Block]:
    """What was answered, in a sentence, the most frequent first."""
    rows = sorted(subject.responses.items(), key=lambda pair: (pair[0] is None, -pair[1]))
    said = ", ".join(
        f"{frame.say(RESPONSES[value] if value else caveats.NONE_ON_FILE)} "
        f"({number(count, frame.language)})"
        for value, count in rows
    )
    yield Paragraph(frame.say(ANSWERED(responses=said)))


def _instruments(subject: Subject, frame: Frame, each: bool) -> Iterator[Block]:
    say = frame.say
    yield Heading(say(EXISTS(count=len(subject.instruments))))
    if not subject.instruments:
        yield Paragraph(say(labels.NONE_HERE))
        return
    if not each:
        shown, left = few(subject.instruments, frame, MOST_ON_A_PAGE, EACH_ROW)
        for instrument in shown:
            title, status, answers = _instrument(instrument, frame)
            small = f"{title.small}; {status.text}; {say(ANSWERS)}: {answers.text}"
            yield Tree(title._replace(small=small))
        yield from left
        return
    yield instruments(subject.instruments, frame)


def instruments(some: Iterable[Held], frame: Frame) -> Table:
    """Each with its status and how many recommendations it supports."""
    say = frame.say
    columns = (
        Column(capital(say(labels.RECORD_KINDS["instrument"]))),
        Column(say(labels.FIELDS["status"])),
        Column(say(ANSWERS), right=True),
    )
    return Table(columns, tuple(_instrument(instrument, frame) for instrument in some))


def _instrument(instrument: Held, frame: Frame) -> tuple[Cell, ...]:
    say = frame.say
    status = say(STATUSES[instrument.status]) if instrument.status else say(labels.NO_STATUS)
    return (
        Cell(say(instrument.title), small=instrument.id),
        Cell(status, small=say(instrument.status_date) if instrument.status_date else ""),
        Cell(number(len(instrument.answers), frame.language)),
    )


def _money(subject: Subject, frame: Frame, each: bool) -> Iterator[Block]:
    if not subject.money:
        return
    without = WITHOUT_AMOUNT(count=subject.without_amount) if subject.without_amount else None
    if not each:
        said = "; ".join(sums(subject.money, frame))
        note = f" {frame.say(without)}" if without else ""
        yield Paragraph(f"{frame.say(labels.MONEY)}: {said}.{note}")
        return
    yield Heading(frame.say(labels.MONEY))
    yield Paragraph(frame.say(WHOSE), Role.MUTED)
    yield from (Tree(Cell(text)) for text in sums(subject.money, frame))
    if without:
        yield Paragraph(frame.say(without), Role.MUTED)


def _counted(subject: Subject, frame: Frame) -> Iterator[Paragraph]:
    """How much advice agrees, conflicts, and stands on links that were challenged."""
    agree = sum(comparison.agree for comparison in subject.compared)
    counts = ((AGREE, agree), (DIFFER, len(subject.compared) - agree))
    said = [frame.say(words(count=count)) for words, count in counts if count]
    if subject.doubts:
        said.append(f"{capital(frame.say(DOUBTED))} ({len(subject.doubts)})")
    if said:
        yield Paragraph(f"{frame.say(EACH_TELLS)}: {'; '.join(said)}.", Role.MUTED)


def _compared(subject: Subject, frame: Frame) -> Iterator[Block]:
    for agree, title in ((True, AGREE), (False, DIFFER)):
        pairs = [comparison for comparison in subject.compared if comparison.agree is agree]
        if pairs:
            yield Heading(frame.say(title(count=len(pairs))))
            shown, left = few(pairs, frame)
            yield from (_pair(comparison, frame) for comparison in shown)
            yield from left


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
    shown, left = few(subject.doubts, frame, MOST_DOUBTS, EACH_ROW)
    for doubt in shown:
        small = "; ".join(part for part in (doubt.id, doubt.by and frame.say(doubt.by)) if part)
        yield Tree(
            Cell(frame.title_of(doubt.id), small=small), (Tree(Cell(frame.say(doubt.text))),)
        )
    yield from left


NOTHING_ASKED = Phrase(
    "No recommendation known on this date is about it.",
    "Geen aanbeveling die op deze datum bekend was gaat hierover.",
)
MADE = Phrase("Advice it gave.", "Gegeven advies.")
RECEIVED = Phrase("Advice addressed to it.", "Ontvangen advies.")
OF_LEVEL = Phrase("instruments: {level}", "instrumenten: {level}")
LEVEL_COVERS = Phrase(
    "{part} covered in whole or part; only by these: {only}",
    "{part} (deels) gedekt; alleen hierdoor: {only}",
)
WITH_BEFORE = Phrase("Includes predecessors: {names}.", "Inclusief voorgangers: {names}.")
TO_LEVEL = Phrase(
    "Not counted: {count}, addressed to {whom} as a whole.",
    "Niet meegeteld: {count}, gericht aan {whom} als geheel.",
)
WHO_ASKS = Phrase(
    "Institutions behind the advice: {names}.", "Instellingen achter het advies: {names}."
)
ASKED = {
    "theme": Phrase("Recommendations ({count})", "Aanbevelingen ({count})"),
    "source": Phrase(
        "Recommendations in this source ({count})", "Aanbevelingen in deze bron ({count})"
    ),
    "organisation": Phrase("Recommendations it made ({count})", "Gedane aanbevelingen ({count})"),
}
ASKED_OF = Phrase("Recommendations addressed to it ({count})", "Ontvangen aanbevelingen ({count})")
ANSWERED = Phrase(
    "Responses to these recommendations: {responses}.",
    "Reacties op deze aanbevelingen: {responses}.",
)
EACH_TELLS = Phrase("More with --each", "Meer met --each")
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
