"""`dosa-trace cross`"""

from __future__ import annotations

from dosa_trace.cli.parameters import (
    AsOf,
    BasisChoice,
    CountedBasis,
    CountSuspect,
    WhereList,
    conditions,
)
from dosa_trace.cli.session import Session
from dosa_trace.language import Phrase

ABOUT = Phrase(
    "Which commitments were made, and what is being done?\n\nEach recommendation by "
    "commitment and by action: completed, under way, announced only, none. "
    "Commitments without action and action without a commitment are marked.",
    "Wat is toegezegd, en wat gebeurt er?\n\nElke aanbeveling naar toezegging en naar actie: "
    "afgerond, in uitvoering, alleen aangekondigd, geen. Toezeggingen zonder actie en "
    "actie zonder toezegging zijn gemarkeerd.",
)


def cross(
    session: Session,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
    where: WhereList = None,
) -> int:
    from dosa_trace.questions.cross import cross as ask

    graph = session.opening.graph(as_of, basis.basis, suspect)
    session.answer(ask(graph, where=conditions(where)))
    return 0
