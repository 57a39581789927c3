"""A three-way merge of rows by their keys, cell by cell: what both had, what stands here, and what
came back. A value is compared with that of the same key and column alone, so none ever moves into
another record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

#: The cells of a row by their columns; an empty cell is not among them.
Cells = Mapping[str, str]
Rows = Mapping[str, Cells]


class CellEdit(NamedTuple):
    """A cell that only the sheet changed; an empty text takes the value away."""

    key: str
    column: str
    before: str
    after: str


class CellConflict(NamedTuple):
    """A cell that both changed, each otherwise."""

    key: str
    column: str
    base: str
    ours: str
    theirs: str


class Merge(NamedTuple):
    """What a sheet changes: cells, rows that are new in it, and rows that it no longer has. What
    nobody can decide but a person: cells that both changed, rows that the sheet no longer has and
    that changed here (`changed_here`), and rows that it changed and that are gone here
    (`gone_here`)."""

    edits: tuple[CellEdit, ...]
    added: tuple[tuple[str, Cells], ...]
    missing: tuple[str, ...]
    conflicts: tuple[CellConflict, ...]
    changed_here: tuple[str, ...]
    gone_here: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Whether something waits for a person."""
        return bool(self.conflicts or self.changed_here or self.gone_here)


def merge(base: Rows, ours: Rows, theirs: Rows, columns: Sequence[str]) -> Merge:
    """What `theirs` changes in `ours` since `base`, in these columns. What both changed alike is
    no change; a row that both added is compared cell by cell with nothing before it."""
    edits: list[CellEdit] = []
    conflicts: list[CellConflict] = []
    for key, cells in theirs.items():
        if key not in ours:
            continue
        before = base.get(key, {})
        for cell in _cells(key, before, ours[key], cells, columns):
            if isinstance(cell, CellEdit):
                edits.append(cell)
            else:
                conflicts.append(cell)
    lost = [key for key in base if key in ours and key not in theirs]
    changed = [key for key in lost if _differ(base[key], ours[key], {**base[key], **ours[key]})]
    gone = [
        key
        for key, cells in theirs.items()
        if key in base and key not in ours and _differ(base[key], cells, columns)
    ]
    return Merge(
        edits=tuple(edits),
        added=tuple(
            (key, cells) for key, cells in theirs.items() if key not in base and key not in ours
        ),
        missing=tuple(key for key in lost if key not in changed),
        conflicts=tuple(conflicts),
        changed_here=tuple(changed),
        gone_here=tuple(gone),
    )


def _cells(
    key: str, before: Cells, ours: Cells, theirs: Cells, columns: Sequence[str]
) -> Iterator[CellEdit | CellConflict]:
    for column in columns:
        base, here, there = (one.get(column, "") for one in (before, ours, theirs))
        if there in (base, here):
            continue
        if here == base:
            yield CellEdit(key, column, here, there)
        else:
            yield CellConflict(key, column, base, here, there)


def _differ(one: Cells, other: Cells, columns: Iterable[str]) -> bool:
    return any(one.get(column, "") != other.get(column, "") for column in columns)
