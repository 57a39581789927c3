"""Recommendations against instruments, objectives, themes or institutions: each cell with how much
one answers of the other, and on what basis.

Against instruments a cell is the strongest chain between the two that counts for the state; a chain
over a joint group counts where the whole group does. Against objectives it is the strongest chain
of counted links, whatever supports it. Against themes and institutions it is how far the
recommendation is answered at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from dosa_trace.analysis.judging.selection import Where, natural, select
from dosa_trace.analysis.judging.strongest_chain import answered_by, led_to
from dosa_trace.analysis.judging.verdicts import Judge, State, Strength
from dosa_trace.catalog.facts.names import called_together
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.records import Recommendation
from dosa_trace.catalog.model.vocabulary import Basis, Relation
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Phrase
from dosa_trace.results import field_types, renamed

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class Against(StrEnum):
    """What the columns of a matrix are."""

    INSTRUMENTS = "instruments"
    OBJECTIVES = "objectives"
    THEMES = "themes"
    INSTITUTIONS = "institutions"


class Mark(StrEnum):
    """What a cell says, the most first; `none` is an answer that is looked for and not found."""

    FULL = "full"
    PARTIAL = "partial"
    MARGINAL = "marginal"
    CONTRADICTS = "contradicts"
    NONE = "none"


class MatrixCell(NamedTuple):
    """How much of a row's recommendation a column answers, and the basis of that."""

    column: str
    mark: Mark
    basis: Basis | None


class MatrixColumn(NamedTuple):
    """What a recommendation is set against, by its title."""

    id: str
    title: LocalText


class MatrixRow(NamedTuple):
    """One recommendation with its cells, in the order of the columns; empty cells are left out."""

    id: str
    title: LocalText
    state: State
    cells: tuple[MatrixCell, ...]


class Matrix(NamedTuple):
    """Rows and columns that have at least one cell, like beside like; `total` counts all selected
    recommendations, `empty` those that have no cell."""

    where: tuple[Where, ...]
    against: Against
    total: int
    empty: int
    columns: tuple[MatrixColumn, ...]
    lines: tuple[MatrixRow, ...]

    def as_data(self) -> Mapping[str, Any]:
        """The lines stand under `rows`."""
        return renamed(self._asdict(), "lines", "rows")

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What the keys of `as_data` hold."""
        return renamed(field_types(cls), "lines", "rows")


#: How many cells a matrix may have; more is no longer read by anybody.
MOST_CELLS = 100_000
TOO_MANY = Phrase(
    "this matrix would have {rows} rows and {columns} columns; at most {most} cells can be shown",
    "deze matrix zou {rows} rijen en {columns} kolommen hebben; er kunnen hoogstens {most} "
    "cellen worden getoond",
)
SELECT = Phrase(
    "select some recommendations, for example with --where source=… or --where theme=…",
    "kies enkele aanbevelingen, bijvoorbeeld met --where source=… of --where theme=…",
)


def matrix(
    graph: TraceGraph,
    against: Against = Against.INSTRUMENTS,
    where: Sequence[Where] = (),
    most: int | None = MOST_CELLS,
    judge: Judge | None = None,
) -> Matrix:
    """Each selected recommendation against everything of one kind. Raises BadQuestion, also for one
    of more cells than `most`."""
    judge = judge or Judge(graph)
    selected = select(graph, where)
    wanted = {recommendation.id for recommendation in selected}
    cells: dict[str, list[MatrixCell]] = {recommendation.id: [] for recommendation in selected}
    titles: dict[str, LocalText] = {}
    for row, cell, title in _SOURCES[against](graph, judge, selected):
        if row in wanted:
            cells[row].append(cell)
            titles[cell.column] = title
    order = _columns_in_order(cells)
    asked = sum(map(bool, cells.values()))
    if most is not None and asked * len(order) > most:
        raise BadQuestion(TOO_MANY(rows=asked, columns=len(order), most=most), SELECT)
    place = {name: at for at, name in enumerate(order)}
    rows = [
        MatrixRow(
            recommendation.id,
            recommendation.title,
            judge.judge(recommendation).state,
            tuple(sorted(cells[recommendation.id], key=lambda cell: place[cell.column])),
        )
        for recommendation in selected
        if cells[recommendation.id]
    ]
    rows.sort(key=lambda row: ([place[cell.column] for cell in row.cells], natural(row.id)))
    return Matrix(
        where=tuple(where),
        against=against,
        total=len(selected),
        empty=len(selected) - len(rows),
        columns=tuple(MatrixColumn(name, titles[name]) for name in order),
        lines=tuple(rows),
    )


def _columns_in_order(cells: Mapping[str, Iterable[MatrixCell]]) -> list[str]:
    """The columns that answer most first; then the rows, sorted by their columns, form blocks."""
    weight: defaultdict[str, int] = defaultdict(int)
    for row in cells.values():
        for cell in row:
            weight[cell.column] += 1
    return sorted(weight, key=lambda name: (-weight[name], natural(name)))


_Found = Iterator[tuple[str, MatrixCell, LocalText]]


def _instruments(graph: TraceGraph, judge: Judge, selected: Sequence[Recommendation]) -> _Found:
    strengths = answered_by(judge, [one.id for one in selected])
    for instrument in graph.catalog.instruments.values():
        if graph.is_live_or_announced(instrument):
            told = strengths.get(instrument.id, {})
            yield from _cells(graph, instrument.id, told, instrument.name)


def _objectives(graph: TraceGraph, judge: Judge, selected: Sequence[Recommendation]) -> _Found:
    strengths = led_to(graph, [one.id for one in selected])
    for objective in graph.catalog.objectives.values():
        yield from _cells(graph, objective.id, strengths.get(objective.id, {}), objective.title)


def _cells(
    graph: TraceGraph, column: str, strengths: Mapping[str, Strength], title: LocalText
) -> _Found:
    told = {
        name: MatrixCell(column, Mark(strength.extent.value), strength.basis)
        for name, strength in strengths.items()
    }
    for link in graph.links_to(column):
        if link.relation is Relation.CONTRADICTS and graph.is_known(link):
            told.setdefault(link.origin, MatrixCell(column, Mark.CONTRADICTS, link.basis))
    yield from ((name, cell, title) for name, cell in told.items())


def _themes(graph: TraceGraph, judge: Judge, selected: Sequence[Recommendation]) -> _Found:
    for one in selected:
        mark, basis = _answered(judge, one)
        for theme in one.themes:
            known = graph.catalog.themes.get(theme)
            title = known.name if known else LocalText((("", theme),))
            yield one.id, MatrixCell(theme, mark, basis), title


def _institutions(graph: TraceGraph, judge: Judge, selected: Sequence[Recommendation]) -> _Found:
    for one in selected:
        mark, basis = _answered(judge, one)
        together = graph.catalog.sources[one.source].written_by
        if together:
            yield (
                one.id,
                MatrixCell(together, mark, basis),
                called_together(graph.catalog, together),
            )


def _answered(judge: Judge, recommendation: Recommendation) -> tuple[Mark, Basis | None]:
    verdict = judge.judge(recommendation)
    marks = {State.COVERED: Mark.FULL, State.PARTLY: Mark.PARTIAL, State.PLANNED: Mark.PARTIAL}
    if verdict.state in marks:
        return marks[verdict.state], verdict.basis
    return (Mark.MARGINAL, verdict.basis) if verdict.mentioned else (Mark.NONE, None)


_SOURCES: Mapping[
    Against, Callable[[TraceGraph, Judge, Sequence[Recommendation]], _Found]
] = {
    Against.INSTRUMENTS: _instruments,
    Against.OBJECTIVES: _objectives,
    Against.THEMES: _themes,
    Against.INSTITUTIONS: _institutions,
}  # fmt: skip
