"""`dosa-trace agreement`"""

from __future__ import annotations

from typing import Annotated

from dosa_trace.catalog.model.vocabulary import Basis, Matter
from dosa_trace.cli.parameters import AsOf, WhereList, conditions, option
from dosa_trace.cli.session import Session
from dosa_trace.language import Phrase

ABOUT = Phrase(
    "How far do reviewers of the same links agree?\n\nOf what two or more judged: how much was "
    "judged alike, and kappa, by source, theme, judgement and reviewers.",
    "Hoever stemmen beoordelaars van dezelfde koppelingen overeen?\n\nVan wat twee of meer "
    "beoordeelden: hoeveel gelijk is beoordeeld, en kappa, per bron, thema, oordeel en "
    "beoordelaars.",
)


def agreement(
    session: Session,
    of: Annotated[
        Matter,
        option(
            "--of",
            help=Phrase(
                "What was judged: extent, specificity or responses.",
                "Wat is beoordeeld: extent, specificity of responses.",
            ),
        ),
    ] = Matter.EXTENT,
    as_of: AsOf = None,
    where: WhereList = None,
) -> int:
    from dosa_trace.questions.agreement import agreement as ask

    graph = session.opening.graph(as_of, Basis.INFERRED)
    session.answer(ask(graph, of=of, where=conditions(where)))
    return 0
