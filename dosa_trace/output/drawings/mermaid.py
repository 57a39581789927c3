"""Mermaid: a flowchart that GitHub, GitLab and many notes draw by themselves.

Text is written with Mermaid's entity codes, so that nothing in a catalogue is read as syntax or as
HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dosa_trace.document import Role, Sketch
from dosa_trace.output.colours import FILLS
from dosa_trace.output.target import PIPE, Medium


def render(sketch: Sketch, _: Medium = PIPE) -> str:
    return "".join(f"{line}\n" for line in _lines(sketch))


def _lines(sketch: Sketch) -> Iterable[str]:
    yield "flowchart LR"
    for key, text in (("accTitle", sketch.title), ("accDescr", sketch.note)):
        if _plain(text):
            yield f"  {key}: {_plain(text)}"
    names = {node.id: f"n{at}" for at, node in enumerate(sketch.nodes)}
    for layer, title in enumerate(sketch.layers):
        members = [node for node in sketch.nodes if node.layer == layer]
        if not members:
            continue
        yield f'  subgraph layer{layer}["{_text(title)}"]'
        yield "    direction TB"
        for node in members:
            words = f"{_text(node.title)}<br/><small>{_text(node.id)} · {_text(node.about)}</small>"
            yield f'    {names[node.id]}["{words}"]:::{node.role.value}'
        yield "  end"
    for edge in sketch.edges:
        arrow = "-.->" if edge.dashed else "-->"
        mark = f'|"{_text(edge.mark)}"|' if edge.mark else ""
        yield f"  {names[edge.origin]} {arrow}{mark} {names[edge.target]}"
    if thin := [str(at) for at, edge in enumerate(sketch.edges) if edge.thin]:
        yield f"  linkStyle {','.join(thin)} stroke-width:1px"
    if sketch.focus in names:
        yield f"  style {names[sketch.focus]} stroke-width:4px"
    if sketch.nodes:
        yield f'  subgraph legend["{_text(sketch.legend_title)}"]'
        yield "    direction TB"
        for at, (role, words) in enumerate(sketch.legend):
            yield f'    l{at}["{_text(words)}"]:::{role.value}'
        for at, words in enumerate(sketch.lines):
            yield f'    a{at}["{_text(words)}"]:::plain'
        yield "  end"
    lines = [Role.PLAIN] if sketch.lines else []
    for role in dict.fromkeys([*(node.role for node in sketch.nodes), *_roles(sketch), *lines]):
        fill, line = FILLS[role]
        yield f"  classDef {role.value} fill:{fill},stroke:{line},color:#1b1f24"


def _roles(sketch: Sketch) -> Iterable[Role]:
    return (role for role, _ in sketch.legend)


def _text(text: str) -> str:
    """Every character that Mermaid or HTML could read, as a number."""
    text = " ".join(text.split())
    return re.sub(r"[^\w\s.,:()/\u00a0-\uffff+-]|[\ud800-\udfff]", _code, text)


def _code(found: re.Match[str]) -> str:
    return f"#{ord(found[0])};"


def _plain(text: str) -> str:
    """A line for a screen reader; what could end it is left out."""
    return " ".join(re.sub(r"[{};#%\"<>\[\]|]", " ", text).split())
