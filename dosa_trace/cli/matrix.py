"""`dosa-trace matrix`"""

from __future__ import annotations

from typing import Annotated

from dosa_trace.analysis.drawing.matrix import Against
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

ABOUT = Phrase(
    "Which recommendation has which instrument?\n\nA table of recommendations against "
    "instruments, objectives, themes or institutions, with similar ones side by side.",
    "Welke aanbeveling heeft welk instrument?\n\nEen tabel van aanbevelingen tegenover "
    "instrumenten, doelstellingen, thema's of instellingen, met wat op elkaar lijkt naast "
    "elkaar.",
)


def matrix(
    session: Session,
    against: Annotated[
        Against,
        option(
            "--against",
            show_default=True,
            help=Phrase("What the columns are.", "Wat de kolommen zijn."),
        ),
    ] = Against.INSTRUMENTS,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
    where: WhereList = None,
) -> int:
    from dosa_trace.questions.matrix import matrix as ask

    graph = session.opening.graph(as_of, basis.basis, suspect)
    session.answer(ask(graph, where=conditions(where), against=against))
    return 0
