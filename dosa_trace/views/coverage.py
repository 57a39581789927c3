"""The layout of a coverage: the figures on both bases, the split asked for, every line."""

from __future__ import annotations

from collections.abc import Iterable

from dosa_trace import labels
from dosa_trace.analysis.coverage import By, CoverageReport, Group, RecommendationCoverage
from dosa_trace.analysis.figures import Figures, Share
from dosa_trace.analysis.verdicts import State
from dosa_trace.catalog.vocabulary import Basis
from dosa_trace.document import Block, Cell, Column, Document, Heading, Paragraph, Role, Table
from dosa_trace.labels import COMMITMENT, STATES, TOTAL
from dosa_trace.language import Phrase, number
from dosa_trace.views.frame import Frame, response_cell, state_cell
from dosa_trace.views.marks import state_marks


def layout(report: CoverageReport, frame: Frame, lines: bool = True) -> Document:
    """`lines`: also a line for every recommendation."""
    return Document.of(
        frame.head(TITLE, report.where),
        summary(report, frame),
        remarks(report, frame),
        _split(report, frame),
        each(report, frame) if lines else (Paragraph(frame.say(NOT_EACH), Role.MUTED),),
        _next(report, frame),
    )


def figure(frame: Frame, figures: Figures, state: State) -> tuple[Cell, Cell]:
    """A part of its whole, and the percentage."""
    share = figures.share(state)
    return Cell(frame.part(share)), Cell(frame.percent(share))


def bar(figures: Figures, *states: State) -> Cell:
    """Something for the eye beside figures that are also given in digits."""
    parts = ((figures.share(state).percent or 0, Role(state.value)) for state in states)
    return Cell("", bar=tuple((percent / 100, role) for percent, role in parts))


def summary(report: CoverageReport, frame: Frame) -> Table:
    """Both bases beside each other, whichever was asked for, so that neither passes for all."""
    say = frame.say
    columns = (
        Column(say(STATE), firm=True),
        Column(""),
        Column(say(ON_BASIS[Basis.INFERRED]), right=True, firm=True),
        Column("%", right=True, firm=True),
        Column(say(ON_BASIS[Basis.STATED]), right=True, firm=True),
        Column("%", right=True, firm=True),
    )
    inferred, stated = report.by_basis[Basis.INFERRED], report.by_basis[Basis.STATED]
    rows = []
    for state in State:
        rows.append(
            (
                state_cell(frame, state),
                bar(report.figures, state),
                *figure(frame, inferred, state),
                *figure(frame, stated, state),
            )
        )
    total = Cell(number(report.total, frame.language), Role.STRONG)
    rows.append((Cell(say(TOTAL), Role.STRONG), Cell(""), total, Cell(""), total, Cell("")))
    return Table(columns, tuple(rows))


def remarks(report: CoverageReport, frame: Frame) -> Iterable[Paragraph]:
    """What the figures must not be read without: why there is a nought where a reader looks first,
    how many rest on what was there before or on nothing that acts, and what has changed."""
    say = frame.say
    if report.total and not report.counts.covered:
        yield Paragraph(say(NONE_COVERED), Role.MUTED)
    for marked, words in ((report.older, OLDER), (report.no_act, NO_ACT)):
        if marked:
            share = report.of_answered(marked)
            yield Paragraph(say(words(part=frame.part(share), percent=frame.percent(share))))
    if report.counts.gap:
        share = Share.of(report.searched_gaps, report.counts.gap)
        yield Paragraph(say(SEARCHED(part=frame.part(share), percent=frame.percent(share))))
    if report.without_response:
        silent = Share.of(report.without_response, report.total)
        looked = Share.of(report.searched_responses, report.without_response)
        yield Paragraph(
            say(
                SILENT(
                    part=frame.part(silent),
                    percent=frame.percent(silent),
                    searched=frame.part(looked),
                    of_these=frame.percent(looked),
                )
            )
        )
    if report.suspect_links:
        changed = SUSPECT_COUNTED if report.suspect_counted else SUSPECT_LEFT_OUT
        yield Paragraph(say(changed(count=report.suspect_links)), Role.WEAK)


def _split(report: CoverageReport, frame: Frame) -> Iterable[Block]:
    if report.by is None:
        return
    say = frame.say
    yield Heading(say(BY[report.by]))
    if not report.adds_up:
        yield Paragraph(say(MORE_THAN_ONCE), Role.MUTED)
    columns = (
        Column(say(BY_COLUMN[report.by])),
        *(Column(say(STATES[state]), right=True, firm=True) for state in State),
        Column(say(TOTAL), right=True, firm=True),
    )
    yield Table(columns, tuple(_group(group, frame) for group in report.groups))


def _group(group: Group, frame: Frame) -> tuple[Cell, ...]:
    if group.key is None:
        name = Cell(frame.say(NOT_GIVEN), Role.MUTED)
    else:
        name = Cell(frame.say(group.label) if group.label else group.key)
    shares = []
    for state in State:
        part, percent = figure(frame, group.figures, state)
        shares.append(Cell(part.text, small=percent.text))
    return (name, *shares, Cell(number(group.total, frame.language)))


def each(report: CoverageReport, frame: Frame) -> Iterable[Block]:
    say = frame.say
    yield Heading(say(EACH))
    if not report.recommendations:
        yield Paragraph(say(NOTHING))
        return
    yield table(report.recommendations, frame)


def _next(report: CoverageReport, frame: Frame) -> Iterable[Block]:
    if report.recommendations:
        yield Paragraph(frame.say(NEXT(id=report.recommendations[0].id)), Role.MUTED)


def response(line: RecommendationCoverage, frame: Frame) -> Cell:
    """What government answered to a recommendation, with the pledge."""
    pledge = frame.say(COMMITMENT) if line.commitment else ""
    return response_cell(
        frame, line.response, line.response_date, pledge, line.response_searched, line.draft
    )


def table(recommendations: Iterable[RecommendationCoverage], frame: Frame) -> Table:
    """A row per recommendation: its state, what stands behind it, what government answered."""
    say = frame.say
    columns = (
        Column(say(STATE)), Column(say(RECOMMENDATION)), Column(say(VIA)), Column(say(RESPONSE)),
    )  # fmt: skip
    rows = []
    for line in recommendations:
        rows.append(
            (
                state_cell(frame, line.state, ", ".join(state_marks(line, frame))),
                Cell(say(line.title), small=line.id),
                Cell(", ".join(line.via), Role.ID),
                response(line, frame),
            )
        )
    return Table(columns, tuple(rows))


TITLE = Phrase("Coverage", "Dekking")
STATE = labels.STATE
ON_BASIS = {
    Basis.INFERRED: labels.ON_BASIS["inferred"],
    Basis.STATED: labels.ON_BASIS["stated"],
}
N_OF = labels.N_OF
BY = {
    By.THEME: labels.BY_THEME,
    By.SOURCE: labels.BY_SOURCE,
    By.INSTITUTION: Phrase("By institution", "Per instelling"),
    By.SPECIFICITY: Phrase("By specificity", "Naar concreetheid"),
    By.LEVEL: Phrase("By level of the instruments", "Naar niveau van de instrumenten"),
    By.OWNER: Phrase("By owner of the instruments", "Naar eigenaar van de instrumenten"),
}
BY_COLUMN = {
    By.THEME: labels.RECORD_KINDS["theme"],
    By.SOURCE: labels.RECORD_KINDS["source"],
    By.INSTITUTION: labels.FIELDS["institutions"],
    By.SPECIFICITY: Phrase("1 general … 5 concrete", "1 algemeen … 5 concreet"),
    By.LEVEL: labels.FIELDS["level"],
    By.OWNER: labels.FIELDS["owner"],
}
NONE_COVERED = Phrase(
    "None is covered: for that, full links must lead to a live instrument, so a source would have "
    "to say of each that it answers the whole of what was asked.",
    "Geen is gedekt: daarvoor moeten volledige verbanden naar een lopend instrument leiden, en zou "
    "een bron dus van elk moeten zeggen dat het alles beantwoordt wat is gevraagd.",
)
OLDER = Phrase(
    "Answered or planned, but only by what was there before it was asked (older): {part} "
    "({percent}).",
    "Beantwoord of gepland, maar alleen met wat er al was voordat erom werd gevraagd (ouder): "
    "{part} ({percent}).",
)
NO_ACT = Phrase(
    "Answered or planned, but only by an agenda, a strategy, a vision, a proposal or a monitor "
    "(no act): {part} ({percent}).",
    "Beantwoord of gepland, maar alleen met een agenda, een strategie, een visie, een voorstel of "
    "een monitor (niet uitvoerend): {part} ({percent}).",
)
SEARCHED = Phrase(
    "Gaps that somebody looked into: {part} ({percent}); of the others nobody knows whether nobody "
    "acts or nobody looked.",
    "Open aanbevelingen waarvoor iemand heeft gezocht: {part} ({percent}); van de andere is niet "
    "bekend of niemand iets doet of niemand heeft gekeken.",
)
SILENT = Phrase(
    "No response found: {part} ({percent}); somebody looked for one: {searched} ({of_these}).",
    "Geen reactie gevonden: {part} ({percent}); ernaar gezocht: {searched} ({of_these}).",
)
SUSPECT_COUNTED = Phrase(
    "Counted, but changed since their review: {count} links (--no-suspect leaves them out).",
    "Meegeteld, maar gewijzigd sinds hun toetsing: {count} verbanden (--no-suspect laat ze weg).",
)
SUSPECT_LEFT_OUT = Phrase(
    "Left out, because changed since their review: {count} links.",
    "Weggelaten, want gewijzigd sinds hun toetsing: {count} verbanden.",
)
MORE_THAN_ONCE = Phrase(
    "A recommendation may stand in several rows, so the rows do not add up to the total.",
    "Een aanbeveling kan in meer rijen staan, dus de rijen tellen niet op tot het totaal.",
)
NOT_GIVEN = Phrase("(not given)", "(niet opgegeven)")
EACH = Phrase("Each recommendation", "Elke aanbeveling")
NOTHING = Phrase(
    "No recommendation was selected, or none was known on this date.",
    "Er is geen aanbeveling gekozen, of er was er op deze datum geen bekend.",
)
NOT_EACH = Phrase(
    "A line for each recommendation: --each.", "Een regel voor elke aanbeveling: --each."
)
RECOMMENDATION = labels.RECORD_KINDS["recommendation"]
VIA = labels.ANSWERED_BY
RESPONSE = labels.RESPONSE
NEXT = Phrase("Why? dosa-trace why {id}", "Waarom? dosa-trace why {id}")
