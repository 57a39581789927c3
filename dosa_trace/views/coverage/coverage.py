"""The layout of a coverage: the figures on both bases, the split asked for, every line."""

from __future__ import annotations

from collections.abc import Iterable

from dosa_trace import labels
from dosa_trace.analysis.coverage.coverage import By, CoverageReport, Group, RecommendationCoverage
from dosa_trace.analysis.coverage.summary import Summary
from dosa_trace.analysis.judging.figures import Figures
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.catalog.model.vocabulary import Basis
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
from dosa_trace.language import Phrase, number
from dosa_trace.views.wording import begin
from dosa_trace.views.wording.caveats import briefly, remarks
from dosa_trace.views.wording.claim import NOTHING
from dosa_trace.views.wording.few import few
from dosa_trace.views.wording.frame import Frame, state_cell
from dosa_trace.views.wording.marks import behind, response, state_marks


def layout(
    report: CoverageReport, begun: Summary, frame: Frame, lines: bool = True, caveats: bool = False
) -> Document:
    """`lines`: also a line for every recommendation; `caveats`: all that must be known beside the
    figures, and not only what touches most."""
    if report.by is By.ADDRESSEE and not lines and not caveats:
        return Document.of(
            frame.head(TITLE, report.where),
            begin.sentences(begun, frame),
            _shortly(report, report.by, frame),
        )
    return Document.of(
        frame.head(TITLE, report.where),
        begin.sentences(begun, frame),
        summary(report, frame),
        remarks(begun, frame) if caveats else Facts(briefly(begun, frame)),
        () if report.by is None else (Heading(frame.say(BY[report.by])), *split(report, frame)),
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


def summary(report: CoverageReport, frame: Frame, total: bool = True) -> Table:
    """Both bases beside each other, that which was asked for first, with its bars, so that neither
    passes for all; `total`: with a row for the total, which stands in every other row as well."""
    say = frame.say
    asked = frame.basis or Basis.INFERRED
    order = (asked, *(basis for basis in (Basis.INFERRED, Basis.STATED) if basis is not asked))
    columns = [Column(say(labels.STATE), firm=True), Column("")]
    for basis in order:
        columns += [
            Column(say(ON_BASIS[basis]), right=True, firm=True),
            Column("%", right=True, firm=True),
        ]
    rows = [
        (
            state_cell(frame, state),
            bar(report.figures, state),
            *(cell for basis in order for cell in figure(frame, report.by_basis[basis], state)),
        )
        for state in State
    ]
    if total:
        count = Cell(number(report.total, frame.language), Role.STRONG)
        rows.append((Cell(say(TOTAL), Role.STRONG), Cell(""), count, Cell(""), count, Cell("")))
    return Table(tuple(columns), tuple(rows))


def split(report: CoverageReport, frame: Frame) -> Iterable[Block]:
    """The figures of each part, and that they do not add up where they do not."""
    say = frame.say
    if report.by is None:
        return
    if not report.adds_up:
        yield Paragraph(say(MORE_THAN_ONCE), Role.MUTED)
    columns = (
        Column(say(BY_COLUMN[report.by])),
        *(Column(say(STATES[state]), right=True, firm=True) for state in State),
        Column(say(TOTAL), right=True, firm=True),
    )
    yield Table(columns, tuple(_group(group, frame) for group in report.groups))


def counted(groups: Iterable[Group], by: By, frame: Frame) -> Table:
    """How many of each part are in each state: a line each, with something for the eye."""
    say = frame.say
    columns = (
        Column(say(BY_COLUMN[by])),
        Column(""),
        *(Column(say(STATES[state]), right=True) for state in State),
        Column(say(TOTAL), right=True, firm=True),
    )
    return Table(columns, tuple(_counted(group, frame) for group in groups))


def _counted(group: Group, frame: Frame) -> tuple[Cell, ...]:
    counts = (getattr(group.counts, state) for state in State)
    return (
        Cell(_part_name(group, frame)),
        bar(group.figures, *State),
        *(
            Cell(number(count, frame.language), Role.PLAIN if count else Role.MUTED)
            for count in counts
        ),
        Cell(number(group.total, frame.language)),
    )


def _part_name(group: Group, frame: Frame) -> str:
    if group.key is None:
        return frame.say(NOT_GIVEN)
    return frame.say(group.label) if group.label else group.key


def _shortly(report: CoverageReport, by: By, frame: Frame) -> Iterable[Block]:
    """The parts with most recommendations, on one screen; all of them, and their shares, `each`
    tells."""
    yield Heading(frame.say(BY[by]))
    groups = sorted(report.groups, key=lambda group: -group.total)
    shown, left = few(groups, frame, MOST_ROWS, EACH_ROW)
    yield counted(shown, by, frame)
    yield from left


def _group(group: Group, frame: Frame) -> tuple[Cell, ...]:
    name = Cell(_part_name(group, frame), Role.PLAIN if group.key else Role.MUTED)
    shares = (group.figures.share(state) for state in State)
    counts = (
        Cell(number(share.numerator, frame.language), small=frame.percent(share))
        for share in shares
    )
    return (name, *counts, Cell(number(group.total, frame.language)))


def each(report: CoverageReport, frame: Frame) -> Iterable[Block]:
    say = frame.say
    yield Heading(say(EACH))
    if not report.recommendations:
        yield Paragraph(say(NOTHING))
        return
    yield table(report.recommendations, frame)


def _next(report: CoverageReport, frame: Frame) -> Iterable[Block]:
    if report.recommendations:
        stated = " --basis stated" if frame.basis is Basis.STATED else ""
        first = f"{report.recommendations[0].id}{stated}"
        yield Paragraph(frame.say(NEXT(id=first)), Role.MUTED)


def table(recommendations: Iterable[RecommendationCoverage], frame: Frame) -> Table:
    """A row per recommendation: its state, what supports it, what government answered."""
    say = frame.say
    columns = (
        Column(say(labels.STATE)),
        Column(say(RECOMMENDATION)),
        Column(say(labels.ANSWERED_BY)),
        Column(say(labels.RESPONSE)),
    )
    rows = []
    for line in recommendations:
        rows.append(
            (
                state_cell(frame, line.state, ", ".join(state_marks(line, frame))),
                Cell(say(line.title), small=line.id),
                behind(line, frame),
                response(line, frame),
            )
        )
    return Table(columns, tuple(rows))


#: How many parts of a split one screen has room for.
MOST_ROWS = 4
EACH_ROW = Phrase("And {count} more: --each.", "En nog {count}: --each.")
TITLE = Phrase("Coverage of recommendations", "Dekking van aanbevelingen")
ON_BASIS = {
    Basis.INFERRED: labels.ON_BASIS["inferred"],
    Basis.STATED: labels.ON_BASIS["stated"],
}
BY = {
    By.THEME: labels.BY_THEME,
    By.SOURCE: labels.BY_SOURCE,
    By.INSTITUTION: Phrase("By institution", "Per instelling"),
    By.SPECIFICITY: Phrase("By specificity", "Per concreetheid"),
    By.LEVEL: Phrase("By level of the instruments", "Per niveau van de instrumenten"),
    By.OWNER: Phrase("By responsible organisation", "Per verantwoordelijke organisatie"),
    By.SPEAKER: Phrase("By who reports it", "Naar wie het meldt"),
    By.ADDRESSEE: Phrase("By addressee", "Per geadresseerde"),
}
BY_COLUMN = {
    By.THEME: labels.RECORD_KINDS["theme"],
    By.SOURCE: labels.RECORD_KINDS["source"],
    By.INSTITUTION: labels.FIELDS["institutions"],
    By.SPECIFICITY: Phrase("1 general … 5 concrete", "1 algemeen … 5 concreet"),
    By.LEVEL: labels.FIELDS["level"],
    By.OWNER: labels.FIELDS["owner"],
    By.SPEAKER: Phrase("who reports it", "wie het meldt"),
    By.ADDRESSEE: labels.FIELDS["addressee"],
}
MORE_THAN_ONCE = Phrase(
    "A recommendation can be in several rows, so do not add up the rows.",
    "Een aanbeveling kan bij meer rijen horen. Tel de rijen dus niet op.",
)
NOT_GIVEN = Phrase("(not given)", "(niet opgegeven)")
EACH = Phrase("Each recommendation", "Elke aanbeveling")
NOT_EACH = Phrase(
    "A line for each recommendation: --each.", "Een regel voor elke aanbeveling: --each."
)
RECOMMENDATION = labels.RECORD_KINDS["recommendation"]
NEXT = Phrase("Why? dosa-trace why {id}", "Waarom? dosa-trace why {id}")
