"""Figures over time as a picture."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from dosa_trace.document import Moment, Role, Series
from dosa_trace.output.drawings.step_chart import NARROW, render

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
        if title is not None and not (title.text or "").endswith("%"):
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
    assert ">2024</text>" in svg


def test_names_beside_their_bands_never_overlap() -> None:
    svg = render(series(("2024-01-01", (100, 1, 1))))
    places = [float(y) for y in re.findall(r'x="780.0" y="([\d.]+)"', svg)]
    assert len(places) == 3
    assert all(one - two > 15.8 for one, two in pairwise(places))


def test_without_a_moment_there_is_a_title_and_nothing_else() -> None:
    assert bands(render(series())) == {}
    assert "T &amp; &lt;b&gt;" in render(series())


def test_what_became_known_in_a_year_stands_under_it() -> None:
    moments = (("2022-03-01", (1, 1, 0)), ("2023-05-01", (2, 3, 0)), ("2024-12-31", (4, 1, 0)))
    svg = render(series(*moments)._replace(unit="advice known", rise="became known"))
    years = re.findall(r">(20\d\d)</text>", svg)
    assert years == ["2022", "2023", "2024", "2022", "2023", "2024"]  # under both panels
    assert re.findall(r">\+(\d+)</text>", svg) == ["2", "3"]
    assert "became known" in svg and "advice known" in svg


def test_the_lower_panel_has_shares_of_what_was_known_on_each_day() -> None:
    svg = render(series(("2024-01-01", (1, 3, 0)), ("2025-01-01", (3, 1, 0))))
    root = ElementTree.fromstring(svg)
    space = "{http://www.w3.org/2000/svg}"
    (below,) = (
        path for path in root.iter(f"{space}path") if path.findtext(f"{space}title") == "gap%"
    )
    heights = [float(y) for _, y in re.findall(r"([\d.]+),([\d.]+)", below.attrib["d"])]
    top, ground = heights[0], max(heights)
    assert heights[:4] == [top] * 4  # what is on top of all ends at 100 percent on every day
    assert ground - top == pytest.approx(130 * 3 / 4, abs=0.2)


def test_a_narrow_picture_has_its_names_above_and_its_year_in_days() -> None:
    svg = render(series(("2024-02-01", (1, 3, 0)), ("2024-11-05", (2, 2, 0))), size=NARROW)
    assert 'width="360"' in svg
    assert "2 partly &lt;covered&gt;" in svg and "declined" not in svg.split("</title>", 2)[2][:900]
    assert "2024-02-01" in svg and "2024-11-05" in svg
    assert all(float(x) <= 360 for x in re.findall(r' x="([\d.]+)"', svg))
