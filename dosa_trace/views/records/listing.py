"""The layout of a list: one line per record, with the columns of its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dosa_trace import labels
from dosa_trace.analysis.records.listing import (
    Listable,
    ListedInstitution,
    ListedInstrument,
    ListedLink,
    ListedObjective,
    ListedOrganisation,
    ListedRecommendation,
    ListedSearch,
    ListedSource,
    ListedTheme,
    Listing,
)
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
from dosa_trace.views.wording.frame import Frame, capital, response_cell

Row = Callable[[object, Frame], tuple[Cell, ...]]


def layout(listing: Listing, frame: Frame) -> Document:
    say = frame.say
    names = _COLUMNS[listing.kind]
    line: Callable[[object, Frame], tuple[Cell, ...]] = _ROWS[listing.kind]
    kind = say(_KIND_NAMES[listing.kind])
    later = listing.not_known_yet
    chosen = ", ".join(str(condition) for condition in listing.where)
    count = SOME(n=listing.total, of=listing.of, where=chosen) if chosen else ALL(n=listing.total)
    return Document.of(
        Heading(f"{capital(kind)}: {say(frame.title)}", 1),
        Paragraph(say(count), Role.MUTED),
        Paragraph(say(LATER(n=later, date=frame.as_of)), Role.MUTED) if later else None,
        Table(
            tuple(Column(say(name), firm=name is DATE, right=name in _COUNTS) for name in names),
            tuple(_marked(item, line(item, frame), frame) for item in listing.items),
        )
        if listing.items
        else None,
    )


def _marked(item: object, cells: tuple[Cell, ...], frame: Frame) -> tuple[Cell, ...]:
    """A row of what was not known on the date says so where it begins."""
    if getattr(item, "known", True):
        return cells
    first, *others = cells
    small = ", ".join(part for part in (first.small, frame.say(NOT_YET)) if part)
    return (first._replace(small=small), *others)


def _recommendation(recommendation: ListedRecommendation, frame: Frame) -> tuple[Cell, ...]:
    return (
        Cell(frame.say(recommendation.title), small=recommendation.id),
        frame.named((recommendation.source,)),
        Cell(", ".join(map(frame.title_of, recommendation.themes))),
        response_cell(
            frame,
            recommendation.response,
            recommendation.response_date,
            searched=recommendation.response_searched,
        ),
    )


def _objective(objective: ListedObjective, frame: Frame) -> tuple[Cell, ...]:
    return (
        Cell(frame.say(objective.title), small=objective.id),
        Cell(frame.say(objective.owner) if objective.owner else ""),
        frame.named((objective.source,)) if objective.source else Cell(""),
        Cell(", ".join(map(frame.title_of, objective.themes))),
    )


def _instrument(instrument: ListedInstrument, frame: Frame) -> tuple[Cell, ...]:
    say = frame.say
    return (
        Cell(say(instrument.name), small=instrument.id),
        Cell(frame.kind(instrument.kind)),
        Cell(frame.level(instrument.level)),
        Cell(say(instrument.owner)),
        Cell(
            say(STATUSES[instrument.status]) if instrument.status else say(NO_STATUS),
            small=say(instrument.status_date) if instrument.status_date else "",
        ),
    )


def _source(source: ListedSource, frame: Frame) -> tuple[Cell, ...]:
    say = frame.say
    return (
        Cell(say(source.title), small=source.id, url=source.url),
        Cell(say(SOURCE_KINDS[source.kind])),
        Cell(say(source.publisher)),
        Cell(say(source.date)),
        Cell(source.identifier or ""),
        Cell(say(RELIABILITIES[source.reliability]) if source.reliability else ""),
    )


def _link(link: ListedLink, frame: Frame) -> tuple[Cell, ...]:
    say = frame.say
    return (
        frame.named((link.origin,)),
        frame.named((link.target,)),
        Cell(say(EXTENTS[link.extent]) if link.extent else say(RELATIONS[link.relation])),
        Cell(say(BASES[link.basis])),
        Cell(link.joint or ""),
        Cell(f"{link.file}:{link.line}", Role.MUTED),
    )


def _theme(theme: ListedTheme, frame: Frame) -> tuple[Cell, ...]:
    counts = (theme.recommendations, theme.objectives, theme.instruments)
    return (
        Cell(frame.say(theme.name), small=theme.id),
        *(Cell(number(count, frame.language)) for count in counts),
    )


def _search(search: ListedSearch, frame: Frame) -> tuple[Cell, ...]:
    say = frame.say
    return (
        frame.named((search.id,)),
        Cell(say(search.date)),
        Cell(", ".join(say(labels.OF_VOCABULARY["Sought"][word]) for word in search.sought)),
        Cell(number(len(search.covers), frame.language)),
        Cell(search.by or ""),
    )


def _organisation(organisation: ListedOrganisation, frame: Frame) -> tuple[Cell, ...]:
    say = frame.say
    kind = organisation.kind
    counts = (organisation.published, organisation.owned, organisation.addressed)
    short = [name for name in (organisation.abbreviation, organisation.id) if name]
    return (
        Cell(say(organisation.name), small=", ".join(short)),
        Cell(say(ORGANISATION_KINDS[kind]) if kind else ""),
        *(Cell(number(count, frame.language)) for count in counts),
    )


def _institution(institution: ListedInstitution, frame: Frame) -> tuple[Cell, ...]:
    return frame.named((institution.id,)), frame.named(institution.sources)


_ROWS: Mapping[Listable, Row] = {
    Listable.RECOMMENDATIONS: _recommendation,  # type: ignore[dict-item]
    Listable.OBJECTIVES: _objective,  # type: ignore[dict-item]
    Listable.INSTRUMENTS: _instrument,  # type: ignore[dict-item]
    Listable.SOURCES: _source,  # type: ignore[dict-item]
    Listable.LINKS: _link,  # type: ignore[dict-item]
    Listable.THEMES: _theme,  # type: ignore[dict-item]
    Listable.SEARCHES: _search,  # type: ignore[dict-item]
    Listable.ORGANISATIONS: _organisation,  # type: ignore[dict-item]
    Listable.INSTITUTIONS: _institution,  # type: ignore[dict-item]
}

_KIND_NAMES = {**RECORD_KINDS_PLURAL, "institutions": labels.FIELDS["institutions"]}
NOT_YET = Phrase("not known yet", "nog niet bekend")
LATER = Phrase(
    "{n} of these were not known yet on {date}.", "{n} daarvan waren op {date} nog niet bekend."
)
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
_COLUMNS: Mapping[Listable, tuple[Phrase, ...]] = {
    Listable.RECOMMENDATIONS: (
        labels.RECORD_KINDS["recommendation"], SOURCE, THEMES,
        labels.RESPONSE,
    ),
    Listable.OBJECTIVES: (labels.RECORD_KINDS["objective"], OWNER, SOURCE, THEMES),
    Listable.INSTRUMENTS: (
        labels.RECORD_KINDS["instrument"], KIND, labels.FIELDS["level"], OWNER,
        labels.FIELDS["status"],
    ),
    Listable.SOURCES: (
        labels.RECORD_KINDS["source"], KIND, labels.FIELDS["publisher"], DATE,
        labels.FIELDS["identifier"], labels.FIELDS["reliability"],
    ),
    Listable.LINKS: (
        labels.FIELDS["from"], labels.FIELDS["to"], EXTENT, BASIS, labels.FIELDS["joint"],
        Phrase("on file at", "vastgelegd op"),
    ),
    Listable.THEMES: (
        labels.RECORD_KINDS["theme"],
        labels.RECORD_KINDS_PLURAL["recommendations"],
        labels.RECORD_KINDS_PLURAL["objectives"],
        labels.RECORD_KINDS_PLURAL["instruments"],
    ),
    Listable.SEARCHES: (
        labels.RECORD_KINDS["search"], DATE, labels.FIELDS["for"],
        labels.RECORD_KINDS_PLURAL["recommendations"], labels.FIELDS["by"],
    ),
    Listable.ORGANISATIONS: (
        labels.RECORD_KINDS["organisation"], KIND,
        labels.RECORD_KINDS_PLURAL["sources"],
        Phrase("owned", "eigenaar van"), Phrase("was asked", "gevraagd"),
    ),
    Listable.INSTITUTIONS: (labels.FIELDS["institutions"], labels.RECORD_KINDS_PLURAL["sources"]),
}  # fmt: skip
#: Columns that hold numbers.
_COUNTS = (*_COLUMNS[Listable.THEMES][1:], *_COLUMNS[Listable.ORGANISATIONS][2:])
