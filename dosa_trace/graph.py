"""The catalogue as a graph on a date: recommendations, objectives and instruments, joined by links.

This is the one module that knows networkx. `TraceGraph.network` is a MultiDiGraph of what counts,
for whoever wants to go on with it; the methods are the handful of questions that the analyses ask
of all that is on file. All of them are linear in the number of links, and a cycle neither hangs
them nor changes an answer, because support is only ever handed on from instruments that already
count.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from dosa_trace.catalog.facts.asked import asked_basis, asked_day
from dosa_trace.catalog.facts.known_from import link_day, record_day
from dosa_trace.catalog.facts.reviews import suspects
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import StatusEvent
from dosa_trace.catalog.model.reach import closure
from dosa_trace.catalog.model.records import (
    Instrument,
    Node,
    Recommendation,
    TraceLink,
    what_it_says,
)
from dosa_trace.catalog.model.vocabulary import Basis, Extent, Relation
from dosa_trace.catalog.text.progress import Passed, passing

if TYPE_CHECKING:
    import networkx as nx

#: What a graph is of.
FIXED = ("catalog", "as_of", "basis", "count_suspect")
Counts = Callable[[Instrument], bool]
T = TypeVar("T")


class Support(NamedTuple):
    """Which nodes a kind of chain reaches, and over which links.

    `nodes` holds every node that a chain of this kind leads from, with the instruments that count;
    `links` every link that stands in such a chain.
    """

    nodes: frozenset[str]
    links: frozenset[TraceLink]


class TraceGraph:
    """A catalogue as it was known on `as_of`, counting links of at least the basis `basis`, and
    reviewed links that have changed since (suspect ones) unless `count_suspect` is false.
    `listener` hears how far a long analysis is.

    Raises CatalogInvalid for a catalogue with mistakes that would make figures wrong, unless
    `unsound`: then what cannot be followed counts for nothing. `as_of` may be text, of a month or
    year its last day, and so may `basis`; raises BadQuestion for a text that is none, TypeError for
    what is neither. What it was made of cannot be set: another date is another graph.
    """

    def __init__(
        self,
        catalog: Catalog,
        *,
        as_of: date | str,
        basis: Basis | str = Basis.INFERRED,
        count_suspect: bool = True,
        listener: Passed | None = None,
        unsound: bool = False,
    ) -> None:
        import networkx as nx  # not above: it takes long, and not all need it

        if not isinstance(catalog, Catalog):
            raise TypeError(f"catalog must be a Catalog such as load(path), not {catalog!r}")
        for name, flag in (("count_suspect", count_suspect), ("unsound", unsound)):
            if not isinstance(flag, bool):
                raise TypeError(f"{name} must be True or False, not {flag!r}")
        if not unsound:
            catalog.refuse_unsound()
        self.catalog = catalog
        self.as_of: date = asked_day(as_of)
        self.basis: Basis = asked_basis(basis)
        self.count_suspect = count_suspect
        self._listener = listener
        self._counting: dict[Basis, Mapping[str, list[TraceLink]]] = {}
        self._ordered: dict[str, list[TraceLink]] = {}
        self._on_file: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        nodes: tuple[Node, ...] = (
            *catalog.recommendations.values(),
            *catalog.objectives.values(),
            *catalog.instruments.values(),
        )
        self._on_file.add_nodes_from(node.id for node in nodes)
        self._on_file.add_edges_from(
            (link.origin, link.target, {"link": link})
            for link in catalog.links
            if link.origin in self._on_file and link.target in self._on_file
        )

    def __repr__(self) -> str:
        known = len(self.recommendations)
        return f"<TraceGraph on {self.as_of.isoformat()}, {self.basis}: {known} recommendations>"

    def __reduce__(self) -> tuple[Any, ...]:
        """What another process needs to have the same graph."""
        return _again, (self.catalog, self.as_of, self.basis, self.count_suspect)

    def __setattr__(self, name: str, value: object) -> None:
        if name in FIXED and name in self.__dict__:
            raise AttributeError(f"'{name}' of a graph cannot be set: make another TraceGraph")
        super().__setattr__(name, value)

    # What is known on the date ------------------------------------------------------------------

    @cached_property
    def recommendations(self) -> tuple[Recommendation, ...]:
        """The recommendations whose source had appeared by the date, in the order of the file."""
        return tuple(
            recommendation
            for recommendation in self.catalog.recommendations.values()
            if record_day(self.catalog, recommendation.id) <= self.as_of
        )

    def passing(self, records: Sequence[T]) -> Iterator[T]:
        """Records one by one, while whoever waits for the answer is told how far it is."""
        return passing(records, self._listener)

    def status(self, instrument: Instrument) -> StatusEvent | None:
        """The status of an instrument that held on the date, None before its first."""
        return instrument.status_on(self.as_of)

    def is_live(self, instrument: Instrument) -> bool:
        """Whether the status of an instrument on the date says that it exists and has not ended."""
        event = self._status_of[instrument.id]
        return event is not None and event.value.is_live

    def is_live_or_announced(self, instrument: Instrument) -> bool:
        """Whether an instrument was announced by the date and has not ended."""
        event = self._status_of[instrument.id]
        return event is not None and not event.value.has_ended

    @cached_property
    def _status_of(self) -> Mapping[str, StatusEvent | None]:
        return {
            instrument.id: self.status(instrument)
            for instrument in self.catalog.instruments.values()
        }

    def known_from(self, link: TraceLink) -> date:
        """The day on which a link became known."""
        return link_day(self.catalog, link)

    def is_known(self, link: TraceLink) -> bool:
        """Whether a link was known on the date."""
        return self.known_from(link) <= self.as_of

    def is_record_known(self, identifier: str) -> bool:
        """Whether a recommendation, objective or instrument was known on the date."""
        return record_day(self.catalog, identifier) <= self.as_of

    def is_counted(self, link: TraceLink) -> bool:
        """Whether a link supports, is known on the date with both of its ends, and is well enough
        founded."""
        return link in self._counted

    @cached_property
    def _counted(self) -> frozenset[TraceLink]:
        return frozenset(link for links in self._onto(self.basis).values() for link in links)

    def _onto(self, basis: Basis) -> Mapping[str, list[TraceLink]]:
        """The links that count on a basis, by where they end."""
        if basis not in self._counting:
            onto: defaultdict[str, list[TraceLink]] = defaultdict(list)
            for link in self._known_support:
                if link.basis.rank >= basis.rank:
                    onto[link.target].append(link)
            self._counting[basis] = onto
        return self._counting[basis]

    @cached_property
    def _known_support(self) -> tuple[TraceLink, ...]:
        """The supporting links that are known on the date with both of their ends."""
        known = {node for node in self._on_file if self.is_record_known(node)}
        return tuple(
            link
            for link in self.catalog.links
            if link.relation is Relation.SUPPORTS
            and link.origin in known
            and link.target in known
            and self.is_known(link)
            and (self.count_suspect or link not in self.suspects)
        )

    @cached_property
    def suspects(self) -> frozenset[TraceLink]:
        """The links that were reviewed and are no longer what was reviewed, whenever that was: a
        review is work at the desk, and no date of it counts."""
        return frozenset(suspects(self.catalog))

    def suspect_links(self) -> tuple[TraceLink, ...]:
        """The suspect links that count, or would if suspect links did."""
        return tuple(
            link
            for link in self.catalog.links
            if link in self.suspects
            and link.relation is Relation.SUPPORTS
            and link.basis.rank >= self.basis.rank
            and self.is_known(link)
        )

    @property
    def network(self) -> nx.MultiDiGraph[str]:
        """What counts on the date and the basis, for networkx: every recommendation, objective and
        instrument that is known, under its id, and every link that counts. It cannot be added
        to, and is made anew each time, so that nobody changes that of another.

        A node has `record` (`recommendation`, `objective` or `instrument`), `kind` (of an
        instrument its kind, of all else the same as `record`), `title` in the first language of the
        catalogue and `state` (of an instrument its status); an edge has `extent`, `basis`, `joint`
        and `link`, its name. All are text, empty where there is none, so that every writer of
        networkx takes them.
        """
        import networkx as nx

        from dosa_trace.analysis.drawing.network import edges, nodes

        network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        network.add_nodes_from(nodes(self))
        network.add_edges_from(edges(self))
        nx.freeze(network)
        return network

    # Moving about -------------------------------------------------------------------------------

    def links_from(self, identifier: str) -> Iterator[TraceLink]:
        """Every link on file that begins at a node, counted or not, in the one order."""
        if identifier not in self._ordered:
            self._ordered[identifier] = sorted(self._leaving(identifier), key=what_it_says)
        return iter(self._ordered[identifier])

    def links_to(self, identifier: str) -> Iterator[TraceLink]:
        """Every link on file that ends at a node, counted or not, in the one order."""
        return iter(sorted(self.onto.get(identifier, ()), key=what_it_says))

    def _leaving(self, identifier: str) -> Iterator[TraceLink]:
        for edges in self._beyond[identifier].values():
            yield from (edge["link"] for edge in edges.values())

    @cached_property
    def _beyond(self) -> Mapping[str, Mapping[str, Mapping[int, Mapping[str, Any]]]]:
        """The links of the network by both of their ends."""
        return dict(self._on_file.adjacency())  # type: ignore[arg-type]

    @cached_property
    def joint_groups(self) -> Mapping[tuple[str, str], tuple[TraceLink, ...]]:
        """The supporting links that count only together, by their origin and common name."""
        groups: defaultdict[tuple[str, str], list[TraceLink]] = defaultdict(list)
        for link in self.catalog.links:
            if link.joint is not None and link.relation is Relation.SUPPORTS:
                groups[link.origin, link.joint].append(link)
        return {key: tuple(sorted(links, key=what_it_says)) for key, links in groups.items()}

    def group_of(self, link: TraceLink) -> tuple[TraceLink, ...]:
        """The links that a link counts together with, itself among them; alone it is its own."""
        if link.joint is None or link.relation is not Relation.SUPPORTS:
            return (link,)
        return self.joint_groups[link.origin, link.joint]

    # Support ------------------------------------------------------------------------------------

    def support(self, extent: Extent, counts: Counts, basis: Basis | None = None) -> Support:
        """What chains of counted links, each of at least `extent`, ending in an instrument that
        counts, lead from.

        Works back from the instruments and visits each link once. A joint group hands support on
        when its last member has it; one with a link that does not count waits for ever.
        """
        onto = self._onto(basis or self.basis)
        least = extent.rank
        waiting = {
            key: len(links)
            for key, links in self.joint_groups.items()
            if links[0].extent is not None and links[0].extent.rank >= least
        }
        nodes = {
            instrument.id for instrument in self.catalog.instruments.values() if counts(instrument)
        }
        used: set[TraceLink] = set()
        queue = deque(nodes)
        while queue:
            for link in onto.get(queue.popleft(), ()):
                if link.joint is not None:
                    key = (link.origin, link.joint)
                    if key not in waiting:
                        continue
                    waiting[key] -= 1
                    if waiting[key]:
                        continue
                    used.update(self.joint_groups[key])
                elif link.extent is None or link.extent.rank < least:
                    continue
                else:
                    used.add(link)
                if link.origin not in nodes:
                    nodes.add(link.origin)
                    queue.append(link.origin)
        return Support(frozenset(nodes), frozenset(used))

    @cached_property
    def onto(self) -> Mapping[str, list[TraceLink]]:
        """The links that end at each node, in no order."""
        onto: defaultdict[str, list[TraceLink]] = defaultdict(list)
        for link in self.catalog.links:
            onto[link.target].append(link)
        return onto

    def reached(self, origins: Iterable[str]) -> frozenset[str]:
        """Every node that counted supporting links of any extent lead to, the origins included."""
        return closure(
            origins,
            lambda name: (one.target for one in self._leaving(name) if one in self._counted),
        )

    def leading_to(self, targets: Iterable[str], most: float = inf) -> frozenset[str]:
        """Every node that counted supporting links of any extent lead from to one of the targets,
        these included; once they are more than `most` no more is looked for."""
        return closure(
            targets,
            lambda name: (one.origin for one in self.onto.get(name, ()) if one in self._counted),
            most,
        )


def _again(catalog: Catalog, as_of: date, basis: Basis, count_suspect: bool) -> TraceGraph:
    """The same graph; what was refused or allowed once is not judged again."""
    return TraceGraph(catalog, as_of=as_of, basis=basis, count_suspect=count_suspect, unsound=True)


def components_sinks_first(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """The groups of nodes that lead round among each other, most of them of one, each after all
    that it leads to."""
    import networkx as nx

    part: nx.DiGraph[str] = nx.DiGraph()
    part.add_edges_from(pairs)
    condensed = nx.condensation(part)
    for component in reversed(list(nx.topological_sort(condensed))):
        yield tuple(sorted(condensed.nodes[component]["members"]))


def components_with_cycle(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """The groups of nodes that lead round and back among each other, members and groups sorted.

    These are strongly connected components; cycles themselves are never enumerated, because there
    can be exponentially many.
    """
    import networkx as nx

    part: nx.DiGraph[str] = nx.DiGraph()
    part.add_edges_from(pairs)
    return tuple(
        sorted(
            tuple(sorted(members))
            for members in nx.strongly_connected_components(part)
            if len(members) > 1 or part.has_edge(*(tuple(members) * 2))
        )
    )
