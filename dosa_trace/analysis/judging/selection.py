"""Records that a question is about: `KEY=VALUE` conditions, and the order to answer in.

Conditions on one key are alternatives, conditions on different keys must all hold."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, NamedTuple

from dosa_trace import labels
from dosa_trace.analysis.judging.condition_keys import ANSWERS, BEHIND, KEYS, Values, fixed_words
from dosa_trace.analysis.judging.verdicts import Judge, State
from dosa_trace.catalog.facts.speakers import Speaker
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.records import (
    Instrument,
    Objective,
    Organisation,
    Recommendation,
    Source,
    TraceLink,
)
from dosa_trace.diagnostics import BadQuestion, did_you_mean, near
from dosa_trace.language import Alternatives, Phrase, Words

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class Where(NamedTuple):
    """One condition; its value is a pattern in which * stands for anything, or several between
    commas."""

    key: str
    value: str

    @classmethod
    def parse(cls, text: str) -> Where:
        """The condition written as KEY=VALUE; raises BadQuestion for anything else."""
        key, equals, value = (part.strip() for part in text.partition("="))
        if not (key and equals and value):
            raise BadQuestion(NOT_A_CONDITION(text=text), CONDITION_SHAPE)
        return cls(key, value)

    def takes(self, value: str) -> bool:
        """Whether a value is what this asks for."""
        return any(fits(pattern, value) for pattern in _alternatives(self.value, (value,)))

    def __str__(self) -> str:
        return f"{self.key}={self.value}"


def matching(
    catalog: Catalog,
    kind: type,
    records: Iterable[Any],
    where: Sequence[Where],
    day: date,
    everything: Iterable[Any] | None = None,
) -> tuple[Any, ...]:
    """The records of a kind that fulfil the conditions, in the order given.

    Raises BadQuestion for a key that this kind does not have, and for a value that no record of
    the kind has, among `everything` where that is more than `records`: a mistyped value must not
    look like an empty answer.
    """
    chosen = tuple(records)
    everything = chosen if everything is None else tuple(everything)
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    for condition in where:
        wanted[condition.key].append(condition.value)
    for key, asked in wanted.items():
        values = _values_of(kind, key)
        held = [frozenset(values(catalog, record, day)) for record in everything]
        known = frozenset().union(*held, _declared(catalog, key))
        patterns = [part for text in asked for part in _alternatives(text, known)]
        for pattern in patterns:
            allowed = {str(word) for word in (*known, *fixed_words(catalog, key))}
            if not any(fits(pattern, value) for value in allowed):
                raise BadQuestion(
                    NO_SUCH_VALUE(key=key, value=pattern), _what_there_is(pattern, allowed)
                )
        fitting = {
            id(record)
            for record, has in zip(everything, held, strict=True)
            if any(fits(pattern, value) for pattern in patterns for value in has)
        }
        chosen = tuple(record for record in chosen if id(record) in fitting)
    return chosen


def values_on_file(catalog: Catalog, kind: type, key: str) -> list[str]:
    """Every value that a record of a kind has under a key, for who is choosing one."""
    shelves: Mapping[type, Iterable[Any]] = {
        Recommendation: catalog.recommendations.values(),
        Objective: catalog.objectives.values(),
        Instrument: catalog.instruments.values(),
        Organisation: catalog.organisations.values(),
        Source: catalog.sources.values(),
        TraceLink: catalog.links,
    }
    records = shelves.get(kind, ())
    if key == "id":
        return sorted(record.id for record in records)
    if kind is Recommendation and key == SPEAKER:
        return list(Speaker)
    if kind is Recommendation and key in BEHIND:
        return values_on_file(catalog, Instrument, key)
    values = KEYS.get(kind, {}).get(key)
    if values is None:
        return []
    held = {value for record in records for value in values(catalog, record, date.max)}
    return sorted(held, key=natural)


def _values_of(kind: type, key: str, without: Collection[str] = ()) -> Values:
    """What a record of a kind has under a key; raises BadQuestion for one that it has not, and
    names the others but for those `without` which the question is asked."""
    if key == "id" and kind is not TraceLink:
        return lambda _, record, __: (record.id,)
    keys = KEYS.get(kind, {})
    if kind is Recommendation and key in BEHIND:
        return lambda *_: ()  # what is behind a state, `select` finds
    if key.startswith("x-") and keys:
        return lambda _, record, __: (str(value) for name, value in record.extra if name == key)
    if key not in keys:
        behind = BEHIND if kind is Recommendation else ()
        names = (*keys, *behind, *(() if kind is TraceLink else ("id",)))
        names = tuple(name for name in names if name not in without)
        hint = did_you_mean(near(key, names)) or labels.USE(words=Alternatives(names))
        raise BadQuestion(NO_SUCH_KEY(key=key), hint)
    return keys[key]


def _declared(catalog: Catalog, key: str) -> Iterable[str]:
    if key == "theme":
        return catalog.themes
    return catalog.sources if key == "source" else ()


def _alternatives(text: str, known: Iterable[str]) -> list[str]:
    """`talent,compute` is either of two; a name that holds a comma is one."""
    if any(fits(text, value) for value in known):
        return [text]
    return [part.strip() for part in text.split(",") if part.strip()]


def fits(pattern: str, value: str) -> bool:
    """Whether a value is what a condition asks for; * stands for anything."""
    return fnmatchcase(value.casefold(), pattern.casefold())


def _what_there_is(word: str, known: Iterable[str]) -> Words | None:
    """What a mistyped value may have been meant for, else all that there is, if that is few."""
    listed = sorted(known, key=natural)
    close = did_you_mean(near(word, listed))
    if close or not 0 < len(listed) <= MOST_LISTED:
        return close
    return labels.USE(words=Alternatives(tuple(listed)))


#: How many values a message still lists.
MOST_LISTED = 20


def select(graph: TraceGraph, where: Sequence[Where]) -> tuple[Recommendation, ...]:
    """The recommendations that are known on the date and fulfil the conditions, in the one order
    that every answer has: by date of their source, then source, then id with numbers as numbers."""
    sources = graph.catalog.sources
    ordered = sorted(
        graph.recommendations,
        key=lambda recommendation: (
            sources[recommendation.source].order_day,
            recommendation.source,
            natural(recommendation.id),
        ),
    )
    everything = graph.catalog.recommendations.values()
    behind = [condition for condition in where if condition.key in BEHIND]
    on_file = [condition for condition in where if condition.key not in (STATE, *BEHIND)]
    chosen: tuple[Recommendation, ...] = matching(
        graph.catalog, Recommendation, ordered, on_file, graph.as_of, everything
    )
    states = [condition.value for condition in where if condition.key == STATE]
    chosen = _answered_by(graph, chosen, behind) if behind else chosen
    return _in_states(graph, chosen, states) if states else chosen


def is_by_what_is_behind(where: Iterable[Where]) -> bool:
    """Whether some condition is on the instruments behind the states."""
    return any(condition.key in BEHIND for condition in where)


def chosen_on_file(
    catalog: Catalog, kind: type, records: Iterable[Any], where: Sequence[Where], day: date
) -> tuple[Any, ...]:
    """The records of a kind that fulfil the conditions; where some of these are on what is behind
    the states of recommendations, on a day, those by their ids."""
    if kind is not Recommendation or not is_by_what_is_behind(where):
        return matching(catalog, kind, records, where, day)
    from dosa_trace.graph import TraceGraph

    chosen = select(TraceGraph(catalog, as_of=day), where)
    return tuple(sorted(chosen, key=lambda record: natural(record.id)))


def as_ids(where: Sequence[Where], chosen: Iterable[Recommendation]) -> Sequence[Where]:
    """The same selection by the ids that it chose, where it is by what is behind the states: so it
    stays the same where these are supposed to be others."""
    if not is_by_what_is_behind(where):
        return where
    return [Where("id", record.id) for record in chosen]


def _answered_by(
    graph: TraceGraph, chosen: Iterable[Recommendation], where: Sequence[Where]
) -> tuple[Recommendation, ...]:
    """Those whose state rests on an instrument of which all this holds; the state may be any but
    open or declined."""
    judge = Judge(graph)
    known = graph.catalog.instruments.values()
    held = [condition for condition in where if condition.key != SPEAKER]
    instruments = matching(graph.catalog, Instrument, known, held, graph.as_of)
    spoken = [condition.value for condition in where if condition.key == SPEAKER]
    patterns = [part for text in spoken for part in _alternatives(text, Speaker)]
    for pattern in patterns:
        if not any(fits(pattern, speaker) for speaker in Speaker):
            hint = _what_there_is(pattern, Speaker)
            raise BadQuestion(NO_SUCH_VALUE(key=SPEAKER, value=pattern), hint)
    names = {
        instrument.id
        for instrument in instruments
        if not patterns
        or any(fits(pattern, judge.status_speaker(instrument.id)) for pattern in patterns)
    }
    verdicts = ((record, judge.judge(record)) for record in chosen)
    return tuple(
        record
        for record, verdict in verdicts
        if verdict.state.rank and not names.isdisjoint(verdict.via)
    )


def _in_states(
    graph: TraceGraph, chosen: Iterable[Recommendation], asked: Iterable[str]
) -> tuple[Recommendation, ...]:
    patterns = [part for text in asked for part in _alternatives(text, State)]
    for pattern in patterns:
        if not any(fits(pattern, state) for state in State):
            raise BadQuestion(
                NO_SUCH_VALUE(key=STATE, value=pattern), _what_there_is(pattern, State)
            )
    judge = Judge(graph)
    return tuple(
        one for one in chosen if any(fits(pattern, judge.judge(one).state) for pattern in patterns)
    )


def refuse_answers(where: Sequence[Where], keys: Collection[str] = ANSWERS) -> None:
    """Raises BadQuestion for a selection by the answer, of which all figures would be 100 %."""
    for condition in where:
        if condition.key in keys:
            raise BadQuestion(BY_ANSWER(condition=str(condition)), ASK_OTHERWISE)
        _values_of(Recommendation, condition.key, without=keys)


def natural(text: str) -> tuple[tuple[str, tuple[int, str]], ...]:
    """A key that sorts `wrr-2` before `wrr-10`; digits are compared as such, however many."""
    parts = re.findall(r"([^0-9]+|^(?=\d))0*(\d*)", text)
    return tuple((word, (len(digits), digits)) for word, digits in parts)


STATE = "state"
SPEAKER = "speaker"
BY_ANSWER = Phrase(
    "'{condition}' filters on the result, so its figures mean nothing",
    "'{condition}' selecteert op de uitkomst; cijfers daarover zeggen niets",
)
ASK_OTHERWISE = Phrase(
    "leave it out: the figures are split by state, and every line gives its response",
    "laat het weg: de cijfers zijn per stand uitgesplitst, en elke regel noemt de reactie",
)
NOT_A_CONDITION = Phrase("'{text}' is not a condition", "'{text}' is geen voorwaarde")
CONDITION_SHAPE = Phrase(
    "write KEY=VALUE, such as theme=talent or id=fs-*",
    "schrijf SLEUTEL=WAARDE, zoals theme=talent of id=fs-*",
)
NO_SUCH_KEY = Phrase("you cannot filter by '{key}' here", "op '{key}' kunt u hier niet selecteren")
NO_SUCH_VALUE = Phrase(
    "no record here has {key} '{value}'", "geen enkel record heeft hier {key} '{value}'"
)
