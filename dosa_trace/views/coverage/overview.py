"""The layout of an overview: the page that `coverage` without further question shows."""

from __future__ import annotations

from collections.abc import Iterable

from dosa_trace.analysis.coverage.coverage import By, CoverageReport
from dosa_trace.analysis.coverage.summary import Summary
from dosa_trace.document import (
    Block,
    Cell,
    Document,
    Facts,
    Heading,
    Paragraph,
    Role,
)
from dosa_trace.language import Phrase
from dosa_trace.views.coverage import coverage
from dosa_trace.views.wording import begin
from dosa_trace.views.wording.caveats import briefly, remarks
from dosa_trace.views.wording.frame import Frame


def layout(
    summary: Summary,
    report: CoverageReport,
    themes: CoverageReport,
    frame: Frame,
    each: bool,
    caveats: bool,
) -> Document:
    """`each`: also how every theme and every recommendation stands, and the gaps to look at first,
    which a screen has no room for beside what must be known first; `caveats`: all of that."""
    return Document.of(
        frame.head(coverage.TITLE),
        begin.sentences(summary, frame),
        coverage.summary(report, frame, total=each),
        remarks(summary, frame) if caveats else (),
        begin.telling(summary, frame) if each else (),
        _themes(themes, frame) if each else (),
        coverage.each(report, frame) if each else (),
        Facts(
            (
                *(() if caveats else briefly(summary, frame)),
                *_next(summary, report, frame, each, caveats),
            )
        ),
    )


def _themes(split: CoverageReport, frame: Frame) -> Iterable[Block]:
    groups = [group for group in split.groups if group.key is not None]
    if not groups:
        return
    say = frame.say
    yield Heading(say(coverage.BY[By.THEME]))
    yield coverage.counted(groups, By.THEME, frame)
    if not split.adds_up or len(groups) < len(split.groups):
        yield Paragraph(say(NOT_TO_TOTAL), Role.MUTED)


def _next(
    summary: Summary, report: CoverageReport, frame: Frame, each: bool, caveats: bool
) -> Iterable[tuple[str, Cell]]:
    """What to type from here, with a real id."""
    lines = [gap.line for gap in summary.telling] or list(report.recommendations)
    if not lines:
        return
    asked = [f"dosa-trace why {lines[0].id}"]
    more = [*([] if caveats else ["--caveats"]), *([] if each else ["--each"])]
    asked.append(" ".join(("dosa-trace coverage", *more)) if more else "dosa-trace gaps")
    yield frame.say(NEXT), Cell("; ".join(asked))


NOT_TO_TOTAL = Phrase(
    "A recommendation can be in several rows or none, so do not add up the rows.",
    "Een aanbeveling kan bij meer rijen horen of bij geen. Tel de rijen dus niet op.",
)
NEXT = Phrase("Next", "Verder kijken")
