"""`dosa-trace list KIND`"""

from __future__ import annotations

from typing import Annotated

from dosa_trace.analysis.records.listing import Listable
from dosa_trace.cli.parameters import AsOf, Limit, WhereList, argument, conditions
from dosa_trace.cli.session import Session
from dosa_trace.language import Phrase

ABOUT = Phrase(
    "Which records are there?\n\nKIND is one of: recommendations, objectives, instruments, "
    "sources, links, themes, searches, organisations, institutions.",
    "Welke records zijn er?\n\nSOORT is een van: recommendations, objectives, instruments, "
    "sources, links, themes, searches, organisations, institutions.",
)
THE_KIND = Phrase("The kind of records.", "De soort records.")


def listing(
    session: Session,
    kind: Annotated[
        Listable,
        argument(
            metavar=Phrase("KIND", "SOORT"),
            help=THE_KIND,
        ),
    ],
    as_of: AsOf = None,
    where: WhereList = None,
    limit: Limit = None,
) -> int:
    from dosa_trace.questions.records import listed

    opening = session.opening
    day = opening.day(as_of)
    session.answer(listed(opening.catalog, day, kind, conditions(where)), limit)
    return 0
