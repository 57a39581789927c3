"""What is judged at a terminal or on a command line, written on a draft: of a link by its name, or
of two records that no link joins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dosa_trace.catalog.model.link_names import ends_named
from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Phrase, Words

if TYPE_CHECKING:
    from dosa_trace.catalog.model.records import TraceLink
    from dosa_trace.catalog.model.vocabulary import Outcome, ReadExtent
    from dosa_trace.editing.draft import Draft
    from dosa_trace.editing.judgements.readings import Reader


def write_reading(
    session: Session,
    draft: Draft,
    name: str,
    extent: ReadExtent | None,
    reader: Reader,
    note: str | None,
) -> Words | None:
    """Writes how somebody judges a link, None where they agree, or a pair that no link joins; what
    a link lacks for the reading to count as a second one. Raises UnknownId and BadQuestion."""
    from dosa_trace.editing.judgements import readings, rejections

    ends = ends_named(name) or (name, "")
    if extent is not None and not links_between(session, *ends):
        rejections.read_pair(draft, *ends, extent, reader, note)
        return None
    is_second = readings.read_link(draft, name, extent, reader, note)
    has_maker = link_named(session, *ends).by is not None
    return None if is_second or has_maker else NO_MAKER(name=name)


def decide(
    session: Session, draft: Draft, name: str, value: Outcome, reason: str, reader: Reader
) -> None:
    """Writes which judgement of a link holds, or of an instrument that was rejected. Raises
    UnknownId and BadQuestion."""
    from dosa_trace.editing.judgements import readings, rejections

    ends = ends_named(name)
    if ends is None or links_between(session, *ends):
        readings.answer_reading(draft, name, value, reason, reader)
    else:
        rejections.answer_rejection(draft, *ends, value, reason, reader)


def link_named(session: Session, origin: str, end: str) -> TraceLink:
    """The only link between two records; raises BadQuestion."""
    links = links_between(session, origin, end)
    if len(links) != 1:
        raise BadQuestion(NOT_ONE(origin=origin, target=end))
    return links[0]


def is_linked(session: Session, name: str) -> bool:
    """Whether a link, or several, join what a name says."""
    return bool(links_between(session, *(ends_named(name) or (name, ""))))


def links_between(session: Session, origin: str, end: str) -> list[TraceLink]:
    links = session.opening.catalog.links
    return [link for link in links if (link.origin, link.target) == (origin, end)]


NO_MAKER = Phrase(
    "the judgement is kept, but does not count as a second one: the link does not say who made it; "
    "dosa-trace set {name} by=NAME adds that",
    "het oordeel is bewaard, maar telt niet als tweede: de koppeling zegt niet wie die maakte; "
    "dosa-trace set {name} by=NAAM voegt dat toe",
)
NOT_ONE = Phrase(
    "there is not exactly one link from '{origin}' to '{target}'",
    "er is niet precies één koppeling van '{origin}' naar '{target}'",
)
