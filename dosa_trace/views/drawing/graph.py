"""The trace graph as a sketch: nodes with what they are, edges with what they say, a legend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypedDict

from dosa_trace.analysis.drawing.graph_view import Band, GraphLink, GraphNode, Neighbourhood
from dosa_trace.analysis.judging.selection import Where
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.catalog.model.records import TO
from dosa_trace.catalog.model.vocabulary import Basis, Extent, Relation
from dosa_trace.document import Role, Sketch, SketchEdge, SketchNode
from dosa_trace.labels import BASES, EXTENTS, RECORD_KINDS_PLURAL, RELATIONS, STATES, STATUSES
from dosa_trace.language import Phrase
from dosa_trace.views.wording.frame import Frame, capital, inline, state_cell
from dosa_trace.views.wording.marks import gap_marks

LAYERS = ("recommendation", "objective", "instrument")


def sketch(near: Neighbourhood, frame: Frame) -> Sketch:
    """The layers from what was asked to what exists, coloured by state."""
    say = frame.say
    nodes = tuple(_node(node, frame) for node in near.nodes)
    groups = list(dict.fromkeys(link.joint for link in near.links if link.joint))
    used = {node.role for node in nodes}
    legend = (
        *((Role(state.value), STATES[state]) for state in State),
        (Role.PLAIN, INSTRUMENT),
        (Role.MUTED, ENDED),
    )
    return Sketch(
        title=_title(near, frame),
        note=" ".join((*_around(near, frame), frame.sentence(near.where))),
        layers=tuple(capital(say(RECORD_KINDS_PLURAL[f"{layer}s"])) for layer in LAYERS),
        nodes=nodes,
        edges=tuple(_edge(link, _group(link, groups, frame), frame) for link in near.links),
        legend=tuple((role, say(words)) for role, words in legend if role in used),
        legend_title=say(LEGEND),
        bands=tuple(
            (say(band.label) if band.label else say(NO_THEME), band.members) for band in near.bands
        ),
        left_out=_left_out(near, frame),
        focus=near.focus or "",
        lines=tuple(_lines(near, frame)),
    )


def _title(near: Neighbourhood, frame: Frame) -> str:
    title = frame.say(frame.title)
    names = (frame.say(node.title) for node in near.nodes if node.id == near.focus)
    return next((f"{name} ({near.focus})" for name in names), title)


def _around(near: Neighbourhood, frame: Frame) -> Iterator[str]:
    """Of which catalogue a picture around one record is, and how far it goes."""
    if near.focus is not None:
        yield f"{frame.say(frame.title)}."
        yield frame.say(AROUND if near.depth is None else AROUND_UP_TO(n=near.depth))


def _lines(near: Neighbourhood, frame: Frame) -> Iterator[str]:
    """What the arrows mean, of those that occur."""
    bases = {link.basis for link in near.links if link.relation is not Relation.CONTRADICTS}
    for basis, words in ((Basis.STATED, SOLID), (Basis.INFERRED, DASHED)):
        if basis in bases:
            yield frame.say(words(basis=BASES[basis]))
    extents = {link.extent for link in near.links if link.relation is not Relation.CONTRADICTS}
    for extent, words in LINES.items():
        if extent in extents:
            yield frame.say(words(extent=EXTENTS[extent]))


def _left_out(near: Neighbourhood, frame: Frame) -> str:
    joined = {end for link in near.links for end in (link.origin, link.target)}
    asked = [node.id for node in near.nodes if node.record == LAYERS[0]]
    alone = sum(name not in joined for name in asked)
    return frame.say(NOT_DRAWN(n=alone)) if near.links and alone else ""


class NodeLinkEdge(TypedDict):
    """A link between two nodes, as node-link JSON has it; `link` is its name."""

    key: int
    source: str
    target: str
    relation: Relation
    extent: Extent | None
    basis: Basis
    joint: str | None
    counted: bool
    link: str


class NodeLinkGraph(TypedDict):
    """What was asked for."""

    focus: str | None
    depth: int | None
    where: tuple[Where, ...]
    bands: tuple[Band, ...]


#: What the keys of node-link JSON hold.
NODE_LINK: Mapping[str, Any] = {
    "directed": bool,
    "multigraph": bool,
    "graph": NodeLinkGraph,
    "nodes": tuple[GraphNode, ...],
    "edges": tuple[NodeLinkEdge, ...],
}


def node_link(near: Neighbourhood) -> dict[str, Any]:
    """What networkx reads with `node_link_graph`; what was asked is an attribute of the graph."""
    asked = {"focus": near.focus, "depth": near.depth, "where": near.where, "bands": near.bands}
    edges = (
        {"key": at, "source": link.origin, "target": link.target, **_marks(link)}
        for at, link in enumerate(near.links)
    )
    return {
        "directed": True,
        "multigraph": True,
        "graph": asked,
        "nodes": near.nodes,
        "edges": list(edges),
    }


def _marks(link: GraphLink) -> dict[str, Any]:
    """What a link says besides its ends, and its name."""
    said = {key: value for key, value in link._asdict().items() if key not in ("origin", "target")}
    return {**said, "link": f"{link.origin}{TO}{link.target}"}


def _node(node: GraphNode, frame: Frame) -> SketchNode:
    if node.state is not None:
        role = Role(node.state.value)
        about = inline(state_cell(frame, node.state, ", ".join(gap_marks(node, frame))))
    elif node.status is not None:
        role = Role.MUTED if node.status.has_ended else Role.PLAIN
        about = frame.say(STATUSES[node.status])
    else:
        role, about = Role.MUTED, frame.say(NO_STATUS)
    return SketchNode(
        id=node.id,
        layer=LAYERS.index(node.record),
        title=frame.say(node.title),
        about=about,
        role=role,
    )


def _group(link: GraphLink, groups: Sequence[str], frame: Frame) -> str:
    """That a link counts only together with others: with those that have the same number."""
    if not link.joint:
        return ""
    number = f" ({groups.index(link.joint) + 1})" if len(groups) > 1 else ""
    return f"{frame.say(JOINT)}{number}"


def _edge(link: GraphLink, joint: str, frame: Frame) -> SketchEdge:
    if link.relation is Relation.CONTRADICTS:
        words, dashed = frame.say(RELATIONS[link.relation]), True
    else:
        words = frame.say(EXTENTS[link.extent]) if link.extent else ""
        dashed = link.basis is Basis.INFERRED
    drawn = link.extent in LINES and link.relation is not Relation.CONTRADICTS
    return SketchEdge(
        origin=link.origin,
        target=link.target,
        label=", ".join(part for part in (words, frame.say(BASES[link.basis]), joint) if part),
        dashed=dashed,
        role=Role.GAP if link.relation is Relation.CONTRADICTS else Role.PLAIN,
        mark=", ".join(part for part in ("" if drawn else words, joint) if part),
        thin=drawn and link.extent is Extent.MARGINAL,
    )


LEGEND = Phrase("Colours", "Kleuren")
INSTRUMENT = Phrase(
    "announced, active or completed instrument", "aangekondigd, actief of afgerond instrument"
)
ENDED = Phrase("ended, or without a status", "beëindigd, of zonder status")
NO_STATUS = Phrase("no status", "geen status")
NO_THEME = Phrase("No theme", "Geen thema")
AROUND = Phrase("With everything linked to it.", "Met alles wat ermee is verbonden.")
AROUND_UP_TO = Phrase(
    "With what is at most {n} {n:link|links} away.",
    "Met wat er hoogstens {n} {n:koppeling|koppelingen} vandaan is.",
)
SOLID = Phrase("Solid line: {basis}", "Doorgetrokken lijn: {basis}")
DASHED = Phrase("Dashed line: {basis}", "Stippellijn: {basis}")
#: How far a link goes that its line says without a word.
LINES = {
    Extent.MARGINAL: Phrase("Thin line: {extent}", "Dunne lijn: {extent}"),
    Extent.PARTIAL: Phrase("Other lines: {extent}", "Andere lijnen: {extent}"),
}
NOT_DRAWN = Phrase(
    "Recommendations left out of the picture, because nothing is linked to them: {n}",
    "Aanbevelingen die niet zijn getekend, omdat er niets aan is gekoppeld: {n}",
)
JOINT = Phrase("only together", "alleen samen")
