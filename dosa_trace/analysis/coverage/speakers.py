"""By whose word the statuses, responses, stated links and answered recommendations of a coverage
are known (docs/rules.md, *Self-reported only*); the rows add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from dosa_trace.analysis.coverage.coverage import CoverageReport
from dosa_trace.analysis.coverage.summary import Summary
from dosa_trace.analysis.judging.figures import Share
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.catalog.facts.speakers import Speaker
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.results import data_of, types_of


class Spoken(NamedTuple):
    """How many of each are known by somebody's word: the statuses of the instruments behind the
    answered recommendations, the responses that were given, the counted links that a source states,
    and the answered recommendations, each by the most independent of its instruments."""

    statuses: int
    responses: int
    stated_links: int
    answered: int

    def shares(self, total: Spoken) -> tuple[Share, ...]:
        """Of all of each, those that are known by this word."""
        return tuple(Share.of(part, whole) for part, whole in zip(self, total, strict=True))


class SpeakerLine(NamedTuple):
    """What is known by the word of one kind of speaker."""

    id: Speaker
    spoken: Spoken

    def as_data(self) -> Mapping[str, Any]:
        """What is spoken stands beside the kind of speaker."""
        return {"id": self.id, **self.spoken._asdict()}

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What the keys of `as_data` hold."""
        return {"id": Speaker, **types_of(Spoken)}


class SpeakersReport(NamedTuple):
    """A coverage with a row for each kind of speaker in the place of groups of figures
    (`dosa-trace/speakers/1`)."""

    report: CoverageReport
    summary: Summary
    total: Spoken
    speakers: tuple[SpeakerLine, ...]

    def as_data(self) -> Mapping[str, Any]:
        """The keys of the coverage but for those of its groups; `spoken` is the total."""
        kept = data_of(self.report)
        del kept["groups"], kept["adds_up"]
        rows = {"spoken": self.total, "speakers": self.speakers}
        return kept | {"summary": self.summary} | rows

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What the keys of `as_data` hold."""
        kept = types_of(CoverageReport)
        del kept["groups"], kept["adds_up"]
        rows = {"spoken": Spoken, "speakers": tuple[SpeakerLine, ...]}
        return kept | {"summary": Summary} | rows


def by_speaker(judge: Judge, report: CoverageReport, begun: Summary) -> SpeakersReport:
    """Everything behind these figures by whose word it is, the most independent first."""
    graph, catalog = judge.graph, judge.graph.catalog
    asked = [catalog.recommendations[line.id] for line in report.recommendations]
    behind = graph.reached(record.id for record in asked)
    speakers = judge.speakers
    answered = [line.via for line in report.recommendations if line.state.rank]
    counts = (
        Counter(judge.status_speaker(name) for name in {name for via in answered for name in via}),
        Counter(
            speakers.of_response(record, response)
            for record in asked
            for response in record.given_on(graph.as_of)
        ),
        Counter(
            speakers.of_link(link)
            for link in catalog.links
            if link.origin in behind and link.basis is Basis.STATED and graph.is_counted(link)
        ),
        Counter(_most_independent(judge, via) for via in answered),
    )
    return SpeakersReport(
        report=report,
        summary=begun,
        total=Spoken(*(count.total() for count in counts)),
        speakers=tuple(
            SpeakerLine(speaker, Spoken(*(count[speaker] for count in counts)))
            for speaker in Speaker
        ),
    )


def _most_independent(judge: Judge, via: Iterable[str]) -> Speaker:
    """By whose word an answer is known: that of the instrument of which the most independent
    tells. It is somebody's own only where all are."""
    return max(map(judge.status_speaker, via), key=lambda speaker: speaker.rank)
