"""`dosa-trace list KIND`"""

from __future__ import annotations

from typing import Annotated

import typer

from dosa_trace.analysis.listing import Kind
from dosa_trace.analysis.listing import listing as ask
from dosa_trace.catalog.vocabulary import Basis
from dosa_trace.cli.options import AsOf, WhereList, conditions
from dosa_trace.cli.session import Session
from dosa_trace.views.listing import layout


def listing(
    session: Session,
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help="What to list.")],
    as_of: AsOf = None,
    where: WhereList = None,
) -> int:
    """Which records are there?

    KIND is recommendations, objectives, instruments, sources or links.
    """
    day = session.day(as_of)
    found = ask(session.catalog, kind, conditions(where), day)
    frame = session.frame(day, Basis.INFERRED)
    session.emit("list", found, layout, lambda one: one.items, frame)
    return 0
