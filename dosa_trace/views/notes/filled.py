"""The layout of what was filled into notes, or no longer holds, and of the figures there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from dosa_trace.catalog.model.dates import parse_date
from dosa_trace.document import Block, Cell, Column, Document, Heading, Paragraph, Role, Table, Tree
from dosa_trace.language import Phrase, Words
from dosa_trace.results import field_types
from dosa_trace.views.checks.findings import PLACE
from dosa_trace.views.notes.note_figures import NoteFigure
from dosa_trace.views.wording.frame import Frame


class Filled(NamedTuple):
    """A marker with what stood in it and what holds; `dated` says whether it bore a date."""

    file: str
    line: int
    column: int
    figure: str
    as_of: str
    was: str
    now: str
    dated: bool

    @property
    def holds(self) -> bool:
        return self.dated and self.was == self.now

    def as_data(self) -> Mapping[str, Any]:
        """With whether it holds."""
        return {**self._asdict(), "holds": self.holds}

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What the keys of `as_data` hold."""
        return {**field_types(cls), "holds": bool}


class FigureNow(NamedTuple):
    """A figure that a marker can hold, what it is, and what it is on the date, empty where it is
    not known then."""

    figure: str
    about: Words
    now: str


class Mistake(NamedTuple):
    """A marker that cannot be filled, why, and how to mend it."""

    file: str
    line: int
    column: int
    message: Words
    hint: Words | None


def layout(
    filled: Sequence[Filled], mistakes: Sequence[Mistake], check: bool, frame: Frame
) -> Document:
    return Document.of(
        Heading(frame.say(TITLE), 1),
        _sentence(filled, mistakes, check, frame),
        _mistakes(mistakes, frame),
        _table([marker for marker in filled if not marker.holds], frame),
    )


def data(filled: Sequence[Filled], mistakes: Sequence[Mistake]) -> dict[str, Any]:
    return {
        "items": list(filled),
        "mistakes": list(mistakes),
    }


def listing(figures: Iterable[tuple[NoteFigure, str]], frame: Frame) -> Document:
    """Every figure with what it is and what it is on the date."""
    say = frame.say
    rows = tuple(
        (Cell(figure.name, Role.ID), Cell(say(figure.about)), Cell(now)) for figure, now in figures
    )
    return Document.of(
        frame.head(FIGURES),
        Table((Column(say(FIGURE), firm=True), Column(say(WHAT)), Column(say(NOW))), rows),
        Paragraph(say(AND_STATES), Role.MUTED),
        Paragraph(say(HOW), Role.MUTED),
    )


def _sentence(
    filled: Sequence[Filled], mistakes: Sequence[Mistake], check: bool, frame: Frame
) -> Paragraph:
    if mistakes:
        return Paragraph(frame.say(NOTHING_WRITTEN(count=len(mistakes))), Role.STRONG)
    if not filled:
        return Paragraph(frame.say(NO_MARKERS))
    open_ = sum(not marker.holds for marker in filled)
    days = sorted({marker.as_of for marker in filled}, key=_last_day)
    first, last = (parse_date(day) or day for day in (days[0], days[-1]))
    on = ON_ONE(day=first) if len(days) == 1 else ON_SEVERAL(first=first, last=last)
    words = (STALE if check else WERE_FILLED) if open_ else ALL_HOLD if check else NONE_TO_FILL
    return Paragraph(frame.say(words(count=open_, of=len(filled), on=on)), Role.STRONG)


def _last_day(as_of: str) -> date:
    """The day that a month or a year stands for."""
    day = parse_date(as_of)
    return day.last_day if day else date.max


def _mistakes(mistakes: Sequence[Mistake], frame: Frame) -> Iterable[Block]:
    for mistake in mistakes:
        below = (Tree(Cell(frame.say(mistake.hint))),) if mistake.hint else ()
        yield Tree(
            Cell(f"{mistake.file}:{mistake.line}:{mistake.column}: {frame.say(mistake.message)}"),
            below,
        )


def _table(changed: Sequence[Filled], frame: Frame) -> Iterable[Block]:
    if not changed:
        return
    say = frame.say
    columns = (
        Column(say(PLACE), firm=True), Column(say(FIGURE)), Column(say(WAS)), Column(say(NOW)),
    )  # fmt: skip
    yield Table(
        columns,
        tuple(
            (
                Cell(f"{marker.file}:{marker.line}"),
                Cell(marker.figure, Role.ID, marker.as_of),
                Cell(marker.was or "–"),
                Cell(marker.now, Role.STRONG),
            )
            for marker in changed
        ),
    )


TITLE = Phrase("Figures in briefings", "Cijfers in notities")
FIGURES = Phrase("Figures available for a briefing", "Beschikbare cijfers voor een notitie")
FIGURE, WHAT = (
    Phrase("figure", "cijfer"),
    Phrase("meaning", "betekenis"),
)
WAS, NOW = (
    Phrase("was in the briefing", "stond er"),
    Phrase("is now", "is nu"),
)
NOTHING_WRITTEN = Phrase(
    "Nothing was written. Markers that cannot be filled: {count}.",
    "Er is niets geschreven. Markeringen die niet te vullen zijn: {count}.",
)
NO_MARKERS = Phrase(
    "There is no marker here. Write <!-- dosa coverage.partly --><!-- / --> where you want a "
    "figure.",
    "Hier staat geen markering. Schrijf <!-- dosa coverage.partly --><!-- / --> waar u een "
    "cijfer wilt.",
)
ON_ONE = Phrase("on {day}", "op {day}")
ON_SEVERAL = Phrase("on dates from {first} to {last}", "op dagen van {first} tot en met {last}")
STALE = Phrase(
    "No longer right {on}: {count} of {of} {of:figure|figures}.",
    "Klopt niet meer {on}: {count} van {of} {of:cijfer|cijfers}.",
)
ALL_HOLD = Phrase("All figures are right {on}: {of}.", "Alle cijfers kloppen {on}: {of}.")
WERE_FILLED = Phrase(
    "{count} of {of} {of:figure|figures} {count:was|were} written, valid {on}.",
    "{count} van {of} {of:cijfer|cijfers} {count:is|zijn} geschreven, geldig {on}.",
)
NONE_TO_FILL = Phrase(
    "Nothing to write: all figures ({of}) hold {on}. Renew them with --as-of DATE.",
    "Niets te schrijven: alle cijfers ({of}) gelden {on}. Vernieuw ze met --as-of DATUM.",
)
AND_STATES = Phrase(
    "state.ID gives the state of one recommendation.",
    "state.ID geeft de stand van één aanbeveling.",
)
HOW = Phrase(
    "In Markdown: <!-- dosa NAME where=theme=talent basis=stated lang=nl --><!-- / -->. You "
    "can leave out the options. The program adds the date to the marker.",
    "In Markdown: <!-- dosa NAAM where=theme=talent basis=stated lang=nl --><!-- / -->. "
    "Opties mogen weg. De datum komt in de markering.",
)
