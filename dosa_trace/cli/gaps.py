"""`dosa-trace gaps`"""

from __future__ import annotations

from typing import Annotated

from dosa_trace.analysis.coverage.priority import Order
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
from dosa_trace.questions.gaps import gaps as ask

ABOUT = Phrase(
    "Which recommendations are open or declined, and why?",
    "Welke aanbevelingen zijn open of afgewezen, en waarom?",
)


def gaps(
    session: Session,
    everything: Annotated[
        bool,
        option(
            "--all",
            help=Phrase(
                "Also what is planned or partly covered.", "Ook wat gepland of deels gedekt is."
            ),
        ),
    ] = False,
    sort: Annotated[
        Order,
        option(
            "--sort",
            show_default=True,
            help=Phrase(
                "Which open recommendation comes first.", "Welke open aanbeveling eerst komt."
            ),
        ),
    ] = Order.PRIORITY,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
    where: WhereList = None,
    limit: Limit = None,
) -> int:
    graph = session.opening.graph(as_of, basis.basis, suspect)
    result = ask(graph, where=conditions(where), all=everything, sort=sort)
    session.answer(result, limit)
    return 0
