"""What is on file: the typed, frozen records of a catalogue.

The words are those of DESIGN, section 2. A record knows the place it was written at, so that
everything said about it can be traced to a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, NamedTuple, Protocol, TypeVar

from dosa_trace.catalog import values
from dosa_trace.catalog.dates import PartialDate
from dosa_trace.catalog.vocabulary import (
    Basis,
    Extent,
    InstrumentKind,
    Level,
    Relation,
    Reliability,
    ResponseValue,
    Scope,
    SourceKind,
    Stage,
    StatusValue,
)
from dosa_trace.diagnostics import Span
from dosa_trace.labels import Language


@dataclass(frozen=True, slots=True)
class LocalText:
    """A text in one language (under the key '') or in several."""

    texts: tuple[tuple[str, str], ...]

    def say(self, language: Language) -> str:
        """The text in `language`, else in the first language that it has."""
        for code, text in self.texts:
            if code == language:
                return text
        return self.texts[0][1] if self.texts else ""

    def __iter__(self) -> Iterator[str]:
        return (text for _, text in self.texts)


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where a record stands: its file and the mapping that it was read from."""

    file: values.YamlFile
    node: values.Mapping

    @property
    def path(self) -> str:
        return self.file.path

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


class Evidence(NamedTuple):
    """What stands behind a claim: a place in a source, with its words."""

    source: str
    locator: str | None = None
    quote: str | None = None
    retrieved: PartialDate | None = None


class Response(NamedTuple):
    """What government answered to a recommendation, on a date."""

    date: PartialDate
    value: ResponseValue
    source: str
    scope: Scope = Scope.INDIVIDUAL
    commitment: bool = False
    locator: str | None = None
    quote: str | None = None
    note: LocalText | None = None


class StatusEvent(NamedTuple):
    """What an instrument became, on a date."""

    date: PartialDate
    value: StatusValue
    source: str
    locator: str | None = None
    quote: str | None = None
    note: LocalText | None = None


class Budget(NamedTuple):
    """An amount as a source gave it on a date; `counts` is false where another source's value is
    held to be the right one (the note says why)."""

    amount: float
    currency: str
    stage: Stage
    date: PartialDate
    source: str
    purpose: LocalText | None = None
    counts: bool = True
    note: LocalText | None = None


class Target(NamedTuple):
    """What an instrument is to reach: `due` as planned on `date`; a shifted planning is a second
    target of the same name with a later `date`."""

    name: LocalText
    due: PartialDate
    date: PartialDate
    source: str
    note: LocalText | None = None


class Observation(NamedTuple):
    """One value of an indicator in a year."""

    year: int
    value: float
    source: str
    note: LocalText | None = None


class Indicator(NamedTuple):
    name: LocalText
    unit: LocalText
    population: LocalText | None = None
    values: tuple[Observation, ...] = ()
    note: LocalText | None = None


class Considered(NamedTuple):
    """Instruments that someone looked at and did not find to answer the recommendation."""

    instruments: tuple[str, ...]
    reason: LocalText
    date: PartialDate | None = None


class Review(NamedTuple):
    """Who looked at a link, when, and at what."""

    date: PartialDate
    by: str
    digest: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that says something."""

    KIND: ClassVar[str] = "source"
    place: Place = field(compare=False, repr=False)
    id: str
    kind: SourceKind
    title: LocalText
    publisher: LocalText
    date: PartialDate
    authors: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    identifier: str | None = None
    url: str | None = None
    reliability: Reliability | None = None
    text: str | None = None
    note: LocalText | None = None


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

    def response_on(self, day: date) -> Response | None:
        """The latest response that is known on `day`; of one date the last in the file."""
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

    @property
    def title(self) -> LocalText:
        return self.name

    def status_on(self, day: date) -> StatusEvent | None:
        """The latest status that is known on `day`; of one date the last in the file."""
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

    @property
    def id(self) -> str:
        """A name to show; links have no id of their own."""
        return f"{self.origin} → {self.target}"


class CatalogueInfo(NamedTuple):
    """What a catalogue says of itself; `themes` is None where it keeps no list of them."""

    title: LocalText
    languages: tuple[str, ...]
    themes: tuple[Theme, ...] | None = None
    checks: tuple[tuple[str, str, Span], ...] = ()


class _Dated(Protocol):
    @property
    def date(self) -> PartialDate: ...


_Event = TypeVar("_Event", bound=_Dated)


def latest(events: tuple[_Event, ...], day: date) -> _Event | None:
    """The last of the events that are known on `day`, by date and then by their order on file."""
    known = [event for event in events if event.date.known_by(day)]
    return max(reversed(known), key=lambda event: event.date.last_day, default=None)


Node = Recommendation | Objective | Instrument
Record = Source | Recommendation | Objective | Instrument | Theme
