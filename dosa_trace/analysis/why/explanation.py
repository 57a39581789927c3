"""Why the state of a record is what it is: every chain behind it, and the rule that decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING, Any, NamedTuple

from dosa_trace.analysis.judging.chains import Chain, Chains, Quotation, best_first, quotations
from dosa_trace.analysis.judging.marks import each_mark, mark_types, marks_of
from dosa_trace.analysis.judging.reasons import Reason, reasons, why_not_counted
from dosa_trace.analysis.judging.routes import STEPS, Routes
from dosa_trace.analysis.judging.verdicts import Judge, State
from dosa_trace.analysis.robustness.cut_sets import Cuts, cuts_of
from dosa_trace.analysis.why.answers import KnownResponse, answers, quotation_of
from dosa_trace.analysis.why.askers import LeadsHere, askers
from dosa_trace.analysis.why.looked import Looked, looked_for
from dosa_trace.catalog.facts.searches import is_response_searched, is_searched
from dosa_trace.catalog.model.events import known
from dosa_trace.catalog.model.parts import Evidence, LocalText, When
from dosa_trace.catalog.model.records import Instrument, Objective, Recommendation, TraceLink
from dosa_trace.catalog.model.vocabulary import Basis, StatusValue
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.labels import RECORD_KINDS
from dosa_trace.language import Phrase
from dosa_trace.results import types_with_keys_of, with_keys_of

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class StatusLine(NamedTuple):
    """A status of an instrument that is known on the date."""

    date: When
    value: StatusValue
    evidence: Quotation
    note: LocalText | None


class StateExplanation(NamedTuple):
    """Everything that the state of a recommendation or an objective depends on.

    `state` and `as_stated` are None where the record was not known on the date. `chains` lead from
    the record, the decisive first: those at the front, as many as `decisive` says, gave the state.
    `more` says that further chains were left out. Only recommendations have `responses`, only
    objectives `asked_by`, which is empty where `many_ask`, more than were to be told. `marks` are
    those of the state (`judging.marks`), `searched` and what follows says who looked for a
    recommendation (`facts.searches`). `hangs` are the smallest sets of judgements that lower the
    state, None where nobody asked or nothing supports it."""

    record: str
    id: str
    title: LocalText
    evidence: tuple[Quotation, ...]
    state: State | None
    as_stated: State | None
    mentioned: bool
    weakest_basis: Basis | None
    via: tuple[str, ...]
    responses: tuple[KnownResponse, ...]
    decisive: int
    chains: tuple[Chain, ...]
    more: bool
    asked_by: tuple[LeadsHere, ...]
    many_ask: bool
    not_counted: tuple[Reason, ...]
    searched: bool | None
    response_searched: bool | None
    searches: tuple[Looked, ...]
    marks: tuple[str, ...]
    hangs: Cuts | None = None

    def as_data(self) -> Mapping[str, Any]:
        """With the keys of an instrument, and each mark under its own."""
        return {**with_keys_of(self, KINDS), **each_mark(self)}

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What the keys of `as_data` hold."""
        return {**types_with_keys_of(KINDS), **mark_types()}


class InstrumentExplanation(NamedTuple):
    """Everything that leads to an instrument, which has no state of coverage but a status.

    `more` says that further chains were left out, `many_ask` that more lead here than were to be
    told, so that none is in `asked_by`; `not_counted` are the links to it that do not
    count.
    """

    record: str
    id: str
    title: LocalText
    evidence: tuple[Quotation, ...]
    statuses: tuple[StatusLine, ...]
    chains: tuple[Chain, ...]
    more: bool
    asked_by: tuple[LeadsHere, ...]
    many_ask: bool
    not_counted: tuple[Reason, ...]

    @property
    def marks(self) -> tuple[str, ...]:
        """None: an instrument has no state of coverage."""
        return ()

    def as_data(self) -> Mapping[str, Any]:
        """With the keys of what has a state."""
        return {**with_keys_of(self, KINDS), **each_mark(self)}

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What the keys of `as_data` hold."""
        return {**types_with_keys_of(KINDS), **mark_types()}


KINDS = (StateExplanation, InstrumentExplanation)
Explanation = StateExplanation | InstrumentExplanation


def explain(graph: TraceGraph, identifier: str, limit: int = 20) -> Explanation:
    """The explanation of a recommendation, objective or instrument, with at most `limit` chains.

    Raises UnknownId, and BadQuestion for a source or a theme, which have no state.
    """
    return explain_each(graph, (identifier,), limit)[0]


def explain_each(
    graph: TraceGraph, identifiers: Iterable[str], limit: int = 20
) -> tuple[Explanation, ...]:
    """The same of several, in the order given; what they share is found once."""
    explaining = Explaining(Judge(graph), limit)
    return tuple(_explained(explaining, identifier) for identifier in identifiers)


def _explained(explaining: Explaining, identifier: str) -> Explanation:
    match explaining.judge.graph.catalog.record(identifier):
        case Recommendation() | Objective() as record:
            explanation = explaining.state(record)
            stands = explanation.state is not None and explanation.state.rank
            cuts = cuts_of(explaining.judge, record.id) if stands else None
            return explanation._replace(hangs=cuts)
        case Instrument() as instrument:
            return explaining.instrument(instrument)
        case other:
            kind = RECORD_KINDS[other.KIND]
            raise BadQuestion(NO_STATE(id=identifier, kind=kind), USE_SHOW(id=identifier))


class Explaining:
    """Explains records one by one, with at most `limit` chains each; what they share is found once.

    Where many are explained, `most_asking` bounds how many askers of one are told, and `steps` how
    long its chains are looked for.
    """

    def __init__(
        self, judge: Judge, limit: int, most_asking: float = inf, steps: int = STEPS
    ) -> None:
        self.judge = judge
        self._limit = limit
        self._most_asking = most_asking
        self._steps = steps

    @cached_property
    def _onward(self) -> tuple[Chains, ...]:
        """The chains of each kind, from what they begin at."""
        instruments = self.judge.graph.catalog.instruments
        return tuple(
            Chains(self.judge, Routes(level.support.links, instruments.__contains__))
            for level in self.judge.levels
        )

    @cached_property
    def _back(self) -> Chains:
        """The chains of counted links to what they end at."""
        graph = self.judge.graph
        asked = {one.id for one in graph.recommendations}
        counted = [link for link in graph.catalog.links if graph.is_counted(link)]
        targets = {link.target for link in counted}
        routes = Routes(counted, lambda name: name in asked or name not in targets, back=True)
        return Chains(self.judge, routes, back=True)

    def _chains(self, record: Recommendation | Objective) -> tuple[list[Chain], int, bool]:
        """The chains from a record, how many of them decide, and whether there are more."""
        judge, chains = self.judge, list[Chain]()
        decisive, more, seen = 0, False, set[tuple[TraceLink, ...]]()
        deciding = judge.deciding_level(record.id)
        first = judge.levels.index(deciding) if deciding else len(judge.levels)
        for level, kind in list(zip(judge.levels, self._onward, strict=True))[first:]:
            limit = self._limit + len(chains)
            paths, left_out = kind.routes.paths(record.id, limit, self._steps)
            new = [path for path in paths if path.links not in seen]
            fresh = new[: self._limit - len(chains)]
            more = more or left_out or len(fresh) < len(new)
            seen.update(path.links for path in paths)
            chains += best_first(map(kind.written, fresh))
            if level is deciding:
                decisive = len(chains)
        return chains, decisive, more

    def state(self, record: Recommendation | Objective) -> StateExplanation:
        """What the state of a record depends on."""
        judge, graph = self.judge, self.judge.graph
        verdict = judge.judge(record)
        chains, decisive, more = self._chains(record)
        is_known = graph.is_record_known(record.id)
        is_asked = isinstance(record, Recommendation)
        asking = askers(judge, record, self._most_asking) if isinstance(record, Objective) else ()
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
            responses=answers(graph, record),
            decisive=decisive,
            chains=tuple(chains),
            more=more,
            asked_by=asking or (),
            many_ask=asking is None,
            not_counted=reasons(judge, record, verdict),
            searched=is_searched(graph.catalog, record.id) if is_asked else None,
            response_searched=is_response_searched(graph.catalog, record.id) if is_asked else None,
            searches=looked_for(graph.catalog, record.id),
            marks=marks_of(judge, record, verdict) if is_known else (),
        )

    def instrument(self, instrument: Instrument) -> InstrumentExplanation:
        """What leads to an instrument."""
        graph = self.judge.graph
        paths, more = self._back.routes.paths(instrument.id, self._limit, self._steps)
        asking = askers(self.judge, instrument, self._most_asking)
        return InstrumentExplanation(
            record=instrument.KIND,
            id=instrument.id,
            title=instrument.name,
            evidence=tuple(quotations(graph, instrument.evidence)),
            statuses=tuple(
                StatusLine(event.when, event.value, quotation_of(graph, event), event.note)
                for event in known(instrument.status, graph.as_of)
            ),
            chains=best_first(map(self._back.written, paths)),
            more=more,
            asked_by=asking or (),
            many_ask=asking is None,
            not_counted=tuple(
                reason
                for link in graph.links_to(instrument.id)
                if (reason := why_not_counted(graph, link, instrument.id)) is not None
            ),
        )


def _evidence_of(record: Recommendation | Objective) -> Iterable[Evidence]:
    """The record's own source first, then where else it is found."""
    if record.source is not None:
        yield Evidence(source=record.source, locator=getattr(record, "locator", None))
    yield from record.evidence


NO_STATE = Phrase(
    "'{id}' has no state: its kind is {kind}", "'{id}' heeft geen stand: de soort is {kind}"
)
USE_SHOW = Phrase("dosa-trace show {id} shows it", "dosa-trace show {id} toont het")
