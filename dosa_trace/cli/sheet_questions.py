"""What somebody at a terminal is asked where a sheet comes back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dosa_trace.cli.editing import YES, asked
from dosa_trace.cli.import_foreign import AT
from dosa_trace.cli.session import Session
from dosa_trace.cli.sheets_taken_over import told
from dosa_trace.cli.writing import write_note
from dosa_trace.language import Message, Phrase, Quoted, say

if TYPE_CHECKING:
    from dosa_trace.sheets.changed_rows import SheetChanges
    from dosa_trace.sheets.decisions import Question
    from dosa_trace.sheets.returned import Returned


def followed_by(session: Session, waiting: Sequence[tuple[Returned, Question]]) -> list[Question]:
    """The questions in which somebody wants what the sheet says."""
    followed = []
    for one, question in waiting:
        write_note(say(told(one, question), session.language))
        if asked(session, ASK[question.asking.value]).casefold() in YES:
            followed.append(question)
    return followed


def picked(session: Session, back: Returned, changes: SheetChanges) -> SheetChanges:
    """The changes of the rows that somebody takes."""
    left_out = []
    for key in changes.rows:
        for line in _changed(changes, key):
            write_note(say(AT(place=back.place(key), message=line), session.language))
        if asked(session, TAKE).casefold() not in YES:
            left_out.append((back.sheet.section, key))
    return changes.without(left_out)


def _changed(changes: SheetChanges, key: str) -> Iterator[Message]:
    """What changes in a row, a line for each cell."""
    for edit in changes.edits:
        if edit.key == key:
            yield BECOMES(column=edit.column, before=Quoted(edit.before), after=Quoted(edit.after))
    if key in dict(changes.added):
        yield NEW(key=key)
    if key in changes.removed:
        yield GONE(key=key)


BECOMES = Phrase("{column}: {before} becomes {after}", "{column}: {before} wordt {after}")
NEW = Phrase("new: '{key}'", "nieuw: '{key}'")
GONE = Phrase("delete '{key}'", "verwijder '{key}'")
TAKE = Phrase("Take this row? [y/N]", "Deze rij overnemen? [j/N]")
ASK = {
    "conflict": Phrase("Take that of the sheet? [y/N]", "Die uit het werkblad nemen? [j/N]"),
    "changed-here": Phrase("Delete it all the same? [y/N]", "Toch verwijderen? [j/N]"),
    "gone-here": Phrase("Add it again? [y/N]", "Weer toevoegen? [j/N]"),
    "missing": Phrase("Delete it? [y/N]", "Verwijderen? [j/N]"),
}
