"""Why is a state what it is?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, overload

from dosa_trace.analysis.judging.selection import Where, fits, natural, select
from dosa_trace.analysis.why.explanation import (
    Explanation,
    InstrumentExplanation,
    StateExplanation,
    explain_each,
)
from dosa_trace.catalog.facts.meant import NO_NAME
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.diagnostics import BadQuestion, UnknownId
from dosa_trace.graph import TraceGraph
from dosa_trace.labels import ONE_OF_THEM
from dosa_trace.language import Phrase
from dosa_trace.output.answer import Answer
from dosa_trace.questions.given import (
    Conditions,
    conditions,
    graph_given,
    number_given,
    record_given,
)
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.results import data_of
from dosa_trace.views.wording.frame import Frame

#: What can be explained.
EXPLAINED = ("recommendation", "objective", "instrument")


class StateWhyResult(Result, StateExplanation):
    """Why a recommendation or objective has its state; a row for each link of each chain."""

    ANSWER = "why/1"
    _TAKES = frozenset({"brief"})

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        return _one(self, frame, layout)


class InstrumentWhyResult(Result, InstrumentExplanation):
    """What leads to an instrument; a row for each link of each chain."""

    ANSWER = "why/1"
    _TAKES = frozenset({"brief"})

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        return _one(self, frame, layout)


WhyResult = StateWhyResult | InstrumentWhyResult
#: Several ids, none of which is taken for a text of letters.
Several = list[str] | tuple[str, ...] | set[str] | frozenset[str]


class Explanations(NamedTuple):
    """Several records, each explained, and the conditions that they were chosen by."""

    where: tuple[Where, ...]
    records: tuple[Explanation, ...]


class WhySeveralResult(Result, Explanations):
    """Why several records have their states; a row for each link of each chain, behind the id."""

    ANSWER = "why/several/1"
    _TAKES = frozenset({"brief"})

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.why import brief, explanation

        view = brief.brief if layout.brief else explanation.each
        return Answer(
            data=lambda: self._as_document(frame),
            document=lambda: view(self.records, self.where, frame),
            rows=lambda: [
                {"id": explained.id, **hop}
                for explained in self.records
                for hop in _hops(explained)
            ],
            document_only="--brief" if layout.brief else None,
        )


def _one(explained: StateWhyResult | InstrumentWhyResult, frame: Frame, layout: Layout) -> Answer:
    from dosa_trace.views.why import brief, explanation

    return Answer(
        data=lambda: explained._as_document(frame),
        document=lambda: (
            brief.brief((explained,), (), frame)
            if layout.brief
            else explanation.layout(explained, frame)
        ),
        rows=lambda: _hops(explained),
        document_only="--brief" if layout.brief else None,
    )


def _hops(explained: Explanation) -> list[Mapping[str, Any]]:
    return [data_of(hop) for chain in explained.chains for hop in chain.hops]


@overload
def why(graph: TraceGraph, record: str, *, limit: int = 20) -> WhyResult: ...
@overload
def why(
    graph: TraceGraph,
    record: Several = (),
    *,
    where: Conditions = (),
    limit: int = 20,
) -> WhySeveralResult: ...
def why(
    graph: TraceGraph,
    record: str | Several = (),
    *,
    where: Conditions = (),
    limit: int = 20,
) -> WhyResult | WhySeveralResult:
    """Why a recommendation or objective has its state, or what leads to an instrument: each chain
    of at most `limit`, the strongest first, with the reason and the source of every link. A record
    is named by its id, title, name or abbreviation.

    Several ids, of which each may be a pattern such as `fs-*`, or a selection of recommendations
    give several explanations. Raises UnknownId, and BadQuestion for a source or a theme, which have
    no state, and where nothing is named.
    """
    catalog = graph_given(graph).catalog
    most = number_given(limit, "limit")
    chosen, asked = conditions(where), Asked.of(graph)
    if record and chosen:
        raise BadQuestion(NOT_BOTH, ONE_OF_THEM)
    if isinstance(record, str):
        name = record_given(catalog, record, "record", *EXPLAINED)
        explained = explain_each(graph, (name,), most)[0]
        if isinstance(explained, StateExplanation):
            return StateWhyResult._made(explained, asked)
        return InstrumentWhyResult._made(explained, asked)
    words = list(record)
    if not (words or chosen):
        raise BadQuestion(NO_NAME, NAME_ONE)
    names = _selected(graph, chosen) if chosen else named(catalog, words)
    return WhySeveralResult._made(Explanations(chosen, explain_each(graph, names, most)), asked)


#: The name that this had first.
explain = why


def _selected(graph: TraceGraph, chosen: Sequence[Where]) -> list[str]:
    return [one.id for one in select(graph, chosen)]


def named(catalog: Catalog, words: Sequence[str]) -> list[str]:
    """The ids of the records that are named, each once, in the order of the names; of those that
    fit a pattern in their own. Raises UnknownId and BadQuestion."""
    taken = [record.id for record in catalog.by_id.values() if record.KIND in EXPLAINED]
    names: dict[str, None] = {}
    for word in words:
        if not is_pattern(word):
            names[record_given(catalog, word, "record", *EXPLAINED)] = None
            continue
        fitting = sorted((name for name in taken if fits(word, name)), key=natural)
        if not fitting:
            raise UnknownId(word, taken)
        names.update(dict.fromkeys(fitting))
    return list(names)


def is_pattern(word: str) -> bool:
    return isinstance(word, str) and "*" in word


NOT_BOTH = Phrase("ids and --where cannot be used together", "id's en --where gaan niet samen")
NAME_ONE = Phrase(
    "write dosa-trace why ID, or dosa-trace why --where source=ID",
    "schrijf dosa-trace why ID, of dosa-trace why --where source=ID",
)
