"""The workbook of some kinds of record: a guide, a sheet for each kind, and, hidden, what each cell
held, so that what comes back can be compared with it without git."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dosa_trace.catalog.fields.help_in_dutch import meaning
from dosa_trace.catalog.fields.types import ListOf
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.document import Cell, Role, Verbatim
from dosa_trace.labels import GUIDE
from dosa_trace.language import Language, Phrase, say
from dosa_trace.sheets.columns import SECTIONS, SheetColumn, held_elsewhere
from dosa_trace.sheets.rows import RecordTable
from dosa_trace.workbook import Sheet, Value, Workbook

#: The hidden sheet that says what the workbook is, and its first cell.
ABOUT: Final = "_dosa-trace"
FORMAT: Final = "dosa-trace sheet 1"
#: How the hidden sheet with the base of a kind is called.
BASE: Final = "_base "


def book_of(tables: Sequence[RecordTable], catalog: Catalog, language: Language) -> Workbook:
    """The workbook of these records."""
    seen = [_sheet(table, catalog) for table in tables]
    bases = [
        Sheet(f"{BASE}{table.section}", _heads(table.columns), _rows(table), hidden=True)
        for table in tables
    ]
    about = Sheet(ABOUT, (), ((FORMAT,), (catalog.digest,)), hidden=True)
    title = catalog.info.title.say(language)
    return Workbook(title, (_guide(tables, title, language), *seen, *bases, about))


def _sheet(table: RecordTable, catalog: Catalog) -> Sheet:
    columns = table.columns
    locked = frozenset(at for at, column in enumerate(columns) if not column.is_set)
    choices = {at: column.choices(catalog) for at, column in enumerate(columns)}
    several = frozenset(at for at, column in enumerate(columns) if isinstance(column.kind, ListOf))
    heads, rows = _heads(columns), _rows(table)
    return Sheet(table.section, heads, rows, choices=choices, several=several, locked=locked)


def _heads(columns: Sequence[SheetColumn]) -> tuple[str, ...]:
    return tuple(column.name for column in columns)


def _rows(table: RecordTable) -> tuple[tuple[Value, ...], ...]:
    return tuple(
        tuple(Verbatim(cells.get(column.name, "")) for column in table.columns)
        for cells in table.rows.values()
    )


def _guide(tables: Sequence[RecordTable], title: str, language: Language) -> Sheet:
    lines: list[tuple[Value, ...]] = [(Cell(title, Role.STRONG),)]
    lines += [(say(line, language),) for line in HOW]
    lines.append(())
    lines.append(
        (Cell(say(SHEET, language), Role.STRONG), Cell(say(HELD_BY, language), Role.STRONG))
    )
    for table in tables:
        lines.append((table.section, "; ".join(_not_here(table, language))))
    for table in tables:
        lines += [(), (Cell(table.section, Role.STRONG), Cell(say(MEANS, language), Role.STRONG))]
        lines += _meanings(table, language)
    return Sheet(say(GUIDE, language), (), tuple(lines))


def _meanings(table: RecordTable, language: Language) -> Iterator[tuple[Value, ...]]:
    """What each field that has a column means."""
    keys = {column.key for column in table.columns}
    for field in SECTIONS[table.section].fields:
        if field.key in keys:
            yield (field.key, say(meaning(field), language))


def _not_here(table: RecordTable, language: Language) -> Iterator[str]:
    """What a sheet of a kind does not hold."""
    if fields := held_elsewhere(SECTIONS[table.section]):
        yield ", ".join(fields)
    if table.unheld:
        yield say(SEVERAL(names=table.unheld), language)


SHEET = Phrase("sheet", "werkblad")
MEANS = Phrase("what it holds", "wat erin staat")
HELD_BY = Phrase("only in the files", "alleen in de bestanden")
SEVERAL = Phrase("records under one name: {names}", "records onder één naam: {names}")
HOW = (
    Phrase(
        "Change cells, add rows at the end, and save. Then run: dosa-trace import FILE.",
        "Wijzig cellen, voeg onderaan rijen toe en bewaar. Draai dan: dosa-trace import BESTAND.",
    ),
    Phrase(
        "Grey cells stay as they are. An empty cell takes the value away.",
        "Grijze cellen blijven zoals ze zijn. Een lege cel haalt de waarde weg.",
    ),
    Phrase(
        "Dates are text: 2025, 2025-07 or 2025-07-04.",
        "Datums zijn tekst: 2025, 2025-07 of 2025-07-04.",
    ),
    Phrase(
        "Ids and words of a list have commas between them. Texts of a list each have a line.",
        "Tussen id's en woorden van een lijst staan komma's. Teksten van een lijst staan elk op "
        "een regel.",
    ),
    Phrase(
        "A cell with … cannot hold its value. That value, and what is named below, stays in the "
        "files.",
        "Een cel met … kan de waarde niet bevatten. Die waarde, en wat hieronder staat, blijft in "
        "de bestanden.",
    ),
)
