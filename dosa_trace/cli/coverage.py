"""`dosa-trace coverage`"""

from __future__ import annotations

import math
from decimal import Decimal
from pathlib import Path
from typing import Annotated

from dosa_trace.analysis.coverage.coverage import By, CoverageReport
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.cli.parameters import (
    FILE,
    AsOf,
    BasisChoice,
    CountedBasis,
    CountSuspect,
    WhereList,
    conditions,
    option,
)
from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Phrase
from dosa_trace.questions.coverage import CoverageResult
from dosa_trace.questions.coverage import coverage as ask
from dosa_trace.questions.result import Layout

ABOUT = Phrase(
    "How far is each recommendation covered?\n\nThe states: covered, partly covered, planned, "
    "declined (rejected or existing policy), open. Covered is not about budgets. Each figure "
    "is a part of a whole, by source or analyst and by sources only.",
    "In hoeverre is elke aanbeveling gedekt?\n\nDe standen: gedekt, deels gedekt, gepland, "
    "afgewezen (niet overgenomen of staand beleid), open. Gedekt gaat niet over dekking in "
    "een begroting. Bij elk cijfer staat waarvan het een deel is, volgens bron of analist en "
    "volgens alleen bronnen.",
)


def coverage(
    session: Session,
    by: Annotated[
        By | None,
        option(
            "--by",
            help=Phrase("Also split the figures.", "Splits de cijfers ook uit."),
        ),
    ] = None,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
    where: WhereList = None,
    each: Annotated[
        bool | None,
        option(
            "--each/--no-each",
            help=Phrase(
                "A line for each recommendation. By default only on a screen, for 12 or fewer.",
                "Een regel per aanbeveling. Standaard alleen op een scherm, bij hoogstens 12.",
            ),
        ),
    ] = None,
    caveats: Annotated[
        bool,
        option(
            "--caveats",
            help=Phrase(
                "All that you must know beside the figures, a sentence each.",
                "Alles wat u bij de cijfers moet weten, elk in een zin.",
            ),
        ),
    ] = False,
    snapshot: Annotated[
        Path | None,
        option(
            "--snapshot",
            metavar=FILE,
            help=Phrase(
                "Also write every state to a small text file, for check --snapshot to compare.",
                "Schrijf elke stand ook naar een klein tekstbestand, waarmee check --snapshot "
                "vergelijkt.",
            ),
        ),
    ] = None,
    fail_under: Annotated[
        float | None,
        option(
            "--fail-under",
            min=0,
            max=100,
            metavar="N",
            help=Phrase(
                "Exit with 1 when less than N percent is covered.",
                "Eindig met 1 als minder dan N procent gedekt is.",
            ),
        ),
    ] = None,
    fail_under_any: Annotated[
        float | None,
        option(
            "--fail-under-any",
            min=0,
            max=100,
            metavar="N",
            help=Phrase(
                "Exit with 1 when less than N percent is covered or partly covered.",
                "Eindig met 1 als minder dan N procent gedekt of deels gedekt is.",
            ),
        ),
    ] = None,
) -> int:
    for name, percent in (("--fail-under", fail_under), ("--fail-under-any", fail_under_any)):
        if percent is not None and math.isnan(percent):
            raise BadQuestion(NOT_A_NUMBER(option=name))
    if snapshot is not None:
        if where:
            raise BadQuestion(SNAPSHOT_OF_ALL, LEAVE_WHERE)
        session.opening.falls_back = False  # what is written is kept, so whose it is must be chosen
    graph = session.opening.graph(as_of, basis.basis, suspect)
    if snapshot is not None:
        session.delivery.spare(snapshot)
    result = ask(graph, where=conditions(where), by=by)
    report = result if isinstance(result, CoverageResult) else result.report
    frame = session.opening.frame(graph.as_of, graph.basis)
    session.deliver(result._shapes(frame, Layout(each=each, caveats=caveats)))
    if snapshot is not None:
        from dosa_trace.cli.snapshot import write_snapshot

        write_snapshot(session, snapshot, graph)
    met = [
        _meets(session, report, "--fail-under", fail_under, State.COVERED),
        _meets(session, report, "--fail-under-any", fail_under_any, State.COVERED, State.PARTLY),
    ]
    return 0 if all(met) else 1


def _meets(
    session: Session, report: CoverageReport, name: str, percent: float | None, *states: State
) -> bool:
    """Whether a threshold is met; of nothing there is no percentage, so that cannot be asked."""
    if percent is None:
        return True
    if not report.total:
        raise BadQuestion(NOTHING_TO_MEASURE(option=name))
    share = report.figures.share(*states)
    if share.reaches(Decimal(str(percent))):
        return True
    session.delivery.note(
        MISSED(option=name, percent=f"{percent:g}", n=share.numerator, of=share.denominator)
    )
    return False


SNAPSHOT_OF_ALL = Phrase(
    "--snapshot keeps every state, so it cannot be used with --where",
    "--snapshot bewaart elke stand, en gaat dus niet samen met --where",
)
LEAVE_WHERE = Phrase("remove --where", "laat --where weg")
NOT_A_NUMBER = Phrase("{option} needs a number", "{option} vraagt een getal")
NOTHING_TO_MEASURE = Phrase(
    "{option} has nothing to measure: no recommendation was selected",
    "{option} heeft niets te meten: er is geen aanbeveling gekozen",
)
MISSED = Phrase(
    "{option} {percent} was not reached: {n} of {of}",
    "{option} {percent} is niet gehaald: {n} van {of}",
)
