"""Figures over time as SVG: each a band of its colour on top of those before it, in steps, because
a figure holds until the day on which it moves.

Two panels stand above each other on one axis of years: how many, and below it which share of all on
each day. By how much all grew in a year stands under that year, because what only became known then
must not be read as something that came about. In a narrow picture the names stand above the panels,
otherwise beside them.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from textwrap import wrap
from typing import NamedTuple

from dosa_trace.document import Moment, Role, Series
from dosa_trace.output.colours import FILLS
from dosa_trace.output.drawings.patterns import definitions, sign
from dosa_trace.output.target import PIPE, Medium


class Size(NamedTuple):
    """The measures of a picture, in pixels: its width, the room at the left and the right of a
    panel, how high both are, how many characters a line of text has, and whether the names stand
    `beside` their bands."""

    wide: int
    left: int
    right: int
    high: int
    low: int
    letters: int
    beside: bool


WIDE = Size(960, 60, 190, 300, 130, 140, beside=True)
NARROW = Size(360, 38, 12, 220, 110, 56, beside=False)
#: Between two lines of text, and between the two panels with the years and their growth.
LINE, BETWEEN = 16, 84
#: How many steps the upright axis has at most, and how wide the name of a year is.
STEPS, YEAR = 5, 30
MIDDLE, SOFT = 'text-anchor="middle"', 'class="soft" fill="#57606a"'


class _Panel(NamedTuple):
    """A place for bands: its top and its height, the value at its top, and where its days are."""

    top: float
    high: float
    most: float
    across: Sequence[float]
    right: float

    def up(self, value: float) -> float:
        return self.top + self.high - self.high * value / self.most

    @property
    def ground(self) -> float:
        return self.top + self.high


def render(series: Series, _: Medium = PIPE, size: Size = WIDE) -> str:
    return "".join(f"{line}\n" for line in _lines(series, size) if line)


def _lines(series: Series, size: Size) -> Iterator[str]:
    title, note = html.escape(series.title), html.escape(series.note)
    notes = wrap(series.note, size.letters)
    heads = wrap(series.title, int(size.letters * 0.75))
    names = [] if size.beside else _names(series)
    top = 24 + LINE * (len(heads) + len(notes) + len(names)) + 30
    high = top + size.high + BETWEEN + size.low + 40
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size.wide}" height="{high}" '
        f'viewBox="0 0 {size.wide} {high}" role="img" font-family="Helvetica, Arial, sans-serif" '
        f'font-size="12"><title>{title}</title><desc>{note}</desc>'
    )
    yield definitions(role for _, role in series.names)
    yield f'<rect class="ground" width="{size.wide}" height="{high}" fill="#ffffff"/>'
    left, y = size.left if size.beside else 4, 24
    for text in heads:
        yield _text(text, left, y, 'font-size="15" font-weight="bold"')
        y += LINE
    for text in notes:
        yield _text(text, left, y, SOFT)
        y += LINE
    for name, role in names:
        yield _swatch(role, left, y - 9)
        yield _text(name, left + 20, y)
        y += LINE
    if series.moments:
        yield from _drawn(series, top, size)
    yield "</svg>"


def _names(series: Series) -> list[tuple[str, Role]]:
    """What occurs, the uppermost first, with its value on the last day."""
    last = [_values(moment) for moment in series.moments]
    return [
        (f"{last[-1][at]:g} {name}", role)
        for at, (name, role) in reversed(list(enumerate(series.names)))
        if any(values[at] for values in last)
    ]


def _swatch(role: Role, x: float, y: float) -> str:
    fill, line = FILLS[role]
    place = f'x="{x}" y="{y}" width="14" height="10"'
    box = f'<rect class="fill {role}" {place} fill="{fill}" stroke="{line}"/>'
    return box + sign(role, f'<rect class="sign {role}" {place}')


def _text(text: str, x: float, y: float, more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {more}>{html.escape(text)}</text>'


def _drawn(series: Series, top: float, size: Size) -> Iterator[str]:
    days = [date.fromisoformat(moment.date) for moment in series.moments]
    right = float(size.wide - size.right)
    span = max((days[-1] - days[0]).days, 1)
    across = [size.left + (right - size.left) * (day - days[0]).days / span for day in days]
    values = [_values(moment) for moment in series.moments]
    totals = [sum(column) for column in values]
    upper = _Panel(top, size.high, max(totals) or 1.0, across, right)
    yield _caption(series.unit, size.left, top)
    counts = [f"{last:g} {name}" for last, (name, _) in zip(values[-1], series.names, strict=True)]
    yield from _bands(series.names, values, upper, size, _ticks(upper.most), counts)
    years = list(_years(days, [series.before, *totals], across, right))
    yield from _axis(years, upper, size, days)
    if series.rise:
        y = upper.ground + 2 * LINE + 4
        yield _caption(series.rise, size.left, y + LINE + 8)
        for middle, room, _, growth in years:
            if growth and room >= YEAR:
                yield _text(f"+{growth:g}", middle, y, MIDDLE)
    shares = [
        [100 * value / total if total else 0.0 for value in column]
        for column, total in zip(values, totals, strict=True)
    ]
    lower = _Panel(upper.ground + BETWEEN, size.low, 100.0, across, right)
    yield _caption(series.share, size.left, lower.top)
    yield from _bands(series.names, shares, lower, size, [0, 50, 100], series.shares, "%")
    yield from _axis(years, lower, size, days)


def _caption(text: str, left: int, top: float) -> str:
    return _text(text, left, top - 8, SOFT) if text else ""


def _bands(
    names: Sequence[tuple[str, Role]],
    values: Sequence[Sequence[float]],
    panel: _Panel,
    size: Size,
    ticks: Sequence[int],
    beside: Sequence[str],
    unit: str = "",
) -> Iterator[str]:
    """The lines of the upright axis, the bands on each other, and what is said beside each."""
    for value in ticks:
        y = panel.up(value)
        yield f'<path class="grid" d="M{size.left},{y:.1f} H{panel.right:.1f}" stroke="#d0d7de"/>'
        yield _text(f"{value:g}{unit}", size.left - 6, y + 4, 'text-anchor="end"')
    below = [0.0] * len(values)
    labels = []
    for at, (name, role) in enumerate(names):
        above = [low + column[at] for low, column in zip(below, values, strict=True)]
        if any(high > low for high, low in zip(above, below, strict=True)):
            fill, line = FILLS[role]
            points = _steps(panel, above)
            back = _steps(panel, below)[::-1]
            path = " L".join(f"{x:.1f},{y:.1f}" for x, y in (*points, *back))
            shown = html.escape(name)
            yield (
                f'<path class="fill {role}" d="M{path} Z" fill="{fill}" stroke="{line}">'
                f"<title>{shown}{unit}</title></path>"
            )
            yield sign(role, f'<path class="sign {role}" d="M{path} Z" pointer-events="none"')
            if at < len(beside):
                labels.append((panel.up((above[-1] + below[-1]) / 2), beside[at]))
        below = above
    if size.beside:
        yield from _labels(labels, panel)


def _values(moment: Moment) -> Sequence[float]:
    return [value or 0.0 for value in moment.values]


def _steps(panel: _Panel, values: Sequence[float]) -> list[tuple[float, float]]:
    """The corners of a line that keeps its height until the next day."""
    corners = []
    heights = map(panel.up, values)
    ends = [*zip(panel.across, heights, strict=True), (panel.right, 0.0)]
    for (x, y), (after, _) in pairwise(ends):
        corners += [(x, y), (after, y)]
    return corners


def _ticks(most: float) -> list[int]:
    step = 1
    while most / step > STEPS:
        step = step * 2 if str(step)[0] in "15" else step * 5 // 2
    return list(range(0, int(most) + 1, step))


def _labels(labels: Sequence[tuple[float, str]], panel: _Panel) -> Iterator[str]:
    """The name of each band beside its end, none on top of another."""
    lowest = panel.ground
    for y, text in labels:
        at = min(y + 4, lowest)
        lowest = at - LINE
        yield _text(text, panel.right + 10, at)


def _years(
    days: Sequence[date], totals: Sequence[float], across: Sequence[float], right: float
) -> Iterator[tuple[float, float, int, float]]:
    """Of each calendar year where its middle is, how wide what is shown of it is, and by how much
    all grew in it; `totals` begins with what there was before the first day."""
    first, last = days[0], days[-1]
    span = max((last - first).days, 1)

    def at(day: date) -> float:
        return across[0] + (right - across[0]) * (day - first).days / span

    before, *since = totals
    for year in range(first.year, last.year + 1):
        begin, end = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
        now = [total for day, total in zip(days, since, strict=True) if day <= end][-1]
        yield (at(begin) + at(end)) / 2, at(end) - at(begin), year, now - before
        before = now


def _axis(
    years: Sequence[tuple[float, float, int, float]],
    panel: _Panel,
    size: Size,
    days: Sequence[date],
) -> Iterator[str]:
    """The years under a panel, and a mark where one begins; of a single year its two days."""
    y = panel.ground
    if len(years) == 1:
        ends = [(size.left, "start", days[0]), (panel.right, "end", days[-1])]
        for x, anchor, day in ends if days[0] < days[-1] else ends[:1]:
            yield _text(f"{day}", x, y + LINE, f'text-anchor="{anchor}"')
        return
    for middle, room, year, _ in years:
        if room >= YEAR:
            yield _text(f"{year}", middle, y + LINE, MIDDLE)
    for middle, room, *_ in years[1:]:
        yield f'<path class="grid" d="M{middle - room / 2:.1f},{y:.1f} v5" stroke="#57606a"/>'
