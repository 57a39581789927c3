"""`dosa-trace orphans`"""

from __future__ import annotations

from dosa_trace.analysis.coverage.orphans import orphans as ask
from dosa_trace.cli.parameters import AsOf, BasisChoice, CountedBasis, Limit
from dosa_trace.cli.session import Session
from dosa_trace.language import Phrase
from dosa_trace.output.answer import Answer
from dosa_trace.results import data_of
from dosa_trace.views.coverage.orphans import layout

ABOUT = Phrase(
    "Which instruments have no recommendation?\n\nAlso objectives without a recommendation or "
    "an instrument, sources that are never cited and themes that are never used.",
    "Welke instrumenten hebben geen aanbeveling?\n\nOok doelstellingen zonder aanbeveling of "
    "instrument, bronnen die nergens worden aangehaald en thema's die nergens worden "
    "gebruikt.",
)


def orphans(
    session: Session,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    limit: Limit = None,
) -> int:
    graph = session.opening.graph(as_of, basis.basis)
    orphan_list = ask(graph)
    frame = session.opening.frame(graph.as_of, graph.basis, limit)
    session.deliver(
        Answer(
            data=lambda: frame.envelope("orphans") | data_of(orphan_list),
            document=lambda: layout(orphan_list, frame),
            rows=lambda: orphan_list.items,
        )
    )
    return 0
