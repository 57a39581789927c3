"""The layout of a matrix: a grid of marks, with what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dosa_trace import labels
from dosa_trace.analysis.drawing.matrix import Against, Mark, Matrix, MatrixCell, MatrixRow
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.document import Block, Cell, Document, Grid, Paragraph, Role
from dosa_trace.labels import BASES, EXTENTS, FIELDS, RELATIONS, STATES
from dosa_trace.language import Phrase
from dosa_trace.views.wording.frame import Frame, capital
from dosa_trace.views.workbook.guide import guide
from dosa_trace.workbook import Sheet, Value, Workbook

SIGNS = {
    Mark.FULL: "●",
    Mark.PARTIAL: "◐",
    Mark.MARGINAL: "○",
    Mark.CONTRADICTS: "✕",
    Mark.NONE: "·",
}


def layout(matrix: Matrix, frame: Frame) -> Document:
    return Document.of(frame.head(TITLES[matrix.against], matrix.where), blocks(matrix, frame))


def blocks(matrix: Matrix, frame: Frame) -> Iterable[Block]:
    """The grid between the two sentences that it needs."""
    say = frame.say
    if matrix.lines:
        nothing = any(cell.mark is Mark.NONE for row in matrix.lines for cell in row.cells)
        yield Paragraph(say(LEGEND if nothing else SIGNS_SHOWN), Role.MUTED)
        yield grid(matrix, frame)
    yield Paragraph(
        say(EMPTY(n=matrix.empty, of=matrix.total)) if matrix.empty else say(ALL(of=matrix.total)),
        Role.MUTED,
    )


def grid(matrix: Matrix, frame: Frame) -> Grid:
    return Grid(
        corner=frame.say(RECOMMENDATION),
        columns=tuple((column.id, frame.say(column.title)) for column in matrix.columns),
        rows=tuple(
            (
                Cell(frame.say(row.title), Role(row.state.value), row.id),
                tuple(
                    next((sign(cell) for cell in row.cells if cell.column == column.id), "")
                    for column in matrix.columns
                ),
            )
            for row in matrix.lines
        ),
        words=tuple(
            (_sign(mark, basis), _word(mark, basis, frame))
            for mark in Mark
            if mark is not Mark.NONE
            for basis in (Basis.STATED, Basis.INFERRED)
        ),
    )


def rows(matrix: Matrix) -> Iterator[dict[str, Any]]:
    """A line per recommendation with a field per column: `partial/inferred`."""
    for row in matrix.lines:
        cells = {cell.column: cell for cell in row.cells}
        line: dict[str, Any] = {"id": row.id, "title": row.title, "state": row.state.value}
        for column in matrix.columns:
            cell = cells.get(column.id)
            basis = f"/{cell.basis.value}" if cell and cell.basis else ""
            line[column.id] = f"{cell.mark.value}{basis}" if cell else ""
        yield line


def workbook(matrix: Matrix, frame: Frame, generator: str) -> Workbook:
    """The same with a guide: words in the cells, titles over them."""
    say = frame.say
    legend: tuple[tuple[Value, ...], ...] = ((say(LEGEND),),)
    sheet = Sheet(
        say(TITLES[matrix.against]),
        (
            *(capital(say(name)) for name in (FIELDS["id"], FIELDS["title"], labels.STATE)),
            *(f"{say(column.title)} ({column.id})" for column in matrix.columns),
        ),
        tuple(_line(row, matrix, frame) for row in matrix.lines),
        upright=3,
    )
    return Workbook(say(frame.title), (guide(frame, matrix.where, generator, legend), sheet))


def _line(row: MatrixRow, matrix: Matrix, frame: Frame) -> tuple[Value, ...]:
    cells = {cell.column: cell for cell in row.cells}
    return (
        row.id,
        frame.say(row.title),
        Cell(frame.say(STATES[row.state]), Role(row.state.value)),
        *(sign(cells[column.id]) if column.id in cells else "" for column in matrix.columns),
    )


def sign(cell: MatrixCell) -> str:
    """How much, in brackets where an analyst infers it."""
    return _sign(cell.mark, cell.basis)


def _sign(mark: Mark, basis: Basis | None) -> str:
    return f"({SIGNS[mark]})" if basis is Basis.INFERRED else SIGNS[mark]


def _word(mark: Mark, basis: Basis, frame: Frame) -> str:
    word = RELATIONS["contradicts"] if mark is Mark.CONTRADICTS else EXTENTS[mark.value]
    said = frame.say(word)
    return f"{said} ({frame.say(BASES[basis])})" if basis is Basis.INFERRED else said


TITLES = {
    Against.INSTRUMENTS: Phrase("Recommendations and instruments", "Aanbevelingen en instrumenten"),
    Against.OBJECTIVES: Phrase("Recommendations and objectives", "Aanbevelingen en doelstellingen"),
    Against.THEMES: Phrase("Recommendations and themes", "Aanbevelingen en thema's"),
    Against.INSTITUTIONS: Phrase(
        "Recommendations and institutions", "Aanbevelingen en instellingen"
    ),
}
RECOMMENDATION = labels.RECORD_KINDS["recommendation"]
SIGNS_SHOWN = Phrase(
    "● full, ◐ partial, ○ marginal, ✕ contradicts; in brackets: an analyst's judgement.",
    "● volledig, ◐ gedeeltelijk, ○ zijdelings, ✕ spreekt tegen; tussen haakjes: oordeel van "
    "een analist.",
)
LEGEND = Phrase(
    "● full, ◐ partial, ○ marginal, ✕ contradicts, · nothing; in brackets: an analyst's judgement.",
    "● volledig, ◐ gedeeltelijk, ○ zijdelings, ✕ spreekt tegen, · niets; tussen haakjes: "
    "oordeel van een analist.",
)
EMPTY = Phrase(
    "{n} of {of} {of:recommendation|recommendations} {n:has|have} nothing here.",
    "Bij {n} van {of} {of:aanbeveling|aanbevelingen} staat hier niets.",
)
ALL = Phrase(
    "The number of recommendations shown: {of}, which is all of them.",
    "Alle aanbevelingen staan hier: {of}.",
)
