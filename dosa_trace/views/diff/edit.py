"""The layout of an edit before it is made: its lines, its findings, and what it moves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from dosa_trace.analysis.diff.diff import CatalogDiff
from dosa_trace.diagnostics import Diagnostic
from dosa_trace.document import Block, Cell, Document, Heading, Paragraph, Role, Tree, Verbatim
from dosa_trace.labels import SEVERITIES
from dosa_trace.language import Phrase, say
from dosa_trace.views.diff.diff import consequences
from dosa_trace.views.wording.frame import Frame


class WithDifference(Protocol):
    """A file with the lines that change."""

    @property
    def difference(self) -> str: ...


def layout(
    files: Sequence[WithDifference],
    new: Sequence[Diagnostic],
    gone: Sequence[Diagnostic],
    effects: CatalogDiff,
    frame: Frame,
) -> Document:
    """The lines first, what `check` says otherwise, and what moves."""
    return Document.of(
        Heading(frame.say(TITLE), 1),
        [Verbatim(file.difference, "diff") for file in files],
        _findings(NEW, new, frame),
        _findings(GONE, gone, frame),
        Heading(frame.say(EFFECTS)),
        Paragraph(frame.sentence(), Role.MUTED),
        consequences(effects, frame),
    )


def _findings(title: Phrase, findings: Iterable[Diagnostic], frame: Frame) -> Iterator[Block]:
    listed = list(findings)
    if listed:
        yield Heading(frame.say(title))
    for one in listed:
        word = say(SEVERITIES[one.severity], frame.language)
        place = f"{one.span.file}:{one.span.line}"
        yield Tree(Cell(f"{word}: {frame.say(one.message)}", small=f"{one.code}; {place}"))


TITLE = Phrase("The edit", "De wijziging")
NEW = Phrase("New findings of check", "Nieuwe bevindingen van check")
GONE = Phrase("Findings of check that are gone", "Bevindingen van check die weg zijn")
EFFECTS = Phrase("What it moves", "Wat er verschuift")
