"""Which cell of a sheet a finding of `check` is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dosa_trace.catalog.text.values import Value, YamlList, YamlMap
from dosa_trace.diagnostics import Diagnostic
from dosa_trace.editing import edits
from dosa_trace.editing.draft import Draft
from dosa_trace.editing.places import end_of
from dosa_trace.sheets.changed_rows import BadCell, SheetChanges
from dosa_trace.sheets.columns import SheetColumn
from dosa_trace.sheets.rows import RecordTable, table_of


def blamed(
    draft: Draft, changes: Sequence[SheetChanges], findings: Sequence[Diagnostic]
) -> Iterator[BadCell]:
    """What is found in rows that a draft changes, each with its cell, else the row."""
    if not findings:
        return
    tables = {change.table.section: table_of(draft, change.table.section) for change in changes}
    for finding in findings:
        cells = (_cell_of(draft, change, tables, finding) for change in changes)
        if (cell := next(filter(None, cells), None)) is not None:
            yield cell


def _cell_of(
    draft: Draft, change: SheetChanges, tables: Mapping[str, RecordTable], finding: Diagnostic
) -> BadCell | None:
    """The cell of a kind of record in which something is found."""
    section = change.table.section
    for key in change.rows:
        place = tables[section].places.get(key)
        if place is None or place.path != finding.span.file:
            continue
        file = draft.file(place.path)
        record = edits.node_at(file, place.route)
        assert isinstance(record, YamlMap)
        first = file.lines.place(record.start)[0]
        last = file.lines.place(end_of(file.text, record))[0]
        if first <= finding.span.line <= last:
            column = _column_at(draft, place.path, record, finding, change, key)
            return BadCell(section, key, column, finding.message, finding.hint)
    return None


def _column_at(
    draft: Draft,
    path: str,
    record: YamlMap,
    finding: Diagnostic,
    change: SheetChanges,
    key: str,
) -> str | None:
    """The changed column of a record in which something is found: that of the smallest part of it
    that holds the place; None where that is in no changed column."""
    file = draft.file(path)
    changed = {edit.column for edit in change.edits if edit.key == key}
    changed |= {name for added, cells in change.added if added == key for name in cells}
    at = (finding.span.line, finding.span.column)
    holding: list[tuple[int, str]] = []
    for column in change.table.columns:
        if column.name in changed:
            for route in _routes(record, change.here(key, column), column):
                start, end = _span(file.text, record, route)
                if start < end and file.lines.place(start) <= at <= file.lines.place(end):
                    holding.append((end - start, column.name))
    return min(holding)[1] if holding else None


def _routes(
    record: YamlMap, here: SheetColumn | None, column: SheetColumn
) -> Iterator[tuple[str | int, ...]]:
    """The ways to what a column holds: of an item that is new, to that field of any."""
    if here is not None or len(column.route) == 1:
        yield (here or column).route
        return
    field, _, *inner = column.route
    entry = record.entries.get(str(field))
    if entry is not None and isinstance(entry[1], YamlList):
        yield from ((field, at, *inner) for at in range(len(entry[1].items)))


def _span(text: str, record: YamlMap, route: tuple[str | int, ...]) -> tuple[int, int]:
    """Where what is at the end of a way begins and ends with its key, or what of it there is."""
    start = end = 0
    node: Value = record
    for step in route:
        if isinstance(node, YamlMap) and step in node.entries:
            key, node = node.entries[str(step)]
            start, end = key.start, end_of(text, node)
        elif isinstance(node, YamlList) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            start, end = node.start, end_of(text, node)
        else:
            break
    return start, end
