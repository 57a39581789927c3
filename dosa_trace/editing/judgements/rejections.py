"""Judgements of pairs that no link joins, each on a draft: how somebody reads one that was rejected
or that nobody linked, and what was decided after a reading that differs from a rejection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from dosa_trace.catalog.facts.reviews import pair_digest
from dosa_trace.catalog.facts.second_readings import is_open_rejection
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.judged import Considered
from dosa_trace.catalog.model.link_names import pair_name
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.vocabulary import Basis, Outcome, ReadExtent
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.editing import edits
from dosa_trace.editing.additions import add_part, add_record
from dosa_trace.editing.draft import Draft
from dosa_trace.editing.judgements.readings import (
    NOTHING_OPEN,
    Reader,
    append_reading,
    as_written,
    entry_for,
    require_new,
)
from dosa_trace.editing.targets import EditTarget, target_named
from dosa_trace.language import Language, Phrase, say


def read_pair(
    draft: Draft, origin: str, end: str, extent: ReadExtent, reader: Reader, note: str | None = None
) -> None:
    """Writes how somebody judges a recommendation and an instrument that no link joins: on the
    entry that rejects it, where there is one; else as such an entry, or as a suggested link with
    the reading on it. Raises UnknownId and BadQuestion."""
    catalog = draft.catalog
    if origin not in catalog.recommendations or end not in catalog.instruments:
        raise BadQuestion(NO_PAIR(name=pair_name(origin, end)), NAME_PAIR)
    digest = pair_digest(catalog, origin, end)
    reading = entry_for(extent, reader, note, digest)
    target = target_named(draft, origin)
    looked = rejecting(catalog, origin, end)
    if looked is not None:
        require_new(looked.readings, reader, extent, digest)
        append_reading(draft, target, ("considered", entry_of(draft, target, end)), reading)
    else:
        enter_pair(draft, (origin, end), [reading])


def enter_pair(draft: Draft, ends: tuple[str, str], readings: Sequence[Mapping[str, Any]]) -> None:
    """Writes the first readings of two records that nothing joins: what the first of them rejects
    is rejected with its reason, of anything else a link is suggested. Raises BadQuestion."""
    origin, end = ends
    first = readings[0]
    reason = first.get("note")
    if first["extent"] != ReadExtent.NONE:
        values = {
            "from": origin,
            "to": end,
            "extent": first["extent"],
            "basis": Basis.SUGGESTED.value,
        }
        path = add_record(draft, "link", {**values, **_typed("rationale", reason)})
        _put_on_new_link(draft, path, ends, readings)
        return
    if not reason:
        raise BadQuestion(REASON_NEEDED)
    rejected = {"instruments": end, "date": first["date"], **_typed("reason", reason)}
    target = add_part(draft, "considered", origin, rejected)
    for reading in readings:
        append_reading(draft, target, ("considered", entry_of(draft, target, end)), reading)


def _typed(field: str, text: str | Mapping[str, str] | None) -> Mapping[str, str]:
    """A text as the values of its languages."""
    if isinstance(text, Mapping):
        return {f"{field}.{language}": said for language, said in text.items()}
    return {field: text} if text else {}


def answer_rejection(
    draft: Draft, origin: str, end: str, value: Outcome, reason: str, reader: Reader
) -> ReadExtent:
    """Decides about the first open reading of an instrument that was rejected: it stays rejected,
    or a link of whoever decides takes its place, with what was read as its extent and the rejection
    among its readings. The extent that holds. Raises UnknownId, and BadQuestion where no reading is
    open."""
    target = target_named(draft, origin)
    looked = (
        rejecting(draft.catalog, origin, end) if origin in draft.catalog.recommendations else None
    )
    readings = looked.readings if looked else ()
    at = next((at for at, reading in enumerate(readings) if is_open_rejection(reading)), None)
    if at is None:
        raise BadQuestion(NOTHING_OPEN(name=pair_name(origin, end)))
    answer = {"value": value.value, "reason": reason, "by": reader.by, "date": reader.date}
    route = (*target.route, "considered", entry_of(draft, target, end))
    draft.edit(
        target.path,
        partial(edits.set_value, route=(*route, "readings", at, "answer"), value=answer),
    )
    if value is Outcome.KEPT:
        return ReadExtent.NONE
    entry = edits.inner(edits.plain(draft.file(target.path)), route)
    held = edits.inner(edits.plain(draft.file(target.path)), route[:-1])
    draft.edit(target.path, partial(edits.remove, route=route if len(held) > 1 else route[:-1]))
    extent = readings[at].extent
    values = {"from": origin, "to": end, "extent": extent.value, "basis": Basis.INFERRED.value}
    path = add_record(draft, "link", values | {"rationale": reason, "by": reader.by})
    first = {
        "date": entry.get("date", reader.date),
        "by": _whoever_rejected(draft.catalog),
        "extent": ReadExtent.NONE.value,
        "note": entry["reason"],
    }
    _put_on_new_link(draft, path, (origin, end), [first, *entry["readings"]])
    return extent


def _whoever_rejected(catalog: Catalog) -> str | dict[str, str]:
    """How the maker of a rejection is named, who is not on file."""
    named = LocalText(tuple((str(one), say(WHO_REJECTED, one)) for one in _spoken(catalog)))
    return as_written(named) if len(named.texts) > 1 else named.texts[0][1]


def _spoken(catalog: Catalog) -> tuple[Language, ...]:
    """The languages of a catalogue that this program knows, English where it has none of them."""
    known = tuple(one for one in Language if one.value in catalog.languages)
    return known or (Language.EN,)


def _put_on_new_link(
    draft: Draft, path: str, ends: tuple[str, str], readings: Sequence[Mapping[str, Any]]
) -> None:
    links = edits.plain(draft.file(path))["links"]
    at = next(at for at, one in enumerate(links) if (one.get("from"), one.get("to")) == ends)
    route = ("links", at, "readings")
    draft.edit(path, partial(edits.set_value, route=route, value=list(readings)))


def rejecting(catalog: Catalog, origin: str, end: str) -> Considered | None:
    """The entry of a recommendation that rejects an instrument."""
    considered = catalog.recommendations[origin].considered
    return next((looked for looked in considered if end in looked.instruments), None)


def entry_of(draft: Draft, target: EditTarget, end: str) -> int:
    """Which entry of a recommendation rejects an instrument alone; one of several that are rejected
    together gets an entry of its own, with the same words and readings."""
    route = (*target.route, "considered")
    entries = edits.inner(edits.plain(draft.file(target.path)), route)
    at = next(at for at, entry in enumerate(entries) if end in entry["instruments"])
    instruments = entries[at]["instruments"]
    if len(instruments) == 1:
        return at
    own = {**entries[at], "instruments": [end]}
    way = (*route, at, "instruments", instruments.index(end))
    draft.edit(target.path, partial(edits.remove, route=way))
    draft.edit(target.path, partial(edits.insert_item, route=route, at=at + 1, value=own))
    return at + 1


NO_PAIR = Phrase(
    "'{name}' is no recommendation with an instrument",
    "'{name}' is geen aanbeveling met een instrument",
)
NAME_PAIR = Phrase("name them as FROM:TO", "noem ze als VAN:NAAR")
REASON_NEEDED = Phrase(
    "to reject an instrument takes a reason", "een instrument afwijzen vraagt een motivering"
)
WHO_REJECTED = Phrase("whoever rejected it first", "wie het eerst afwees")
