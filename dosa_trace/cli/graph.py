"""`dosa-trace graph`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from dosa_trace.cli.completion import complete_id
from dosa_trace.cli.parameters import (
    AsOf,
    BasisChoice,
    CountedBasis,
    CountSuspect,
    WhereList,
    conditions,
    option,
)
from dosa_trace.cli.session import Session
from dosa_trace.language import Phrase, Words

if TYPE_CHECKING:
    from dosa_trace.analysis.drawing.graph_view import Neighbourhood

ABOUT = Phrase(
    "Draw what leads to what.\n\nFrom recommendations through objectives to instruments, "
    "coloured by state. Mermaid is for briefings and GitHub, SVG is for viewing. DOT is for "
    "Graphviz, GraphML for yEd and Gephi, JSON (node-link) for programs.",
    "Teken wat waartoe leidt.\n\nVan aanbevelingen via doelstellingen naar instrumenten, "
    "gekleurd naar stand. Mermaid is voor notities en GitHub, SVG om te bekijken. DOT is voor "
    "Graphviz, GraphML voor yEd en Gephi, JSON (node-link) voor programma's.",
)


#: Formats that somebody looks at as they are, and how many records can be read at once.
FOR_THE_EYE, READABLE = ("svg", "mermaid"), 40


def graph(
    session: Session,
    focus: Annotated[
        str | None,
        option(
            "--focus",
            metavar="ID",
            help=Phrase(
                "Only what is linked to this record.",
                "Alleen wat met dit record is verbonden.",
            ),
            autocompletion=complete_id,
        ),
    ] = None,
    depth: Annotated[
        int | None,
        option(
            "--depth",
            min=0,
            metavar="N",
            help=Phrase(
                "With --focus: the number of links to follow.",
                "Bij --focus: het aantal koppelingen om te volgen.",
            ),
        ),
    ] = None,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
    where: WhereList = None,
) -> int:
    from dosa_trace.questions.drawing import drawing

    traced = session.opening.graph(as_of, basis.basis, suspect)
    result = drawing(traced, where=conditions(where), focus=focus, depth=depth)
    is_looked_at = session.delivery.format.name in FOR_THE_EYE
    if is_looked_at and len(result.nodes) > READABLE and (hint := _smaller(result)):
        session.delivery.note(hint)
    session.answer(result)
    return 0


def _smaller(near: Neighbourhood) -> Words | None:
    """How to draw a part that can be read: nearer to the focus, a theme, or around one record; None
    where it is as near as can be."""
    if near.focus is not None:
        is_near = near.depth is not None and near.depth <= 1
        return None if is_near else NEARER(n=len(near.nodes), focus=near.focus, depth=1)
    themes = tuple(f"{band.id} ({len(band.members)})" for band in near.bands if band.id)
    if len(themes) > 1:
        return A_THEME(n=len(near.nodes), themes=themes)
    return A_FOCUS(n=len(near.nodes))


A_THEME = Phrase(
    "This picture is of {n} {n:record|records}. Draw one theme with --where theme=ID: {themes}. "
    "Or draw one record with --focus ID.",
    "Deze afbeelding is van {n} {n:record|records}. Teken één thema met --where theme=ID: "
    "{themes}. Of teken één record met --focus ID.",
)
A_FOCUS = Phrase(
    "This picture is of {n} {n:record|records}. Draw one record with --focus ID.",
    "Deze afbeelding is van {n} {n:record|records}. Teken één record met --focus ID.",
)
NEARER = Phrase(
    "This picture is of {n} {n:record|records}. Draw less of it with --focus {focus} "
    "--depth {depth}.",
    "Deze afbeelding is van {n} {n:record|records}. Teken minder met --focus {focus} "
    "--depth {depth}.",
)
