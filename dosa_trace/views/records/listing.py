"""The layout of a list: one line per record, with the columns of its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from dosa_trace import labels
from dosa_trace.analysis.records.listed import (
    ListedInstitution,
    ListedInstrument,
    ListedLink,
    ListedObjective,
    ListedOrganisation,
    ListedRecommendation,
    ListedSearch,
    ListedSource,
    ListedTheme,
)
from dosa_trace.analysis.records.listing import Listable, Listing
from dosa_trace.catalog.model.parts import LocalText, When
from dosa_trace.document import Cell, Column, Document, Heading, Paragraph, Role, Table
from dosa_trace.labels import (
    BASES,
    EXTENTS,
    ORGANISATION_KINDS,
    RECORD_KINDS_PLURAL,
    RELATIONS,
    RELIABILITIES,
    SOURCE_KINDS,
    STATUSES,
)
from dosa_trace.language import Phrase, number
from dosa_trace.views.wording.few import few
from dosa_trace.views.wording.frame import Frame, capital, response_cell

Of = TypeVar("Of")


class _Column(NamedTuple):
    """What stands over a column, and the cell of a record in it; `counts` hold numbers."""

    head: Phrase
    cell: Callable[[Any, Frame], Cell]
    counts: bool = False


class _List(Generic[Of]):
    """The columns of a kind of record."""

    def __init__(
        self, *columns: tuple[Phrase, Callable[[Of, Frame], Cell]], counts: int = 0
    ) -> None:
        """The last `counts` of the columns hold numbers."""
        first = len(columns) - counts
        self.columns = tuple(
            _Column(head, cell, at >= first) for at, (head, cell) in enumerate(columns)
        )

    def row(self, item: Of, frame: Frame) -> tuple[Cell, ...]:
        return tuple(column.cell(item, frame) for column in self.columns)


def layout(listing: Listing[Any], frame: Frame) -> Document:
    say = frame.say
    columns = _LISTS[listing.kind]
    kind = say(_KIND_NAMES[listing.kind])
    later = listing.not_known_yet
    shown, left = few(listing.items, frame)
    chosen = ", ".join(str(condition) for condition in listing.where)
    count = SOME(n=listing.total, of=listing.of, where=chosen) if chosen else ALL(n=listing.total)
    return Document.of(
        Heading(f"{capital(kind)}: {say(frame.title)}", 1),
        Paragraph(say(count), Role.MUTED),
        Paragraph(say(LATER(n=later, date=frame.as_of)), Role.MUTED) if later else None,
        Table(
            tuple(
                Column(say(column.head), firm=column.head is DATE, right=column.counts)
                for column in columns.columns
            ),
            tuple(_marked(item, columns.row(item, frame), frame) for item in shown),
        )
        if shown
        else None,
        left,
    )


def _marked(item: object, cells: tuple[Cell, ...], frame: Frame) -> tuple[Cell, ...]:
    """A row of what was not known on the date says so where it begins."""
    if getattr(item, "known", True):
        return cells
    first, *others = cells
    small = ", ".join(part for part in (first.small, frame.say(NOT_YET)) if part)
    return (first._replace(small=small), *others)


def _text(words: LocalText | Phrase | When | None, frame: Frame) -> Cell:
    return Cell(frame.say(words) if words else "")


def _themes(record: ListedRecommendation | ListedObjective, frame: Frame) -> Cell:
    return Cell(", ".join(map(frame.title_of, record.themes)))


def _response(recommendation: ListedRecommendation, frame: Frame) -> Cell:
    return response_cell(
        frame,
        recommendation.response,
        recommendation.response_date,
        searched=recommendation.response_searched,
    )


def _status(instrument: ListedInstrument, frame: Frame) -> Cell:
    say = frame.say
    return Cell(
        say(STATUSES[instrument.status]) if instrument.status else say(NO_STATUS),
        small=say(instrument.status_date) if instrument.status_date else "",
    )


def _strength(link: ListedLink, frame: Frame) -> Cell:
    return _text(EXTENTS[link.extent] if link.extent else RELATIONS[link.relation], frame)


def _reliability(source: ListedSource, frame: Frame) -> Cell:
    return _text(RELIABILITIES[source.reliability] if source.reliability else None, frame)


def _sought(search: ListedSearch, frame: Frame) -> Cell:
    words = labels.OF_VOCABULARY["Sought"]
    return Cell(", ".join(frame.say(words[word]) for word in search.sought))


def _called(organisation: ListedOrganisation, frame: Frame) -> Cell:
    short = [name for name in (organisation.abbreviation, organisation.id) if name]
    return Cell(frame.say(organisation.name), small=", ".join(short))


def _count(count: int, frame: Frame) -> Cell:
    return Cell(number(count, frame.language))


_KIND_NAMES = {**RECORD_KINDS_PLURAL, "institutions": labels.FIELDS["institutions"]}
NOT_YET = Phrase("not known yet", "nog niet bekend")
LATER = Phrase(
    "{n} of these {n:was|were} not known yet on {date}.",
    "{n} daarvan {n:was|waren} op {date} nog niet bekend.",
)
ALL = Phrase("{n} in the catalogue.", "{n} in de catalogus.")
SOME = Phrase(
    "{n} of {of} in the catalogue, with {where}.", "{n} van {of} in de catalogus, met {where}."
)
NO_STATUS = Phrase("none yet", "nog geen")
SOURCE, THEMES, OWNER = (
    labels.RECORD_KINDS["source"],
    labels.RECORD_KINDS_PLURAL["themes"],
    labels.FIELDS["owner"],
)
DATE = labels.FIELDS["date"]
KIND, EXTENT, BASIS = labels.FIELDS["kind"], labels.FIELDS["extent"], labels.FIELDS["basis"]
_KINDS, _FIELDS = labels.RECORD_KINDS, labels.FIELDS
_RECORDS = labels.RECORD_KINDS_PLURAL
_RECOMMENDATIONS = _List[ListedRecommendation](
    (_KINDS["recommendation"], lambda one, frame: Cell(frame.say(one.title), small=one.id)),
    (SOURCE, lambda one, frame: frame.named((one.source,))),
    (THEMES, _themes),
    (labels.RESPONSE, _response),
)
_OBJECTIVES = _List[ListedObjective](
    (_KINDS["objective"], lambda one, frame: Cell(frame.say(one.title), small=one.id)),
    (OWNER, lambda one, frame: _text(one.owner, frame)),
    (SOURCE, lambda one, frame: frame.named((one.source,)) if one.source else Cell("")),
    (THEMES, _themes),
)
_INSTRUMENTS = _List[ListedInstrument](
    (_KINDS["instrument"], lambda one, frame: Cell(frame.say(one.name), small=one.id)),
    (KIND, lambda one, frame: Cell(frame.kind(one.kind))),
    (_FIELDS["level"], lambda one, frame: Cell(frame.level(one.level))),
    (OWNER, lambda one, frame: _text(one.owner, frame)),
    (_FIELDS["status"], _status),
)
_SOURCES = _List[ListedSource](
    (_KINDS["source"], lambda one, frame: Cell(frame.say(one.title), small=one.id, url=one.url)),
    (KIND, lambda one, frame: _text(SOURCE_KINDS[one.kind], frame)),
    (_FIELDS["publisher"], lambda one, frame: _text(one.publisher, frame)),
    (DATE, lambda one, frame: _text(one.date, frame)),
    (_FIELDS["identifier"], lambda one, _: Cell(one.identifier or "")),
    (
        _FIELDS["reliability"],
        lambda one, frame: _text(
            RELIABILITIES[one.reliability] if one.reliability else None, frame
        ),
    ),
)
_LINKS = _List[ListedLink](
    (_FIELDS["from"], lambda one, frame: frame.named((one.origin,))),
    (_FIELDS["to"], lambda one, frame: frame.named((one.target,))),
    (EXTENT, _strength),
    (BASIS, lambda one, frame: _text(BASES[one.basis], frame)),
    (_FIELDS["joint"], lambda one, _: Cell(one.joint or "")),
    (
        Phrase("recorded at", "staat op"),
        lambda one, _: Cell(f"{one.file}:{one.line}", Role.MUTED),
    ),
)
_OF_THEMES = _List[ListedTheme](
    (_KINDS["theme"], lambda one, frame: Cell(frame.say(one.name), small=one.id)),
    (_RECORDS["recommendations"], lambda one, frame: _count(one.recommendations, frame)),
    (_RECORDS["objectives"], lambda one, frame: _count(one.objectives, frame)),
    (_RECORDS["instruments"], lambda one, frame: _count(one.instruments, frame)),
    counts=3,
)
_SEARCHES = _List[ListedSearch](
    (_KINDS["search"], lambda one, frame: frame.named((one.id,))),
    (DATE, lambda one, frame: _text(one.date, frame)),
    (_FIELDS["for"], _sought),
    (_RECORDS["recommendations"], lambda one, frame: _count(len(one.covers), frame)),
    (_FIELDS["by"], lambda one, frame: Cell(frame.say(one.by) if one.by else "")),
)
_ORGANISATIONS = _List[ListedOrganisation](
    (_KINDS["organisation"], _called),
    (KIND, lambda one, frame: _text(ORGANISATION_KINDS[one.kind] if one.kind else None, frame)),
    (_RECORDS["sources"], lambda one, frame: _count(one.published, frame)),
    (
        Phrase("responsible for", "verantwoordelijk voor"),
        lambda one, frame: _count(one.owned, frame),
    ),
    (
        Phrase("advice received", "ontvangen adviezen"),
        lambda one, frame: _count(one.addressed, frame),
    ),
    counts=3,
)
_INSTITUTIONS = _List[ListedInstitution](
    (_FIELDS["institutions"], lambda one, frame: frame.named((one.id,))),
    (_RECORDS["sources"], lambda one, frame: frame.named(one.sources)),
)
_LISTS: Mapping[Listable, _List[Any]] = {
    Listable.RECOMMENDATIONS: _RECOMMENDATIONS,
    Listable.OBJECTIVES: _OBJECTIVES,
    Listable.INSTRUMENTS: _INSTRUMENTS,
    Listable.SOURCES: _SOURCES,
    Listable.LINKS: _LINKS,
    Listable.THEMES: _OF_THEMES,
    Listable.SEARCHES: _SEARCHES,
    Listable.ORGANISATIONS: _ORGANISATIONS,
    Listable.INSTITUTIONS: _INSTITUTIONS,
}
