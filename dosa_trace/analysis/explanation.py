"""Why is the state of a record what it is? Every chain behind it, and the rule that decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.answering import answering, leading
from dosa_trace.analysis.chains import (
    Chain,
    Quotation,
    best_first,
    chain,
    paths,
    quotations,
)
from dosa_trace.analysis.cuts import Cuts, cuts_of
from dosa_trace.analysis.looked import Looked, looked_for
from dosa_trace.analysis.marks import marks
from dosa_trace.analysis.reasons import Reason, reasons, why_not_counted
from dosa_trace.analysis.verdicts import Judge, State
from dosa_trace.catalog.events import known
from dosa_trace.catalog.naming import keys_of, name_of
from dosa_trace.catalog.parts import Evidence, LocalText, Response, StatusEvent, When
from dosa_trace.catalog.records import Instrument, Objective, Recommendation, TraceLink
from dosa_trace.catalog.searching import is_response_searched, is_searched
from dosa_trace.catalog.vocabulary import Basis, Extent, ResponseValue, Scope, Seen, StatusValue
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.labels import RECORD_KINDS
from dosa_trace.language import Phrase

if TYPE_CHECKING:
    from dosa_trace.graph import Support, TraceGraph


class Answer(NamedTuple):
    """A response of government that is known on the date."""

    date: When
    value: ResponseValue
    scope: Scope
    commitment: bool
    evidence: Quotation
    note: LocalText | None
    by: LocalText | None
    seen: Seen | None
    draft: bool


class StatusLine(NamedTuple):
    """A status of an instrument that is known on the date."""

    date: When
    value: StatusValue
    evidence: Quotation
    note: LocalText | None


class Asker(NamedTuple):
    """A record that leads to an instrument or objective, with its own state, and how much of it
    that answers at most: `marginal` only mentions it, None where a joint group is not whole."""

    record: str
    id: str
    title: LocalText
    state: State
    extent: Extent | None


class StateExplanation(NamedTuple):
    """Everything that the state of a recommendation or an objective rests on.

    `state` and `as_stated` are None where the record was not known on the date. `chains` lead from
    the record, the decisive first: those at the front, as many as `decisive` says, gave the state.
    `more` says that further chains were left out. Only recommendations have `responses`, only
    objectives `asked_by`. `older` and `no_act` are the marks of a state (`analysis.marks`),
    `searched` and what follows says who looked for a recommendation (`catalog.searching`). `hangs`
    are the smallest sets of judgements that lower the state, None where nobody asked or nothing
    stands behind it.
    """

    record: str
    id: str
    title: LocalText
    evidence: tuple[Quotation, ...]
    state: State | None
    as_stated: State | None
    mentioned: bool
    weakest_basis: Basis | None
    via: tuple[str, ...]
    responses: tuple[Answer, ...]
    decisive: int
    chains: tuple[Chain, ...]
    more: bool
    asked_by: tuple[Asker, ...]
    not_counted: tuple[Reason, ...]
    older: bool
    no_act: bool
    searched: bool | None
    response_searched: bool | None
    searches: tuple[Looked, ...]
    doubted: bool
    hangs: Cuts | None = None


class InstrumentExplanation(NamedTuple):
    """Everything that leads to an instrument, which has no state of coverage but a status.

    `more` says that further chains were left out; `not_counted` are the links to it that do not
    count.
    """

    record: str
    id: str
    title: LocalText
    evidence: tuple[Quotation, ...]
    statuses: tuple[StatusLine, ...]
    chains: tuple[Chain, ...]
    more: bool
    asked_by: tuple[Asker, ...]
    not_counted: tuple[Reason, ...]


Explanation = StateExplanation | InstrumentExplanation


def explain(graph: TraceGraph, identifier: str, limit: int = 20) -> Explanation:
    """The explanation of a recommendation, objective or instrument, with at most `limit` chains.

    Raises UnknownId, and BadQuestion for a source or a theme, which have no state.
    """
    match graph.catalog.record(identifier):
        case Recommendation() | Objective() as record:
            judge = Judge(graph)
            found = explain_state(judge, record, limit)
            stands = found.state is not None and found.state.rank
            return found._replace(hangs=cuts_of(judge, record.id)) if stands else found
        case Instrument() as instrument:
            return explain_instrument(Judge(graph), instrument, limit)
        case other:
            kind = RECORD_KINDS[other.KIND]
            raise BadQuestion(NO_STATE(id=identifier, kind=kind), USE_SHOW(id=identifier))


def explain_state(judge: Judge, record: Recommendation | Objective, limit: int) -> StateExplanation:
    """What the state of a record rests on, with at most `limit` chains."""
    graph = judge.graph
    verdict = judge.judge(record)
    deciding = judge.deciding_level(record.id)
    chains: list[Chain] = []
    decisive, more, seen = 0, False, set[tuple[TraceLink, ...]]()
    levels = judge.levels[judge.levels.index(deciding) :] if deciding else ()
    for level in levels:
        found, left_out = paths(
            record.id,
            partial(_supporting, graph, level.support),
            lambda link: link.target,
            lambda node: node in graph.catalog.instruments,
            limit + len(chains),
        )
        fresh = [path for path in found if path not in seen][: limit - len(chains)]
        more = more or left_out or len(fresh) < sum(path not in seen for path in found)
        seen.update(found)
        chains += best_first(chain(judge, path) for path in fresh)
        if level is deciding:
            decisive = len(chains)
    is_known = graph.is_record_known(record.id)
    is_asked = isinstance(record, Recommendation)
    beside = marks(graph, record, verdict)
    return StateExplanation(
        record=record.KIND,
        id=record.id,
        title=record.title,
        evidence=tuple(quotations(graph, _evidence_of(record))),
        state=verdict.state if is_known else None,
        as_stated=judge.state_on(record, Basis.STATED) if is_known else None,
        mentioned=verdict.mentioned,
        weakest_basis=verdict.basis,
        via=verdict.via,
        responses=_answers(graph, record),
        decisive=decisive,
        chains=tuple(chains),
        more=more,
        asked_by=_askers(judge, record) if isinstance(record, Objective) else (),
        not_counted=reasons(judge, record, verdict),
        older=beside.older,
        no_act=beside.no_act,
        searched=is_searched(graph.catalog, record.id) if is_asked else None,
        response_searched=is_response_searched(graph.catalog, record.id) if is_asked else None,
        searches=looked_for(graph.catalog, record.id),
        doubted=judge.is_doubted(record.id),
    )


def explain_instrument(judge: Judge, instrument: Instrument, limit: int) -> InstrumentExplanation:
    """What leads to an instrument, with at most `limit` chains."""
    graph = judge.graph
    asked = {recommendation.id for recommendation in graph.recommendations}
    found, more = paths(
        instrument.id,
        lambda node: (link for link in graph.links_to(node) if graph.is_counted(link)),
        lambda link: link.origin,
        lambda node: node in asked or not _has_askers(graph, node),
        limit,
    )
    return InstrumentExplanation(
        record=instrument.KIND,
        id=instrument.id,
        title=instrument.name,
        evidence=tuple(quotations(graph, instrument.evidence)),
        statuses=tuple(
            StatusLine(event.when, event.value, _quotation(graph, event), event.note)
            for event in known(instrument.status, graph.as_of)
        ),
        chains=best_first(chain(judge, reversed(path)) for path in found),
        more=more,
        asked_by=_askers(judge, instrument),
        not_counted=tuple(
            reason
            for link in graph.links_to(instrument.id)
            if (reason := why_not_counted(graph, link, instrument.id)) is not None
        ),
    )


def _supporting(graph: TraceGraph, support: Support, node: str) -> Iterator[TraceLink]:
    return (link for link in graph.links_from(node) if link in support.links)


def _has_askers(graph: TraceGraph, node: str) -> bool:
    return any(graph.is_counted(link) for link in graph.links_to(node))


def _askers(judge: Judge, record: Objective | Instrument) -> tuple[Asker, ...]:
    """The recommendations and objectives that lead to a record, with their own states."""
    graph = judge.graph
    leading_here = graph.leading_to([record.id]) - {record.id}
    is_objective = isinstance(record, Objective)
    strengths = leading(graph, record.id) if is_objective else answering(judge, record.id)
    by_id = {asked.id: asked for asked in graph.recommendations}
    ordered: Iterable[Recommendation | Objective] = (
        *sorted((by_id[name] for name in leading_here & by_id.keys()), key=lambda asked: asked.id),
        *(aim for name, aim in sorted(graph.catalog.objectives.items()) if name in leading_here),
    )
    return tuple(
        Asker(
            asker.KIND,
            asker.id,
            asker.title,
            judge.judge(asker).state,
            strengths[asker.id].extent if asker.id in strengths else None,
        )
        for asker in ordered
    )


def _answers(graph: TraceGraph, record: Recommendation | Objective) -> tuple[Answer, ...]:
    if isinstance(record, Objective):
        return ()
    return tuple(
        Answer(
            response.when,
            response.value,
            response.scope,
            response.commitment,
            _quotation(graph, response),
            response.note,
            _answerer(graph, record, response),
            response.seen,
            response.draft,
        )
        for response in known(record.responses, graph.as_of)
    )


def _answerer(graph: TraceGraph, asked: Recommendation, response: Response) -> LocalText | None:
    """Who answered, else who answers at the level that alone was addressed."""
    if response.by is not None:
        return name_of(graph.catalog, response.by)
    levels = [graph.catalog.levels.get(key) for key in keys_of(asked.addressee)]
    return levels[0].responder if len(levels) == 1 and levels[0] is not None else None


def _quotation(graph: TraceGraph, event: Response | StatusEvent) -> Quotation:
    said = Evidence(source=event.source, locator=event.locator, quote=event.quote)
    return next(quotations(graph, (said,)))


def _evidence_of(record: Recommendation | Objective) -> Iterable[Evidence]:
    """The record's own source first, then where else it is found."""
    if record.source is not None:
        yield Evidence(source=record.source, locator=getattr(record, "locator", None))
    yield from record.evidence


NO_STATE = Phrase(
    "'{id}' has no state: its kind is {kind}", "'{id}' heeft geen stand: de soort is {kind}"
)
USE_SHOW = Phrase("dosa-trace show {id} shows it", "dosa-trace show {id} toont het")
