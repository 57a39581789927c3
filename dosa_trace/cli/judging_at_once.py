"""One judgement of a link, given on the command line of `dosa-trace review`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dosa_trace.catalog.model.vocabulary import Outcome, ReadExtent
from dosa_trace.cli.judgements import decide, write_reading
from dosa_trace.cli.session import Session
from dosa_trace.language import Words

if TYPE_CHECKING:
    from dosa_trace.editing.draft import Draft
    from dosa_trace.editing.judgements.readings import Reader

#: What each decision comes to.
OUTCOMES = {"--keep": Outcome.KEPT, "--change": Outcome.CHANGED}


def judge_link(
    session: Session,
    draft: Draft,
    name: str,
    judgement: tuple[str, object],
    reader: Reader,
    note: str | None,
) -> Words | None:
    """Writes one judgement on a draft, by its option and what that was given; what to say of it
    once it is written. Raises UnknownId and BadQuestion."""
    from dosa_trace.editing.judgements import readings

    option, given = judgement
    if option in OUTCOMES:
        decide(session, draft, name, OUTCOMES[option], str(given), reader)
    elif option == "--doubt":
        readings.doubt_link(draft, name, str(given), reader)
    else:
        extent = given if isinstance(given, ReadExtent) else None
        return write_reading(session, draft, name, extent, reader, note)
    return None
