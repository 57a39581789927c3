"""`dosa-trace show ID`"""

from __future__ import annotations

from dosa_trace.catalog.vocabulary import Basis
from dosa_trace.cli.options import RecordId
from dosa_trace.cli.session import Session


def show(session: Session, identifier: RecordId) -> int:
    """What is on file about a record?"""
    # Not above: a shell that completes an id imports this module, and nobody waits for it.
    from dosa_trace.analysis.description import describe
    from dosa_trace.views.description import layout

    catalog = session.catalog
    found = describe(catalog, identifier)
    frame = session.frame(session.day(None), Basis.INFERRED)
    session.emit("show", found, layout, lambda one: [{"id": one.id, **one.fields}], frame)
    return 0
