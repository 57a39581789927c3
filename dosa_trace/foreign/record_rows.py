"""A row of a sheet as the cells of a record, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from dosa_trace.catalog.fields.types import FieldType, Flag, ListOf, Local, NumberType, Part
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.foreign.fixed_fields import FixedFields
from dosa_trace.foreign.heads import OWN, SKIP, is_amount
from dosa_trace.foreign.ids import LANGUAGE, Ids, SourceDiffers, Sources
from dosa_trace.foreign.open_questions import OF_SOURCE
from dosa_trace.foreign.proposed import ProposedColumn, SheetProposal, keys_beside
from dosa_trace.foreign.reading.cell_values import NOTHING
from dosa_trace.foreign.reading.csv_tables import UNREADABLE
from dosa_trace.foreign.reading.forms import EXPECTED, SORT_OF, CellSort, as_text, read_in
from dosa_trace.foreign.reading.tables import ForeignRow, Raw
from dosa_trace.foreign.resolved import Resolved
from dosa_trace.language import Either, Phrase, Quoted, Words
from dosa_trace.sheets.changed_rows import BadCell
from dosa_trace.sheets.columns import SECTIONS, is_of_texts

_PARTS: Final = re.compile(r"([a-z_]+\.\d+)\.([a-z_]+)")
#: How long a cell is quoted.
_SHOWN: Final = 60


class StandsBeside(NamedTuple):
    """In how many rows something stands beside a record, and by the heads of its columns under
    which keys."""

    rows: int
    keys: Mapping[str, str]


class RecordRows:
    """Rows as cells of fields."""

    def __init__(
        self, catalog: Catalog, proposal: SheetProposal, resolved: Resolved, stem: str
    ) -> None:
        self._catalog = catalog
        self._proposal = proposal
        self._words = resolved.words
        self._columns = [column for column in proposal.columns if column.is_kept]
        fixed = FixedFields(catalog, proposal, resolved.new)
        self.open = fixed.open
        self._set = fixed.meant
        self.ids = Ids(catalog, proposal, stem)
        self._texts = {
            column.head for column in self._columns if SORT_OF[column.form] is CellSort.TEXT
        }
        self._typed = proposal.mapping.sources
        self.sources = Sources(catalog, proposal.mapping)
        self._keys = keys_beside(self._columns)
        self.kinds = dict(_own_kinds(proposal, self._columns, self._keys))
        #: By the column that is empty, in how many rows that leaves what else they say of a part
        #: beside the record, and which columns that is.
        self.beside: dict[str, StandsBeside] = {}
        fields = SECTIONS[proposal.section].fields
        self._part_of = {
            field.key: field.type.item.table
            for field in fields
            if isinstance(field.type, ListOf) and isinstance(field.type.item, Part)
        }
        self._needed = [
            (field.key, column)
            for field in fields
            if field.required and not isinstance(field.type, ListOf)
            if (column := proposal.column(field.key)) is not None
        ]
        self._always = {f"{field.key}.1" for field in fields if field.required}
        table = proposal.table
        self.addresses = {"": table.address(None)}
        for column in reversed(self._columns):
            self.addresses[column.field] = table.address(column.head)
            self.addresses[self._keys[column.head]] = table.address(column.head)

    def row(self, row: ForeignRow) -> tuple[dict[str, str], list[BadCell]]:
        """The cells of a row, or what is wrong with it."""
        cells: dict[str, str] = {}
        bad: list[BadCell] = []
        for column in self._columns:
            try:
                text = self._cell(row, column)
            except _Bad as error:
                bad.append(self._bad(row, column.field, error.message, error.hint))
                continue
            if text:
                cells[column.field] = text
        of_source = {name: cells.pop(name) for name in [*cells] if name.startswith(OF_SOURCE)}
        bad += self._required(row, cells)
        if bad:
            return {}, bad
        if "source" in self._set:
            cells.setdefault("source", self._set["source"])
        named = {name.removeprefix(OF_SOURCE): text for name, text in of_source.items()}
        if named or "source" in cells:
            try:
                source = self._source(row.number, cells.pop("source", ""), named)
            except SourceDiffers as error:
                differs = DIFFERS(id=error.id, other=_quoted(error.other))
                return {}, [self._bad(row, f"{OF_SOURCE}{error.field}", differs, ONE_OF_THEM)]
            cells |= {"source": source} if source else {}
        cells |= self._beside(row, cells)
        cells |= self._fixed(cells)
        return self.ids.with_id(row, cells), []

    def _source(self, number: int, given: str, named: Mapping[str, str]) -> str | None:
        """The id of the source of a row, which is given or has these fields."""
        known = self._catalog.by_id.get(given)
        if (known is not None and known.KIND == "source") or given in self._typed:
            return self.sources.known(given, number, named)
        return self.sources.named(number, named, given)

    def _cell(self, row: ForeignRow, column: ProposedColumn) -> str:
        """What a cell becomes; raises _Bad."""
        if column.head in row.unread:
            raise _Bad(FORMULA, WRITE_VALUE)
        value = self._said(column.head, row.cells.get(column.head, ""))
        words = self._words.get(column.head)
        if value == "" and (words is None or "" not in words.meant):
            return ""
        text = as_text(value)
        if UNREADABLE in text:
            raise _Bad(GARBLED(text=_quoted(text)), SAY_ENCODING)
        if words is not None:
            return self._named(column, text)
        read = read_in(value, column.form)
        if read is None:
            raise _Bad(NOT_SO(text=_quoted(text)), EXPECTED[column.form])
        if (
            is_amount(column.head)
            and SORT_OF[column.form] is CellSort.NUMBER
            and read.startswith("-")
        ):
            raise _Bad(NOT_SO(text=_quoted(text)), NOT_NEGATIVE)
        is_one_line = column.kind is not None and not is_of_texts(column.kind)
        return " ".join(read.split("\n")) if is_one_line and _is_title(column) else read

    def _said(self, head: str, value: Raw) -> Raw:
        """A cell, or what was said in its place; of a column that names something that is told by
        its words."""
        said = self._proposal.mapping.values.get(head, {})
        if head in self._words or (text := as_text(value)) not in said:
            return value if as_text(value) not in NOTHING or head in self._texts else ""
        return "" if said[text] == SKIP else said[text]

    def _named(self, column: ProposedColumn, text: str) -> str:
        words = self._words[column.head]
        meant = words.of(text, column.kind)
        if None in meant:
            if column.field == "source":
                return text
            called = tuple(words.expected.values())
            hint = (
                OR_SAY(words=Either(called), head=column.head, text=text) if called else ADD_FIRST
            )
            raise _Bad(NOT_SO(text=_quoted(text)), hint)
        return ", ".join(dict.fromkeys(filter(None, meant)))

    def _required(self, row: ForeignRow, cells: Mapping[str, str]) -> Iterator[BadCell]:
        """The cells that have to hold something and are empty."""
        for key, column in self._needed:
            is_empty = column.head not in row.cells and column.head not in row.unread
            if is_empty and column.field not in cells:
                yield self._bad(row, column.field, EMPTY, MUST_HOLD(field=key))

    def _beside(self, row: ForeignRow, cells: dict[str, str]) -> dict[str, str]:
        """What hangs on a record and lacks what it needs, as keys of one's own; it is taken out of
        the cells."""
        held: dict[str, str] = {}
        by_part: dict[str, list[ProposedColumn]] = {}
        for column in self._columns:
            if (place := _PARTS.match(column.field)) and column.field in cells:
                by_part.setdefault(place[1], []).append(column)
        for part, columns in by_part.items():
            if (lacking := self._lacks(part, cells)) is None:
                continue
            empty = self._proposal.column(lacking)
            name = empty.head if empty else lacking
            before = self.beside.get(name, StandsBeside(0, {}))
            keys = {column.head: self._keys[column.head] for column in columns}
            self.beside[name] = StandsBeside(before.rows + 1, {**before.keys, **keys})
            for column in columns:
                text = cells.pop(column.field)
                is_word = column.head in self._words
                held[keys[column.head]] = as_text(row.cells[column.head]) if is_word else text
        return held

    def _lacks(self, part: str, cells: Mapping[str, str]) -> str | None:
        """A field that what hangs on a record needs and that no cell nor option gives."""
        given = {*cells, *self._proposal.mapping.fixed}
        table = self._part_of[part.partition(".")[0]]
        for inner in table.fields:
            name = f"{part}.{inner.key}"
            if inner.required and not any(LANGUAGE.sub("", known) == name for known in given):
                return name
        either = [f"{part}.{key}" for key in table.one_of]
        return None if not either or given.intersection(either) else either[0]

    def _fixed(self, cells: Mapping[str, str]) -> dict[str, str]:
        """The fields with one value in all rows, of what hangs on a record where it is there."""
        parts = {found[1] for name in cells if (found := _PARTS.match(name))} | self._always
        return {
            field: value
            for field, value in self._set.items()
            if field not in cells
            if (part := _PARTS.match(field)) is None or part[1] in parts
        }

    def _bad(self, row: ForeignRow, field: str, message: Words, hint: Words | None) -> BadCell:
        return BadCell(self._proposal.section, "", field, message, hint, row.number)


def _own_kinds(
    proposal: SheetProposal, columns: Sequence[ProposedColumn], keys: Mapping[str, str]
) -> Iterator[tuple[str, FieldType]]:
    """What keys of one's own hold: numbers where each is the same as YAML reads it, truths, else
    texts."""
    for column in columns:
        sort = SORT_OF[column.form]
        name = column.field if column.field.startswith(OWN) else keys[column.head]
        if sort is CellSort.YES_NO:
            yield name, Flag()
        elif sort is CellSort.NUMBER and all(
            _is_exact(read_in(value, column.form)) for value in proposal.table.values(column.head)
        ):
            yield name, NumberType()


def _is_exact(text: str | None) -> bool:
    return text is None or "." not in text or Decimal(repr(float(text))) == Decimal(text)


def _is_title(column: ProposedColumn) -> bool:
    return isinstance(column.kind, Local) and LANGUAGE.sub("", column.field) in ("title", "name")


class _Bad(Exception):
    """A cell that cannot be what its column is."""

    def __init__(self, message: Words, hint: Words | None) -> None:
        super().__init__()
        self.message, self.hint = message, hint


def _quoted(text: str) -> Quoted:
    return Quoted(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")


FORMULA = Phrase("a formula is not read", "een formule wordt niet gelezen")
WRITE_VALUE = Phrase("copy the cell and paste its value", "kopieer de cel en plak de waarde ervan")
GARBLED = Phrase(
    "{text} has a letter that cannot be read", "{text} heeft een letter die niet te lezen is"
)
SAY_ENCODING = Phrase(
    "save the file as UTF-8, or say how it is written with --encoding",
    "bewaar het bestand als UTF-8, of zeg met --encoding hoe het is geschreven",
)
NOT_SO = Phrase("{text} cannot be read", "{text} is niet te lezen")
NOT_NEGATIVE = Phrase("expected an amount of 0 or more", "verwacht: een bedrag van 0 of meer")
ADD_FIRST = Phrase(
    "no such record; add it first, or say which it is with --value",
    "dat record is er niet; voeg het eerst toe, of zeg welk het is met --value",
)
DIFFERS = Phrase(
    "another row says {other} of the source '{id}'",
    "een andere rij zegt {other} van de bron '{id}'",
)
ONE_OF_THEM = Phrase("one of them is wrong", "een van beide klopt niet")
OR_SAY = Phrase(
    'expected one of: {words}; else say what it means, with --value "{head}:{text}=WORD"',
    'verwacht een van: {words}; of zeg wat het betekent, met --value "{head}:{text}=WOORD"',
)
EMPTY = Phrase("this cell is empty", "deze cel is leeg")
MUST_HOLD = Phrase("expected the '{field}' of the record", "verwacht: '{field}' van het record")
