"""What stands beside a state and changes none: one table, which every surface walks
(docs/rules.md, *Pre-dates the advice, and plans or monitoring only*).

To add a mark: its predicate and its row in `MARKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from dosa_trace.analysis.judging.verdicts import State, Verdict
from dosa_trace.catalog.facts.searches import is_searched
from dosa_trace.catalog.facts.speakers import Speaker
from dosa_trace.catalog.model.records import Instrument, Objective, Recommendation
from dosa_trace.labels import DOUBTED, NO_ACT, NOT_SEARCHED, OLDER, OWN_WORD
from dosa_trace.language import Phrase

if TYPE_CHECKING:
    from dosa_trace.analysis.judging.verdicts import Judge
    from dosa_trace.graph import TraceGraph

Asked = Recommendation | Objective


class StateMark(NamedTuple):
    """A mark: its key for programs, the word that stands beside the state, what it means of one
    record, and which records bear it. `of_gaps` says that it is about a gap and not about what
    supports a state; `counted` is what a summary says of those of the answered that bear it, with
    {part} and {percent}, None where it says so in another way."""

    key: str
    word: Phrase
    meaning: Phrase
    holds: Callable[[Judge, Asked, Verdict], bool]
    of_gaps: bool = False
    counted: Phrase | None = None


class Marked(Protocol):
    """What bears marks, by their keys in the order of the table."""

    @property
    def marks(self) -> tuple[str, ...]: ...


def marks_of(judge: Judge, record: Asked, verdict: Verdict) -> tuple[str, ...]:
    """The keys of the marks of a verdict, in the order of the table."""
    return tuple(mark.key for mark in MARKS if mark.holds(judge, record, verdict))


def borne(marked: Marked) -> tuple[StateMark, ...]:
    """The marks that something bears."""
    return tuple(mark for mark in MARKS if mark.key in marked.marks)


def count_marks(marked: Iterable[Marked]) -> Mapping[str, int]:
    """How many bear each mark."""
    listed = list(marked)
    return {mark.key: sum(mark.key in one.marks for one in listed) for mark in MARKS}


def each_mark(marked: Marked) -> Mapping[str, Any]:
    """For programs: whether something bears each mark, under its key."""
    return {mark.key: mark.key in marked.marks for mark in MARKS}


def mark_types(kind: type = bool) -> Mapping[str, Any]:
    """The same keys, with the type of what stands under each."""
    return {mark.key: kind for mark in MARKS}


def was_there(graph: TraceGraph, instrument: Instrument, asked: Recommendation) -> bool:
    """Whether the first status of an instrument is surely not after what was asked: where a month
    or a year leaves the order open, it is not known to have been there."""
    first = instrument.status[0].date
    said = graph.catalog.sources[asked.source].date
    return first is not None and said is not None and first.last_day <= said.first_day


def _is_not_searched(judge: Judge, record: Asked, verdict: Verdict) -> bool:
    return (
        verdict.state is State.GAP
        and isinstance(record, Recommendation)
        and not is_searched(judge.graph.catalog, record.id)
    )


def _is_older(judge: Judge, record: Asked, verdict: Verdict) -> bool:
    return (
        verdict.state.rank > 0
        and isinstance(record, Recommendation)
        and all(was_there(judge.graph, one, record) for one in _behind(judge, verdict))
    )


def _does_not_act(judge: Judge, _: Asked, verdict: Verdict) -> bool:
    acts = judge.graph.catalog.acts
    return verdict.state.rank > 0 and not any(map(acts, _behind(judge, verdict)))


def _is_own_word(judge: Judge, _: Asked, verdict: Verdict) -> bool:
    return verdict.state.rank > 0 and all(
        judge.status_speaker(name) is Speaker.OWN for name in verdict.via
    )


def _is_doubted(judge: Judge, record: Asked, _: Verdict) -> bool:
    return judge.is_doubted(record.id)


def _behind(judge: Judge, verdict: Verdict) -> list[Instrument]:
    return [judge.graph.catalog.instruments[name] for name in verdict.via]


MARKS: tuple[StateMark, ...] = (
    StateMark(
        "not_searched",
        NOT_SEARCHED,
        Phrase(
            "no search is in the catalogue, so nothing found says little",
            "er staat geen zoekactie in de catalogus, dus dat er niets is gevonden zegt weinig",
        ),
        _is_not_searched,
        of_gaps=True,
    ),
    StateMark(
        "older",
        OLDER,
        Phrase(
            "every instrument pre-dates the advice",
            "alle instrumenten bestonden al vóór het advies",
        ),
        _is_older,
        counted=Phrase(
            "{part} ({percent}): every instrument pre-dates the advice",
            "{part} ({percent}): alle instrumenten bestonden al vóór het advies",
        ),
    ),
    StateMark(
        "no_act",
        NO_ACT,
        Phrase(
            "there are only plans or monitoring, such as a vision, agenda or monitor",
            "er zijn alleen plannen of metingen, zoals een visie, agenda of monitor",
        ),
        _does_not_act,
        counted=Phrase(
            "{part} ({percent}): only plans or monitoring",
            "{part} ({percent}): er zijn alleen plannen of metingen",
        ),
    ),
    StateMark(
        "own_word",
        OWN_WORD,
        Phrase(
            "only the responsible organisations or their own administration report the status",
            "alleen de verantwoordelijke organisaties of hun eigen bestuur melden de status",
        ),
        _is_own_word,
        counted=Phrase(
            "{part} ({percent}): only the responsible organisations or their own administration "
            "report the status",
            "{part} ({percent}): alleen de verantwoordelijke organisaties of hun eigen bestuur "
            "melden de status",
        ),
    ),
    StateMark(
        "doubted",
        DOUBTED,
        Phrase(
            "a challenge to one of these links is unanswered",
            "een tegenwerping tegen een van deze koppelingen is nog niet beantwoord",
        ),
        _is_doubted,
    ),
)
