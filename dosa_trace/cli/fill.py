"""`dosa-trace fill`"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.catalog.text.files import MOST_TEXT_MB, read_bytes
from dosa_trace.catalog.text.other_files import HEAD, other_sort
from dosa_trace.catalog.text.system_reasons import SystemReason
from dosa_trace.cli.parameters import AsOf, argument, option
from dosa_trace.cli.session import Session
from dosa_trace.cli.writing import write_files
from dosa_trace.diagnostics import BadQuestion, UnknownId
from dosa_trace.file_writer import FileChange
from dosa_trace.inert import inert
from dosa_trace.labels import CANNOT_READ, NOT_UTF8, SAVE_AS_UTF8
from dosa_trace.language import Alternatives, Language, Phrase
from dosa_trace.markers import Marker, markers, rewritten
from dosa_trace.output.answer import Answer
from dosa_trace.output.text.markdown import in_markdown_or_html
from dosa_trace.views.notes.filled import FigureNow, Filled, Mistake, data, layout, listing
from dosa_trace.views.notes.note_figures import FIGURES, figure

if TYPE_CHECKING:
    from dosa_trace.analysis.report.note_facts import NoteFacts

ABOUT = Phrase(
    "Put figures into your own briefing, and check that they still hold.\n\nIn Markdown a "
    "figure goes between two comments: <!-- dosa coverage.partly --><!-- / -->. What is "
    "between them is replaced, and the date of the figure is added. Nothing else in the "
    "briefing changes.",
    "Zet cijfers in uw eigen notitie, en controleer of ze nog kloppen.\n\nIn Markdown staat "
    "een cijfer tussen twee commentaren: <!-- dosa coverage.partly --><!-- / -->. Wat "
    "ertussen staat wordt vervangen, en de datum van het cijfer komt erbij. Verder verandert "
    "er niets aan de notitie.",
)
_Facts = Callable[[str, str, tuple[str, ...]], "NoteFacts"]
OPTIONS = ("where", "basis", "lang", "as-of")


def fill(
    session: Session,
    notes: Annotated[
        list[Path] | None,
        argument(
            metavar=Phrase("[BRIEFING.md …]", "[NOTITIE.md …]"),
            help=Phrase("Markdown files with markers.", "Markdown-bestanden met markeringen."),
        ),
    ] = None,
    check: Annotated[
        bool,
        option(
            "--check",
            help=Phrase(
                "Write nothing; exit with 1 when a figure no longer holds.",
                "Schrijf niets; eindig met 1 als een cijfer niet meer klopt.",
            ),
        ),
    ] = False,
    names: Annotated[
        bool,
        option(
            "--list",
            help=Phrase(
                "List the available figures; the default without a briefing.",
                "Toon de beschikbare cijfers; dat gebeurt ook zonder notitie.",
            ),
        ),
    ] = False,
    as_of: AsOf = None,
) -> int:
    frame = session.opening.frame(session.opening.day(as_of), Basis.INFERRED)
    if names or not notes:
        return _list(session, as_of)
    filled: list[Filled] = []
    mistakes: list[Mistake] = []
    changes: list[FileChange] = []
    facts = cache(lambda *asked: _facts(session, *asked))
    for path in notes:
        session.delivery.spare(path)
        was = read_note(path)
        text = note_text(path, was)
        text_markers, slips = markers(text)
        mistakes += [
            Mistake(str(path), slip.line, slip.column, slip.message, slip.hint) for slip in slips
        ]
        values = []
        for marker in text_markers:
            try:
                filled_marker = _filled(session, str(path), text, marker, as_of, facts)
            except (BadQuestion, UnknownId) as error:
                mistakes.append(
                    Mistake(str(path), marker.line, marker.column, error.message, error.hint)
                )
                continue
            filled.append(filled_marker)
            values.append((marker, filled_marker.now, filled_marker.as_of))
        now = rewritten(text, values).encode("utf-8")
        if now != was:
            changes.append(FileChange(path, now, was, below=path.parent))
    if changes and not (check or mistakes):
        write_files(changes)
    mistakes.sort(key=lambda mistake: (mistake.file, mistake.line, mistake.column))
    session.deliver(
        Answer(
            data=lambda: frame.envelope("fill/1") | data(filled, mistakes),
            rows=lambda: filled,
            document=lambda: layout(filled, mistakes, check, frame),
        )
    )
    if mistakes:
        return 2
    return int(check and not all(filled_marker.holds for filled_marker in filled))


def _filled(
    session: Session, path: str, text: str, marker: Marker, as_of: str | None, facts: _Facts
) -> Filled:
    """What a marker holds; raises what is wrong with its options or its figure."""
    asked = figure(marker.name)
    for key, _ in marker.options:
        if key not in OPTIONS:
            raise BadQuestion(NO_SUCH_OPTION(key=key), ONE_OF(words=Alternatives(OPTIONS)))
    basis = _one(marker, "basis", (Basis.STATED.value, Basis.INFERRED.value))
    language = _one(marker, "lang", tuple(Language))
    own = next(iter(marker.given("as-of")), None)
    was = text[marker.inside : marker.end]

    def said(day: str | None, code: str) -> tuple[str, str]:
        on = session.opening.day(day).isoformat()
        known = facts(on, basis or Basis.INFERRED.value, marker.given("where"))
        frame = session.opening.frame(known.graph.as_of, known.graph.basis)
        return on, in_markdown_or_html(
            inert(asked.say(known, frame._replace(language=Language(code))))
        )

    if language is None:  # it stays in the language in which it stands
        spoken = (code for code in Language if own and said(own, code)[1] == was)
        language = next(spoken, session.language)
    day, now = said(as_of or own, language)
    if own is not None and as_of is None:
        day = own  # a month or a year stays as it is written
    return Filled(path, marker.line, marker.column, marker.name, day, was, now, own is not None)


def _one(marker: Marker, key: str, known: tuple[str, ...]) -> str | None:
    given = marker.given(key)
    if not given:
        return None
    if len(given) > 1 or given[0] not in known:
        raise BadQuestion(NOT_SO(key=key, value=given[-1]), ONE_OF(words=Alternatives(known)))
    return given[0]


def _facts(session: Session, day: str, basis: str, where: tuple[str, ...]) -> NoteFacts:
    from dosa_trace.analysis.judging.selection import Where
    from dosa_trace.analysis.report.note_facts import NoteFacts

    graph = session.opening.graph(day, Basis(basis))
    return NoteFacts(graph, tuple(Where.parse(condition) for condition in where))


def _list(session: Session, as_of: str | None) -> int:
    from dosa_trace.analysis.report.note_facts import NoteFacts

    graph = session.opening.graph(as_of, Basis.INFERRED)
    frame = session.opening.frame(graph.as_of, graph.basis)
    facts = NoteFacts(graph)

    def now() -> Iterator[tuple[str, str]]:
        for name, note_figure in FIGURES.items():
            try:
                yield name, note_figure.say(facts, frame)
            except BadQuestion:
                yield name, ""

    values = dict(now())
    rows = [
        FigureNow(figure=name, about=note_figure.about, now=values[name])
        for name, note_figure in FIGURES.items()
    ]
    session.deliver(
        Answer(
            data=lambda: frame.envelope("fill/figures/1") | {"figures": rows},
            rows=lambda: rows,
            document=lambda: listing(((FIGURES[name], values[name]) for name in FIGURES), frame),
        )
    )
    return 0


def read_note(path: Path) -> bytes:
    """A note as it stands; raises BadQuestion, also for a link that leads out of its folder and
    for what might keep us waiting."""
    inside = Path(os.path.realpath(path)).is_relative_to(os.path.realpath(path.parent))
    if not inside:
        raise BadQuestion(LEADS_OUT(path=str(path)), NAME_ITSELF)
    try:
        return read_bytes(path, MOST_TEXT_MB)
    except FileNotFoundError as error:
        raise BadQuestion(NOT_THERE(path=str(path)), SAVE_FIRST) from error
    except OSError as error:
        raise BadQuestion(CANNOT_READ(path=str(path), reason=SystemReason.of(error))) from error


def note_text(path: Path, data: bytes) -> str:
    """Every line end as it is; raises BadQuestion."""
    if (sort := other_sort(data[:HEAD], path.name)) is not None:
        raise BadQuestion(NOT_A_NOTE(path=str(path), sort=sort), SAVE_AS_UTF8_TEXT)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadQuestion(NOT_UTF8(path=str(path)), SAVE_AS_UTF8) from error


NO_SUCH_OPTION = Phrase("a marker has no option '{key}'", "een markering heeft geen optie '{key}'")
NOT_SO = Phrase("'{value}' cannot be {key}", "'{value}' kan geen {key} zijn")
ONE_OF = Phrase("use one of {words}", "gebruik een van {words}")
NOT_THERE = Phrase("there is no briefing '{path}'", "er is geen notitie '{path}'")
SAVE_FIRST = Phrase(
    "save your briefing under that name first", "bewaar uw notitie eerst onder die naam"
)
LEADS_OUT = Phrase(
    "'{path}' is a symbolic link that leads out of its folder",
    "'{path}' is een symbolische link die uit de eigen map leidt",
)
NAME_ITSELF = Phrase("name the briefing itself", "noem de notitie zelf")
NOT_A_NOTE = Phrase(
    "'{path}' is {sort}; only text with markers is filled",
    "'{path}' is {sort}; alleen tekst met markeringen is in te vullen",
)
SAVE_AS_UTF8_TEXT = Phrase(
    "write the briefing as Markdown (.md)", "schrijf de notitie als Markdown (.md)"
)
