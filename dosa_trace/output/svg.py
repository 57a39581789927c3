"""SVG: drawn by Graphviz where it is installed, else placed here in a column per layer.

Either way the picture asks nothing of the network, and its text is text.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Iterable

from dosa_trace.document import Sketch, SketchNode
from dosa_trace.output import dot
from dosa_trace.output.colours import FILLS
from dosa_trace.output.medium import PIPE, Medium

#: The measures of our own drawing, in pixels.
WIDE, GAP, LINE, MARGIN = 290, 190, 15, 20


def render(sketch: Sketch, _: Medium = PIPE) -> str:
    """The picture, by Graphviz where it is installed."""
    program = shutil.which("dot")
    if program is not None:
        done = subprocess.run(
            [program, "-Tsvg"], input=dot.render(sketch).encode(), capture_output=True, check=False
        )
        if not done.returncode:
            return _cleaned(done.stdout.decode())
    return drawn(sketch)


def drawn(sketch: Sketch) -> str:
    """The picture as we draw it ourselves."""
    return "".join(f"{line}\n" for line in _lines(sketch))


def _cleaned(svg: str) -> str:
    """Without the comments that name a version, and without a document type to fetch."""
    svg = re.sub(r"<!--.*?-->\n?", "", svg, flags=re.DOTALL)
    return re.sub(r"<!DOCTYPE[^>]*>\n?", "", svg)


def _lines(sketch: Sketch) -> Iterable[str]:
    places = _places(sketch)
    height = max((y + _tall(node) for node, _, y in places.values()), default=0) + 4 * MARGIN
    height += LINE * 3
    width = MARGIN * 2 + WIDE * len(sketch.layers) + GAP * (len(sketch.layers) - 1)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" font-family="Helvetica, Arial, sans-serif" '
        f'font-size="11"><title>{html.escape(sketch.title)}</title>'
        f"<desc>{html.escape(sketch.note)}</desc>"
    )
    yield f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    for layer, title in enumerate(sketch.layers):
        x = MARGIN + layer * (WIDE + GAP)
        yield f'<text x="{x}" y="{MARGIN}" font-weight="bold">{html.escape(title)}</text>'
    for edge in sketch.edges:
        (first, x1, y1), (second, x2, y2) = places[edge.origin], places[edge.target]
        dash = ' stroke-dasharray="5 4"' if edge.dashed else ""
        start = (x1 + WIDE, y1 + _tall(first) // 2)
        end = (x2, y2 + _tall(second) // 2)
        bend = GAP // 2 if x2 > x1 else GAP
        if x2 <= x1:  # within one layer: out on the right, and back in there
            end = (x2 + WIDE, end[1])
        curve = (
            f"M{start[0]},{start[1]} C{start[0] + bend},{start[1]} "
            f"{end[0] - bend if x2 > x1 else end[0] + bend},{end[1]} {end[0]},{end[1]}"
        )
        stroke = FILLS[edge.role][1]
        yield (
            f'<path d="{curve}" fill="none" stroke="{stroke}"{dash}>'
            f"<title>{html.escape(edge.label)}</title></path>"
        )
    for node, x, y in places.values():
        yield from _box(node, x, y)
    yield from _legend(sketch, height - MARGIN)
    yield "</svg>"


def _places(sketch: Sketch) -> dict[str, tuple[SketchNode, int, int]]:
    """Each node under the one before it in its layer."""
    below = [MARGIN + LINE] * len(sketch.layers)
    places = {}
    for node in sketch.nodes:
        x = MARGIN + node.layer * (WIDE + GAP)
        places[node.id] = (node, x, below[node.layer])
        below[node.layer] += _tall(node) + MARGIN // 2
    return places


def _words(node: SketchNode) -> list[str]:
    return [*dot.wrapped(node.title, 46).split("\n"), f"{node.id} · {node.about}"]


def _tall(node: SketchNode) -> int:
    return LINE * len(_words(node)) + 10


def _box(node: SketchNode, x: int, y: int) -> Iterable[str]:
    fill, line = FILLS[node.role]
    yield (
        f'<rect x="{x}" y="{y}" width="{WIDE}" height="{_tall(node)}" rx="5" '
        f'fill="{fill}" stroke="{line}"/>'
    )
    words = _words(node)
    for at, one in enumerate(words):
        small = ' fill="#57606a" font-size="10"' if at == len(words) - 1 else ""
        yield f'<text x="{x + 8}" y="{y + LINE * (at + 1) + 2}"{small}>{html.escape(one)}</text>'


def _legend(sketch: Sketch, y: int) -> Iterable[str]:
    x = MARGIN
    for role, words in sketch.legend:
        fill, line = FILLS[role]
        yield f'<rect x="{x}" y="{y - 11}" width="14" height="12" fill="{fill}" stroke="{line}"/>'
        yield f'<text x="{x + 19}" y="{y - 1}">{html.escape(words)}</text>'
        x += 40 + 7 * len(words)
