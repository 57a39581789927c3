"""The trace graph as a sketch: nodes with what they are, edges with what they say, a legend."""

from __future__ import annotations

from typing import Any

from dosa_trace.analysis.neighbourhood import GraphLink, GraphNode, Neighbourhood
from dosa_trace.analysis.verdicts import State
from dosa_trace.catalog.vocabulary import Basis, Relation
from dosa_trace.document import Role, Sketch, SketchEdge, SketchNode
from dosa_trace.labels import BASES, EXTENTS, RECORD_KINDS_PLURAL, RELATIONS, STATES, STATUSES
from dosa_trace.language import Phrase
from dosa_trace.views.frame import Frame, capital

LAYERS = ("recommendation", "objective", "instrument")


def sketch(found: Neighbourhood, frame: Frame) -> Sketch:
    """The layers from what was asked to what exists, coloured by state."""
    say = frame.say
    return Sketch(
        title=say(frame.title),
        note=frame.sentence(found.where),
        layers=tuple(capital(say(RECORD_KINDS_PLURAL[f"{one}s"])) for one in LAYERS),
        nodes=tuple(_node(one, frame) for one in found.nodes),
        edges=tuple(_edge(one, frame) for one in found.links),
        legend=(
            *((Role(state.value), say(STATES[state])) for state in State),
            (Role.PLAIN, say(INSTRUMENT)),
            (Role.MUTED, say(ENDED)),
        ),
        legend_title=say(LEGEND),
    )


def node_link(found: Neighbourhood) -> dict[str, Any]:
    """What networkx reads with `node_link_graph(data, edges="links")`."""
    links = (
        {"key": at, "source": link.origin, "target": link.target, **_marks(link)}
        for at, link in enumerate(found.links)
    )
    return {
        "directed": True,
        "multigraph": True,
        "graph": {},
        "nodes": found.nodes,
        "links": list(links),
    }


def _marks(link: GraphLink) -> dict[str, Any]:
    """What a link says besides its ends."""
    return {key: value for key, value in link._asdict().items() if key not in ("origin", "target")}


def _node(one: GraphNode, frame: Frame) -> SketchNode:
    if one.state is not None:
        role, about = Role(one.state.value), frame.say(STATES[one.state])
    elif one.status is not None:
        role = Role.MUTED if one.status.has_ended else Role.PLAIN
        about = frame.say(STATUSES[one.status])
    else:
        role, about = Role.MUTED, frame.say(NO_STATUS)
    return SketchNode(
        id=one.id,
        layer=LAYERS.index(one.record),
        title=frame.say(one.title),
        about=about,
        role=role,
    )


def _edge(one: GraphLink, frame: Frame) -> SketchEdge:
    if one.relation is Relation.CONTRADICTS:
        words, dashed = frame.say(RELATIONS[one.relation]), True
    else:
        words = frame.say(EXTENTS[one.extent]) if one.extent else ""
        dashed = one.basis is Basis.INFERRED
    joint = f", {frame.say(JOINT(name=one.joint))}" if one.joint else ""
    return SketchEdge(
        origin=one.origin,
        target=one.target,
        label=f"{words}, {frame.say(BASES[one.basis])}{joint}",
        dashed=dashed,
        role=Role.GAP if one.relation is Relation.CONTRADICTS else Role.PLAIN,
    )


LEGEND = Phrase("Colours", "Kleuren")
INSTRUMENT = Phrase("live or announced instrument", "lopend of aangekondigd instrument")
ENDED = Phrase("ended, or without a status", "geëindigd, of zonder status")
NO_STATUS = Phrase("no status", "geen status")
JOINT = Phrase("jointly ({name})", "samen ({name})")
