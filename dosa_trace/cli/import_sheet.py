"""`dosa-trace import FILE`"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from dosa_trace.cli.editing import (
    NOBODY_ASKED,
    NOT_WRITTEN,
    DryRun,
    Yes,
    begin,
    finish,
    somebody_is_there,
)
from dosa_trace.cli.parameters import FILE, argument, option
from dosa_trace.cli.session import Session
from dosa_trace.cli.writing import write_error
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Message, Phrase, Quoted

if TYPE_CHECKING:
    from dosa_trace.editing.draft import Draft
    from dosa_trace.sheets.changes import BadCell
    from dosa_trace.sheets.decisions import Question
    from dosa_trace.sheets.returned import Returned

ABOUT = Phrase(
    "Take over what was changed in a sheet.\n\nEach cell is compared with what it was when the "
    "sheet was made and with the catalogue of now. Where both changed, you are asked.",
    "Neem over wat in een werkblad is gewijzigd.\n\nElke cel wordt vergeleken met wat er stond "
    "toen het werkblad is gemaakt, en met de catalogus van nu. Is het in beide gewijzigd, dan "
    "wordt het u gevraagd.",
)


class Missing(StrEnum):
    """What becomes of records that a sheet no longer has."""

    KEEP = "keep"
    DELETE = "delete"


def import_sheet(
    session: Session,
    file: Annotated[
        Path,
        argument(
            metavar=FILE,
            help=Phrase(
                "What dosa-trace sheet wrote and somebody edited.",
                "Wat dosa-trace sheet schreef en iemand wijzigde.",
            ),
        ),
    ],
    pick: Annotated[
        bool,
        option("--pick", help=Phrase("Ask about each row.", "Vraag het bij elke rij.")),
    ] = False,
    missing: Annotated[
        Missing | None,
        option(
            "--missing",
            help=Phrase(
                "What to do with records that the sheet no longer has; by default this is asked.",
                "Wat te doen met records die niet meer in het werkblad staan; standaard wordt "
                "het gevraagd.",
            ),
        ),
    ] = None,
    yes: Yes = False,
    dry_run: DryRun = False,
) -> int:
    from dosa_trace.sheets.changes import drafted
    from dosa_trace.sheets.decisions import settled

    asks = somebody_is_there() and not yes
    if pick and not asks:
        raise BadQuestion(NOBODY_ASKED, AT_A_TERMINAL)
    draft = begin(session, dry_run)
    sheets = _returned(session, draft, file)
    waiting, followed = _questions(sheets, missing)
    if asks:
        from dosa_trace.cli.sheet_questions import followed_by, picked

        followed += followed_by(session, waiting)
        waiting = []
    for back, question in waiting:
        write_error(told(back, question), None, session.language)
    if waiting and not dry_run:
        session.delivery.note(NOT_WRITTEN)
        return 1
    changes = [settled(back, followed) for back in sheets]
    if pick:
        changes = [picked(session, *each) for each in zip(sheets, changes, strict=True)]
    day = session.opening.day(None)
    made, cells = drafted(draft.catalog, changes, day)
    bad = [*(cell for back in sheets for cell in back.bad), *cells]
    _name(session, sheets, bad)
    status = int(bool(bad or waiting))
    if not made.edits:
        from dosa_trace.questions.editing import preview

        session.delivery.note(NOTHING)
        session.answer(preview(made, as_of=day, may_be_none=True))
        return status
    return finish(session, made, None, yes, dry_run) or status


def _returned(session: Session, draft: Draft, file: Path) -> list[Returned]:
    """The sheets of a file, each held against the catalogue; what is not read of it is said."""
    from dosa_trace.sheets.reading import read_book
    from dosa_trace.sheets.returned import returned

    book = read_book(file)
    if book.left_out:
        session.delivery.note(NOT_READ(names=book.left_out))
    sheets = [returned(draft, sheet) for sheet in book.sheets]
    for back in sheets:
        if back.not_read:
            session.delivery.note(NO_FIELDS(section=back.sheet.section, names=back.not_read))
    return sheets


def _questions(
    sheets: Sequence[Returned], missing: Missing | None
) -> tuple[list[tuple[Returned, Question]], list[Question]]:
    """What waits for a person, and what an option settled in favour of the sheet."""
    from dosa_trace.sheets.decisions import ToDecide, questions

    waiting = [(back, question) for back in sheets for question in questions(back)]
    if missing is None:
        return waiting, []
    gone = [question for _, question in waiting if question.asking is ToDecide.MISSING]
    left = [pair for pair in waiting if pair[1].asking is not ToDecide.MISSING]
    return left, gone if missing is Missing.DELETE else []


def _name(session: Session, sheets: Sequence[Returned], bad: Iterable[BadCell]) -> None:
    """Each cell that is not taken over, where it stands and why."""
    by_section = {back.sheet.section: back for back in sheets}
    for cell in bad:
        back = by_section[cell.section]
        place = back.place(cell.key, cell.column)
        if cell.row is not None:
            place = back.sheet.place(cell.row, None)
        write_error(AT(place=place, message=cell.message), cell.hint, session.language)


def told(back: Returned, question: Question) -> Message:
    """What a person has to decide, with its place in the sheet."""
    from dosa_trace.sheets.decisions import ToDecide

    place = back.place(question.key, question.column)
    if question.asking is ToDecide.CONFLICT:
        return CONFLICT(
            place=place, column=question.column, base=Quoted(question.base),
            ours=Quoted(question.ours), theirs=Quoted(question.theirs),
        )  # fmt: skip
    return ROWS[question.asking.value](place=place, key=question.key)


AT_A_TERMINAL = Phrase(
    "leave out --pick and --yes, or run it at a terminal",
    "laat --pick of --yes weg, of draai het in een terminal",
)
NOT_READ = Phrase("not read: {names}", "niet gelezen: {names}")
NO_FIELDS = Phrase(
    "{section}: no column of this sheet, and left out: {names}",
    "{section}: geen kolom van dit werkblad, en weggelaten: {names}",
)
NOTHING = Phrase(
    "the sheet changes nothing in the catalogue", "het werkblad wijzigt niets in de catalogus"
)
AT = Phrase("{place}: {message}", "{place}: {message}")
CONFLICT = Phrase(
    "{place}: {column} was {base}; it is now {ours} in the catalogue and {theirs} in the sheet",
    "{place}: {column} was {base}; nu is het {ours} in de catalogus en {theirs} in het werkblad",
)
ROWS = {
    "changed-here": Phrase(
        "{place}: '{key}' is gone from the sheet, and changed in the catalogue",
        "{place}: '{key}' is weg uit het werkblad, en gewijzigd in de catalogus",
    ),
    "gone-here": Phrase(
        "{place}: '{key}' changed in the sheet, and is gone from the catalogue",
        "{place}: '{key}' is gewijzigd in het werkblad, en weg uit de catalogus",
    ),
    "missing": Phrase(
        "{place}: '{key}' is no longer in the sheet",
        "{place}: '{key}' staat niet meer in het werkblad",
    ),
}
