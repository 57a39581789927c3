"""How others than who laid a link or rejected an instrument judge it (docs/rules.md, *Second
readings*).

A reading moves no state. One that differs from what is on file is an objection, open until somebody
answers it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from dosa_trace.catalog.model.judged import (
    Considered,
    Doubt,
    DoubtAnswer,
    FieldReading,
    Reading,
)
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.catalog.model.vocabulary import ReadExtent, Relation
from dosa_trace.labels import READ_EXTENTS
from dosa_trace.language import Language, Phrase

AnyReading = TypeVar("AnyReading", Reading, FieldReading)


def extent_on_file(link: TraceLink) -> ReadExtent | None:
    """How far a link answers its origin, `none` where it says that it does not; None for one that
    contradicts it, which nobody judges by extent."""
    if link.relation is Relation.NONE:
        return ReadExtent.NONE
    if link.relation is not Relation.SUPPORTS or link.extent is None:
        return None
    return ReadExtent(link.extent.value)


def is_open(link: TraceLink, reading: Reading) -> bool:
    """Whether a reading differs from what is on file, and nobody answered it. What the maker of a
    link thought of it before it was changed objects to nothing."""
    if names_of(link.by) & names_of(reading.by):
        return False
    return reading.answer is None and reading.extent != extent_on_file(link)


def is_open_rejection(reading: Reading) -> bool:
    """Whether a reading of what was rejected says that it does something, and nobody answered."""
    return reading.answer is None and reading.extent is not ReadExtent.NONE


def objections(link: TraceLink) -> tuple[Doubt, ...]:
    """The doubts about a link, and the readings that differ from it or did until they were
    answered, each in words."""
    read = (
        _objection(reading)
        for reading in link.readings
        if reading.answer is not None or is_open(link, reading)
    )
    return (*link.doubts, *read)


def objections_to_rejecting(looked: Considered) -> tuple[Doubt, ...]:
    """The readings of what was rejected that say otherwise, each in words."""
    return tuple(
        _objection(reading)
        for reading in looked.readings
        if reading.answer is not None or is_open_rejection(reading)
    )


def _objection(reading: Reading) -> Doubt:
    words, note = READ_AS(extent=READ_EXTENTS[reading.extent.value]), reading.note
    said = (
        (one.value, f"{words.say(one)}: {note.say(one)}" if note else words.say(one))
        for one in Language
    )
    answer = reading.answer
    answered = answer and DoubtAnswer(answer.date or reading.date, answer.reason)
    return Doubt(reading.date, LocalText(tuple(said)), reading.by, answered)


def names_of(person: LocalText | None) -> frozenset[str]:
    """What somebody is called in any language: who shares a name is the same."""
    return frozenset(" ".join(name.casefold().split()) for name in person or ())


def is_by(person: LocalText | None, name: str) -> bool:
    """Whether somebody is called by a name, in any language."""
    return not names_of(person).isdisjoint(names_of(LocalText((("", name),))))


def read_by(readings: Iterable[AnyReading], name: str, digest: str) -> Iterator[AnyReading]:
    """The readings of somebody, by their name, of what bears a digest."""
    return (one for one in readings if one.digest == digest and is_by(one.by, name))


def is_another(person: LocalText | None, other: LocalText | None) -> bool:
    """Whether two persons are both known, and not the same."""
    one, another = names_of(person), names_of(other)
    return bool(one and another) and one.isdisjoint(another)


READ_AS = Phrase("reads it as '{extent}'", "komt op '{extent}'")
