"""`dosa-trace why ID`"""

from __future__ import annotations

from typing import Annotated

from dosa_trace.cli.parameters import (
    AsOf,
    BasisChoice,
    CountedBasis,
    CountSuspect,
    RecordId,
    option,
)
from dosa_trace.cli.session import Session
from dosa_trace.language import Phrase
from dosa_trace.output.answer import Answer
from dosa_trace.results import data_of

ABOUT = Phrase(
    "Why does a recommendation have this state?\n\nEvery chain of links that supports it, "
    "step by step, with its sources. For an instrument: everything that leads to it.",
    "Waarom heeft een aanbeveling deze stand?\n\nElke keten van koppelingen die de stand "
    "ondersteunt, stap voor stap, met de bronnen. Voor een instrument: alles wat ernaartoe "
    "leidt.",
)


def why(
    session: Session,
    identifier: RecordId,
    limit: Annotated[
        int,
        option(
            "--limit",
            min=1,
            metavar="N",
            show_default=True,
            help=Phrase("At most this many chains.", "Hoogstens zoveel ketens."),
        ),
    ] = 20,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
) -> int:
    # Not above: a shell that completes an id imports this module, and nobody waits for it.
    from dosa_trace.analysis.why.explanation import explain
    from dosa_trace.views.why.explanation import layout

    graph = session.opening.graph(as_of, basis.basis, suspect)
    explanation = explain(graph, identifier, limit)
    frame = session.opening.frame(graph.as_of, graph.basis)
    session.deliver(
        Answer(
            data=lambda: frame.envelope("why") | data_of(explanation),
            document=lambda: layout(explanation, frame),
            rows=lambda: [hop for chain in explanation.chains for hop in chain.hops],
        )
    )
    return 0
