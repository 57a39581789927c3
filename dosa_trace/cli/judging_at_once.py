"""One judgement of a link, given on the command line of `dosa-trace review`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.agreement.judged_pairs import Matter
from dosa_trace.catalog.model.vocabulary import ReadExtent
from dosa_trace.cli.judging import link_named, own_extent, write_reading
from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Phrase

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


def require_meant(
    matter: Matter,
    of_link: Sequence[bool],
    value: str | None,
    note: str | None,
    blind: bool,
    with_unlinked: str | None,
) -> None:
    """Raises BadQuestion for an option that would do nothing here."""
    agree, extent, *_ = of_link
    if matter is Matter.EXTENT and value is not None:
        raise BadQuestion(DOES_NOTHING(option="--value"), WITH(option="--of"))
    if matter is not Matter.EXTENT and any(of_link):
        raise BadQuestion(DOES_NOTHING(option="--of"), WITH(option="--value"))
    if note is not None and not (agree or extent or value):
        raise BadQuestion(DOES_NOTHING(option="--note"), WITH(option="--extent"))
    if with_unlinked is not None and not blind:
        raise BadQuestion(DOES_NOTHING(option="--with-unlinked"), WITH(option="--blind"))
    if blind and agree:
        raise BadQuestion(BLIND_SO, GIVE_BLIND)


DOES_NOTHING = Phrase("{option} does nothing here", "{option} doet hier niets")
WITH = Phrase("give {option} with it", "geef {option} erbij")
BLIND_SO = Phrase(
    "a blind judgement is an extent with a reason, written without being shown",
    "een blind oordeel is een mate met een motivering, opgeslagen zonder te tonen",
)
GIVE_BLIND = Phrase("give --extent, --note and --yes", "geef --extent, --note en --yes")
