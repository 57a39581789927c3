"""The layout of the figures through time: a line for each day on which one moved, and the series
that a picture is drawn from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dosa_trace import labels
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.analysis.time.history import History, Point
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.document import (
    Block,
    Cell,
    Column,
    Document,
    Moment,
    Paragraph,
    Role,
    Series,
    Table,
)
from dosa_trace.labels import STATES
from dosa_trace.language import Phrase, number
from dosa_trace.views.coverage.coverage import bar
from dosa_trace.views.wording.frame import Frame

#: From below to above in a picture: what stands firmest is the ground.
SHOWN = tuple(State)


def layout(history: History, frame: Frame) -> Document:
    return Document.of(frame.head(TITLE, history.where), blocks(history, frame))


def blocks(history: History, frame: Frame) -> Iterator[Block]:
    say = frame.say
    yield Paragraph(say(ABOUT), Role.MUTED)
    if not history.points:
        yield Paragraph(say(labels.NONE_HERE))
        return
    basis = frame.basis or Basis.INFERRED
    shown: list[Point] = []
    for point in history.points:
        if not shown or shown[-1].by_basis[basis] != point.by_basis[basis]:
            shown.append(point)
    rows = (
        _row(Cell(f"{point.day.isoformat()}{_SEEN if point.first_seen else ''}"), point, frame)
        for point in shown
    )
    yield Table(_columns(FROM, frame), tuple(rows))
    if any(point.first_seen for point in shown):
        yield Paragraph(f"{_SEEN.strip()} {say(FIRST_SEEN)}", Role.MUTED)


def by_year(history: History, frame: Frame) -> Iterator[Block]:
    """A row with a bar for the end of each year and for the last day: a bar is as long as the
    number known then, so that what only became known does not pass for what came about."""
    say = frame.say
    if not history.points:
        yield Paragraph(say(labels.NONE_HERE))
        return
    ends = {point.day.year: point for point in history.points}
    latest = history.points[0]
    most = max(point.by_basis[frame.basis or Basis.INFERRED].total for point in ends.values())
    rows: list[tuple[Cell, ...]] = []
    for year in range(min(ends), frame.as_of.year + 1):
        latest = ends.get(year, latest)
        day = frame.as_of if year == frame.as_of.year else date(year, 12, 31)
        rows.append(_row(Cell(day.isoformat()), latest, frame, most))
    yield Paragraph(say(BY_YEAR), Role.MUTED)
    yield Table(_columns(ON, frame), tuple(rows))


def _columns(first: Phrase, frame: Frame) -> tuple[Column, ...]:
    say = frame.say
    return (
        Column(say(first), firm=True),
        Column(""),
        *(Column(say(STATES[state]), right=True, firm=True) for state in State),
        Column(say(labels.TOTAL), right=True, firm=True),
    )


def _row(day: Cell, point: Point, frame: Frame, most: int | None = None) -> tuple[Cell, ...]:
    """`most`: how many recommendations the longest bar stands for, of this day alone where there is
    none."""
    figures = point.by_basis[frame.basis or Basis.INFERRED]
    counts = (number(getattr(figures.counts, state), frame.language) for state in State)
    shares = bar(figures, *SHOWN)
    part = figures.total / most if most else 1
    return (
        day,
        shares._replace(bar=tuple((share * part, role) for share, role in shares.bar)),
        *(Cell(count) for count in counts),
        Cell(number(figures.total, frame.language), Role.STRONG),
    )


def rows(history: History, frame: Frame) -> list[dict[str, object]]:
    """A line of a sheet for each day, with the figures on the basis that was asked for."""
    basis = frame.basis or Basis.INFERRED
    return [
        {
            "day": point.day,
            **point.by_basis[basis].counts._asdict(),
            "total": point.by_basis[basis].total,
            "first_seen": point.first_seen,
        }
        for point in history.points
    ]


def series(history: History, frame: Frame) -> Series:
    """The same for a picture, up to the last day; what depends on stated links alone as its own."""
    basis = frame.basis or Basis.INFERRED
    values = [
        tuple(float(getattr(point.by_basis[basis].counts, state)) for state in SHOWN)
        for point in history.points
    ]
    moments = [
        Moment(point.day.isoformat(), counts)
        for point, counts in zip(history.points, values, strict=True)
    ]
    if moments and moments[-1].date < frame.as_of.isoformat():
        moments.append(Moment(frame.as_of.isoformat(), moments[-1].values))
    seen = tuple(point.day for point in history.points if point.first_seen)
    note = frame.sentence(history.where)
    return Series(
        title=f"{frame.say(TITLE)}: {frame.say(frame.title)}",
        note=f"{note} {frame.say(SEEN_ON(days=seen))}" if seen else note,
        names=tuple((frame.say(STATES[state]), Role(state.value)) for state in SHOWN),
        moments=tuple(moments),
        unit=frame.say(UNIT),
        rise=frame.say(RISE),
        share=frame.say(SHARE),
        shares=_shares(history, frame),
        before=sum(values[0]) if values and history.since else 0.0,
    )


TITLE = Phrase("The figures through time", "De cijfers door de tijd")
ABOUT = Phrase(
    "A line for each day on which a figure changed. It gives the figures from that day on, "
    "according to the current catalogue.",
    "Een regel voor elke dag waarop een cijfer veranderde. Die geeft de cijfers vanaf die "
    "dag, volgens de huidige catalogus.",
)
BY_YEAR = Phrase(
    "At the end of each year, according to the current catalogue. The length of a bar is the "
    "number of recommendations known then.",
    "Aan het eind van elk jaar, volgens de huidige catalogus. De lengte van een balk is het "
    "aantal aanbevelingen dat toen bekend was.",
)
#: What stands behind a day on which something was only seen, and is explained below.
_SEEN = " *"
ON = Phrase("on", "op")
FROM = Phrase("from", "vanaf")
FIRST_SEEN = Phrase(
    "first seen; since when is not known", "toen gezien; sinds wanneer is niet bekend"
)


def _shares(history: History, frame: Frame) -> tuple[str, ...]:
    """The percentages of the last day."""
    if not history.points:
        return ()
    figures = history.points[-1].by_basis[frame.basis or Basis.INFERRED]
    return tuple(frame.percent(figures.share(state)) for state in SHOWN)


UNIT = Phrase("number of recommendations known", "aantal bekende aanbevelingen")
RISE = Phrase("became known in that year", "in dat jaar bekend geworden")
SHARE = Phrase("share of those known, in percent", "aandeel van wat bekend was, in procenten")
SEEN_ON = Phrase(
    "First seen, since when is not known: {days}.",
    "Toen voor het eerst gezien, sinds wanneer is niet bekend: {days}.",
)
