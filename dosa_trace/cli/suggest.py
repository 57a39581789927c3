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
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.labels import ONE_OF_THEM
from dosa_trace.language import Phrase
from dosa_trace.output.answer import Answer

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
    from dosa_trace.analysis.suggest.suggest import suggest as ask
    from dosa_trace.views.suggest import data, layout, snippet

    if identifier is not None and everything:
        raise BadQuestion(NOT_BOTH(id=identifier), ONE_OF_THEM)
    if identifier is not None:
        identifier = session.opening.meant(identifier, "recommendation", "objective", "instrument")
    graph = session.opening.graph(as_of, basis.basis)
    suggestions = ask(graph, identifier, conditions(where), everything, limit)
    frame = session.opening.frame(graph.as_of, graph.basis)
    session.deliver(
        Answer(
            data=lambda: frame.envelope("suggest") | data(suggestions, frame),
            rows=lambda: suggestions.items,
            document=lambda: layout(suggestions, frame),
            snippet=lambda: snippet(suggestions.items, frame),
        )
    )
    return 0


NOT_BOTH = Phrase(
    "--all ranks every pair, and '{id}' is one record",
    "--all rangschikt elk paar, en '{id}' is één record",
)
