"""SVG: a column for each layer, and below each other a band for each part, in which only what is
joined to something is drawn. The same bytes on every machine; the picture asks nothing of the
network, and its text is text. Who wants another layout gives DOT to Graphviz.
"""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dosa_trace.document import Sketch, SketchEdge, SketchNode
from dosa_trace.output.colours import FILLS
from dosa_trace.output.drawings import dot
from dosa_trace.output.drawings.patterns import definitions, sign
from dosa_trace.output.target import PIPE, Medium

#: The measures of the picture, in pixels.
WIDE, GAP, LINE, MARGIN = 320, 150, 17, 20
#: How high the lane is in which lines of one box pass a column, and how wide the strip of a box
#: whose pattern tells its state without colour.
LANE, STRIP = 8, 10
#: How many letters of a title stand in a line of a box, and how wide a letter of a legend is.
LETTERS, LETTER = 46, 8
#: How many letters of what a line says stand between two columns, and how high they are.
IN_GAP, SMALL = 22, 12
#: Text in the middle of a line, which the line does not run through.
_ON_LINE = (
    'text-anchor="middle" font-size="11" fill="#57606a" stroke="#ffffff" stroke-width="3" '
    'paint-order="stroke"'
)
_FONT = 'font-family="Helvetica, Arial, sans-serif" font-size="13"'


class _Box(NamedTuple):
    node: SketchNode
    column: int
    x: int
    y: int
    words: tuple[str, ...]

    @property
    def tall(self) -> int:
        return LINE * len(self.words) + 10

    @property
    def middle(self) -> int:
        return self.y + self.tall // 2


class _Lane(NamedTuple):
    """Where the lines of a box pass a column in which they do not end."""

    x: int
    y: int


class _Layout(NamedTuple):
    """Boxes by their ids, and lanes by the column and the id of the box whose lines pass there."""

    boxes: dict[str, _Box]
    lanes: dict[tuple[int, str], _Lane]
    bottom: int


def render(sketch: Sketch, _: Medium = PIPE) -> str:
    """The picture: its title and what the colours mean first, then band after band."""
    columns = [at for at, _ in enumerate(sketch.layers) if _has(sketch, at)]
    width = MARGIN * 2 + WIDE * max(len(columns), 2) + GAP * (max(len(columns), 2) - 1)
    if columns and _bulges(sketch, columns[-1]):
        width += GAP // 2
    body: list[str] = []
    y = 0
    head, y = _head(sketch, width)
    for title, nodes, edges in _bands(sketch):
        drawn, y = _band(title, nodes, edges, sketch, columns, y)
        body += drawn
    if sketch.left_out:
        body.append(_text(MARGIN, y + LINE, sketch.left_out, 'fill="#57606a"'))
        y += LINE
    height = y + MARGIN
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" {_FONT}>'
        f"<title>{html.escape(sketch.title)}</title><desc>{html.escape(sketch.note)}</desc>",
        definitions(node.role for node in sketch.nodes),
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        *head,
        *body,
        "</svg>",
    ]
    return "".join(f"{line}\n" for line in lines if line)


def _bulges(sketch: Sketch, layer: int) -> bool:
    """Whether a line leaves a box of a layer, and so turns back beside it."""
    members = {node.id for node in sketch.nodes if node.layer == layer}
    return any(edge.origin in members for edge in sketch.edges)


def _has(sketch: Sketch, layer: int) -> bool:
    return any(node.layer == layer for node in sketch.nodes)


def _head(sketch: Sketch, width: int) -> tuple[list[str], int]:
    """Title, note and a small legend of colours and arrows, in lines as wide as the picture."""
    y = MARGIN + 6
    lines = [_text(MARGIN, y, sketch.title, 'font-weight="bold" font-size="16"')]
    for words in dot.wrapped(sketch.note, width // LETTER).split("\n"):
        y += LINE + 2
        lines.append(_text(MARGIN, y, words, 'fill="#57606a"'))
    x, y = MARGIN, y + LINE + 6
    for role, said in sketch.legend:
        if x > MARGIN and x + 36 + LETTER * len(said) > width:
            x, y = MARGIN, y + LINE + 2
        fill, line = FILLS[role]
        lines.append(
            f'<rect x="{x}" y="{y - 11}" width="14" height="12" fill="{fill}" stroke="{line}"/>'
        )
        lines.append(sign(role, f'<rect x="{x}" y="{y - 11}" width="14" height="12"'))
        lines.append(_text(x + 19, y, said))
        x += 36 + LETTER * len(said)
    if sketch.lines:
        y += LINE + 2
        lines.append(_text(MARGIN, y, " · ".join(sketch.lines), 'fill="#57606a"'))
    return lines, y + MARGIN


def _bands(sketch: Sketch) -> Iterator[tuple[str, list[SketchNode], list[SketchEdge]]]:
    """Each part with what it leads to; without parts all that is joined, or all there is."""
    nodes = {node.id: node for node in sketch.nodes}
    onward = defaultdict(list)
    for edge in sketch.edges:
        onward[edge.origin].append(edge)
    if not sketch.bands or not sketch.edges:
        ends = {end for edge in sketch.edges for end in (edge.origin, edge.target)}
        shown = [node for node in sketch.nodes if node.id in ends] or list(sketch.nodes)
        yield "", shown, list(sketch.edges)
        return
    for title, members in sketch.bands:
        waiting = [name for name in members if name in onward]
        seen = dict.fromkeys(waiting)
        edges = []
        for name in waiting:
            for edge in onward[name]:
                edges.append(edge)
                if edge.target not in seen:
                    seen[edge.target] = None
                    waiting.append(edge.target)
        if edges:
            yield title, [nodes[name] for name in seen], edges


def _band(
    title: str,
    nodes: Sequence[SketchNode],
    edges: Sequence[SketchEdge],
    sketch: Sketch,
    columns: Sequence[int],
    y: int,
) -> tuple[list[str], int]:
    lines = []
    if title:
        lines.append(_text(MARGIN, y + LINE, title, 'font-weight="bold" font-size="15"'))
        y += LINE + 8
    for at, layer in enumerate(columns):
        lines.append(
            _text(MARGIN + at * (WIDE + GAP), y + LINE, sketch.layers[layer], 'fill="#57606a"')
        )
    laid = _laid_out(nodes, edges, columns, y + LINE + 8)
    arrows = [_arrow(edge, laid) for edge in edges]
    lines += [drawn for drawn, _ in arrows]
    for box in laid.boxes.values():
        lines += _drawn(box, box.node.id == sketch.focus)
    lines += _marks((edge.mark, middle) for edge, (_, middle) in zip(edges, arrows, strict=True))
    return lines, laid.bottom + MARGIN


def _laid_out(
    nodes: Sequence[SketchNode], edges: Sequence[SketchEdge], columns: Sequence[int], top: int
) -> _Layout:
    """Each node under the one before it in its column, as near as may be to what leads to it; a
    lane among them for each box whose lines pass the column (Sugiyama's layout, with its
    dummies). Between two columns a node or lane stands as high as what leads to it, where there is
    room."""
    into = defaultdict(list)
    for edge in edges:
        into[edge.target].append(edge.origin)
    column = {node.id: columns.index(node.layer) for node in nodes}
    passing: list[dict[str, None]] = [{} for _ in columns]
    for edge in edges:
        for at in range(column[edge.origin] + 1, column[edge.target]):
            passing[at][edge.origin] = None
    place: dict[str, float] = {}  # how high the middle of each box is
    laid = _Layout({}, {}, top)
    bottom = top
    for at, layer in enumerate(columns):
        items: list[tuple[float, SketchNode | str]] = [
            (_near(into[node.id], place), node) for node in nodes if node.layer == layer
        ]
        items += [(place[name], name) for name in passing[at]]
        items.sort(key=lambda item: item[0])
        x, y = MARGIN + at * (WIDE + GAP), top
        inner = 0 < at < len(columns) - 1
        for near, item in items:
            if isinstance(item, str):
                y = max(y, round(near) - LANE // 2) if inner else y
                laid.lanes[at, item] = _Lane(x, y + LANE // 2)
                y += LANE
                continue
            words = (*dot.wrapped(item.title, LETTERS).split("\n"), f"{item.id} · {item.about}")
            box = _Box(item, at, x, y, words)
            if inner:
                box = box._replace(y=max(y, round(near) - box.tall // 2))
            laid.boxes[item.id] = box
            place[item.id] = box.middle
            y = box.y + box.tall + MARGIN // 2
        bottom = max(bottom, y)
    return laid._replace(bottom=bottom)


def _near(origins: Iterable[str], place: dict[str, float]) -> float:
    placed = [place[name] for name in origins if name in place]
    return sum(placed) / len(placed) if placed else 0.0


def _marks(marks: Iterable[tuple[str, tuple[int, int]]]) -> Iterator[str]:
    """What lines say in the middle of them, each below those that would stand in its place."""
    taken: set[tuple[int, int]] = set()
    for mark, (x, middle) in sorted(marks, key=lambda one: one[1]):
        y = middle
        for words in dot.wrapped(mark, IN_GAP).split("\n") if mark else ():
            while any((x, y + near) in taken for near in range(1 - SMALL, SMALL)):
                y += 1
            taken.add((x, y))
            yield _text(x, y + SMALL // 3, words, _ON_LINE)


def _arrow(edge: SketchEdge, laid: _Layout) -> tuple[str, tuple[int, int]]:
    """A line from a box to another, and its middle: in its lanes where it passes a column, out on
    the right and back in there within one."""
    style = ' stroke-dasharray="5 4"' if edge.dashed else ""
    style += ' stroke-width="0.6"' if edge.thin else ' stroke-width="1.6"'
    first, second = laid.boxes[edge.origin], laid.boxes[edge.target]
    x, y, bend = first.x + WIDE, first.middle, GAP // 2
    curve = f"M{x},{y}"
    for at in range(first.column + 1, second.column):
        lane = laid.lanes[at, edge.origin]
        curve += f" C{x + bend},{y} {lane.x - bend},{lane.y} {lane.x},{lane.y} H{lane.x + WIDE}"
        x, y = lane.x + WIDE, lane.y
    onward = second.column > first.column
    end = second.x if onward else second.x + WIDE
    turn = end - bend if onward else end + bend
    curve += f" C{x + bend},{y} {turn},{second.middle} {end},{second.middle}"
    return (
        f'<path d="{curve}" fill="none" stroke="{FILLS[edge.role][1]}"{style}>'
        f"<title>{html.escape(edge.label)}</title></path>",
        ((x + end + 3 * (x + bend + turn)) // 8, (y + second.middle) // 2),
    )


def _drawn(box: _Box, focus: bool) -> Iterator[str]:
    fill, line = FILLS[box.node.role]
    thick = ' stroke-width="4"' if focus else ""
    yield (
        f'<rect x="{box.x}" y="{box.y}" width="{WIDE}" height="{box.tall}" rx="5" '
        f'fill="{fill}" stroke="{line}"{thick}/>'
    )
    shape = f'<rect x="{box.x}" y="{box.y}" width="{STRIP}" height="{box.tall}"'
    yield sign(box.node.role, shape)
    for at, one in enumerate(box.words):
        small = 'fill="#57606a" font-size="11"' if at == len(box.words) - 1 else ""
        yield _text(box.x + STRIP + 6, box.y + LINE * (at + 1) + 1, one, small)


def _text(x: int, y: int, words: str, attributes: str = "") -> str:
    return f'<text x="{x}" y="{y}"{" " * bool(attributes)}{attributes}>{html.escape(words)}</text>'
