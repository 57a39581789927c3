"""The layout of a list: one line per record, with the columns of its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dosa_trace import labels
from dosa_trace.analysis.listing import (
    Kind,
    ListedInstrument,
    ListedLink,
    ListedObjective,
    ListedRecommendation,
    ListedSource,
    Listing,
)
from dosa_trace.document import Cell, Column, Document, Heading, Paragraph, Role, Table
from dosa_trace.labels import (
    BASES,
    EXTENTS,
    INSTRUMENT_KINDS,
    LEVELS,
    RECORD_KINDS_PLURAL,
    RELATIONS,
    RELIABILITIES,
    SOURCE_KINDS,
    STATUSES,
)
from dosa_trace.language import Phrase
from dosa_trace.views.frame import Frame, capital, response_cell

Row = Callable[[object, Frame], tuple[Cell, ...]]


def layout(found: Listing, frame: Frame) -> Document:
    say = frame.say
    names = _COLUMNS[found.kind]
    line: Callable[[object, Frame], tuple[Cell, ...]] = _ROWS[found.kind]
    kind = say(RECORD_KINDS_PLURAL[found.kind])
    chosen = ", ".join(str(one) for one in found.where)
    count = SOME(n=found.total, of=found.of, where=chosen) if chosen else ALL(n=found.total)
    return Document.of(
        Heading(f"{capital(kind)}: {say(frame.title)}", 1),
        Paragraph(say(count), Role.MUTED),
        Table(
            tuple(Column(say(name), firm=name is DATE) for name in names),
            tuple(line(one, frame) for one in found.items),
        )
        if found.items
        else None,
    )


def _recommendation(one: ListedRecommendation, frame: Frame) -> tuple[Cell, ...]:
    return (
        Cell(frame.say(one.title), small=one.id),
        Cell(one.source, Role.ID),
        Cell(", ".join(one.themes)),
        response_cell(frame, one.response, one.response_date),
    )


def _objective(one: ListedObjective, frame: Frame) -> tuple[Cell, ...]:
    return (
        Cell(frame.say(one.title), small=one.id),
        Cell(frame.say(one.owner) if one.owner else ""),
        Cell(one.source or "", Role.ID),
        Cell(", ".join(one.themes)),
    )


def _instrument(one: ListedInstrument, frame: Frame) -> tuple[Cell, ...]:
    say = frame.say
    return (
        Cell(say(one.name), small=one.id),
        Cell(say(INSTRUMENT_KINDS[one.kind])),
        Cell(say(LEVELS[one.level])),
        Cell(say(one.owner)),
        Cell(
            say(STATUSES[one.status]) if one.status else say(NO_STATUS),
            small=one.status_date.text if one.status_date else "",
        ),
    )


def _source(one: ListedSource, frame: Frame) -> tuple[Cell, ...]:
    say = frame.say
    return (
        Cell(say(one.title), small=one.id, url=one.url),
        Cell(say(SOURCE_KINDS[one.kind])),
        Cell(say(one.publisher)),
        Cell(one.date.text),
        Cell(one.identifier or ""),
        Cell(say(RELIABILITIES[one.reliability]) if one.reliability else ""),
    )


def _link(one: ListedLink, frame: Frame) -> tuple[Cell, ...]:
    say = frame.say
    return (
        Cell(one.origin, Role.ID),
        Cell(one.target, Role.ID),
        Cell(say(EXTENTS[one.extent]) if one.extent else say(RELATIONS[one.relation])),
        Cell(say(BASES[one.basis])),
        Cell(one.joint or ""),
        Cell(f"{one.file}:{one.line}", Role.MUTED),
    )


_ROWS: Mapping[Kind, Row] = {
    Kind.RECOMMENDATIONS: _recommendation,  # type: ignore[dict-item]
    Kind.OBJECTIVES: _objective,  # type: ignore[dict-item]
    Kind.INSTRUMENTS: _instrument,  # type: ignore[dict-item]
    Kind.SOURCES: _source,  # type: ignore[dict-item]
    Kind.LINKS: _link,  # type: ignore[dict-item]
}

ALL = Phrase("{n} on file.", "{n} vastgelegd.")
SOME = Phrase("{n} of {of} on file, with {where}.", "{n} van {of} vastgelegd, met {where}.")
NO_STATUS = Phrase("none yet", "nog geen")
SOURCE, THEMES, OWNER = (
    labels.RECORD_KINDS["source"],
    labels.RECORD_KINDS_PLURAL["themes"],
    labels.FIELDS["owner"],
)
DATE = labels.FIELDS["date"]
KIND, EXTENT, BASIS = labels.FIELDS["kind"], labels.FIELDS["extent"], labels.FIELDS["basis"]
_COLUMNS: Mapping[Kind, tuple[Phrase, ...]] = {
    Kind.RECOMMENDATIONS: (
        labels.RECORD_KINDS["recommendation"], SOURCE, THEMES,
        labels.RESPONSE,
    ),
    Kind.OBJECTIVES: (labels.RECORD_KINDS["objective"], OWNER, SOURCE, THEMES),
    Kind.INSTRUMENTS: (
        labels.RECORD_KINDS["instrument"], KIND, labels.FIELDS["level"], OWNER,
        labels.FIELDS["status"],
    ),
    Kind.SOURCES: (
        labels.RECORD_KINDS["source"], KIND, labels.FIELDS["publisher"], DATE,
        labels.FIELDS["identifier"], labels.FIELDS["reliability"],
    ),
    Kind.LINKS: (
        labels.FIELDS["from"], labels.FIELDS["to"], EXTENT, BASIS, labels.FIELDS["joint"],
        Phrase("on file at", "vastgelegd op"),
    ),
}  # fmt: skip
