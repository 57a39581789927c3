"""The layout of how long it takes from asking to an answer and to an instrument."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dosa_trace import labels
from dosa_trace.analysis.coverage.coverage import By
from dosa_trace.analysis.time.delays import Awaited, Delay, DelayRow, Delays, Slippage
from dosa_trace.document import Block, Cell, Column, Heading, Paragraph, Role, Table
from dosa_trace.language import Phrase, number
from dosa_trace.views.coverage.coverage import BY
from dosa_trace.views.wording.frame import Frame


def blocks(delays: Delays, frame: Frame) -> Iterator[Block]:
    say = frame.say
    yield Paragraph(say(ABOUT), Role.MUTED)
    for delay in delays.whole:
        yield Paragraph(sentence(delay, frame))
    for by, rows in (
        (By.SOURCE, delays.by_source),
        (By.THEME, delays.by_theme),
        (By.ADDRESSEE, delays.by_addressee),
    ):
        if rows:
            yield Heading(say(BY[by]))
            yield _table(rows, frame)
    yield from _slips(delays.slips, frame)


def sentence(delay: Delay, frame: Frame) -> str:
    """`half had a response within 225 days; 33 still wait`."""
    words, none = SENTENCES[delay.awaited]
    if not delay.total:
        return frame.say(NOTHING_WAITS[delay.awaited])
    holes = {"waiting": delay.waiting, "of": delay.total, "at_once": delay.at_once}
    if delay.half_within is None:
        said = frame.say(none(**holes))
    else:
        said = frame.say(words(days=delay.half_within, **holes))
    return f"{said} {frame.say(UNDATED(count=delay.undated))}" if delay.undated else said


def _table(rows: Sequence[DelayRow], frame: Frame) -> Table:
    say = frame.say
    columns = [Column(""), Column(say(labels.TOTAL), right=True, firm=True)]
    for awaited in Awaited:
        columns.append(Column(say(HEADS[awaited]), right=True))
    return Table(tuple(columns), tuple(_row(row, frame) for row in rows))


def _row(row: DelayRow, frame: Frame) -> tuple[Cell, ...]:
    name = Cell(frame.say(row.label), small=row.key) if row.label else Cell(row.key)
    total = Cell(number(row.delays[0].total, frame.language))
    return (name, total, *(_cell(delay, frame) for delay in row.delays))


def _cell(delay: Delay, frame: Frame) -> Cell:
    half = number(delay.half_within, frame.language) if delay.half_within is not None else "–"
    return Cell(half, small=frame.say(WAIT(count=delay.waiting)) if delay.waiting else "")


def _slips(slips: Iterable[Slippage], frame: Frame) -> Iterator[Block]:
    say, rows = frame.say, []
    for slip in slips:
        rows.append(
            (
                Cell(say(slip.title), small=slip.id),
                Cell(say(slip.target)),
                Cell(slip.first_due),
                Cell(slip.last_due),
                Cell(number(slip.days, frame.language), small=slip.source),
            )
        )
    if rows:
        yield Heading(say(SLIPPED))
        columns = (
            Column(say(labels.RECORD_KINDS["instrument"])),
            Column(say(TARGET)),
            Column(say(FIRST), firm=True),
            Column(say(LAST), firm=True),
            Column(say(DAYS), right=True),
        )
        yield Table(columns, tuple(rows))


TITLE = Phrase("Time until a response or instrument", "Tijd tot reactie of instrument")
ABOUT = Phrase(
    "All days count from the day on which a recommendation became known. They end at its "
    "first response, its first instrument (also announced), or its first active or completed "
    "instrument. Recommendations that still wait count as waiting until now (Kaplan and "
    "Meier). A date known to the month or the year counts from its last day. An instrument "
    "counts from the day a source links it, which may be long after it began. A dash means "
    "that fewer than half have one.",
    "Alle dagen tellen vanaf de dag waarop een aanbeveling bekend werd. Ze eindigen bij de "
    "eerste reactie, het eerste instrument (ook aangekondigd), of het eerste actieve of "
    "afgeronde instrument. Aanbevelingen die nog wachten tellen mee als wachtend tot nu toe "
    "(Kaplan en Meier). Een datum op de maand of het jaar telt vanaf de laatste dag. Een "
    "instrument telt vanaf de dag waarop een bron het koppelt, en dat kan lang na het begin "
    "zijn. Een streepje betekent: minder dan de helft heeft er een.",
)
NOTHING_WAITS = {
    Awaited.RESPONSE: Phrase("Days to a response: n/a.", "Dagen tot een reactie: n.v.t."),
    Awaited.ANNOUNCED: Phrase(
        "Days to an announced instrument: n/a.", "Dagen tot een aangekondigd instrument: n.v.t."
    ),
    Awaited.LIVE: Phrase(
        "Days to an active or completed instrument: n/a.",
        "Dagen tot een actief of afgerond instrument: n.v.t.",
    ),
}
SENTENCES = {
    Awaited.RESPONSE: (
        Phrase(
            "By estimate (Kaplan and Meier), half have a response within {days} "
            "{days:day|days}. {waiting} of {of} {waiting:has|have} none yet. {at_once} had "
            "one from the start.",
            "Naar schatting (Kaplan en Meier) heeft de helft binnen {days} {days:dag|dagen} "
            "een reactie. {waiting} van {of} {waiting:heeft|hebben} er nog geen. Bij "
            "{at_once} was die er meteen.",
        ),
        Phrase(
            "Fewer than half have a response. {waiting} of {of} {waiting:has|have} none yet.",
            "Minder dan de helft heeft een reactie. {waiting} van {of} {waiting:heeft|hebben} "
            "er nog geen.",
        ),
    ),
    Awaited.ANNOUNCED: (
        Phrase(
            "By estimate (Kaplan and Meier), half have an instrument, even if only announced, "
            "within {days} {days:day|days}. {waiting} of {of} {waiting:has|have} none yet. "
            "{at_once} had one from the start.",
            "Naar schatting (Kaplan en Meier) heeft de helft binnen {days} {days:dag|dagen} "
            "een instrument, al was het maar aangekondigd. {waiting} van {of} "
            "{waiting:heeft|hebben} er nog geen. Bij {at_once} was het er al.",
        ),
        Phrase(
            "Fewer than half have an instrument, even announced. {waiting} of {of} "
            "{waiting:has|have} none yet.",
            "Minder dan de helft heeft een instrument, ook niet aangekondigd. {waiting} van "
            "{of} {waiting:heeft|hebben} er nog geen.",
        ),
    ),
    Awaited.LIVE: (
        Phrase(
            "By estimate (Kaplan and Meier), half have an active or completed instrument "
            "within {days} {days:day|days}. {waiting} of {of} {waiting:has|have} none yet. "
            "{at_once} had one from the start.",
            "Naar schatting (Kaplan en Meier) heeft de helft binnen {days} {days:dag|dagen} "
            "een actief of afgerond instrument. {waiting} van {of} {waiting:heeft|hebben} er "
            "nog geen. Bij {at_once} was het er al.",
        ),
        Phrase(
            "Fewer than half have an active or completed instrument. {waiting} of {of} "
            "{waiting:has|have} none yet.",
            "Minder dan de helft heeft een actief of afgerond instrument. {waiting} van {of} "
            "{waiting:heeft|hebben} er nog geen.",
        ),
    ),
}
UNDATED = Phrase(
    "For {count} it is not known since when: first seen on a page without a date.",
    "Bij {count} is niet bekend sinds wanneer: voor het eerst gezien op een pagina zonder datum.",
)
HEADS = {
    Awaited.RESPONSE: Phrase(
        "days until half had a response", "dagen tot de helft een reactie had"
    ),
    Awaited.ANNOUNCED: Phrase(
        "days until half had any instrument",
        "dagen tot de helft een instrument had",
    ),
    Awaited.LIVE: Phrase(
        "days until half had an active or completed one",
        "dagen tot de helft een actief of afgerond instrument had",
    ),
}
WAIT = Phrase("{count} {count:waits|wait}", "{count} {count:wacht|wachten}")
SLIPPED = Phrase("Delayed plans", "Uitgestelde planning")
TARGET = Phrase("plan", "planning")
FIRST, LAST, DAYS = (
    Phrase("first date", "eerste datum"),
    Phrase("latest date", "laatste datum"),
    Phrase("days later", "dagen later"),
)
