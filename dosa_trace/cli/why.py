"""`dosa-trace why ID`"""

from __future__ import annotations

from typing import Annotated

import typer

from dosa_trace.cli.options import AsOf, BasisChoice, CountedBasis, CountSuspect, RecordId
from dosa_trace.cli.session import Session


def why(
    session: Session,
    identifier: RecordId,
    limit: Annotated[
        int, typer.Option("--limit", min=1, metavar="N", help="At most so many chains.")
    ] = 20,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
) -> int:
    """Why is the state of a recommendation what it is?

    Every chain of links behind it, hop by hop, with its sources. For an instrument: everything
    that leads to it.
    """
    # Not above: a shell that completes an id imports this module, and nobody waits for it.
    from dosa_trace.analysis.explanation import explain
    from dosa_trace.views.explanation import layout

    graph = session.graph(as_of, basis.basis, suspect)
    found = explain(graph, identifier, limit)
    frame = session.frame(graph.as_of, graph.basis)
    session.emit(
        "why", found, layout, lambda one: [hop for each in one.chains for hop in each.hops], frame
    )
    return 0
