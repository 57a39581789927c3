"""`dosa-trace orphans`"""

from __future__ import annotations

from dosa_trace.analysis.orphans import orphans as ask
from dosa_trace.cli.options import AsOf, BasisChoice, CountedBasis
from dosa_trace.cli.session import Session
from dosa_trace.views.orphans import layout


def orphans(
    session: Session, as_of: AsOf = None, basis: BasisChoice = CountedBasis.INFERRED
) -> int:
    """Which instruments answer nothing that was asked?

    Also the objectives that nobody asks for or pursues, sources that nothing cites and themes that
    nothing uses.
    """
    graph = session.graph(as_of, basis.basis)
    frame = session.frame(graph.as_of, graph.basis)
    session.emit("orphans", ask(graph), layout, lambda one: one.items, frame)
    return 0
