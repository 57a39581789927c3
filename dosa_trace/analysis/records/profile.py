"""All about one theme, organisation or source: what was asked, by whom, what was answered, what
exists, with money, gaps, doubts, and where advisers agree and where they do not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.coverage.coverage import By, RecommendationCoverage, coverage
from dosa_trace.analysis.coverage.owners import OwnerLine, lines_of
from dosa_trace.analysis.coverage.priority import institutions, priority
from dosa_trace.analysis.coverage.tally import Standing, standing
from dosa_trace.analysis.judging.doubts import is_doubted
from dosa_trace.analysis.judging.selection import Where, natural
from dosa_trace.analysis.judging.verdicts import Judge, State
from dosa_trace.analysis.money.amounts import Sum, sums
from dosa_trace.analysis.records.organisation import owned_by, published_by
from dosa_trace.catalog.facts.names import asker, keys_of, name_of, with_predecessors
from dosa_trace.catalog.facts.second_readings import objections
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.catalog_info import Theme
from dosa_trace.catalog.model.parts import LocalText, When
from dosa_trace.catalog.model.records import Organisation, Recommendation, Source, TraceLink
from dosa_trace.catalog.model.vocabulary import Basis, ResponseValue, StatusValue

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class Asking(NamedTuple):
    """An institution, and how many of the recommendations it asks."""

    id: str
    name: LocalText
    number: int


class Held(NamedTuple):
    """An instrument that is about the subject, or supports what was asked; `answers` are the
    recommendations that it does."""

    id: str
    title: LocalText
    status: StatusValue | None
    status_date: When | None
    answers: tuple[str, ...]


class Doubted(NamedTuple):
    """A counted link behind what was asked, with an objection that stands open."""

    id: str
    text: LocalText
    by: LocalText | None


class Compared(NamedTuple):
    """Two recommendations, of which one is among those asked, that ask the same, or do not go
    together."""

    first: str
    second: str
    agree: bool
    basis: Basis
    rationale: LocalText | None


class Subject(NamedTuple):
    """The whole of it. `asked` are the recommendations of a theme, those in a source, or those that
    an organisation asks; `asked_of` those that are addressed to an organisation. `whole` says how
    the former stand together, or where there are none the latter; `whole_of` the latter where there
    are both. With an organisation go its predecessors, `before`, as with a selection of it;
    `to_level` counts what is addressed to its level as a whole, which it does not contain.
    `instruments` support what was asked, bear the theme, are owned by the organisation, or
    have a status from the source; `money` is theirs, `without_amount` says how many have none.
    `first_gap` is the gap that says most. `levels` says of each level whose instruments answer some
    of the recommendations which they are, and which only these do."""

    record: str
    id: str
    title: LocalText
    whole: Standing
    whole_of: Standing | None
    asked: tuple[RecommendationCoverage, ...]
    asked_of: tuple[RecommendationCoverage, ...]
    asking: tuple[Asking, ...]
    responses: Mapping[ResponseValue | None, int]
    instruments: tuple[Held, ...]
    money: tuple[Sum, ...]
    without_amount: int
    first_gap: str | None
    doubts: tuple[Doubted, ...]
    compared: tuple[Compared, ...]
    levels: tuple[OwnerLine, ...]
    before: tuple[str, ...]
    level: str | None
    to_level: int


def subject(
    graph: TraceGraph,
    record: Theme | Organisation | Source,
    where: Sequence[Where] = (),
    lines: Sequence[RecommendationCoverage] | None = None,
    judge: Judge | None = None,
) -> Subject:
    """All about one theme, organisation or source on the date of the graph; `lines` and `judge`
    spare the work of one who asked for coverage before. Raises BadQuestion."""
    judge, catalog = judge or Judge(graph), graph.catalog
    if lines is None:
        lines = coverage(graph, where, judge=judge).recommendations
    of = {line.id: line for line in lines}
    mine: frozenset[str] = frozenset()
    level = None
    if isinstance(record, Organisation):
        mine, level = with_predecessors(catalog, record.id), record.level
    asks = _asks(catalog, record, mine)
    asked = [line for line in lines if asks(catalog.recommendations[line.id])]
    to = {line.id: keys_of(catalog.recommendations[line.id].addressee) for line in lines}
    asked_of = [line for line in lines if not mine.isdisjoint(to[line.id])]
    all_ = list({line.id: line for line in (*asked, *asked_of)}.values())
    names = {line.id for line in all_}
    held = tuple(_held(graph, record, mine, all_))
    amounts, without = sums(catalog, [instrument.id for instrument in held], graph.as_of)
    return Subject(
        record=record.KIND,
        id=record.id,
        title=_title(record),
        whole=standing(judge, asked if asked or not asked_of else asked_of),
        whole_of=standing(judge, asked_of) if asked and asked_of else None,
        asked=tuple(asked),
        asked_of=tuple(asked_of),
        asking=tuple(_asking(graph, asked_of or asked)),
        responses=dict(Counter(line.response for line in all_)),
        instruments=held,
        money=amounts,
        without_amount=without,
        first_gap=_first_gap(graph, [of[name] for name in sorted(names)]),
        doubts=tuple(_doubts(graph, names)),
        compared=tuple(_compared(graph, names)),
        levels=tuple(_levels(judge, names)),
        before=tuple(sorted(mine - {record.id})),
        level=level,
        to_level=sum(level in to[line.id] and line.id not in names for line in lines),
    )


def _levels(judge: Judge, names: Iterable[str]) -> Iterator[OwnerLine]:
    """What the instruments of each level answer of some recommendations, where they answer any."""
    records = judge.graph.catalog.recommendations
    lines = lines_of(judge, By.LEVEL, [records[name] for name in sorted(names)])
    return (line for line in lines if line.answers)


def _title(record: Theme | Organisation | Source) -> LocalText:
    return record.title if isinstance(record, Source) else record.name


def _asks(
    catalog: Catalog, record: Theme | Organisation | Source, mine: frozenset[str]
) -> Callable[[Recommendation], bool]:
    """Which recommendations are of it; `mine` is an organisation with its predecessors."""
    match record:
        case Theme():
            return lambda one: record.id in one.themes
        case Source():
            return lambda one: record.id == one.source
        case Organisation():
            published = {source for name in mine for source in published_by(catalog, name)}
            return lambda one: one.source in published


def _asking(graph: TraceGraph, lines: Iterable[RecommendationCoverage]) -> Iterator[Asking]:
    """Who asks, who asks most first."""
    asked: Counter[str] = Counter()
    for line in lines:
        asked.update(institutions(graph, line.source))
    for key in sorted(asked, key=lambda key: (-asked[key], natural(key))):
        party = asker(graph.catalog, key)
        yield Asking(key, name_of(graph.catalog, party), asked[key])


def _held(
    graph: TraceGraph,
    record: Theme | Organisation | Source,
    mine: frozenset[str],
    lines: Iterable[RecommendationCoverage],
) -> Iterator[Held]:
    catalog = graph.catalog
    answers = _answers(lines)
    match record:
        case Theme():
            own = {
                instrument.id
                for instrument in catalog.instruments.values()
                if record.id in instrument.themes
            }
        case Source():
            own = {
                instrument.id
                for instrument in catalog.instruments.values()
                if any(event.source == record.id for event in instrument.status)
            }
        case Organisation():
            owned = {owned_record.id for name in mine for owned_record in owned_by(catalog, name)}
            own = owned & catalog.instruments.keys()
    yield from _with_answers(graph, own | answers.keys(), answers)


def held(graph: TraceGraph, lines: Iterable[RecommendationCoverage]) -> Iterator[Held]:
    """Every instrument that is known, with which of some recommendations it supports; what supports
    most comes first."""
    yield from _with_answers(graph, graph.catalog.instruments.keys(), _answers(lines))


def _answers(lines: Iterable[RecommendationCoverage]) -> defaultdict[str, list[str]]:
    answers: defaultdict[str, list[str]] = defaultdict(list)
    for line in lines:
        for name in line.via if line.state.rank else ():
            answers[name].append(line.id)
    return answers


def _with_answers(
    graph: TraceGraph, names: Iterable[str], answers: defaultdict[str, list[str]]
) -> Iterator[Held]:
    known = (name for name in names if graph.is_record_known(name))
    for name in sorted(known, key=lambda name: (-len(answers[name]), natural(name))):
        instrument = graph.catalog.instruments[name]
        event = graph.status(instrument)
        yield Held(
            name, instrument.name, event.value if event else None, event.when if event else None,
            tuple(answers[name]),
        )  # fmt: skip


def _first_gap(graph: TraceGraph, lines: Iterable[RecommendationCoverage]) -> str | None:
    open_ = [line.id for line in lines if line.state is State.GAP]
    records = graph.catalog.recommendations
    return min(open_, key=lambda name: (priority(graph, records[name]).key, name), default=None)


def _doubts(graph: TraceGraph, names: Iterable[str]) -> Iterator[Doubted]:
    behind = graph.reached(names)
    links: list[TraceLink] = [
        link for link in graph.catalog.links
        if link.origin in behind and is_doubted(link) and graph.is_counted(link)
    ]  # fmt: skip
    for link in sorted(links, key=lambda link: link.id):
        for doubt in objections(link):
            if doubt.answered is None:
                yield Doubted(link.id, doubt.text, doubt.by)


def _compared(graph: TraceGraph, names: Iterable[str]) -> Iterator[Compared]:
    mine = set(names)
    for one in graph.recommendations:
        for agree, comparisons in ((True, one.agrees_with), (False, one.conflicts_with)):
            for other in comparisons:
                if mine & {one.id, other.to}:
                    yield Compared(one.id, other.to, agree, other.basis, other.rationale)
