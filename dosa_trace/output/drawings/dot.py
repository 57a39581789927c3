"""DOT, the language of Graphviz."""

from __future__ import annotations

from collections.abc import Iterable

from dosa_trace.document import Sketch
from dosa_trace.output.colours import FILLS
from dosa_trace.output.target import PIPE, Medium


def render(sketch: Sketch, _: Medium = PIPE) -> str:
    return "".join(f"{line}\n" for line in _lines(sketch))


def _lines(sketch: Sketch) -> Iterable[str]:
    yield "digraph trace {"
    yield f"  label={_quoted(f'{sketch.title}{chr(10)}{sketch.note}')}; labelloc=t; rankdir=LR;"
    yield '  graph [fontname="Helvetica", nodesep=0.15, ranksep=1.2];'
    yield '  node [shape=box, style="filled,rounded", fontname="Helvetica", fontsize=10];'
    yield '  edge [fontname="Helvetica", fontsize=8, color="#57606a"];'
    for layer, title in enumerate(sketch.layers):
        members = [node for node in sketch.nodes if node.layer == layer]
        yield f"  {{ rank=same; // {' '.join(title.split())}"
        for node in members:
            fill, line = FILLS[node.role]
            label = _quoted(f"{wrapped(node.title)}\n{node.id} · {node.about}")
            yield (
                f"    {_quoted(node.id)} [label={label}, fillcolor={_quoted(fill)}, "
                f"color={_quoted(line)}{', penwidth=4' if node.id == sketch.focus else ''}];"
            )
        yield "  }"
    for edge in sketch.edges:
        style = ', style="dashed"' if edge.dashed else ""
        mark = f", label={_quoted(edge.mark)}" if edge.mark else ""
        mark += ", penwidth=0.5" if edge.thin else ""
        yield (
            f"  {_quoted(edge.origin)} -> {_quoted(edge.target)} "
            f"[tooltip={_quoted(edge.label)}{style}{mark}];"
        )
    yield "  subgraph cluster_legend {"
    yield f'    label={_quoted(sketch.legend_title)}; color="#d0d7de";'
    for at, (role, words) in enumerate(sketch.legend):
        fill, line = FILLS[role]
        yield (
            f"    legend{at} [label={_quoted(words)}, fillcolor={_quoted(fill)}, "
            f"color={_quoted(line)}];"
        )
    for at, words in enumerate(sketch.lines):
        yield f"    line{at} [label={_quoted(words)}, shape=plain, style=solid];"
    yield "  }"
    yield "}"


def wrapped(text: str, width: int = 38) -> str:
    """A title in lines that fit a box."""
    import textwrap

    return "\n".join(textwrap.wrap(" ".join(text.split()), width)) or text


def _quoted(text: str) -> str:
    """A quoted string; a backslash would begin an escape of DOT's own."""
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{text}"'
