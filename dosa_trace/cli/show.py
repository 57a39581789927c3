"""`dosa-trace show ID`"""

from __future__ import annotations

from dosa_trace.cli.parameters import RecordId
from dosa_trace.cli.session import Session, answer_of
from dosa_trace.language import Phrase

ABOUT = Phrase("What is on file about a record?", "Wat is er over een record vastgelegd?")


def show(session: Session, identifier: RecordId) -> int:
    # Not above: a shell that completes an id imports this module, and nobody waits for it.
    from dosa_trace.analysis.description import describe
    from dosa_trace.views.description import layout

    found = describe(session.opening.catalog, identifier)
    frame = session.opening.frame(session.opening.day(None), None)
    session.deliver(
        answer_of(
            "show",
            found,
            frame,
            document=lambda: layout(found, frame),
            rows=lambda: [{"id": found.id, **found.fields}],
        )
    )
    return 0
