"""No line of a picture runs behind a box that it does not end in: it would read as a chain."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.document import Role, Sketch, SketchEdge, SketchNode
from dosa_trace.output.drawings import svg
from dosa_trace.output.drawings.patterns import definitions
from tests.build import MUNICIPALITY
from tests.cli.conftest import Runner, run
from tests.examples import examples

__all__ = ["run"]
SPACE = "{http://www.w3.org/2000/svg}"
STEPS = 60
Point = tuple[float, float]
Box = tuple[float, float, float, float]


def points(path: str) -> Iterator[Point]:
    """A path of `M`, `C` and `H`, sampled."""
    at: Point = (0.0, 0.0)
    for letter, numbers in re.findall(r"([MCH])([-\d., ]+)", path):
        given = [float(number) for number in re.split(r"[ ,]+", numbers.strip())]
        if letter == "M":
            at = (given[0], given[1])
        elif letter == "H":
            start = at
            at = (given[0], start[1])
            yield from ((start[0] + (at[0] - start[0]) * t / STEPS, at[1]) for t in range(STEPS))
        else:
            start, end = at, (given[4], given[5])
            for step in range(STEPS + 1):
                t = step / STEPS
                weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
                four = (start, (given[0], given[1]), (given[2], given[3]), end)
                yield (
                    sum(w * p[0] for w, p in zip(weights, four, strict=True)),
                    sum(w * p[1] for w, p in zip(weights, four, strict=True)),
                )
            at = end


def is_inside(point: Point, box: Box) -> bool:
    left, top, wide, tall = box
    return left + 0.5 < point[0] < left + wide - 0.5 and top + 0.5 < point[1] < top + tall - 0.5


def crossings(drawn: str) -> tuple[int, list[str]]:
    """How many lines there are, and those that pass through the inside of any box, or leave the
    picture."""
    root = ET.fromstring(drawn)
    whole: Box = (0.0, 0.0, float(root.attrib["width"]), float(root.attrib["height"]))
    boxes: list[Box] = [
        (float(one.attrib["x"]), float(one.attrib["y"]), float(one.attrib["width"]),
         float(one.attrib["height"]))
        for one in root.iter(f"{SPACE}rect") if "rx" in one.attrib
    ]  # fmt: skip
    lines = [one.attrib["d"] for one in root.findall(f"{SPACE}path")]
    wrong = [
        line
        for line in lines
        if any(
            not is_inside(point, whole) or any(is_inside(point, box) for box in boxes)
            for point in points(line)
        )
    ]
    return len(lines), wrong


@pytest.mark.parametrize("catalog", [(), ("--catalog", str(MUNICIPALITY))])
def test_no_line_of_a_catalogue_crosses_a_box(catalog: tuple[str, ...], run: Runner) -> None:
    lines, wrong = crossings(run("graph", "--as-of", "2026-11-23", *catalog, "-f", "svg").out)
    assert lines >= 3
    assert wrong == []


@examples(60)
@given(
    st.lists(st.tuples(st.integers(0, 2), st.text("ab ", max_size=120)), min_size=2, max_size=25),
    st.data(),
)
def test_no_line_of_any_picture_crosses_a_box(
    given_nodes: list[tuple[int, str]], data: st.DataObject
) -> None:
    """Links lead to a later layer or stay in one, as those of a catalogue do."""
    nodes = [
        SketchNode(f"n{at}", layer, title, "about", Role.PARTLY)
        for at, (layer, title) in enumerate(given_nodes)
    ]
    pairs = [(a, b) for a in nodes for b in nodes if a is not b and a.layer <= b.layer]
    chosen = data.draw(st.lists(st.sampled_from(pairs), max_size=40)) if pairs else []
    edges = tuple(SketchEdge(a.id, b.id, "e", dashed=False) for a, b in chosen)
    sketch = Sketch("t", "n", ("a", "b", "c"), tuple(nodes), edges, ())
    lines, wrong = crossings(svg.render(sketch))
    assert (lines, wrong) == (len(edges), [])


def test_a_state_is_told_without_colour(run: Runner) -> None:
    """Each box has the pattern of its state, and the pattern is in the picture."""
    drawn = run("graph", "--as-of", "2026-11-23", "-f", "svg").out
    used = set(re.findall(r"url\(#(sign-\w+)\)", drawn))
    assert "sign-partly" in used
    assert used <= set(re.findall(r'id="([\w-]+)"', drawn))
    strokes = [definitions((role,)) for role in (Role.COVERED, Role.PARTLY, Role.PLANNED)]
    shapes = [re.findall(r'path d="([^"]+)"', one) for one in (*strokes, definitions((Role.GAP,)))]
    assert len(set(map(str, shapes))) == len(shapes)
