"""Judgements of links that are written down, each on a draft: how somebody reads one, and what was
decided after a reading that differs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, NamedTuple

from dosa_trace.catalog.facts.reviews import review_digest
from dosa_trace.catalog.facts.second_readings import (
    extent_on_file,
    is_another,
    is_by,
    is_open,
    read_by,
)
from dosa_trace.catalog.model.judged import Reading
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.catalog.model.vocabulary import Outcome, ReadExtent, Relation
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.editing import edits
from dosa_trace.editing.additions import add_part
from dosa_trace.editing.changes import put, set_fields
from dosa_trace.editing.draft import Draft
from dosa_trace.editing.targets import EditTarget, target_named
from dosa_trace.language import Phrase


class Reader(NamedTuple):
    """Who judges, on what day, and whether without the first judgement."""

    by: str
    date: str
    blind: bool = False


def read_link(
    draft: Draft, name: str, extent: ReadExtent | None, reader: Reader, note: str | None = None
) -> bool:
    """Writes how somebody judges the extent of a link, `FROM:TO`, None where they agree; where it
    agrees and the reader is known to be another than the maker, the link is reviewed too. Whether
    the reading counts as a second one. Raises UnknownId and BadQuestion."""
    target = target_named(draft, name)
    link = _link_of(target)
    is_own = is_by(link.by, reader.by)
    if reader.blind and is_own:
        raise BadQuestion(OWN_LINK(name=name), ANOTHER_READS)
    own = extent_on_file(link)
    if own is None:
        raise BadQuestion(NOT_BY_EXTENT(name=name))
    extent = extent or own
    digest = review_digest(draft.catalog, link)
    require_new(link.readings, reader, extent, digest)
    append_reading(draft, target, (), entry_for(extent, reader, note, digest))
    is_second = link.by is not None and not is_own
    if is_second and extent == own:
        write_review(draft, target, reader.date, reader.by, digest)
    return is_second


def write_review(
    draft: Draft, target: EditTarget, date: str, by: str | Mapping[str, str], digest: str
) -> None:
    """Writes that somebody looked at a link as it stands."""
    review = {"date": date, "by": by, "digest": digest}
    route = (*target.route, "reviewed")
    draft.edit(target.path, partial(put, target=target, route=route, value=review))


def doubt_link(draft: Draft, name: str, text: str, reader: Reader) -> None:
    """Writes an objection to a link. Raises UnknownId and BadQuestion."""
    add_part(draft, "doubt", name, {"date": reader.date, "text": text, "by": reader.by})


def answer_reading(
    draft: Draft, name: str, value: Outcome, reason: str, reader: Reader
) -> ReadExtent:
    """Decides about the first open reading of a link: it stays as it is, or becomes what was read,
    after which the maker's own judgement stands among the readings. The extent that holds. Raises
    UnknownId, and BadQuestion where no reading is open."""
    target = target_named(draft, name)
    link = _link_of(target)
    at = next((at for at, read in enumerate(link.readings) if is_open(link, read)), None)
    before = extent_on_file(link)
    if at is None or before is None:
        raise BadQuestion(NOTHING_OPEN(name=name))
    reading = link.readings[at]
    answer = {"value": value.value, "reason": reason, "by": reader.by, "date": reader.date}
    route = (*target.route, "readings", at, "answer")
    draft.edit(target.path, partial(edits.set_value, route=route, value=answer))
    if value is Outcome.KEPT:
        return before
    if link.by and all(is_another(link.by, read.by) for read in link.readings):
        own = {"date": reader.date, "by": as_written(link.by), "extent": before.value}
        route = (*target.route, "readings")
        draft.edit(target.path, partial(edits.insert_item, route=route, at=0, value=own))
    if reading.extent is ReadExtent.NONE:
        set_fields(draft, name, {"relation": Relation.NONE.value, "extent": ""})
    elif before is ReadExtent.NONE:
        set_fields(draft, name, {"relation": "", "extent": reading.extent.value})
    else:
        set_fields(draft, name, {"extent": reading.extent.value})
    return reading.extent


def _link_of(target: EditTarget) -> TraceLink:
    if not isinstance(target.record, TraceLink):
        raise BadQuestion(NO_LINK(name=target.name))
    return target.record


def entry_for(
    extent: ReadExtent, reader: Reader, note: str | None, digest: str
) -> Mapping[str, Any]:
    """A reading in the order of the format."""
    entry: dict[str, Any] = {"date": reader.date, "by": reader.by, "extent": extent.value}
    if reader.blind:
        entry["blind"] = True
    if note:
        entry["note"] = note
    return {**entry, "digest": digest}


def append_reading(
    draft: Draft, target: EditTarget, way: tuple[str | int, ...], reading: Mapping[str, Any]
) -> None:
    """Behind the other readings of what a way leads to."""
    route = (*target.route, *way, "readings")
    holder = edits.inner(edits.plain(draft.file(target.path)), route[:-1])
    if held := holder.get("readings"):
        change = partial(edits.insert_item, route=route, at=len(held), value=reading)
    elif way:
        change = partial(edits.set_value, route=route, value=[reading])
    else:
        change = partial(put, target=target, route=route, value=[reading])
    draft.edit(target.path, change)


def require_new(
    readings: Iterable[Reading], reader: Reader, extent: ReadExtent, digest: str
) -> None:
    """Raises BadQuestion where somebody judged the same alike before."""
    if any(known.extent == extent for known in read_by(readings, reader.by, digest)):
        raise BadQuestion(ALREADY(by=reader.by))


def as_written(text: LocalText) -> str | dict[str, str]:
    """A text as a file has it: plain, or by language."""
    languages = dict(text.texts)
    return languages.pop("", None) or languages


NOT_BY_EXTENT = Phrase(
    "{name} contradicts, which is not judged by extent",
    "{name} is een tegenspraak, en die heeft geen mate",
)
ALREADY = Phrase("{by} has judged this so before", "{by} oordeelde hier eerder zo over")
OWN_LINK = Phrase(
    "who made {name} cannot judge it blind", "wie {name} maakte kan die niet blind beoordelen"
)
ANOTHER_READS = Phrase("let somebody else judge it", "laat een ander die beoordelen")
NO_LINK = Phrase("'{name}' is not a link", "'{name}' is geen koppeling")
NOTHING_OPEN = Phrase(
    "no reading of {name} waits for a decision", "over {name} wacht geen oordeel op een beslissing"
)
