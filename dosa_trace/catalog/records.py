"""What is on file: the typed, frozen records of a catalogue.

The words are those of DESIGN, section 2. A record knows the place it was written at, so that
everything said about it can be traced to a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date as date_
from typing import ClassVar, NamedTuple, Protocol, TypeVar

from dosa_trace.catalog import values
from dosa_trace.catalog.dates import PartialDate
from dosa_trace.catalog.parts import (
    Budget,
    CheckSetting,
    Considered,
    Evidence,
    Government,
    Indicator,
    LocalText,
    Response,
    Review,
    StatusEvent,
    Target,
    Waiver,
    When,
    when,
)
from dosa_trace.catalog.vocabulary import (
    Basis,
    Extent,
    InstrumentKind,
    Level,
    Relation,
    Reliability,
    SourceKind,
)
from dosa_trace.diagnostics import Span


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where a record stands: its file and the mapping that it was read from."""

    file: values.YamlFile
    node: values.Mapping

    @property
    def path(self) -> str:
        return self.file.path

    def has(self, key: str) -> bool:
        """Whether something stands under a key, whatever could be made of it."""
        return key in self.node.entries

    def has_items(self, key: str) -> bool:
        """Whether a list stands under a key that is not empty."""
        value = self.node.entries[key][1] if self.has(key) else None
        return isinstance(value, values.Sequence) and bool(value.items)

    def span(self, *route: str | int) -> Span:
        """The place of a value inside the record by keys and indices, as far as they lead;
        without a route, the first key of the record."""
        node: values.Value = self.node
        for step in route:
            if isinstance(node, values.Mapping) and step in node.entries:
                node = node.entries[str(step)][1]
            elif isinstance(node, values.Sequence) and isinstance(step, int):
                node = node.items[step]
            else:
                break
        if isinstance(node, values.Mapping) and node.entries:
            node = next(iter(node.entries.values()))[0]
        return self.file.span(node)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    KIND: ClassVar[str] = "theme"
    place: Place = field(compare=False, repr=False)
    id: str
    name: LocalText
    description: LocalText | None = None

    @property
    def title(self) -> LocalText:
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that says something."""

    KIND: ClassVar[str] = "source"
    place: Place = field(compare=False, repr=False)
    id: str
    kind: SourceKind
    title: LocalText
    publisher: LocalText
    date: PartialDate | None = None
    read: PartialDate | None = None
    authors: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    identifier: str | None = None
    url: str | None = None
    reliability: Reliability | None = None
    text: str | None = None
    note: LocalText | None = None
    waive: tuple[Waiver, ...] = ()

    @property
    def when(self) -> When:
        return when(self.date, self.read)

    @property
    def order_day(self) -> date_:
        """By which sources are put in order of time: what bears no date comes last."""
        return self.date.last_day if self.date else date_.max

    @property
    def written_by(self) -> str:
        """Its institutions as one name: what they wrote together is never put down to one of
        them."""
        return ", ".join(self.institutions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What an advisory source asks for."""

    KIND: ClassVar[str] = "recommendation"
    place: Place = field(compare=False, repr=False)
    id: str
    source: str
    title: LocalText
    text: LocalText | None = None
    themes: tuple[str, ...] = ()
    addressee: str | None = None
    specificity: int | None = None
    locator: str | None = None
    evidence: tuple[Evidence, ...] = ()
    responses: tuple[Response, ...] = ()
    considered: tuple[Considered, ...] = ()
    note: LocalText | None = None
    waive: tuple[Waiver, ...] = ()

    def response_on(self, day: date_) -> Response | None:
        """The last response in the file that is known on `day`."""
        return latest(self.responses, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """An aim that a government states."""

    KIND: ClassVar[str] = "objective"
    place: Place = field(compare=False, repr=False)
    id: str
    title: LocalText
    owner: LocalText | None = None
    source: str | None = None
    themes: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    note: LocalText | None = None
    waive: tuple[Waiver, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """What government does: an agenda, a programme, a fund, a regulation, a monitor …"""

    KIND: ClassVar[str] = "instrument"
    place: Place = field(compare=False, repr=False)
    id: str
    name: LocalText
    kind: InstrumentKind
    level: Level
    owner: LocalText
    status: tuple[StatusEvent, ...]
    part_of: str | None = None
    description: LocalText | None = None
    themes: tuple[str, ...] = ()
    budgets: tuple[Budget, ...] = ()
    targets: tuple[Target, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    superseded_by: str | None = None
    evidence: tuple[Evidence, ...] = ()
    note: LocalText | None = None
    waive: tuple[Waiver, ...] = ()

    @property
    def title(self) -> LocalText:
        return self.name

    def status_on(self, day: date_) -> StatusEvent | None:
        """The last status in the file that is known on `day`."""
        return latest(self.status, day)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TraceLink:
    """A claim that one record answers another: `origin` is answered by `target`.

    Links have no id, so each is only ever equal to itself, however alike two may be.
    """

    KIND: ClassVar[str] = "link"
    place: Place = field(compare=False, repr=False)
    origin: str
    target: str
    basis: Basis
    relation: Relation = Relation.SUPPORTS
    extent: Extent | None = None
    joint: str | None = None
    rationale: LocalText | None = None
    evidence: tuple[Evidence, ...] = ()
    since: PartialDate | None = None
    reviewed: Review | None = None
    note: LocalText | None = None
    waive: tuple[Waiver, ...] = ()

    @property
    def id(self) -> str:
        """A name to show; links have no id of their own."""
        return f"{self.origin} → {self.target}"


def what_it_says(link: TraceLink) -> tuple[object, ...]:
    """The order of links that does not depend on where they stand: by their ends, the best founded
    and strongest first, then by their words."""
    return (
        link.origin,
        link.target,
        link.relation,
        -link.basis.rank,
        -link.extent.rank if link.extent else 1,
        link.joint or "",
        link.since.text if link.since else "",
        link.rationale.texts if link.rationale else (),
        tuple((item.source, item.locator or "", item.quote or "") for item in link.evidence),
        link.note.texts if link.note else (),
    )


class CatalogueInfo(NamedTuple):
    """What a catalogue says of itself; `themes` is None where it keeps no list of them."""

    title: LocalText
    languages: tuple[str, ...]
    themes: tuple[Theme, ...] | None = None
    checks: tuple[CheckSetting, ...] = ()
    governments: tuple[Government, ...] = ()


class _Dated(Protocol):
    @property
    def date(self) -> PartialDate | None: ...


_Event = TypeVar("_Event", bound=_Dated)


def days_of(events: Sequence[_Event]) -> Iterator[date_]:
    """From which day each event holds: its date, else that of the event before it, else always. A
    day of reading is none on which anything happened (DESIGN, *As-of is about the world*)."""
    before = date_.min
    for event in events:
        before = event.date.last_day if event.date else before
        yield before


def known(events: tuple[_Event, ...], day: date_) -> tuple[_Event, ...]:
    """The events that are known on `day`, in the order of the file."""
    return tuple(
        event for event, since in zip(events, days_of(events), strict=True) if since <= day
    )


def latest(events: tuple[_Event, ...], day: date_) -> _Event | None:
    """The last in the file of the events that are known on `day` (DESIGN, *Events*)."""
    return next(reversed(known(events, day)), None)


Node = Recommendation | Objective | Instrument
Record = Source | Recommendation | Objective | Instrument | Theme
