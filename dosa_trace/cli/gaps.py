"""`dosa-trace gaps`"""

from __future__ import annotations

from typing import Annotated

import typer

from dosa_trace.analysis.gaps import gaps as ask
from dosa_trace.cli.options import (
    AsOf,
    BasisChoice,
    CountedBasis,
    CountSuspect,
    WhereList,
    conditions,
)
from dosa_trace.cli.session import Session
from dosa_trace.views.gaps import layout


def gaps(
    session: Session,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what is planned or partly covered.")
    ] = False,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
    where: WhereList = None,
) -> int:
    """What is not covered, and why not?"""
    graph = session.graph(as_of, basis.basis, suspect)
    found = ask(graph, conditions(where), everything)
    frame = session.frame(graph.as_of, graph.basis)
    session.emit("gaps", found, layout, lambda one: one.items, frame)
    return 0
