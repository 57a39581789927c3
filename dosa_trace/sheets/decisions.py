"""What nobody can decide but a person where a sheet comes back, and what is changed after that."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import NamedTuple

from dosa_trace.sheets.changed_rows import SheetChanges
from dosa_trace.sheets.merge import CellEdit
from dosa_trace.sheets.returned import Returned


class ToDecide(StrEnum):
    """What is asked about: a cell that both changed, a record that is gone from the sheet and
    changed here, one that changed in the sheet and is gone here, or one that is gone from the
    sheet."""

    CONFLICT = "conflict"
    CHANGED_HERE = "changed-here"
    GONE_HERE = "gone-here"
    MISSING = "missing"


class Question(NamedTuple):
    """Whether the sheet is followed in one thing; of a cell with what it was, is here and is in the
    sheet."""

    asking: ToDecide
    section: str
    key: str
    column: str | None = None
    base: str = ""
    ours: str = ""
    theirs: str = ""


def questions(back: Returned) -> Iterator[Question]:
    """All that is to be asked of a sheet, conflicts first."""
    section, merged = back.sheet.section, back.merge
    for cell in merged.conflicts:
        yield Question(
            ToDecide.CONFLICT, section, cell.key, cell.column, cell.base, cell.ours, cell.theirs
        )
    rows = (
        (ToDecide.CHANGED_HERE, merged.changed_here),
        (ToDecide.GONE_HERE, merged.gone_here),
        (ToDecide.MISSING, merged.missing),
    )
    yield from (Question(asking, section, key) for asking, keys in rows for key in keys)


def settled(back: Returned, followed: Collection[Question]) -> SheetChanges:
    """What is changed: what only the sheet changed, and that in which the sheet is `followed`."""
    mine = [question for question in followed if question.section == back.sheet.section]
    again = [asked.key for asked in mine if asked.asking is ToDecide.GONE_HERE]
    gone = [
        asked.key for asked in mine if asked.asking in (ToDecide.CHANGED_HERE, ToDecide.MISSING)
    ]
    return SheetChanges(
        table=back.table,
        edits=(
            *back.merge.edits,
            *(
                CellEdit(asked.key, asked.column, asked.ours, asked.theirs)
                for asked in mine
                if asked.column is not None
            ),
        ),
        added=(*back.merge.added, *((key, back.rows[key]) for key in again)),
        removed=tuple(gone),
        numbers=back.items,
    )
