"""What is on file: the typed, frozen records of a catalogue.

The words are those of docs/format.md. A record knows the place it was written at, so that
everything said about it can be traced to a line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as date_
from typing import Any, ClassVar

from dosa_trace.catalog.model.catalog_info import Theme
from dosa_trace.catalog.model.dates import PartialDate
from dosa_trace.catalog.model.events import known, latest
from dosa_trace.catalog.model.judged import Considered, Doubt, FieldReading, Reading, Review
from dosa_trace.catalog.model.parts import (
    AnswerWithin,
    Budget,
    Comparison,
    Evidence,
    Found,
    Indicator,
    LocalText,
    Response,
    StatusEvent,
    Target,
    Waiver,
    When,
    when,
)
from dosa_trace.catalog.model.place import Place
from dosa_trace.catalog.model.vocabulary import (
    Basis,
    Extent,
    OrganisationKind,
    Relation,
    Reliability,
    Seen,
    Sought,
    SourceKind,
)

#: Keys that begin with `x-` and their values: kept, shown and filtered, never judged.
Extra = tuple[tuple[str, Any], ...]
#: What stands between the ends of a link in its name.
TO = " → "


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
    speaks_for: tuple[str, ...] = ()
    seen: Seen | None = None
    answer_within: AnswerWithin | None = None
    text: str | None = None
    note: LocalText | None = None
    waive: tuple[Waiver, ...] = ()
    renamed: tuple[str, ...] = ()
    extra: Extra = ()

    @property
    def when(self) -> When:
        """Its date, else the day on which it was read."""
        return when(self.date, self.read)

    @property
    def order_day(self) -> date_:
        """By which sources are put in order of time: what bears no date comes last."""
        return self.date.last_day if self.date else date_.max

    @property
    def askers(self) -> tuple[str, ...]:
        """Who asks in it: its institutions, else who published it."""
        return self.institutions or tuple(self.publisher)[:1]

    @property
    def written_by(self) -> str:
        """Who asks in it as one name: what several wrote together is never put down to one of
        them."""
        return ", ".join(self.askers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Who asks, answers, owns or publishes; `succeeds` names what it was called before."""

    KIND: ClassVar[str] = "organisation"
    place: Place = field(compare=False, repr=False)
    id: str
    name: LocalText
    abbreviation: str | None = None
    kind: OrganisationKind | None = None
    level: str | None = None
    independent: bool = False
    part_of: str | None = None
    succeeds: tuple[str, ...] = ()
    tooi: str | None = None
    url: str | None = None
    note: LocalText | None = None
    waive: tuple[Waiver, ...] = ()
    renamed: tuple[str, ...] = ()
    extra: Extra = ()

    @property
    def title(self) -> LocalText:
        return self.name


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
    addressee: tuple[LocalText, ...] = ()
    specificity: int | None = None
    locator: str | None = None
    evidence: tuple[Evidence, ...] = ()
    responses: tuple[Response, ...] = ()
    considered: tuple[Considered, ...] = ()
    agrees_with: tuple[Comparison, ...] = ()
    conflicts_with: tuple[Comparison, ...] = ()
    readings: tuple[FieldReading, ...] = ()
    note: LocalText | None = None
    waive: tuple[Waiver, ...] = ()
    renamed: tuple[str, ...] = ()
    extra: Extra = ()

    def response_on(self, day: date_) -> Response | None:
        """The last response in the file that is known on `day`, and was given: no draft."""
        return latest(self.responses, day, lambda one: not one.draft)

    def given_on(self, day: date_) -> tuple[Response, ...]:
        """The responses that are known on `day` and were given, in the order of the file."""
        return tuple(one for one in known(self.responses, day) if not one.draft)

    def draft_on(self, day: date_) -> Response | None:
        """The last draft known on `day`, where nothing was given."""
        drafts = [one for one in known(self.responses, day) if one.draft]
        return drafts[-1] if drafts and not self.given_on(day) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """An aim that a government states."""

    KIND: ClassVar[str] = "objective"
    place: Place = field(compare=False, repr=False)
    id: str
    title: LocalText
    owner: tuple[LocalText, ...] = ()
    source: str | None = None
    themes: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    note: LocalText | None = None
    waive: tuple[Waiver, ...] = ()
    renamed: tuple[str, ...] = ()
    extra: Extra = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """What government does: an agenda, a programme, a fund, a regulation, a monitor …"""

    KIND: ClassVar[str] = "instrument"
    place: Place = field(compare=False, repr=False)
    id: str
    name: LocalText
    kind: str
    level: str
    owner: tuple[LocalText, ...]
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
    renamed: tuple[str, ...] = ()
    extra: Extra = ()

    @property
    def title(self) -> LocalText:
        return self.name

    def status_on(self, day: date_) -> StatusEvent | None:
        """The last status in the file that is known on `day`."""
        return latest(self.status, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """That somebody looked for instruments or responses on a day, for the recommendations that it
    covers. It is shown and moves no state: what it found counts once it is a record."""

    KIND: ClassVar[str] = "search"
    place: Place = field(compare=False, repr=False)
    id: str
    date: PartialDate
    sought: tuple[Sought, ...]
    covers: tuple[str, ...]
    words: tuple[LocalText, ...] = ()
    where: tuple[str, ...] = ()
    by: LocalText | None = None
    found: tuple[Found, ...] = ()
    note: LocalText | None = None
    renamed: tuple[str, ...] = ()
    extra: Extra = ()

    @property
    def title(self) -> LocalText:
        """Its words, by which a reader knows what was looked for; without any, its id."""
        return LocalText.joined(self.words or (LocalText((("", self.id),)),))

    def found_for(self, recommendation: str) -> LocalText | None:
        """What it saw for one recommendation."""
        return next((one.text for one in self.found if one.recommendation == recommendation), None)


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
    by: LocalText | None = None
    reviewed: Review | None = None
    readings: tuple[Reading, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    note: LocalText | None = None
    waive: tuple[Waiver, ...] = ()
    extra: Extra = ()

    @property
    def id(self) -> str:
        """A name to show; links have no id of their own."""
        return f"{self.origin}{TO}{self.target}"


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


Node = Recommendation | Objective | Instrument
Record = Source | Organisation | Recommendation | Objective | Instrument | Theme | Search
