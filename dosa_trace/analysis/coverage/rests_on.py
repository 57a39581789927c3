"""What the figures of some recommendations rest on: how much of their sources was read, and the
source without which most of their states would be lower (docs/rules.md, *Source not read* and
*Depends on one source*)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.coverage.resting import Resting
from dosa_trace.analysis.judging.figures import Share
from dosa_trace.analysis.judging.verdicts import Judge, State
from dosa_trace.catalog.model.events import known
from dosa_trace.catalog.model.parts import LocalText, When
from dosa_trace.catalog.model.vocabulary import Reliability, Seen, SourceKind

if TYPE_CHECKING:
    from dosa_trace.analysis.coverage.coverage import RecommendationCoverage


class Read(NamedTuple):
    """How much was read of the sources of some records; together the others are `total`."""

    total: int
    whole: int
    part: int
    head: int
    none: int
    not_recorded: int

    @property
    def none_share(self) -> Share:
        """Of all, those of which nobody read the source."""
        return Share.of(self.none, self.total)

    @property
    def part_share(self) -> Share:
        """Of all, those of which somebody read a part."""
        return Share.of(self.part, self.total)

    @property
    def head_share(self) -> Share:
        """Of all, those of which somebody read how it starts and no more."""
        return Share.of(self.head, self.total)

    @property
    def not_recorded_share(self) -> Share:
        """Of all, those of which nobody wrote down how much was read."""
        return Share.of(self.not_recorded, self.total)

    @property
    def unread_share(self) -> Share:
        """Of all, those of which the source was read in part or not at all."""
        return Share.of(self.none + self.head + self.part, self.total)

    @classmethod
    def of(cls, readings: Iterable[Seen | None]) -> Read:
        """Of how many records which part of the source was read."""
        counts = Counter(readings)
        return cls(
            total=counts.total(),
            whole=counts[Seen.WHOLE],
            part=counts[Seen.PART],
            head=counts[Seen.HEAD],
            none=counts[Seen.NONE],
            not_recorded=counts[None],
        )


class OneSource(NamedTuple):
    """The source without which most states would be lower: what it is, and how many."""

    id: str
    title: LocalText
    kind: SourceKind
    reliability: Reliability | None
    seen: Seen | None
    date: When
    lowered: int


class RestsOn(NamedTuple):
    """What the figures of some recommendations rest on.

    `advice` says how much was read of the sources of the recommendations, `responses` how much of
    the latest responses to them. Of the `answered`, `second_hand` would have a lower
    state without the secondary sources, and `one_source` names the source without which most
    would; None where each stands without any one. Of the `quotes` in what was asked, answered and
    linked, `compared` are of a source whose
    text is archived, in which `check` looks them up.
    """

    advice: Read
    responses: Read
    answered: int
    second_hand: int
    one_source: OneSource | None
    quotes: int
    compared: int

    @property
    def second_hand_share(self) -> Share:
        """Of the answered, those whose state needs a secondary source."""
        return Share.of(self.second_hand, self.answered)

    @property
    def one_source_share(self) -> Share:
        """Of the answered, those whose state needs the one source."""
        return Share.of(self.one_source.lowered if self.one_source else 0, self.answered)

    @property
    def not_compared_share(self) -> Share:
        """Of the quotations, those that nobody could look up."""
        return Share.of(self.quotes - self.compared, self.quotes)


class Foundations:
    """What the states of a judge rest on, found once for any number of selections."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._catalog = judge.graph.catalog
        self._resting = Resting.of(judge)

    def of(self, lines: Collection[RecommendationCoverage]) -> RestsOn:
        """What the figures of the recommendations of these lines rest on."""
        catalog = self._catalog
        asked = [catalog.recommendations[line.id] for line in lines]
        answered = {line.id for line in lines if line.state.rank}
        quoted = list(self._quoted([record.id for record in asked]))
        return RestsOn(
            advice=Read.of(line.source_seen for line in lines),
            responses=Read.of(line.response_seen for line in lines if line.response),
            answered=len(answered),
            second_hand=len(answered & self._second_hand.keys()),
            one_source=self._one_source(answered, {record.source for record in asked}),
            quotes=len(quoted),
            compared=sum(catalog.sources[name].text is not None for name in quoted),
        )

    @cached_property
    def _second_hand(self) -> Mapping[str, State]:
        """The states that would be others without the secondary sources."""
        secondary = (
            one.id
            for one in self._catalog.sources.values()
            if one.reliability is Reliability.SECONDARY
        )
        return self._resting.fallen(frozenset(secondary))

    @cached_property
    def _fallen(self) -> Mapping[str, Mapping[str, State]]:
        """The states that would be others without each source."""
        return {name: self._resting.fallen_without(name) for name in self._resting.sources}

    def _one_source(self, answered: Set[str], own: Collection[str]) -> OneSource | None:
        """The source without which most of the answered would have a lower state; where several
        take as many, the first by id. The sources of the recommendations themselves are none of
        them: what was asked does not rest on itself."""
        lowered = {
            name: len(fallen.keys() & answered)
            for name, fallen in self._fallen.items()
            if name not in own
        }
        most = max(lowered, key=lambda name: lowered[name], default=None)
        if most is None or not lowered[most]:
            return None
        source = self._catalog.sources[most]
        return OneSource(
            id=most,
            title=source.title,
            kind=source.kind,
            reliability=source.reliability,
            seen=source.seen,
            date=source.when,
            lowered=lowered[most],
        )

    def _quoted(self, recommendations: Collection[str]) -> Iterator[str]:
        """The source of each quotation behind the figures: of the recommendations, of what answers
        them, and of the links between."""
        graph, records = self._judge.graph, self._catalog.by_id
        behind = graph.reached(recommendations)
        links = (
            one for one in self._catalog.links if one.origin in behind and graph.is_counted(one)
        )
        for record in (*(records[name] for name in sorted(behind)), *links):
            events = (*getattr(record, "responses", ()), *getattr(record, "status", ()))
            for item in (*getattr(record, "evidence", ()), *known(events, graph.as_of)):
                if item.quote is not None:
                    yield item.source
