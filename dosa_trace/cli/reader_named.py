"""Who judges: whoever is named, else who git knows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Phrase

if TYPE_CHECKING:
    from dosa_trace.editing.judgements.readings import Reader


def reader_named(session: Session, by: str | None, day: date, blind: bool) -> Reader:
    """Who judges: who is named, else who git knows; raises BadQuestion where nobody is known."""
    from dosa_trace.editing.judgements.readings import Reader
    from dosa_trace.revisions.revisions import user_name

    name = (by or "").strip() or user_name(session.opening.place)
    if not name:
        raise BadQuestion(NOBODY, SAY_WHO)
    return Reader(name, day.isoformat(), blind)


NOBODY = Phrase("who judges is not known", "wie beoordeelt is niet bekend")
SAY_WHO = Phrase("give --by NAME", "geef --by NAAM")
