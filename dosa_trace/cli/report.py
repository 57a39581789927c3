"""`dosa-trace report`"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Annotated

from dosa_trace import __version__
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
from dosa_trace.diagnostics import BadQuestion, did_you_mean, near
from dosa_trace.labels import ONE_OF_THEM, USE
from dosa_trace.language import Alternatives, Language, Phrase
from dosa_trace.output.answer import Answer
from dosa_trace.results import data_of

if TYPE_CHECKING:
    from dosa_trace.analysis.judging.selection import Where
    from dosa_trace.analysis.report.corrections import Corrections
    from dosa_trace.document import Document
    from dosa_trace.graph import TraceGraph
    from dosa_trace.views.report.provenance import Provenance
    from dosa_trace.views.wording.frame import Frame
    from dosa_trace.webpage import Page
    from dosa_trace.workbook import Workbook

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
    from dosa_trace.output.markup import web
    from dosa_trace.views.report.provenance import Provenance
    from dosa_trace.views.report.report import layout
    from dosa_trace.views.report.sections import SHORT, Section

    if address is not None and web(address) is None:
        raise BadQuestion(NO_ADDRESS(address=address))
    if brief and sections is not None:
        raise BadQuestion(BRIEF_HAS_NO_PARTS, ONE_OF_THEM)
    if annex:
        session.delivery.only_with("--annex", "docx")
    if folds:
        session.delivery.fold()
    short = session.delivery.format.name == "docx" and sections is None and not annex
    known = [section.value for section in (SHORT if short else Section)]
    chosen = tuple(Section(name) for name in _sections(sections, known))
    edits = None
    if corrections is not None:
        from dosa_trace.cli.corrections import corrected

        edits = corrected(session.opening, corrections, as_of, basis.basis)
    graph = session.opening.graph(as_of, basis.basis, suspect)
    selection = conditions(where)
    frame = session.opening.frame(graph.as_of, graph.basis)
    info = graph.catalog.info
    made = Provenance(
        __version__, _command(session.arguments, frame), address or "",
        info.makers, info.licence, info.contact,
    )  # fmt: skip
    # a page tells it in its own way
    full_report = cache(lambda: ask(graph, selection, corrected=edits))
    session.deliver(
        Answer(
            data=lambda: frame.envelope("report") | data_of(full_report()),
            rows=lambda: full_report().coverage.recommendations,
            document=lambda: (
                _brief(graph, selection, frame)
                if brief
                else layout(full_report(), frame, chosen, made, short)
            ),
            book=lambda: _book(graph, selection, frame),
            page=lambda: _page(session.language, graph, selection, frame, made, edits),
            front=_front(graph, frame) if front_matter else None,
            document_only="--brief" if brief else "--sections" if sections is not None else None,
        )
    )
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


def _brief(graph: TraceGraph, where: Sequence[Where], frame: Frame) -> Document:
    from dosa_trace.analysis.coverage.coverage import coverage
    from dosa_trace.analysis.coverage.summary import summary
    from dosa_trace.analysis.judging.verdicts import Judge
    from dosa_trace.views.report.brief import layout

    judge = Judge(graph)
    coverage_summary = summary(judge, coverage(graph, where, judge=judge))
    return layout(coverage_summary, frame, __version__)


def _front(graph: TraceGraph, frame: Frame) -> dict[str, str]:
    """What a document says of itself to programs that read it."""
    return {
        "title": frame.say(frame.title),
        "as_of": graph.as_of.isoformat(),
        "basis": graph.basis.value,
        "lang": frame.language.value,
        "catalogue": frame.digest,
        "generator": f"dosa-trace {__version__}",
    }


def _page(
    first: Language,
    graph: TraceGraph,
    where: Sequence[Where],
    frame: Frame,
    made: Provenance,
    edits: Corrections | None,
) -> Page:
    """A page in every language that the catalogue and the program share."""
    from dosa_trace.analysis.report.page_data import page_data
    from dosa_trace.views.page.page import page

    others = (known for known in Language if known.value in graph.catalog.languages)
    return page(page_data(graph, where, edits), frame, dict.fromkeys([first, *others]), made)


def _book(graph: TraceGraph, where: Sequence[Where], frame: Frame) -> Workbook:
    from dosa_trace.analysis.report.page_data import page_data
    from dosa_trace.views.workbook.sheets import workbook

    return workbook(page_data(graph, where), frame, f"dosa-trace {__version__}")


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


BRIEF_HAS_NO_PARTS = Phrase(
    "--brief has a fixed content, so it cannot be used with --sections",
    "--brief heeft een vaste inhoud, en gaat dus niet samen met --sections",
)
NO_ADDRESS = Phrase(
    "'{address}' is no address of the web: begin with https://",
    "'{address}' is geen webadres: begin met https://",
)
NO_SECTION = Phrase("a report has no part '{name}'", "een rapportage heeft geen deel '{name}'")
