"""Figures over time as a picture."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from dosa_trace.document import Moment, Role, Series
from dosa_trace.output.drawings.step_chart import render

NAMES = (("partly <covered>", Role.PARTLY), ("gap", Role.GAP), ("declined", Role.DECLINED))


def series(*moments: tuple[str, tuple[float | None, ...]]) -> Series:
    return Series("T & <b>", "note", NAMES, tuple(Moment(*one) for one in moments))


def bands(svg: str) -> dict[str, list[tuple[float, float]]]:
    """The corners of each band by its title."""
    root = ElementTree.fromstring(svg)
    space = "{http://www.w3.org/2000/svg}"
    found = {}
    for path in root.iter(f"{space}path"):
        title = path.find(f"{space}title")
        if title is not None:
            pairs = re.findall(r"([\d.]+),([\d.]+)", path.attrib["d"])
            found[title.text or ""] = [(float(x), float(y)) for x, y in pairs]
    return found


def test_bands_lie_on_each_other_in_steps_and_what_is_nowhere_has_none() -> None:
    svg = render(
        series(("2024-01-01", (1, 3, 0)), ("2024-07-01", (3, 1, 0)), ("2025-01-01", (3, 5, None)))
    )
    found = bands(svg)
    assert found.keys() == {"partly <covered>", "gap"}
    below, above = found["partly <covered>"], found["gap"]
    tops = below[: len(below) // 2]
    assert above[len(above) // 2 :] == tops[::-1]  # the upper band stands on the lower
    ground, top = max(y for _, y in below), min(y for _, y in above)
    assert tops[0][1] == pytest.approx(ground - (ground - top) / 8, abs=0.2)
    assert {tops[0][1], tops[2][1]} == {y for _, y in tops}  # level between the days, then a step
    assert tops[1][0] == tops[2][0]
    assert "partly &lt;covered&gt;" in svg and "T &amp; &lt;b&gt;" in svg
    assert "2024-01-01" in svg and "2025-01-01" in svg


def test_names_beside_their_bands_never_overlap() -> None:
    svg = render(series(("2024-01-01", (100, 1, 1))))
    places = [float(y) for y in re.findall(r'x="780" y="([\d.]+)"', svg)]
    assert len(places) == 3
    assert all(one - two > 15.8 for one, two in pairwise(places))


def test_without_a_moment_there_is_a_title_and_nothing_else() -> None:
    assert bands(render(series())) == {}
    assert "T &amp; &lt;b&gt;" in render(series())
