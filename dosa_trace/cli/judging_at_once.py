"""One judgement of a link, given on the command line of `dosa-trace review`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.catalog.model.vocabulary import ReadExtent
from dosa_trace.cli.judging import link_named, own_extent, write_reading
from dosa_trace.cli.session import Session

if TYPE_CHECKING:
    from dosa_trace.editing.draft import Draft
    from dosa_trace.editing.readings import Reader


class Told(NamedTuple):
    """A judgement that was given on the command line: one of these."""

    agree: bool
    extent: ReadExtent | None
    doubt: str | None
    keep: str | None
    change: str | None

    @property
    def number(self) -> int:
        """How many were given."""
        return self.agree + sum(part is not None for part in self[1:])


def judge_link(
    session: Session, draft: Draft, name: str, reader: Reader, given: Told, note: str | None
) -> None:
    """Writes one judgement on a draft."""
    from dosa_trace.catalog.model.vocabulary import Outcome
    from dosa_trace.editing import readings

    origin, _, end = name.partition(":")
    if given.doubt is not None:
        readings.doubt_link(draft, name, given.doubt, reader)
    elif given.keep is not None:
        readings.answer_reading(draft, name, Outcome.KEPT, given.keep, reader)
    elif given.change is not None:
        readings.answer_reading(draft, name, Outcome.CHANGED, given.change, reader)
    else:
        extent = given.extent or own_extent(link_named(session, origin, end))
        write_reading(session, draft, name, extent, reader, note)
