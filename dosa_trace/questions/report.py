"""The whole story: every question in one document."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from dosa_trace import __version__
from dosa_trace.analysis.judging.selection import Where
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.analysis.report.corrections import Corrections
from dosa_trace.analysis.report.report import Report
from dosa_trace.analysis.report.report import report as ask
from dosa_trace.diagnostics import BadQuestion, did_you_mean, near
from dosa_trace.graph import TraceGraph
from dosa_trace.labels import ONE_OF_THEM, USE
from dosa_trace.language import Alternatives, Language, Phrase
from dosa_trace.output.answer import Answer
from dosa_trace.output.markup import web
from dosa_trace.questions.given import Conditions, conditions, graph_given
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.results import data_of
from dosa_trace.views.report.provenance import PROGRAM, Provenance
from dosa_trace.views.report.sections import SHORT, Section
from dosa_trace.views.wording.frame import Frame

if TYPE_CHECKING:
    from dosa_trace.document import Document
    from dosa_trace.webpage import Page
    from dosa_trace.workbook import Workbook


class ReportResult(Result, Report):
    """The whole story of the selected recommendations; a row for each of them."""

    ANSWER = "report/1"
    _TAKES = frozenset({"brief", "sections", "annex", "address", "front_matter"})

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        graph = self._asked.graph
        assert graph is not None
        return report_shapes(
            graph, self.where, self.corrections, lambda: self, frame, layout, (frame.language,)
        )


def report(
    graph: TraceGraph, *, where: Conditions = (), corrections: Corrections | None = None
) -> ReportResult:
    """Everything about the selected recommendations: the summary, coverage, commitments, gaps,
    orphans, what it all depends on, money, targets, the changes of the last 365 days, and the
    figures through time; every figure is the one that its own question gives. `corrections` is what
    `changes(graph, corrections=…)` gives. Render it as `markdown`, `html`, `docx` or `xlsx`. Raises
    BadQuestion for a selection that names what the catalogue does not have or that chooses by the
    answer."""
    if corrections is not None and not isinstance(corrections, Corrections):
        raise TypeError("corrections must be what changes(graph, since=…, corrections=…) gives")
    whole = ask(graph_given(graph), conditions(where), corrected=corrections)
    return ReportResult._made(whole, Asked.of(graph))


def report_shapes(
    graph: TraceGraph,
    where: Sequence[Where],
    edits: Corrections | None,
    whole: Callable[[], Report],
    frame: Frame,
    layout: Layout,
    languages: Iterable[Language],
) -> Answer:
    """Every shape of a report; `whole` is asked for only by the shapes that tell it, `languages`
    are those that the page is in first. Raises BadQuestion for a part that a report does not have,
    for an address that is none, and for options that do not go together."""
    if layout.address is not None and web(layout.address) is None:
        raise BadQuestion(NO_ADDRESS(address=layout.address))
    if layout.brief and layout.sections is not None:
        raise BadQuestion(BRIEF_HAS_NO_PARTS, ONE_OF_THEM)
    short = layout.format == "docx" and layout.sections is None and not layout.annex
    parts = sections_of(layout.sections, SHORT if short else tuple(Section))
    info = graph.catalog.info
    command = layout.command or _command(graph, where, frame)
    made = Provenance(
        __version__, command, layout.address or "", info.makers, info.licence, info.contact
    )

    def document() -> Document:
        from dosa_trace.views.report.report import layout as layout_report

        if layout.brief:
            return _brief(graph, where, frame)
        return layout_report(whole(), frame, parts, made, short)

    only = "--brief" if layout.brief else "--sections" if layout.sections is not None else None
    return Answer(
        data=lambda: frame.envelope(ReportResult.ANSWER) | data_of(whole()),
        rows=lambda: whole().coverage.recommendations,
        document=document,
        book=lambda: _book(graph, where, frame),
        page=lambda: _page(graph, where, frame, made, edits, languages),
        front=_front(graph, frame) if layout.front_matter else None,
        document_only=only,
    )


def _command(graph: TraceGraph, where: Sequence[Where], frame: Frame) -> str:
    """What repeats the answer on a command line."""
    suspect = () if graph.count_suspect else ("--no-suspect",)
    chosen = (word for condition in where for word in ("--where", str(condition)))
    counted = ("--as-of", graph.as_of.isoformat(), "--basis", graph.basis.value)
    words = ("dosa-trace", "report", *chosen, *counted, *suspect, "--lang", frame.language.value)
    return shlex.join(words)


def _brief(graph: TraceGraph, where: Sequence[Where], frame: Frame) -> Document:
    from dosa_trace.analysis.coverage.coverage import coverage
    from dosa_trace.analysis.coverage.summary import summary
    from dosa_trace.views.report.brief import layout

    judge = Judge(graph)
    coverage_summary = summary(judge, coverage(graph, where, judge=judge))
    return layout(coverage_summary, frame, __version__)


def _front(graph: TraceGraph, frame: Frame) -> Mapping[str, str]:
    """What a document says of itself to programs that read it."""
    return {
        "title": frame.say(frame.title),
        "as_of": graph.as_of.isoformat(),
        "basis": graph.basis.value,
        "lang": frame.language.value,
        "catalogue": frame.digest,
        "generator": PROGRAM,
    }


def _page(
    graph: TraceGraph,
    where: Sequence[Where],
    frame: Frame,
    made: Provenance,
    edits: Corrections | None,
    first: Iterable[Language],
) -> Page:
    """A page in every language that the catalogue and the program share."""
    from dosa_trace.analysis.report.page_data import page_data
    from dosa_trace.views.page.page import page

    others = (known for known in Language if known.value in graph.catalog.languages)
    return page(page_data(graph, where, edits), frame, dict.fromkeys([*first, *others]), made)


def _book(graph: TraceGraph, where: Sequence[Where], frame: Frame) -> Workbook:
    from dosa_trace.analysis.report.page_data import page_data
    from dosa_trace.views.workbook.sheets import workbook

    return workbook(page_data(graph, where), frame, PROGRAM)


def sections_of(asked: str | None, known: Sequence[Section]) -> tuple[Section, ...]:
    """The parts that are named, between commas, in that order, else all that there are; raises
    BadQuestion."""
    if asked is None:
        return tuple(known)
    words = tuple(known)
    names = [name.strip() for name in asked.split(",") if name.strip()]
    for name in names:
        if name not in words:
            hint = did_you_mean(near(name, words)) or USE(words=Alternatives(words))
            raise BadQuestion(NO_SECTION(name=name), hint)
    if not names:
        raise BadQuestion(NO_SECTION(name=asked), USE(words=Alternatives(words)))
    return tuple(map(Section, dict.fromkeys(names)))


BRIEF_HAS_NO_PARTS = Phrase(
    "--brief has a fixed content, so it cannot be used with --sections",
    "--brief heeft een vaste inhoud, en gaat dus niet samen met --sections",
)
NO_ADDRESS = Phrase(
    "'{address}' is no address of the web: begin with https://",
    "'{address}' is geen webadres: begin met https://",
)
NO_SECTION = Phrase("a report has no part '{name}'", "een rapportage heeft geen deel '{name}'")
