"""The part of the trace graph to draw: what records lead to, or what is near one of them.

Breadth-first over the links that are shown, up to a depth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from dosa_trace.analysis.judging.marks import each_mark, mark_types, marks_of
from dosa_trace.analysis.judging.selection import Where, natural, select
from dosa_trace.analysis.judging.verdicts import Judge, State
from dosa_trace.catalog.facts.searches import is_searched
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.records import (
    Instrument,
    Node,
    Objective,
    Recommendation,
    TraceLink,
    what_it_says,
)
from dosa_trace.catalog.model.vocabulary import Basis, Extent, Relation, StatusValue
from dosa_trace.diagnostics import BadQuestion, UnknownId
from dosa_trace.labels import RECORD_KINDS
from dosa_trace.language import Phrase
from dosa_trace.results import field_types

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class GraphNode(NamedTuple):
    """A recommendation or objective with its state, or an instrument with its kind and status;
    `kind` of the others is what `record` says. `searched`
    says of a recommendation whether somebody looked for what answers it, of all else None."""

    id: str
    record: str
    kind: str
    title: LocalText
    state: State | None
    status: StatusValue | None
    searched: bool | None
    marks: tuple[str, ...]

    def as_data(self) -> Mapping[str, Any]:
        """Each mark stands under its own key as well."""
        return {**self._asdict(), **each_mark(self)}

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What the keys of `as_data` hold."""
        return {**field_types(cls), **mark_types()}


class GraphLink(NamedTuple):
    """A link between two nodes that are shown; `counted` says whether it supports anything."""

    origin: str
    target: str
    relation: Relation
    extent: Extent | None
    basis: Basis
    joint: str | None
    counted: bool


class Band(NamedTuple):
    """The recommendations of one theme; of those without any the label and the id are None."""

    id: str | None
    label: LocalText | None
    members: tuple[str, ...]


class Neighbourhood(NamedTuple):
    """Nodes by kind and id, and the links between them by their ends; `bands` part the
    recommendations by theme, where there is no focus, and one may stand in several."""

    focus: str | None
    depth: int | None
    where: tuple[Where, ...]
    nodes: tuple[GraphNode, ...]
    links: tuple[GraphLink, ...]
    bands: tuple[Band, ...] = ()


#: How many links a picture may have; more is no longer seen by anybody.
MOST_LINKS = 100_000
TOO_MANY = Phrase(
    "this graph would have {links} links; at most {most} can be shown",
    "deze graaf zou {links} koppelingen hebben; er kunnen er hoogstens {most} worden getoond",
)
NOT_DRAWN = Phrase(
    "'{id}' is not drawn: its kind is {kind}", "'{id}' wordt niet getekend: de soort is {kind}"
)
SHOW_IT = Phrase("see dosa-trace show {id}", "zie dosa-trace show {id}")
SELECT = Phrase(
    "select a part with --focus ID, --where source=… or --where theme=…",
    "kies een deel met --focus ID, --where source=… of --where theme=…",
)


def neighbourhood(
    graph: TraceGraph,
    where: Sequence[Where] = (),
    focus: str | None = None,
    depth: int | None = None,
    judge: Judge | None = None,
) -> Neighbourhood:
    """What the selected recommendations lead to over known links that support or contradict; with a
    focus what is at most `depth` links away from it, in either direction.

    Raises UnknownId for a focus that is no recommendation, objective or instrument, BadQuestion.
    """
    links = [
        link
        for link in graph.catalog.links
        if link.relation is not Relation.NONE
        and link.basis is not Basis.SUGGESTED
        and link.basis.rank >= graph.basis.rank
        and graph.is_known(link)
    ]
    nodes: Mapping[str, Node] = {
        **graph.catalog.recommendations,
        **graph.catalog.objectives,
        **graph.catalog.instruments,
    }
    if focus is not None:
        if focus in graph.catalog.by_id and focus not in nodes:
            kind = RECORD_KINDS[graph.catalog.by_id[focus].KIND]
            raise BadQuestion(NOT_DRAWN(id=focus, kind=kind), SHOW_IT(id=focus))
        if focus not in nodes:
            raise UnknownId(focus, nodes)
        shown = _within((focus,), links, depth, both_ways=True)
    else:
        chosen = [recommendation.id for recommendation in select(graph, where)]
        shown = _within(chosen, links, depth, both_ways=False)
    between = [link for link in links if link.origin in shown and link.target in shown]
    if len(between) > MOST_LINKS:
        raise BadQuestion(TOO_MANY(links=len(between), most=MOST_LINKS), SELECT)
    judge = judge or Judge(graph)
    return Neighbourhood(
        focus=focus,
        depth=depth,
        where=tuple(where),
        nodes=tuple(_node(judge, nodes[name]) for name in _ordered(nodes, shown)),
        links=tuple(
            GraphLink(
                link.origin,
                link.target,
                link.relation,
                link.extent,
                link.basis,
                link.joint,
                graph.is_counted(link),
            )
            for link in sorted(between, key=what_it_says)
        ),
        bands=() if focus is not None else tuple(_bands(graph, shown, where)),
    )


def _bands(graph: TraceGraph, shown: set[str], where: Sequence[Where]) -> Iterator[Band]:
    """The selected themes, where themes are selected, else every one and what has none."""
    asked_themes = [condition for condition in where if condition.key == "theme"]
    catalog = graph.catalog
    names = sorted(catalog.recommendations.keys() & shown, key=natural)
    asked = [catalog.recommendations[name] for name in names]
    for theme in catalog.themes.values():
        members = tuple(one.id for one in asked if theme.id in one.themes)
        if members and (not asked_themes or any(one.takes(theme.id) for one in asked_themes)):
            yield Band(theme.id, theme.name, members)
    others = tuple(one.id for one in asked if not catalog.themes.keys() & set(one.themes))
    if others and not asked_themes:
        yield Band(None, None, others)


def _within(
    start: Iterable[str], links: Iterable[TraceLink], depth: int | None, both_ways: bool
) -> set[str]:
    """What is at most so many links away, along them or also against them."""
    near: defaultdict[str, list[str]] = defaultdict(list)
    for link in links:
        near[link.origin].append(link.target)
        if both_ways:
            near[link.target].append(link.origin)
    shown = set(start)
    edge = set(shown)
    steps = 0
    while edge and (depth is None or steps < depth):
        edge = {other for name in edge for other in near[name]} - shown
        shown |= edge
        steps += 1
    return shown


def _ordered(nodes: Mapping[str, Node], shown: set[str]) -> list[str]:
    rank = {Recommendation: 0, Objective: 1, Instrument: 2}
    return sorted(shown, key=lambda name: (rank[type(nodes[name])], natural(name)))


def _node(judge: Judge, record: Node) -> GraphNode:
    if isinstance(record, Instrument):
        event = judge.graph.status(record)
        status = event.value if event else None
        return GraphNode(record.id, record.KIND, record.kind, record.name, None, status, None, ())
    is_asked = isinstance(record, Recommendation)
    searched = is_searched(judge.graph.catalog, record.id) if is_asked else None
    verdict = judge.judge(record)
    marks = marks_of(judge, record, verdict)
    return GraphNode(
        record.id, record.KIND, record.KIND, record.title, verdict.state, None, searched, marks
    )
