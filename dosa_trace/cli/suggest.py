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
    "What did we overlook?\n\n"
    "Links that nobody drew, proposed from words and themes that are alike, each with the words "
    "that made it. Nothing is written, and nothing counts until somebody has judged it; -f yaml "
    "prints the links to paste and judge.",
    "Wat zagen we over het hoofd?\n\n"
    "Verbanden die niemand legde, voorgesteld uit woorden en thema's die op elkaar lijken, elk met "
    "de woorden die het maakten. Er wordt niets geschreven, en niets telt voor iemand het heeft "
    "beoordeeld; -f yaml toont de verbanden om te plakken en te beoordelen.",
)


def suggest(
    session: Session,
    identifier: Annotated[
        str | None,
        argument(
            metavar="[ID]",
            help=Phrase(
                "A recommendation, objective or instrument; the gaps if left out.",
                "Een aanbeveling, doelstelling of instrument; anders de leemten.",
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
            help=Phrase("At most so many.", "Hoogstens zoveel."),
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
    "--all rangschikt elk paar, en '{id}' is één",
)
