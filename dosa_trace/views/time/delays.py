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


TITLE = Phrase("How long it takes", "Hoelang het duurt")
ABOUT = Phrase(
    "Days from when a recommendation was known to its first response, to the first day on which "
    "something announced stood behind it, and to the first on which something live did. Those that "
    "still wait count as having waited until now (Kaplan and Meier). A date known to the month or "
    "the year counts from its last day. Something stands behind a recommendation from the day on "
    "which a source says so, which may be long after it began.",
    "Dagen vanaf het moment waarop een aanbeveling bekend was tot de eerste reactie, tot er iets "
    "aangekondigds achter stond, en tot er iets achter stond dat loopt. Wat nog wacht telt mee als "
    "tot nu toe wachtend (Kaplan en Meier). Een datum op de maand of het jaar telt vanaf de "
    "laatste dag. Iets staat achter een aanbeveling vanaf de dag waarop een bron het zegt, en "
    "dat kan lang na het begin zijn.",
)
NOTHING_WAITS = {
    Awaited.RESPONSE: Phrase("Days to a response: n/a.", "Dagen tot een reactie: n.v.t."),
    Awaited.ANNOUNCED: Phrase(
        "Days to something announced: n/a.", "Dagen tot iets dat is aangekondigd: n.v.t."
    ),
    Awaited.LIVE: Phrase("Days to something live: n/a.", "Dagen tot iets dat loopt: n.v.t."),
}
SENTENCES = {
    Awaited.RESPONSE: (
        Phrase(
            "Half had a response within {days} days; {waiting} of {of} still wait. {at_once} had "
            "one when they were known.",
            "De helft had binnen {days} dagen een reactie; {waiting} van {of} wachten nog. "
            "{at_once} hadden er een toen ze bekend werden.",
        ),
        Phrase(
            "Fewer than half have a response; {waiting} of {of} still wait.",
            "Minder dan de helft heeft een reactie; {waiting} van {of} wachten nog.",
        ),
    ),
    Awaited.ANNOUNCED: (
        Phrase(
            "Behind half stood something announced, or live, within {days} days; {waiting} of {of} "
            "still wait. Behind {at_once} it stood already.",
            "Achter de helft stond binnen {days} dagen iets dat is aangekondigd of loopt; "
            "{waiting} van {of} wachten nog. Achter {at_once} stond het al.",
        ),
        Phrase(
            "Behind fewer than half stands something announced or live; {waiting} of {of} still "
            "wait.",
            "Achter minder dan de helft staat iets dat is aangekondigd of loopt; {waiting} van "
            "{of} wachten nog.",
        ),
    ),
    Awaited.LIVE: (
        Phrase(
            "Behind half stood something live within {days} days; {waiting} of {of} still wait. "
            "Behind {at_once} it stood already.",
            "Achter de helft stond binnen {days} dagen iets dat loopt; {waiting} van {of} wachten "
            "nog. Achter {at_once} stond het al.",
        ),
        Phrase(
            "Behind fewer than half stands something live; {waiting} of {of} still wait.",
            "Achter minder dan de helft staat iets dat loopt; {waiting} van {of} wachten nog.",
        ),
    ),
}
UNDATED = Phrase(
    "Of {count} the day of the response is not known.",
    "Van {count} is de dag van de reactie niet bekend.",
)
HEADS = {
    Awaited.RESPONSE: Phrase("half had a response in", "helft had reactie in"),
    Awaited.ANNOUNCED: Phrase("something announced in", "iets aangekondigds in"),
    Awaited.LIVE: Phrase("something live in", "iets lopends in"),
}
WAIT = Phrase("{count} wait", "{count} wachten")
SLIPPED = Phrase("Planning that slipped", "Planning die verschoof")
TARGET = Phrase("what was planned", "wat was gepland")
FIRST, LAST, DAYS = (
    Phrase("first", "eerst"),
    Phrase("last", "laatst"),
    Phrase("days later", "dagen later"),
)
