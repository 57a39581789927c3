"""`dosa-trace due`"""

from __future__ import annotations

from typing import Annotated

from dosa_trace.analysis.due.due import AHEAD
from dosa_trace.cli.parameters import (
    AsOf,
    BasisChoice,
    CountedBasis,
    CountSuspect,
    Limit,
    WhereList,
    conditions,
    option,
)
from dosa_trace.cli.session import Session
from dosa_trace.language import Phrase
from dosa_trace.questions.due import due as ask

ABOUT = Phrase(
    "What is past its date, due soon, or put off?\n\nTargets of instruments, responses that a "
    "source asks for within a term, and instruments that are still announced. --where takes "
    "owner, level, theme, kind, status and id.",
    "Wat is voorbij, binnenkort of uitgesteld?\n\nStreefdatums van instrumenten, reacties die een "
    "bron binnen een termijn vraagt, en instrumenten die nog maar zijn aangekondigd. --where kent "
    "owner, level, theme, kind, status en id.",
)


def due(
    session: Session,
    within: Annotated[
        int,
        option(
            "--within",
            min=0,
            max=1200,
            metavar="N",
            show_default=True,
            help=Phrase("How many months ahead.", "Hoeveel maanden vooruit."),
        ),
    ] = AHEAD,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
    where: WhereList = None,
    limit: Limit = None,
) -> int:
    graph = session.opening.graph(as_of, basis.basis, suspect)
    session.answer(ask(graph, where=conditions(where), within=within), limit)
    return 0
