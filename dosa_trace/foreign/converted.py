"""The rows of a sheet as rows of records, and the cells that cannot be any.

Nothing is corrected and nothing is dropped in silence: a row with a bad cell is left out, and each
of its bad cells named; what hangs on a record and lacks what it needs stands beside it, under keys
of one's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.foreign.open_questions import OpenQuestion
from dosa_trace.foreign.proposed import SheetProposal
from dosa_trace.foreign.reading.cell_values import truth_in
from dosa_trace.foreign.reading.forms import as_text
from dosa_trace.foreign.reading.tables import ForeignRow
from dosa_trace.foreign.record_rows import RecordRows, StandsBeside
from dosa_trace.foreign.resolved import NewRecord, Resolved
from dosa_trace.sheets.cells_read import ReadRow, ReadSheet
from dosa_trace.sheets.changed_rows import BadCell


class Converted(NamedTuple):
    """The sheets of records that a foreign sheet makes, what is new first; the cells that cannot be
    taken over; by the column that is empty what stands beside records, for what it hangs on lacks
    that (`beside`); how many rows say that they are gone; the
    records that would be new; what stands before numbers that become ids; and what somebody still
    has to say."""

    sheets: tuple[ReadSheet, ...]
    bad: tuple[BadCell, ...]
    beside: Mapping[str, StandsBeside]
    dropped: int
    new: tuple[NewRecord, ...]
    prefix: str | None
    open: tuple[OpenQuestion, ...]


def converted(
    catalog: Catalog, proposal: SheetProposal, resolved: Resolved, stem: str
) -> Converted:
    """A sheet as it is to be read, as sheets of records; `stem` is the name of its file, of which
    ids are made where nothing else says to what its numbers belong."""
    bad: list[BadCell] = []
    dropped = 0
    rows: list[ReadRow] = []
    made = RecordRows(catalog, proposal, resolved, stem)
    gone = proposal.preset.dropped if proposal.preset else ""
    for row in proposal.table.rows:
        if gone and _is_yes(row, gone):
            dropped += 1
            continue
        cells, wrong = made.row(row)
        bad += wrong
        if not wrong:
            rows.append(ReadRow(row.number, cells))
    seen = dict.fromkeys(name for row in rows for name in row.cells)
    own = ReadSheet(
        proposal.section, tuple(seen), tuple(rows), addresses=made.addresses, kinds=made.kinds
    )
    first = _first_rows(proposal, resolved)
    used = {item for row in rows for text in row.cells.values() for item in text.split(", ")}
    new = tuple(record for record in resolved.new if record.id in used)
    sheets = (*_new_sheets(new, first, made), own)
    open_questions = (*made.open, *made.sources.lacking())
    return Converted(sheets, tuple(bad), made.beside, dropped, new, made.ids.prefix, open_questions)


def _is_yes(row: ForeignRow, head: str) -> bool:
    value = row.cells.get(head)
    return value is True or (isinstance(value, str) and truth_in(value) is True)


def _first_rows(proposal: SheetProposal, resolved: Resolved) -> dict[str, int]:
    """In which row each name stands first."""
    first: dict[str, int] = {}
    for row in proposal.table.rows:
        for head in resolved.words:
            if head in row.cells:
                first.setdefault(as_text(row.cells[head]), row.number)
    return first


def _new_sheets(
    new: Sequence[NewRecord], first: Mapping[str, int], made: RecordRows
) -> Iterator[ReadSheet]:
    """A sheet of each kind of record that would be new."""
    rows: dict[str, list[ReadRow]] = {}
    for record in new:
        number = min((first[name] for name in record.names if name in first), default=1)
        rows.setdefault(f"{record.kind}s", []).append(ReadRow(number, record.cells))
    for number, cells in made.sources.rows:
        rows.setdefault("sources", []).append(ReadRow(number, cells))
    for section, listed in rows.items():
        heads = tuple(dict.fromkeys(name for row in listed for name in row.cells))
        addresses = {"": made.addresses[""]}
        yield ReadSheet(section, heads, tuple(listed), addresses=addresses)
