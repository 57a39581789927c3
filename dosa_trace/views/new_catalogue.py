"""The layout of a new catalogue: its files, and what can be done next."""

from __future__ import annotations

from dosa_trace.document import Cell, Column, Document, Heading, Paragraph, Role, Table, Verbatim
from dosa_trace.language import Language, Phrase, say
from dosa_trace.new_catalogue.started import Started


def layout(started: Started, language: Language) -> Document:
    columns = (Column(say(FILE, language)), Column(say(FOR, language)))
    rows = tuple(
        (Cell(file.path, Role.ID), Cell(say(file.about, language))) for file in started.files
    )
    title = STARTED if started.written else TO_START
    return Document.of(
        Heading(say(title, language), 1),
        Table(columns, rows),
        Paragraph(say(WRITE_PROGRAM(path=started.asks_program), language))
        if started.asks_program
        else None,
        Heading(say(NEXT, language)),
        Verbatim("\n".join(started.commands)),
    )


STARTED = Phrase("A new catalogue", "Een nieuwe catalogus")
TO_START = Phrase("A new catalogue, not written yet", "Een nieuwe catalogus, nog niet opgeslagen")
FILE, FOR = Phrase("file", "bestand"), Phrase("what it is for", "waarvoor")
NEXT = Phrase("What comes next", "Wat nu")
WRITE_PROGRAM = Phrase(
    "In {path}, write whose repository of dosa-trace you use.",
    "Schrijf in {path} wiens repository van dosa-trace u gebruikt.",
)
