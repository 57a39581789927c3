"""`dosa-trace money`"""

from __future__ import annotations

from typing import Annotated

from dosa_trace.analysis.money.money import MoneyBy
from dosa_trace.analysis.money.money import money as ask
from dosa_trace.cli.parameters import (
    AsOf,
    BasisChoice,
    CountedBasis,
    CountSuspect,
    WhereList,
    conditions,
    option,
)
from dosa_trace.cli.session import Session, answer_of
from dosa_trace.language import Phrase
from dosa_trace.views.money import layout

ABOUT = Phrase(
    "How much money stands behind it?\n\n"
    "The amounts on file behind what is covered, partly covered, planned and orphaned, never an "
    "instrument and its part, nor one instrument behind two recommendations, twice.",
    "Hoeveel geld staat erachter?\n\n"
    "De vastgelegde bedragen achter wat gedekt, deels gedekt, gepland en wees is; nooit een "
    "instrument en zijn deel, of één instrument achter twee aanbevelingen, dubbel.",
)


def money(
    session: Session,
    by: Annotated[
        MoneyBy,
        option(
            "--by",
            show_default=True,
            help=Phrase("What to split the amounts by.", "Waarnaar de bedragen worden gesplitst."),
        ),
    ] = MoneyBy.STATE,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
    where: WhereList = None,
) -> int:
    graph = session.opening.graph(as_of, basis.basis, suspect)
    amounts = ask(graph, by, conditions(where))
    frame = session.opening.frame(graph.as_of, graph.basis)
    session.deliver(
        answer_of("money", amounts, frame, lambda: layout(amounts, frame), lambda: amounts.items)
    )
    return 0
