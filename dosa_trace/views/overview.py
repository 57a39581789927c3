"""The layout of an overview: the page that `coverage` without further question shows."""

from __future__ import annotations

from collections.abc import Iterable

from dosa_trace.analysis.coverage import By, Group
from dosa_trace.analysis.overview import Overview, TellingGap
from dosa_trace.analysis.verdicts import State
from dosa_trace.document import (
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    Paragraph,
    Role,
    Table,
)
from dosa_trace.labels import STATES, TOTAL
from dosa_trace.language import Phrase, Words, number
from dosa_trace.views import coverage
from dosa_trace.views.frame import Frame
from dosa_trace.views.marks import open_marks


def layout(page: Overview, frame: Frame, each: bool) -> Document:
    """`each`: also a line for every recommendation."""
    report = page.report
    return Document.of(
        frame.head(coverage.TITLE),
        coverage.summary(report, frame),
        coverage.remarks(report, frame),
        _themes(page, frame),
        _telling(page, frame),
        coverage.each(report, frame) if each else (),
        _next(page, frame, each),
    )


def _themes(page: Overview, frame: Frame) -> Iterable[Block]:
    if not page.themes:
        return
    say = frame.say
    yield Heading(say(coverage.BY[By.THEME]))
    columns = (
        Column(say(coverage.BY_COLUMN[By.THEME])),
        Column(""),
        *(Column(say(STATES[state]), right=True) for state in State),
        Column(say(TOTAL), right=True, firm=True),
    )
    yield Table(columns, tuple(_theme(group, frame) for group in page.themes))
    if not page.themes_add_up:
        yield Paragraph(say(NOT_TO_TOTAL), Role.MUTED)


def _theme(group: Group, frame: Frame) -> tuple[Cell, ...]:
    counts = (getattr(group.counts, state) for state in State)
    return (
        Cell(frame.say(group.label) if group.label else group.key or ""),
        coverage.bar(group.figures, *State),
        *(
            Cell(number(count, frame.language), Role.PLAIN if count else Role.MUTED)
            for count in counts
        ),
        Cell(number(group.total, frame.language)),
    )


def _telling(page: Overview, frame: Frame) -> Iterable[Block]:
    if not page.telling:
        return
    say = frame.say
    yield Heading(say(TELLING))
    columns = (
        Column(say(coverage.RECOMMENDATION)), Column(say(ASKED_BY)), Column(say(coverage.RESPONSE)),
    )  # fmt: skip
    yield Table(columns, tuple(_gap(gap, frame) for gap in page.telling))
    yield Paragraph(say(HOW_CHOSEN), Role.MUTED)


def _gap(gap: TellingGap, frame: Frame) -> tuple[Cell, ...]:
    line, say = gap.line, frame.say
    marks = [line.id, *open_marks(line, frame)]
    return (
        Cell(say(line.title), Role.GAP, small=", ".join(marks)),
        Cell(say(gap.publisher), small=say(gap.since)),
        coverage.response(line, frame),
    )


def _next(page: Overview, frame: Frame, each: bool) -> Iterable[Block]:
    """What to type from here, with a real id."""
    lines = [gap.line for gap in page.telling] or list(page.report.recommendations)
    if not lines:
        return
    say = frame.say
    asked: list[tuple[Words, str]] = [(WHY, f"dosa-trace why {lines[0].id}")]
    if page.telling:
        asked.append((GAPS, "dosa-trace gaps"))
    if not each:
        asked.append((EACH(count=page.report.total), "dosa-trace coverage --each"))
    yield Heading(say(NEXT))
    yield Facts(tuple((say(words), Cell(command, Role.ID)) for words, command in asked))


NOT_TO_TOTAL = Phrase(
    "A recommendation may stand in several rows or in none: the rows do not add up to the total.",
    "Een aanbeveling kan in meer rijen staan of in geen: de rijen tellen niet op tot het totaal.",
)
TELLING = Phrase("The most telling gaps", "De sprekendste leemten")
HOW_CHOSEN = Phrase(
    "Pledged or accepted first, then the most concrete, then the longest open; a second of "
    "one source after all others.",
    "Eerst wat is toegezegd of overgenomen, dan het concreetste, dan wat het langst open staat; "
    "een tweede van één bron na alle andere.",
)
ASKED_BY = Phrase("asked by", "gevraagd door")
NEXT = Phrase("And then?", "En nu?")
WHY = Phrase("what stands behind the first", "wat er achter de eerste staat")
GAPS = Phrase("every gap, and why it is one", "elke leemte, en waarom het er een is")
EACH = Phrase("a line for each of the {count}", "een regel voor elk van de {count}")
