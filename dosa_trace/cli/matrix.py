"""`dosa-trace matrix`"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dosa_trace.analysis.matrix import Against
from dosa_trace.cli.options import (
    AsOf,
    BasisChoice,
    CountedBasis,
    CountSuspect,
    WhereList,
    conditions,
)
from dosa_trace.cli.session import Session
from dosa_trace.output import Format

if TYPE_CHECKING:
    from dosa_trace.analysis.matrix import Matrix


def matrix(
    session: Session,
    against: Annotated[
        Against, typer.Option("--against", help="What the columns are.")
    ] = Against.INSTRUMENTS,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
    where: WhereList = None,
) -> int:
    """What answers what, at a glance?

    Recommendations against instruments, objectives, themes or institutions, like beside like.
    """
    from dosa_trace.analysis.matrix import matrix as ask
    from dosa_trace.views.matrix import layout

    graph = session.graph(as_of, basis.basis, suspect)
    frame = session.frame(graph.as_of, graph.basis)
    found = ask(graph, against, conditions(where))
    if session.format is Format.XLSX:
        from dosa_trace.output import xlsx

        session.write_bytes(xlsx.render("dosa-trace", _sheet(found, session)))
        return 0
    session.emit("matrix", found, layout, lambda told: _rows(told, session), frame)
    return 0


def _rows(found: Matrix, session: Session) -> Iterator[dict[str, Any]]:
    """A line per recommendation with a field per column: `partial/inferred`."""
    for row in found.rows:
        cells = {cell.column: cell for cell in row.cells}
        line: dict[str, Any] = {
            "id": row.id, "title": row.title, "state": row.state.value,
        }  # fmt: skip
        for column in found.columns:
            cell = cells.get(column.id)
            basis = f"/{cell.basis.value}" if cell and cell.basis else ""
            line[column.id] = f"{cell.mark.value}{basis}" if cell else ""
        yield line


def _sheet(found: Matrix, session: Session) -> Iterator[list[str]]:
    lines = list(_rows(found, session))
    yield ["id", "title", "state", *(column.id for column in found.columns)]
    for line in lines:
        title = line["title"].say(session.language)
        yield [title if name == "title" else str(value) for name, value in line.items()]
