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
from dosa_trace.cli.session import Session, answer_of
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
    from dosa_trace.analysis.coverage.cross import cross as ask
    from dosa_trace.views.coverage.cross import layout

    graph = session.opening.graph(as_of, basis.basis, suspect)
    crossed = ask(graph, conditions(where))
    frame = session.opening.frame(graph.as_of, graph.basis)
    session.deliver(
        answer_of(
            "cross", crossed, frame, lambda: layout(crossed, frame), lambda: crossed.recommendations
        )
    )
    return 0
