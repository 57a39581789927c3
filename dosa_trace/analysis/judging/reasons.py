"""What is in the way of a better state of a record, in words: each obstacle with its reason."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.judging.verdicts import Judge, State, Verdict
from dosa_trace.catalog.facts.known_from import record_day
from dosa_trace.catalog.facts.second_readings import objections_to_rejecting
from dosa_trace.catalog.model.catalog import Named
from dosa_trace.catalog.model.judged import Considered
from dosa_trace.catalog.model.records import Instrument, Objective, Recommendation, TraceLink
from dosa_trace.catalog.model.vocabulary import Basis, Relation
from dosa_trace.labels import NO_LINK, RESPONSES, STATUSES
from dosa_trace.language import Message, Phrase, Words

if TYPE_CHECKING:
    from dosa_trace.graph import Support, TraceGraph


#: How many reasons of one record are told, the nearest first, and how many records on its chains
#: are looked at for them.
MOST_REASONS, MOST_LOOKED_AT = 30, 100


class Reason(NamedTuple):
    """One obstacle: a stable code, the sentence, and the records that it speaks of."""

    code: str
    message: Words
    records: tuple[str, ...] = ()


def reasons(
    judge: Judge, record: Recommendation | Objective, verdict: Verdict
) -> tuple[Reason, ...]:
    """Why the state of a record is no better than it is, the decisive first. Where a chain goes on
    without end, what is near is told, and that there is more."""
    all_reasons: list[Reason] = []
    ahead = _Ahead(record.id)
    if verdict.state is State.DECLINED and isinstance(record, Recommendation):
        all_reasons += _declined(judge.graph, record)
    level = judge.deciding_level(record.id)
    if level is not None and verdict.state in (State.PARTLY, State.GAP, State.DECLINED):
        code, phrase = ("only-marginal", MARGINAL) if verdict.mentioned else ("partial", PARTIAL)
        for link in _leading_on(judge.graph, level.support, ahead):
            if link.extent is level.extent and len(all_reasons) < MOST_REASONS:
                named = _named(judge.graph, link, record.id)
                message = phrase(link=named)
                if verdict.mentioned and link.rationale:
                    message = MARGINAL_BECAUSE(link=named, reason=link.rationale)
                all_reasons.append(Reason(code, message, (link.origin, link.target)))
    if verdict.state is State.PLANNED:
        all_reasons += _announced(judge.graph, verdict)
    if verdict.state is not State.COVERED:
        all_reasons += islice(_on_the_way(judge, record, ahead), MOST_REASONS)
        if not (all_reasons or ahead.stopped):
            all_reasons.append(Reason("circle", CIRCLE, (record.id,)))
    distinct = tuple(dict.fromkeys(all_reasons))
    if ahead.stopped or len(distinct) >= MOST_REASONS:
        return (*distinct[:MOST_REASONS], Reason("more", FURTHER_ON, (record.id,)))
    return distinct


class _Ahead:
    """Goes over the records that lie ahead of one, the nearest first and each once, up to a
    bound."""

    def __init__(self, start: str) -> None:
        self.start = start
        self.stopped = False

    def names(self, onward: Callable[[str], Iterable[str]]) -> Iterator[str]:
        """Each record; `onward` is asked what follows it when it was looked at."""
        seen, queue = {self.start}, deque([self.start])
        for _ in range(MOST_LOOKED_AT):
            if not queue:
                return
            name = queue.popleft()
            yield name
            for target in onward(name):
                if target not in seen:
                    seen.add(target)
                    queue.append(target)
        self.stopped = self.stopped or bool(queue)


def _declined(graph: TraceGraph, record: Recommendation) -> Iterator[Reason]:
    response = record.response_on(graph.as_of)
    if response is not None:
        said = DECLINED(answer=RESPONSES[response.value], date=response.when)
        yield Reason("declined", said, (response.source,))


def _announced(graph: TraceGraph, verdict: Verdict) -> Iterator[Reason]:
    for name in verdict.via:
        event = graph.catalog.instruments[name].status_on(graph.as_of)
        if event is not None and not event.value.is_live:
            yield Reason(
                "announced", ANNOUNCED(name=graph.catalog.named(name), date=event.when), (name,)
            )


def _leading_on(graph: TraceGraph, support: Support, ahead: _Ahead) -> Iterator[TraceLink]:
    """The supporting links that lead on from a record, nearest first."""

    def leading(name: str) -> list[TraceLink]:
        return [link for link in graph.links_from(name) if link in support.links]

    for name in ahead.names(lambda name: (link.target for link in leading(name))):
        yield from leading(name)


def _disputed(looked: Considered, named: tuple[Named, ...]) -> Iterator[Reason]:
    """Who finds that what was rejected does something, and waits for a reply."""
    for objection in objections_to_rejecting(looked):
        if objection.answered is None:
            by = objection.by or ""
            said = DISPUTED(names=named, date=objection.date, by=by, text=objection.text)
            yield Reason("disputed", said, looked.instruments)


def _on_the_way(
    judge: Judge, record: Recommendation | Objective, ahead: _Ahead
) -> Iterator[Reason]:
    """What stops every chain that begins at a record, nearest first; visits each link once."""
    graph = judge.graph
    objectives = graph.catalog.objectives

    def onward(name: str) -> Iterator[str]:
        counted = (link.target for link in graph.links_from(name) if graph.is_counted(link))
        return (target for target in counted if target in objectives)

    for name in ahead.names(onward):
        links = tuple(graph.links_from(name))
        if not links:
            yield _no_link(graph, record.id, name)
        if name == record.id and isinstance(record, Recommendation):
            for looked in record.considered:
                named = tuple(map(graph.catalog.named, looked.instruments))
                said = CONSIDERED(names=named, reason=looked.reason)
                yield Reason("considered", said, looked.instruments)
                yield from _disputed(looked, named)
        for link in links:
            obstacle = why_not_counted(graph, link, record.id)
            if obstacle is not None:
                yield obstacle
                continue
            yield from _incomplete_group(judge, link)
            target = graph.catalog.by_id[link.target]
            if isinstance(target, Instrument):
                yield from _does_not_carry(graph, target)


def _no_link(graph: TraceGraph, start: str, name: str) -> Reason:
    if name == start:
        return Reason("no-link", NO_LINK, (name,))
    return Reason("not-pursued", NOT_PURSUED(name=graph.catalog.named(name)), (name,))


def _named(graph: TraceGraph, link: TraceLink, about: str) -> Message:
    """A link in words, as one says it who speaks of the record at one of its ends."""
    origin, target = graph.catalog.named(link.origin), graph.catalog.named(link.target)
    if link.origin == about:
        return LINK_TO(target=target)
    return LINK_FROM(origin=origin) if link.target == about else LINK(origin=origin, target=target)


def why_not_counted(  # noqa: PLR0911 - one line per reason
    graph: TraceGraph, link: TraceLink, about: str
) -> Reason | None:
    """Why a link of a record is left out of account, or None where it counts."""
    if graph.is_counted(link):
        return None
    ends, named = (link.origin, link.target), _named(graph, link, about)
    if link.relation is not Relation.SUPPORTS:
        return _does_not_support(graph, link, named)
    if link.basis.rank < graph.basis.rank:
        suggested = link.basis is Basis.SUGGESTED
        code, phrase = ("only-suggested", SUGGESTED) if suggested else ("only-inferred", INFERRED)
        return Reason(code, phrase(link=named), ends)
    if link in graph.suspects and not graph.count_suspect:
        return Reason("suspect", SUSPECT(link=named), ends)
    if not graph.is_record_known(link.target) and link.target in graph.catalog.instruments:
        said = NO_STATUS(name=graph.catalog.named(link.target))
        return Reason("no-status-yet", said, (link.target,))
    for name in ends:
        if not graph.is_record_known(name):
            day = record_day(graph.catalog, name)
            said = RECORD_NOT_YET_KNOWN(name=graph.catalog.named(name), date=day)
            return Reason("not-yet-known", said, (name,))
    day = graph.known_from(link)
    said = NOT_YET_KNOWN(link=named, date=day)
    return Reason("not-yet-known", said, ends)


def _does_not_support(graph: TraceGraph, link: TraceLink, named: Message) -> Reason:
    ends = (link.origin, link.target)
    if link.relation is Relation.CONTRADICTS:
        origin, target = map(graph.catalog.named, ends)
        return Reason("contradicts", CONTRADICTS(origin=origin, target=target), ends)
    reason = link.rationale or link.note or NO_REASON
    return Reason("looked-at-and-rejected", LOOKED_AT(link=named, reason=reason), ends)


def _incomplete_group(judge: Judge, link: TraceLink) -> Iterator[Reason]:
    """A joint group on the way of which some link or member does not count."""
    weakest = judge.levels[-1].support
    if link.joint is None or link in weakest.links:
        return
    group = judge.graph.group_of(link)
    members = [member.target for member in group]
    counts = judge.graph.is_counted
    missing = [
        member.target for member in group if not (counts(member) and member.target in weakest.nodes)
    ]
    if missing:
        named = judge.graph.catalog.named
        names = tuple(map(named, members))
        if missing == members:
            said = JOINT_NONE(names=names)
        else:
            said = JOINT(names=names, missing=tuple(map(named, missing)))
        yield Reason("joint-incomplete", said, tuple(members))


def _does_not_carry(graph: TraceGraph, instrument: Instrument) -> Iterator[Reason]:
    event = instrument.status_on(graph.as_of)
    named = graph.catalog.named(instrument.id)
    if event is None:
        yield Reason("no-status-yet", NO_STATUS(name=named), (instrument.id,))
    elif event.value.has_ended:
        said = ENDED(name=named, status=STATUSES[event.value], date=event.when)
        yield Reason("ended", said, (instrument.id,))


LINK_TO = Phrase("the link to {target}", "de koppeling naar {target}")
LINK_FROM = Phrase("the link from {origin}", "de koppeling vanuit {origin}")
LINK = Phrase("the link from {origin} to {target}", "de koppeling van {origin} naar {target}")
CIRCLE = Phrase(
    "its links go round in a circle and reach no instrument",
    "de koppelingen lopen in een kring en bereiken geen instrument",
)
FURTHER_ON = Phrase(
    "further along there is more, which is not shown here",
    "verderop is er meer, dat hier niet wordt getoond",
)
NOT_PURSUED = Phrase(
    "nothing is linked to the objective {name}", "aan doelstelling {name} is niets gekoppeld"
)
MARGINAL = Phrase("touched on only: {link}", "alleen zijdelings geraakt: {link}")
MARGINAL_BECAUSE = Phrase(
    "touched on only: {link}. {reason}", "alleen zijdelings geraakt: {link}. {reason}"
)
PARTIAL = Phrase("only in part: {link} is partial", "slechts deels: {link} is gedeeltelijk")
ANNOUNCED = Phrase("{name} is only announced ({date})", "{name} is alleen aangekondigd ({date})")
DECLINED = Phrase("declined: {answer} ({date})", "afgewezen: {answer} ({date})")
CONSIDERED = Phrase(
    "considered, but not enough: {names}. {reason}",
    "bekeken, maar niet voldoende: {names}. {reason}",
)
DISPUTED = Phrase(
    "{names} was rejected, but {by} {text} ({date})",
    "{names} is afgewezen, maar {by} {text} ({date})",
)
LOOKED_AT = Phrase(
    "{link} was considered and rejected. {reason}", "{link} is bekeken en verworpen. {reason}"
)
NO_REASON = Phrase("no reason given", "geen reden gegeven")
CONTRADICTS = Phrase("{target} contradicts {origin}", "{target} spreekt {origin} tegen")
SUGGESTED = Phrase(
    "{link} was only suggested by software, and nobody has confirmed it",
    "{link} is alleen automatisch voorgesteld, en niemand heeft dat bevestigd",
)
SUSPECT = Phrase(
    "{link} has changed since its review", "{link} is gewijzigd na de laatste beoordeling"
)
INFERRED = Phrase(
    "{link} is an analyst's judgement; no source says so",
    "{link} is het oordeel van een analist; geen bron zegt het",
)
NOT_YET_KNOWN = Phrase("{link} was not known before {date}", "{link} was vóór {date} niet bekend")
RECORD_NOT_YET_KNOWN = Phrase(
    "{name} was not known before {date}", "{name} was vóór {date} niet bekend"
)
JOINT = Phrase(
    "{names} count only together, and {missing} {missing:does|do} not count",
    "{names} tellen alleen samen, en {missing} {missing:telt|tellen} niet mee",
)
JOINT_NONE = Phrase(
    "{names} count only together, and none of them counts",
    "{names} tellen alleen samen, en geen daarvan telt mee",
)
NO_STATUS = Phrase(
    "{name} had no recorded status on this date", "{name} had op de peildatum nog geen status"
)
ENDED = Phrase("{name} is {status} ({date})", "{name} is {status} ({date})")
