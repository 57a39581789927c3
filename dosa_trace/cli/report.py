"""`dosa-trace report`"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Annotated

from dosa_trace.cli.completion import complete_sections
from dosa_trace.cli.parameters import (
    REVISIONS,
    AsOf,
    BasisChoice,
    CountedBasis,
    CountSuspect,
    Folds,
    WhereList,
    conditions,
    option,
)
from dosa_trace.cli.session import Session
from dosa_trace.language import Phrase

if TYPE_CHECKING:
    from dosa_trace.views.wording.frame import Frame

#: Options that name a place on a disk.
ON_DISK = ("-o", "--output", "--catalog")
ABOUT = Phrase(
    "The whole report in one document, to paste into a briefing.\n\nSummary, commitments and "
    "actions, every source with its recommendations, open recommendations and instruments "
    "without one. Then how sensitive the figures are, what they are based on, and the method.",
    "De hele rapportage in één document, om in een notitie te plakken.\n\nSamenvatting, "
    "toezeggingen en acties, elke bron met de aanbevelingen, open aanbevelingen en "
    "instrumenten zonder aanbeveling. Daarna hoe gevoelig de cijfers zijn, waarop ze "
    "berusten, en de werkwijze.",
)


def report(
    session: Session,
    sections: Annotated[
        str | None,
        option(
            "--sections",
            metavar=Phrase("NAMES", "NAMEN"),
            help=Phrase(
                "Which parts, in which order: summary,cross,sources,gaps …; by default all.",
                "Welke delen, in welke volgorde: summary,cross,sources,gaps …; anders alle.",
            ),
            autocompletion=complete_sections,
        ),
    ] = None,
    brief: Annotated[
        bool,
        option(
            "--brief",
            help=Phrase(
                "Half a page to paste as it is: the conclusion, the figures, three open "
                "recommendations, a caution and the source.",
                "Een halve pagina om zo te plakken: de conclusie, de cijfers, drie open "
                "aanbevelingen, een waarschuwing en de bron.",
            ),
        ),
    ] = False,
    annex: Annotated[
        bool,
        option(
            "--annex",
            help=Phrase(
                "For Word: also the sources, the instruments and what each figure depends on.",
                "Voor Word: ook de bronnen, de instrumenten en waarop elk cijfer berust.",
            ),
        ),
    ] = False,
    corrections: Annotated[
        str | None,
        option(
            "--corrections",
            metavar=REVISIONS,
            help=Phrase(
                "Two revisions of git: also what was corrected between them.",
                "Twee revisies van git: ook wat ertussen is verbeterd.",
            ),
        ),
    ] = None,
    address: Annotated[
        str | None,
        option(
            "--address",
            metavar="URL",
            help=Phrase(
                "Where the page is published, for the links that readers copy from it.",
                "Waar de pagina staat, voor de verwijzingen die lezers eruit kopiëren.",
            ),
        ),
    ] = None,
    front_matter: Annotated[
        bool,
        option(
            "--front-matter",
            help=Phrase(
                "Start the Markdown with YAML front matter.",
                "Begin de Markdown met YAML-front-matter.",
            ),
        ),
    ] = False,
    folds: Folds = False,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
    where: WhereList = None,
) -> int:
    from dosa_trace.analysis.report.report import report as ask
    from dosa_trace.questions.report import report_shapes
    from dosa_trace.questions.result import Layout

    delivery = session.delivery
    if annex:
        delivery.only_with("--annex", "docx")
    if folds:
        delivery.fold()
    edits = None
    if corrections is not None:
        from dosa_trace.cli.corrections import corrected

        edits = corrected(session.opening, corrections, as_of, basis.basis)
    graph = session.opening.graph(as_of, basis.basis, suspect)
    selection = conditions(where)
    frame = session.opening.frame(graph.as_of, graph.basis)
    layout = Layout(
        brief=brief, sections=sections, annex=annex, address=address, front_matter=front_matter,
        format=delivery.format.name, command=_command(session.arguments, frame),
    )  # fmt: skip
    # a page tells it in its own way, so it is not asked before
    whole = cache(lambda: ask(graph, selection, corrected=edits))
    languages = (session.language,)
    session.deliver(report_shapes(graph, selection, edits, whole, frame, layout, languages))
    return 0


def _command(arguments: Sequence[str], frame: Frame) -> str:
    """What repeats the answer, with its date and language, without where things stand on somebody's
    disk: the catalogue is told by its digest."""
    kept: list[str] = []
    words = iter(arguments)
    for word in words:
        name, equals, _ = word.partition("=")
        if name in ON_DISK:
            if not equals:
                next(words, None)
        else:
            kept.append(word)
    for name, value in (("--as-of", frame.as_of.isoformat()), ("--lang", frame.language.value)):
        if not any(word == name or word.startswith(f"{name}=") for word in kept):
            kept += [name, value]
    return shlex.join(("dosa-trace", *kept))
