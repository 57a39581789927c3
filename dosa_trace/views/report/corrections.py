"""The layout of what the world did and what was corrected, edits apart."""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.analysis.report.corrections import Corrections
from dosa_trace.document import Block, Cell, Document, Heading, Paragraph, Role, Tree
from dosa_trace.labels import NONE_HERE, STATES
from dosa_trace.language import Phrase
from dosa_trace.views.diff.diff import figures_table, state_table
from dosa_trace.views.time import changes
from dosa_trace.views.wording.few import few
from dosa_trace.views.wording.frame import Frame


def layout(edits: Corrections, frame: Frame) -> Document:
    return Document.of(frame.head(TITLE), blocks(edits, frame))


def blocks(edits: Corrections, frame: Frame) -> Iterator[Block]:
    """First what was corrected, then what happened since."""
    say = frame.say
    words = CORRECTED_SINCE(
        date=frame.day(edits.since),
        states=len(edits.corrected),
        added=len(edits.added),
        removed=len(edits.removed),
        edited=edits.edited,
    )
    yield Paragraph(say(words), Role.STRONG)
    yield Heading(say(CORRECTED))
    yield from _corrected(edits, frame)
    yield Heading(say(AS_GIVEN))
    yield figures_table(edits.figures, frame)
    yield Heading(say(HAPPENED))
    yield from changes.blocks(edits.happened, frame, each=False)


def _corrected(edits: Corrections, frame: Frame) -> Iterator[Block]:
    say = frame.say
    if not (edits.corrected or edits.added or edits.removed):
        yield Paragraph(say(NONE_HERE))
        return
    if edits.corrected:
        shown, left = few(edits.corrected, frame)
        yield state_table(shown, frame)
        yield from left
    for words, members in ((ADDED, edits.added), (REMOVED, edits.removed)):
        shown_names, left = few(members, frame)
        for record, state in shown_names:
            said = words(title=record.title, state=STATES[state])
            yield Tree(Cell(say(said), small=record.id))
        yield from left


TITLE = Phrase("Corrections and events", "Verbeteringen en gebeurtenissen")
CORRECTED_SINCE = Phrase(
    "Since {date}, {edited} {edited:record was|records were} corrected. Of that day another state "
    "is now given for {states} {states:recommendation|recommendations}; {added} added, {removed} "
    "removed.",
    "Sinds {date} {edited:is|zijn} {edited} {edited:record|records} verbeterd. Van die dag staat "
    "nu bij {states} {states:aanbeveling|aanbevelingen} een andere stand; {added} toegevoegd, "
    "{removed} vervallen.",
)
CORRECTED = Phrase("Corrected", "Verbeterd")
AS_GIVEN = Phrase("That day, given then and now", "Die dag, destijds en nu")
HAPPENED = Phrase("What happened since", "Wat er sindsdien gebeurde")
ADDED = Phrase("added: {title} ({state})", "toegevoegd: {title} ({state})")
REMOVED = Phrase("removed: {title} ({state})", "vervallen: {title} ({state})")
