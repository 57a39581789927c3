"""Figures over time as SVG: each a band of its colour on top of those before it, in steps, because
a figure holds until the day on which it moves."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from dosa_trace.document import Moment, Series
from dosa_trace.output.colours import FILLS
from dosa_trace.output.drawings.patterns import definitions, sign
from dosa_trace.output.target import PIPE, Medium

#: The measures of the picture, in pixels.
WIDE, HIGH, LEFT, RIGHT, TOP, BOTTOM = 960, 420, 60, 190, 60, 50
#: How many steps the upright axis has at most.
STEPS = 5


def render(series: Series, _: Medium = PIPE) -> str:
    return "".join(f"{line}\n" for line in _lines(series) if line)


def _lines(series: Series) -> Iterator[str]:
    title, note = html.escape(series.title), html.escape(series.note)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{HIGH}" '
        f'viewBox="0 0 {WIDE} {HIGH}" role="img" font-family="Helvetica, Arial, sans-serif" '
        f'font-size="12"><title>{title}</title><desc>{note}</desc>'
    )
    yield definitions(role for _, role in series.names)
    yield f'<rect width="{WIDE}" height="{HIGH}" fill="#ffffff"/>'
    yield f'<text x="{LEFT}" y="24" font-size="15" font-weight="bold">{title}</text>'
    yield f'<text x="{LEFT}" y="42" fill="#57606a">{note}</text>'
    if series.moments:
        yield from _drawn(series)
    yield "</svg>"


def _drawn(series: Series) -> Iterator[str]:
    days = [date.fromisoformat(moment.date) for moment in series.moments]
    most = max(sum(_values(moment)) for moment in series.moments) or 1.0
    span = max((days[-1] - days[0]).days, 1)
    across = [LEFT + (WIDE - LEFT - RIGHT) * (day - days[0]).days / span for day in days]
    if len(days) == 1:
        across = [float(LEFT)]
    right = float(WIDE - RIGHT)

    def up(value: float) -> float:
        return HIGH - BOTTOM - (HIGH - TOP - BOTTOM) * value / most

    for value in _ticks(most):
        y = up(value)
        yield f'<path d="M{LEFT},{y:.1f} H{right:.1f}" stroke="#d0d7de"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value}</text>'
    below = [0.0] * len(days)
    labels = []
    for at, (name, role) in enumerate(series.names):
        above = [
            low + _values(moment)[at] for low, moment in zip(below, series.moments, strict=True)
        ]
        if any(high > low for high, low in zip(above, below, strict=True)):
            fill, line = FILLS[role]
            points = _steps(across, [up(height) for height in above], right)
            back = _steps(across, [up(height) for height in below], right)[::-1]
            path = " L".join(f"{x:.1f},{y:.1f}" for x, y in (*points, *back))
            shown = html.escape(name)
            yield f'<path d="M{path} Z" fill="{fill}" stroke="{line}"><title>{shown}</title></path>'
            yield sign(role, f'<path d="M{path} Z" pointer-events="none"')
            count = f"{above[-1] - below[-1]:g}"
            labels.append((up((above[-1] + below[-1]) / 2), f"{count} {shown}", line))
        below = above
    yield from _labels(labels)
    yield from _dates(series.moments, across, right)


def _values(moment: Moment) -> Sequence[float]:
    return [value or 0.0 for value in moment.values]


def _steps(
    across: Sequence[float], heights: Sequence[float], right: float
) -> list[tuple[float, float]]:
    """The corners of a line that keeps its height until the next day."""
    corners = []
    for (x, y), (after, _) in pairwise([*zip(across, heights, strict=True), (right, 0.0)]):
        corners += [(x, y), (after, y)]
    return corners


def _ticks(most: float) -> list[int]:
    step = 1
    while most / step > STEPS:
        step = step * 2 if str(step)[0] in "15" else step * 5 // 2
    return list(range(0, int(most) + 1, step))


def _labels(labels: Sequence[tuple[float, str, str]]) -> Iterator[str]:
    """The name of each band beside its end, none on top of another."""
    lowest = float(HIGH - BOTTOM)
    for y, text, colour in labels:
        at = min(y + 4, lowest)
        lowest = at - 16
        yield f'<text x="{WIDE - RIGHT + 10}" y="{at:.1f}" fill="{colour}">{text}</text>'


def _dates(moments: Sequence[Moment], across: Sequence[float], right: float) -> Iterator[str]:
    """The first and the last day, and those between that have room."""
    y, free = HIGH - BOTTOM + 20, 0.0
    last = right - 80
    for moment, x in zip(moments, across, strict=True):
        if x >= free and (x <= last or moment is moments[-1]):
            anchor = "end" if moment is moments[-1] and len(moments) > 1 else "start"
            yield f'<text x="{x:.1f}" y="{y}" text-anchor="{anchor}">{moment.date}</text>'
            free = x + 90
