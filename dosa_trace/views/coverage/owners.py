"""The layout of what each owner or level holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dosa_trace.analysis.coverage.coverage import By, CoverageReport
from dosa_trace.analysis.coverage.owners import OwnerLine, OwnersReport
from dosa_trace.analysis.judging.figures import Share
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
from dosa_trace.language import Phrase, number
from dosa_trace.views.coverage import coverage
from dosa_trace.views.wording import begin
from dosa_trace.views.wording.caveats import briefly
from dosa_trace.views.wording.few import few
from dosa_trace.views.wording.frame import Frame


def layout(owners: OwnersReport, by: By, frame: Frame, each: bool = True) -> Document:
    """Without `each` no more than a screen: those that answer most."""
    report = owners.report
    if not each:
        return Document.of(
            frame.head(coverage.TITLE, report.where),
            begin.sentences(owners.summary, frame),
            _shortly(owners.owners, by, report, frame),
        )
    return Document.of(
        frame.head(coverage.TITLE, report.where),
        begin.sentences(owners.summary, frame),
        coverage.summary(report, frame),
        Facts(briefly(owners.summary, frame)),
        Heading(frame.say(coverage.BY[by])),
        table(owners.owners, by, report, frame),
    )


def _shortly(
    owner_lines: Sequence[OwnerLine], by: By, report: CoverageReport, frame: Frame
) -> Iterable[Block]:
    """Those that answer most, a line each."""
    say = frame.say
    yield Heading(say(coverage.BY[by]))
    ordered = sorted(owner_lines, key=lambda line: (-len(line.answers), -len(line.live)))
    shown, left = few(ordered, frame, coverage.MOST_ROWS, coverage.EACH_ROW)
    columns = (
        Column(say(coverage.BY_COLUMN[by])),
        Column(say(SHORT_LIVE), right=True),
        Column(say(SHORT_COVERED), right=True),
        Column("%", right=True, firm=True),
        Column(say(SHORT_ONLY), right=True),
    )
    rows = []
    for line in shown:
        share = line.answers_share(report.total)
        rows.append(
            (
                Cell(_name(line, by, frame)),
                Cell(number(len(line.live), frame.language)),
                Cell(frame.part(share)),
                Cell(frame.percent(share)),
                Cell(number(len(line.only), frame.language)),
            )
        )
    yield Table(columns, tuple(rows))
    yield from left


def table(
    owner_lines: Sequence[OwnerLine], by: By, report: CoverageReport, frame: Frame
) -> Iterable[Block]:
    """What each of them holds, with what is told of the selected recommendations."""
    say = frame.say
    yield Paragraph(say(ABOUT[by]), Role.MUTED)
    columns = (
        Column(say(coverage.BY_COLUMN[by])),
        Column(say(LIVE), right=True),
        Column(say(COVERED), right=True),
        Column(say(ONLY[by]), right=True),
    )
    rows = tuple(
        (
            Cell(_name(line, by, frame)),
            Cell(number(len(line.live), frame.language)),
            _share(line.answers_share(report.total), frame),
            _share(line.only_share(report.total), frame),
        )
        for line in owner_lines
    )
    yield Table(columns, rows)


def _name(line: OwnerLine, by: By, frame: Frame) -> str:
    if by is By.LEVEL:
        return frame.level(line.id)
    return frame.say(line.label) if line.label else line.id


def _share(share: Share, frame: Frame) -> Cell:
    return Cell(frame.part(share), small=frame.percent(share))


ABOUT = {
    By.OWNER: Phrase(
        "For each organisation: active or completed instruments, selected recommendations "
        "they cover in whole or part, and those only that organisation covers. Several "
        "organisations can cover one recommendation.",
        "Per organisatie: het aantal instrumenten (actief of afgerond), hoeveel gekozen "
        "aanbevelingen die (deels) dekken, en hoeveel alleen via deze organisatie. Eén "
        "aanbeveling kan via meer organisaties gedekt zijn.",
    ),
    By.LEVEL: Phrase(
        "For each level: active or completed instruments, selected recommendations they cover "
        "in whole or part, and those only this level covers. Several levels can cover one "
        "recommendation.",
        "Per niveau: het aantal instrumenten (actief of afgerond), hoeveel gekozen "
        "aanbevelingen die (deels) dekken, en hoeveel alleen op dit niveau. Eén aanbeveling "
        "kan op meer niveaus gedekt zijn.",
    ),
}
SHORT_LIVE, SHORT_COVERED, SHORT_ONLY = (
    Phrase("active or completed", "actief of afgerond"),
    Phrase("covered or partly", "gedekt of deels"),
    Phrase("only these", "alleen deze"),
)
LIVE = Phrase("active or completed instruments", "actieve of afgeronde instrumenten")
COVERED = Phrase(
    "recommendations covered or partly covered",
    "gedekte en deels gedekte aanbevelingen",
)
ONLY = {
    By.OWNER: Phrase("only through this organisation", "alleen via deze organisatie"),
    By.LEVEL: Phrase("only at this level", "alleen op dit niveau"),
}
