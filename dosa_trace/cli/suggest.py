"""`dosa-trace suggest [ID]`"""

from __future__ import annotations

from typing import Annotated

from dosa_trace.cli.completion import complete_id
from dosa_trace.cli.parameters import (
    AsOf,
    BasisChoice,
    CountedBasis,
    WhereList,
    argument,
    conditions,
    option,
)
from dosa_trace.cli.session import Session
from dosa_trace.language import Phrase

ABOUT = Phrase(
    "Which links may be missing?\n\nLinks that nobody has made yet, proposed because words "
    "and themes are similar, with the words in question. Nothing is written, and nothing "
    "counts until somebody has reviewed it. -f yaml prints the links to paste and review.",
    "Welke koppelingen ontbreken er misschien?\n\nKoppelingen die nog niemand maakte, "
    "voorgesteld omdat woorden en thema's op elkaar lijken, met de woorden erbij. Er wordt "
    "niets geschreven, en niets telt mee tot iemand het heeft beoordeeld. -f yaml toont de "
    "koppelingen om te plakken en te beoordelen.",
)


def suggest(
    session: Session,
    identifier: Annotated[
        str | None,
        argument(
            metavar="[ID]",
            help=Phrase(
                "A recommendation, objective or instrument; by default what is open.",
                "Een aanbeveling, doelstelling of instrument; anders wat open is.",
            ),
            complete=complete_id,
        ),
    ] = None,
    everything: Annotated[
        bool,
        option(
            "--all",
            help=Phrase(
                "Rank every pair of recommendation and instrument.",
                "Rangschik elk paar van aanbeveling en instrument.",
            ),
        ),
    ] = False,
    limit: Annotated[
        int,
        option(
            "--limit",
            min=1,
            metavar="N",
            show_default=True,
            help=Phrase("At most this many.", "Hoogstens zoveel."),
        ),
    ] = 50,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    where: WhereList = None,
) -> int:
    from dosa_trace.questions.suggest import suggest as ask

    graph = session.opening.graph(as_of, basis.basis)
    session.answer(ask(graph, identifier, where=conditions(where), all=everything, limit=limit))
    return 0
