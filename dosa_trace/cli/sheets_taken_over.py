"""What sheets change in a catalogue: what waits for a person is asked or told, then it is shown and
written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.cli.editing import NOT_WRITTEN, finish
from dosa_trace.cli.import_foreign import AT
from dosa_trace.cli.session import Session
from dosa_trace.cli.writing import write_error
from dosa_trace.language import Message, Phrase, Quoted

if TYPE_CHECKING:
    from dosa_trace.editing.draft import Draft
    from dosa_trace.sheets.changed_rows import BadCell
    from dosa_trace.sheets.decisions import Question
    from dosa_trace.sheets.returned import Returned


class Conflicts(StrEnum):
    """What becomes of cells that both sides changed."""

    KEEP = "keep"
    TAKE = "take"


class Missing(StrEnum):
    """What becomes of records that a sheet no longer has."""

    KEEP = "keep"
    DELETE = "delete"


class TakenSheets(NamedTuple):
    """What is to be taken over from sheets, cells of them that cannot be, what comes after, and how
    many rows somebody else's sheet has."""

    session: Session
    sheets: list[Returned]
    bad: Sequence[BadCell]
    afterwards: Callable[[], None] | None
    rows: int = 0


class ImportChoices(NamedTuple):
    """What was chosen on the command line."""

    asks: bool
    pick: bool
    missing: Missing | None
    conflicts: Conflicts | None
    yes: bool
    dry_run: bool


def take_over_sheets(taken: TakenSheets, draft: Draft, choices: ImportChoices) -> int:
    """Shows what sheets change and, where that is wanted, writes it."""
    from dosa_trace.sheets.changes import drafted
    from dosa_trace.sheets.decisions import settled

    session, sheets = taken.session, taken.sheets
    waiting, followed = _questions(sheets, choices)
    if choices.asks:
        from dosa_trace.cli.sheet_questions import followed_by

        followed += followed_by(session, waiting)
        waiting = []
    changes = [settled(back, followed) for back in sheets]
    if choices.pick:
        from dosa_trace.cli.sheet_questions import picked

        changes = [picked(session, *each) for each in zip(sheets, changes, strict=True)]
    day = session.opening.day(None)
    made, cells, doubtful = drafted(draft.catalog, changes, day)
    bad = [*bad_of(sheets), *taken.bad, *cells]
    name_cells(session, sheets, bad)
    name_cells(session, sheets, doubtful, "warning")
    _say_left_out(session, taken, bad)
    for back, question in waiting:
        write_error(told(back, question), SETTLE[question.asking.value], session.language)
    if waiting and not choices.dry_run:
        session.delivery.note(NOT_WRITTEN)
        return 1
    status = int(bool(bad or waiting))
    after = taken.afterwards
    if not made.edits:
        from dosa_trace.questions.editing import preview

        session.delivery.note(NOTHING)
        session.answer(preview(made, as_of=day, may_be_none=True))
        if after is not None and not choices.dry_run:
            after()
        return status
    return finish(session, made, None, choices.yes, choices.dry_run, afterwards=after) or status


def _say_left_out(session: Session, taken: TakenSheets, bad: Sequence[BadCell]) -> None:
    """How many rows of somebody else's sheet are left out, and which."""
    if not (taken.rows and bad):
        return
    back = taken.sheets[-1]
    numbers = {cell.row or back.numbers.get(cell.key, 0) for cell in bad}
    rows = tuple(map(str, sorted(numbers - {0})))
    session.delivery.note(LEFT_OUT_ROWS(n=len(rows), of=taken.rows, rows=rows))


def bad_of(sheets: Sequence[Returned]) -> Iterator[BadCell]:
    return (cell for back in sheets for cell in back.bad)


def _questions(
    sheets: Sequence[Returned], choices: ImportChoices
) -> tuple[list[tuple[Returned, Question]], list[Question]]:
    """What waits for a person, and what an option settled in favour of the sheet."""
    from dosa_trace.sheets.decisions import ToDecide, questions

    settled_by = {}
    if choices.missing is not None:
        settled_by[ToDecide.MISSING] = choices.missing is Missing.DELETE
    if choices.conflicts is not None:
        settled_by[ToDecide.CONFLICT] = choices.conflicts is Conflicts.TAKE
    asked = [(back, question) for back in sheets for question in questions(back)]
    left = [pair for pair in asked if pair[1].asking not in settled_by]
    return left, [question for _, question in asked if settled_by.get(question.asking)]


def name_cells(
    session: Session, sheets: Sequence[Returned], cells: Iterable[BadCell], severity: str = "error"
) -> None:
    """Each cell of which something is to be said, where it stands and why, by sheets and rows."""
    by_section = {back.sheet.section: back for back in sheets}

    def number(cell: BadCell) -> int:
        return cell.row or by_section[cell.section].numbers.get(cell.key, 0)

    order = [*by_section]
    for cell in sorted(cells, key=lambda cell: (order.index(cell.section), number(cell))):
        back = by_section[cell.section]
        place = back.place(cell.key, cell.column)
        if cell.row is not None:
            place = back.sheet.place(cell.row, cell.column)
        message = AT(place=place, message=cell.message)
        write_error(message, cell.hint, session.language, severity)


def told(back: Returned, question: Question) -> Message:
    """What a person has to decide, with its place in the sheet."""
    from dosa_trace.sheets.decisions import ToDecide

    place = back.place(question.key, question.column)
    if question.asking is ToDecide.CONFLICT:
        sides = {"ours": Quoted(question.ours), "theirs": Quoted(question.theirs)}
        if not question.base:
            return DIFFERS(place=place, column=question.column, **sides)
        return CONFLICT(place=place, column=question.column, base=Quoted(question.base), **sides)
    return ROWS[question.asking.value](place=place, key=question.key)


#: With which option each question is settled where nobody can be asked.
SETTLE: Mapping[str, Phrase | None] = {
    "conflict": Phrase(
        "use --conflicts keep or --conflicts take", "gebruik --conflicts keep of --conflicts take"
    ),
    "missing": Phrase(
        "use --missing keep or --missing delete", "gebruik --missing keep of --missing delete"
    ),
    "changed-here": None,
    "gone-here": None,
}
LEFT_OUT_ROWS = Phrase(
    "{n} of {of} {of:row|rows} left out, in the sheet {n:row|rows} {rows}; a single cell can be "
    'left out with --value "COLUMN:CELL=skip"',
    "{n} van {of} {of:rij|rijen} weggelaten, in het blad {n:rij|rijen} {rows}; één cel weglaten "
    'kan met --value "KOLOM:CEL=skip"',
)
NOTHING = Phrase(
    "the sheet changes nothing in the catalogue", "het werkblad wijzigt niets in de catalogus"
)
CONFLICT = Phrase(
    "{place}: {column} was {base}; it is now {ours} in the catalogue and {theirs} in the sheet",
    "{place}: {column} was {base}; nu is het {ours} in de catalogus en {theirs} in het werkblad",
)
DIFFERS = Phrase(
    "{place}: {column} is {ours} in the catalogue and {theirs} in the sheet",
    "{place}: {column} is {ours} in de catalogus en {theirs} in het werkblad",
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
