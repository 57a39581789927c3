"""`dosa-trace report`"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dosa_trace import __version__, labels
from dosa_trace.cli.language import ASKED
from dosa_trace.cli.options import (
    AsOf,
    BasisChoice,
    CountedBasis,
    CountSuspect,
    WhereList,
    conditions,
)
from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import BadQuestion, did_you_mean, near
from dosa_trace.language import Alternatives, Language, Phrase
from dosa_trace.output import Format

if TYPE_CHECKING:
    from dosa_trace.analysis.selection import Where
    from dosa_trace.graph import TraceGraph
    from dosa_trace.views.frame import Frame
    from dosa_trace.views.report import Provenance


def report(
    session: Session,
    sections: Annotated[
        str | None,
        typer.Option(
            "--sections",
            metavar="NAMES",
            help="Which parts, in which order: summary,cross,sources,gaps …; all if left out.",
            show_default=False,
        ),
    ] = None,
    front_matter: Annotated[
        bool, typer.Option("--front-matter", help="Begin the Markdown with YAML front matter.")
    ] = False,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
    where: WhereList = None,
) -> int:
    """The whole story in one document, to paste into a note.

    Summary, pledge against action, every source with its recommendations, gaps, orphans, what hangs
    on one instrument, what the figures rest on, and how they came about.
    """
    from dosa_trace.analysis.report import report as ask
    from dosa_trace.views.report import Provenance, Section, layout

    chosen = tuple(Section(name) for name in _sections(sections, [one.value for one in Section]))
    if front_matter and session.format is not Format.MARKDOWN:
        raise BadQuestion(ONLY_MARKDOWN, USE_MARKDOWN)
    graph = session.graph(as_of, basis.basis, suspect)
    frame = session.frame(graph.as_of, graph.basis)
    made = Provenance(__version__, shlex.join(("dosa-trace", *ASKED.get())))
    if session.format is Format.HTML:
        session.write(_page(session, graph, conditions(where), frame, made))
        return 0
    found = ask(graph, conditions(where))
    if front_matter:
        from dosa_trace.output import markdown

        head = markdown.front_matter(
            {
                "title": frame.say(frame.title),
                "as_of": graph.as_of.isoformat(),
                "basis": graph.basis.value,
                "lang": session.language.value,
                "catalogue": frame.digest,
                "generator": f"dosa-trace {__version__}",
            }
        )
        session.write(head + markdown.render(layout(found, frame, chosen, made)))
        return 0
    session.emit(
        "report",
        found,
        lambda told, framed: layout(told, framed, chosen, made),
        lambda told: told.coverage.recommendations,
        frame,
    )
    return 0


def _page(
    session: Session, graph: TraceGraph, where: Sequence[Where], frame: Frame, made: Provenance
) -> str:
    """One file with every language that the catalogue and the program share."""
    from dosa_trace.analysis.dossier import dossier
    from dosa_trace.output import page
    from dosa_trace.views.page import body

    told = dossier(graph, where)
    others = (one for one in Language if one.value in graph.catalog.languages)
    languages = list(dict.fromkeys([session.language, *others]))
    bodies = {one.value: body(told, frame._replace(language=one), made) for one in languages}
    return page.render([one.value for one in languages], bodies)


def _sections(asked: str | None, known: list[str]) -> list[str]:
    """The parts asked for, in that order; raises BadQuestion."""
    if asked is None:
        return known
    names = [name.strip() for name in asked.split(",") if name.strip()]
    for name in names:
        if name not in known:
            hint = did_you_mean(near(name, known)) or USE(words=Alternatives(tuple(known)))
            raise BadQuestion(NO_SECTION(name=name), hint)
    if not names:
        raise BadQuestion(NO_SECTION(name=asked), USE(words=Alternatives(tuple(known))))
    return list(dict.fromkeys(names))


NO_SECTION = Phrase("a report has no part '{name}'", "een verslag heeft geen deel '{name}'")
USE = labels.USE
ONLY_MARKDOWN = Phrase(
    "--front-matter is for Markdown only", "--front-matter is alleen voor Markdown"
)
USE_MARKDOWN = Phrase("add -f markdown", "voeg -f markdown toe")
