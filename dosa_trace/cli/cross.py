"""`dosa-trace cross`"""

from __future__ import annotations

from dosa_trace.cli.options import (
    AsOf,
    BasisChoice,
    CountedBasis,
    CountSuspect,
    WhereList,
    conditions,
)
from dosa_trace.cli.session import Session


def cross(
    session: Session,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
    where: WhereList = None,
) -> int:
    """What was pledged, and what is done?

    Each recommendation by pledge (toezegging) and by action: carried out, being carried out,
    announced only, none. Marked are pledges without action, and action without a pledge.
    """
    from dosa_trace.analysis.cross import cross as ask
    from dosa_trace.views.cross import layout

    graph = session.graph(as_of, basis.basis, suspect)
    frame = session.frame(graph.as_of, graph.basis)
    found = ask(graph, conditions(where))
    session.emit("cross", found, layout, lambda one: one.recommendations, frame)
    return 0
