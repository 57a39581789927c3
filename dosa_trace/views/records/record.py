"""The layout of a record: every field that it has, in the order of the table of fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from dosa_trace import labels
from dosa_trace.analysis.records.happened import Happened
from dosa_trace.analysis.records.profile import Subject
from dosa_trace.analysis.records.record import Description, LinkedRecord
from dosa_trace.catalog.fields import table as f
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.document import Block, Cell, Document, Heading, Paragraph, Role, Tree
from dosa_trace.labels import (
    BASES,
    EXTENTS,
    NO,
    RECORD_KINDS,
    RELATIONS,
    YES,
)
from dosa_trace.language import Amount, Phrase
from dosa_trace.views.records import happened
from dosa_trace.views.records import profile as subject
from dosa_trace.views.records.organisation import blocks as organisation
from dosa_trace.views.robustness.cut_sets import AND_MORE
from dosa_trace.views.wording.frame import Frame, capital

_TABLES = {str(vars(table.record)["KIND"]): table for table in (f.THEMES, *f.COLLECTIONS.values())}


#: How many of the places that name a record a reader is shown.
MOST_PLACES = 10


class _Reader(NamedTuple):
    """For whom a record is laid out, and what the organisations in it are called."""

    frame: Frame
    names: Mapping[str, LocalText]


def page(described: Description, frame: Frame, profile: Subject) -> Document:
    """What says most of a theme, an organisation or a source: no more than a page."""
    return Document.of(
        Heading(f"{frame.say(frame.titles[described.id])} ({described.id})", 1),
        subject.blocks(profile, frame, each=False),
    )


def layout(
    described: Description,
    frame: Frame,
    profile: Subject | None = None,
    events: Sequence[Happened] = (),
) -> Document:
    """What is on file; `profile` is all about a theme, an organisation or a source, which comes
    first."""
    say = frame.say
    to = _Reader(frame, described.names)
    where = WHERE(
        kind=capital(say(RECORD_KINDS[described.kind])), place=f"{described.file}:{described.line}"
    )
    return Document.of(
        Heading(f"{say(frame.titles[described.id])} ({described.id})", 1),
        subject.blocks(profile, frame) if profile else None,
        Heading(say(ON_FILE)) if profile else None,
        Paragraph(say(where), Role.MUTED),
        Tree(
            Cell(f"{say(labels.FIELDS['id'])}: {described.id}"),
            (*_fields(described.fields, _TABLES[described.kind], to), *_extra(described.fields)),
        ),
        _links(
            [
                (described.id, linked_record.id, linked_record)
                for linked_record in described.links_from
            ],
            FROM_HERE,
            frame,
        ),
        _links(
            [
                (linked_record.id, described.id, linked_record)
                for linked_record in described.links_to
            ],
            TO_HERE,
            frame,
        ),
        organisation(described.organisation, frame) if described.organisation else None,
        happened.blocks(events, frame),
        _named_by(described, frame),
    )


def _fields(values: Mapping[str, Any], table: f.FieldTable, to: _Reader) -> Iterable[Tree]:
    for field in table.fields:
        if field.key in values and field.key != "id" and values[field.key] is not None:
            yield _field(
                to.frame.say(labels.FIELDS[field.key]), values[field.key], field, table, to
            )


def _extra(values: Mapping[str, Any]) -> Iterable[Tree]:
    """Keys of the catalogue's own, as they stand."""
    return (
        Tree(Cell(f"{key}: {_plain(value)}")) for key, value in values.items() if key[:2] == "x-"
    )


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_plain, value))
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_plain(item)}" for key, item in value.items())
    return str(value)


def _field(name: str, value: Any, field: f.Field, table: f.FieldTable, to: _Reader) -> Tree:
    match _of_one(field.type, value):
        case f.ListOf(f.Part(part)):
            children = tuple(_part(item, part, to) for item in value)
            return Tree(Cell(f"{name} ({len(value)})"), children)
        case f.Part(part):
            return Tree(Cell(name), tuple(_fields(value, part, to)))
        case f.TextsOf():
            seen = (
                _field(key, text, f.Field(key, f.Local(), ""), table, to)
                for key, text in value.items()
            )
            return Tree(Cell(name), tuple(seen))
        case f.ListOf():
            return Tree(
                Cell(f"{name}: {', '.join(_word(item, field, table, to) for item in value)}")
            )
        case f.Local() | f.Party() if isinstance(value, Mapping) and len(value) > 1:
            first = next(iter(value.values()))
            return Tree(Cell(f"{name}: {value.get(to.frame.language.value, first)}"))
    url = str(value) if isinstance(field.type, f.Url) else None
    return Tree(Cell(f"{name}: {_word(value, field, table, to)}", url=url))


def _of_one(type_: f.FieldType, value: Any) -> f.FieldType:
    """What a field holds; where one may stand without a list, the type of that one."""
    alone = isinstance(type_, f.ListOf) and type_.or_one and not isinstance(value, list)
    return type_.item if alone and isinstance(type_, f.ListOf) else type_


def _part(values: Mapping[str, Any], part: f.FieldTable, to: _Reader) -> Tree:
    """A part of a record as one line; below it stands only what has parts of its own."""
    fields = list(_fields(values, part, to))
    alone = [field for field in fields if not field.children]
    line = Cell("; ".join(field.cell.text for field in alone or fields[:1]))
    return Tree(line, tuple(field for field in fields if field.children))


def _word(value: Any, field: f.Field, table: f.FieldTable, to: _Reader) -> str:
    if isinstance(value, Mapping):
        return str(next(iter(value.values())))
    said = _said(value, field.type, to)
    if said:
        return f"{said} [{value}]" if said != value else said
    if isinstance(value, bool):
        return to.frame.say(YES if value else NO)
    if field.key == "amount":
        return to.frame.say(Amount(value))
    return str(value)


def _said(  # noqa: PLR0911 - one line per type
    value: Any, type_: f.FieldType, to: _Reader
) -> str | None:
    """What a word that a program reads is called, where it has another name for people."""
    match type_:
        case f.Choice(words):
            return to.frame.say(labels.OF_VOCABULARY[words.__name__][value])
        case f.KindId():
            return to.frame.kind(value)
        case f.LevelId():
            return to.frame.level(value)
        case f.ListOf(item):
            return _said(value, item, to)
        case f.Ref() if value in to.frame.titles:
            return to.frame.title_of(value)
        case f.Party() | f.Local() if value in to.names:
            return to.frame.say(to.names[value])
    return None


def _links(
    links: Sequence[tuple[str, str, LinkedRecord]], title: Phrase, frame: Frame
) -> Iterable[Block]:
    """Links from here to there, under a heading where there are any."""
    if links:
        yield Heading(frame.say(title))
    for origin, target, link in links:
        step = frame.step(origin, target)
        strength = EXTENTS[link.extent] if link.extent else RELATIONS[link.relation]
        words = f"{step.text}: {frame.say(strength)}, {frame.say(BASES[link.basis])}"
        yield Tree(Cell(words, small=f"{step.small}; {link.file}:{link.line}"))


def _named_by(described: Description, frame: Frame) -> Iterable[Block]:
    if described.named_by:
        yield Heading(frame.say(NAMED_BY(count=len(described.named_by))))
        shown = ", ".join(described.named_by[:MOST_PLACES])
        more = len(described.named_by) - MOST_PLACES
        yield Paragraph(f"{shown}, {frame.say(AND_MORE(count=more))}" if more > 0 else shown)


ON_FILE = Phrase("All details in the catalogue", "Alle gegevens in de catalogus")
WHERE = Phrase("{kind}, recorded at {place}.", "{kind}, staat op {place}.")
FROM_HERE = Phrase("Links from it", "Koppelingen vanuit dit record")
TO_HERE = Phrase("Links to it", "Koppelingen naar dit record")
NAMED_BY = Phrase("Mentioned elsewhere ({count})", "Elders genoemd ({count})")
