"""`dosa-trace graph`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from dosa_trace.cli.completion import complete_id
from dosa_trace.cli.options import (
    AsOf,
    BasisChoice,
    CountedBasis,
    CountSuspect,
    WhereList,
    conditions,
)
from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Phrase
from dosa_trace.output import Format

if TYPE_CHECKING:
    from dosa_trace.analysis.neighbourhood import Neighbourhood


def graph(
    session: Session,
    focus: Annotated[
        str | None,
        typer.Option(
            "--focus",
            metavar="ID",
            help="Only what is near this record.",
            show_default=False,
            autocompletion=complete_id,
        ),
    ] = None,
    depth: Annotated[
        int | None,
        typer.Option(
            "--depth", min=0, metavar="N", help="How many links away.", show_default=False
        ),
    ] = None,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
    where: WhereList = None,
) -> int:
    """Draw what leads to what.

    From recommendations through objectives to instruments, coloured by state: Mermaid for notes and
    GitHub, DOT and SVG for Graphviz, GraphML for yEd and Gephi, JSON (node-link) for programs.
    """
    from dosa_trace.analysis.neighbourhood import neighbourhood
    from dosa_trace.views.graph import sketch

    if focus is not None and where:
        raise BadQuestion(NOT_BOTH, ONE_OF_THEM)
    traced = session.graph(as_of, basis.basis, suspect)
    frame = session.frame(traced.as_of, traced.basis)
    found = neighbourhood(traced, conditions(where), focus, depth)
    match session.format:
        case Format.JSON:
            from dosa_trace.output import json

            session.write(
                json.render(session.envelope("graph", frame) | _node_link(found, session))
            )
        case Format.DOT:
            from dosa_trace.output import dot

            session.write(dot.render(sketch(found, frame)))
        case Format.GRAPHML:
            from dosa_trace.output import graphml

            session.write(graphml.render(sketch(found, frame)))
        case Format.SVG:
            from dosa_trace.output import svg

            session.write(svg.render(sketch(found, frame)))
        case _:
            from dosa_trace.output import mermaid

            session.write(mermaid.render(sketch(found, frame)))
    return 0


def _node_link(found: Neighbourhood, session: Session) -> dict[str, Any]:
    """What networkx reads with `node_link_graph(data, edges="links")`."""
    from dosa_trace.output import fields

    said = fields.plain(found, session.language)
    links = [
        {"source": link.pop("origin"), "target": link.pop("target"), **link}
        for link in said["links"]
    ]
    return {
        "directed": True,
        "multigraph": True,
        "graph": {},
        "nodes": said["nodes"],
        "links": [{"key": at, **link} for at, link in enumerate(links)],
    }


NOT_BOTH = Phrase("--focus and --where do not go together", "--focus en --where gaan niet samen")
ONE_OF_THEM = Phrase("leave one of them out", "laat een van beide weg")
