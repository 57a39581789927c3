"""`dosa-trace list KIND`"""

from __future__ import annotations

from typing import Annotated

from dosa_trace.analysis.judging.selection import is_by_what_is_behind
from dosa_trace.analysis.records.listing import Listable
from dosa_trace.analysis.records.listing import listing as ask
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.cli.parameters import AsOf, Limit, WhereList, argument, conditions
from dosa_trace.cli.session import Session, answer_of
from dosa_trace.language import Phrase
from dosa_trace.views.records.listing import layout

ABOUT = Phrase(
    "Which records are there?\n\nKIND is one of: recommendations, objectives, instruments, "
    "sources, links, themes, searches, organisations, institutions.",
    "Welke records zijn er?\n\nSOORT is een van: recommendations, objectives, instruments, "
    "sources, links, themes, searches, organisations, institutions.",
)


def listing(
    session: Session,
    kind: Annotated[
        Listable,
        argument(
            metavar=Phrase("KIND", "SOORT"),
            help=Phrase("The kind of records.", "De soort records."),
        ),
    ],
    as_of: AsOf = None,
    where: WhereList = None,
    limit: Limit = None,
) -> int:
    day = session.opening.day(as_of)
    records = ask(session.opening.catalog, kind, conditions(where), day)
    counted = Basis.INFERRED if is_by_what_is_behind(records.where) else None
    frame = session.opening.frame(day, counted, limit)
    session.deliver(
        answer_of("list", records, frame, lambda: layout(records, frame), lambda: records.items)
    )
    return 0
