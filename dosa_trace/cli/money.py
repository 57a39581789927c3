"""`dosa-trace money`"""

from __future__ import annotations

from typing import Annotated

from dosa_trace.analysis.money.money import MoneyBy
from dosa_trace.cli.parameters import (
    AsOf,
    BasisChoice,
    CountedBasis,
    CountSuspect,
    WhereList,
    conditions,
    option,
)
from dosa_trace.cli.session import Session
from dosa_trace.language import Phrase
from dosa_trace.questions.money import money as ask

ABOUT = Phrase(
    "How much money is there for the instruments of the recommendations?\n\nThe amounts in "
    "the catalogue for what is covered, partly covered and planned, and for instruments "
    "without a recommendation. An instrument, its parts and its recommendations are never "
    "counted twice.",
    "Hoeveel geld is er voor de instrumenten bij de aanbevelingen?\n\nDe bedragen in de "
    "catalogus voor wat gedekt, deels gedekt en gepland is, en voor instrumenten zonder "
    "aanbeveling. Een instrument, de onderdelen ervan en de aanbevelingen erbij tellen nooit "
    "dubbel.",
)


def money(
    session: Session,
    by: Annotated[
        MoneyBy,
        option(
            "--by",
            show_default=True,
            help=Phrase("How to split the amounts.", "Hoe de bedragen worden uitgesplitst."),
        ),
    ] = MoneyBy.STATE,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
    where: WhereList = None,
) -> int:
    graph = session.opening.graph(as_of, basis.basis, suspect)
    session.answer(ask(graph, where=conditions(where), by=by))
    return 0
