"""GraphML: what yEd, Gephi and networkx read (graphml.graphdrawing.org)."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from dosa_trace.document import Sketch
from dosa_trace.output.markup import writable
from dosa_trace.output.target import PIPE, Medium

_NODE_KEYS = ("title", "kind", "about", "role")
_EDGE_KEYS = ("label", "dashed")


def render(sketch: Sketch, _: Medium = PIPE) -> str:
    root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for kind, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for key in keys:
            type_ = "boolean" if key == "dashed" else "string"
            named = {"attr.name": key, "attr.type": type_}
            ET.SubElement(root, "key", {"id": f"{kind}_{key}", "for": kind, **named})
    graph = ET.SubElement(root, "graph", id="trace", edgedefault="directed")
    for node in sketch.nodes:
        element = ET.SubElement(graph, "node", id=node.id)
        values = (node.title, sketch.layers[node.layer], node.about, node.role.value)
        _data(element, "node", zip(_NODE_KEYS, values, strict=True))
    for at, edge in enumerate(sketch.edges):
        element = ET.SubElement(graph, "edge", id=f"e{at}", source=edge.origin, target=edge.target)
        values_of_edge = (edge.label, "true" if edge.dashed else "false")
        _data(element, "edge", zip(_EDGE_KEYS, values_of_edge, strict=True))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _data(element: ET.Element, kind: str, values: zip[tuple[str, str]]) -> None:
    for key, value in values:
        ET.SubElement(element, "data", key=f"{kind}_{key}").text = writable(value)
