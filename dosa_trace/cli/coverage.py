"""`dosa-trace coverage`"""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dosa_trace.analysis.coverage import By, CoverageReport
from dosa_trace.analysis.coverage import coverage as ask
from dosa_trace.analysis.verdicts import State
from dosa_trace.cli.options import (
    AsOf,
    BasisChoice,
    CountedBasis,
    CountSuspect,
    WhereList,
    conditions,
)
from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.document import Document
from dosa_trace.language import Phrase
from dosa_trace.output import Format
from dosa_trace.views.coverage import layout
from dosa_trace.views.frame import Frame

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph

#: How many lines a screen still shows together with the figures above them.
FEW = 12


def coverage(
    session: Session,
    by: Annotated[
        By | None, typer.Option("--by", help="Also split the figures.", show_default=False)
    ] = None,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
    where: WhereList = None,
    each: Annotated[
        bool | None,
        typer.Option(
            "--each/--no-each",
            show_default=False,
            help="A line for each recommendation; on a screen only up to 12 if left out.",
        ),
    ] = None,
    snapshot: Annotated[
        Path | None,
        typer.Option(
            "--snapshot",
            metavar="FILE",
            show_default=False,
            help="Also write every state to a small text file, which `check --snapshot` compares.",
        ),
    ] = None,
    fail_under: Annotated[
        float | None,
        typer.Option(
            "--fail-under",
            min=0,
            max=100,
            metavar="N",
            show_default=False,
            help="Exit with 1 when less than N percent is covered.",
        ),
    ] = None,
    fail_under_any: Annotated[
        float | None,
        typer.Option(
            "--fail-under-any",
            min=0,
            max=100,
            metavar="N",
            show_default=False,
            help="Exit with 1 when less than N percent is covered or partly covered.",
        ),
    ] = None,
) -> int:
    """How far is each recommendation answered?

    The states: covered, partly covered, planned, declined, gap. Each figure is shown with what it
    is a part of, on both bases.
    """  # fmt: skip
    for option, percent in (("--fail-under", fail_under), ("--fail-under-any", fail_under_any)):
        if percent is not None and math.isnan(percent):
            raise BadQuestion(NOT_A_NUMBER(option=option))
    graph = session.graph(as_of, basis.basis, suspect)
    report, arrange = _answer(session, graph, by, where, each)
    session.emit(
        "coverage",
        report,
        arrange,
        lambda found: found.groups if found.by else found.recommendations,
        session.frame(graph.as_of, graph.basis),
    )
    if snapshot is not None:
        from dosa_trace.cli.snapshot import write_snapshot

        write_snapshot(session, snapshot, graph)
    met = [
        _meets(session, report, "--fail-under", fail_under, State.COVERED),
        _meets(session, report, "--fail-under-any", fail_under_any, State.COVERED, State.PARTLY),
    ]
    return 0 if all(met) else 1


def _answer(
    session: Session,
    graph: TraceGraph,
    by: By | None,
    where: list[str] | None,
    each: bool | None,
) -> tuple[CoverageReport, Callable[[CoverageReport, Frame], Document]]:
    """What was found, and how to lay it out: who asks about everything and for people to read
    gets the overview, and a list that would scroll it off a screen only if wanted."""
    chosen = conditions(where)
    page = None
    if by is None and not chosen and session.format in (Format.TABLE, Format.MARKDOWN):
        from dosa_trace.analysis.overview import overview

        page = overview(graph)
    report = page.report if page else ask(graph, chosen, by)
    lines = each if each is not None else not session.on_screen or report.total <= FEW
    if page is None:
        return report, lambda found, frame: layout(found, frame, lines)

    def arrange(_: CoverageReport, frame: Frame) -> Document:
        from dosa_trace.views.overview import layout

        return layout(page, frame, lines)

    return report, arrange


def _meets(
    session: Session, report: CoverageReport, option: str, percent: float | None, *states: State
) -> bool:
    """Whether a threshold is met; of nothing there is no percentage, so that cannot be asked."""
    if percent is None:
        return True
    if not report.total:
        raise BadQuestion(NOTHING_TO_MEASURE(option=option))
    share = report.figures.share(*states)
    if share.reaches(Decimal(str(percent))):
        return True
    session.note(
        MISSED(option=option, percent=f"{percent:g}", n=share.numerator, of=share.denominator)
    )
    return False


NOT_A_NUMBER = Phrase("{option} needs a number", "{option} vraagt een getal")
NOTHING_TO_MEASURE = Phrase(
    "{option} has nothing to measure: no recommendation was selected",
    "{option} heeft niets te meten: er is geen aanbeveling gekozen",
)
MISSED = Phrase(
    "{option} {percent} is missed: {n} of {of}", "{option} {percent} is niet gehaald: {n} van {of}"
)
