"""A catalogue as tables: one for each kind of record, and one for each list that hangs on them.

Which tables and columns there are follows from the table of fields alone, so that two catalogues in
the same languages have the same. A list of words or ids is a table of its own with a row for each;
what a list holds has the key of what it hangs on, and its place in the list from 1.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from dosa_trace.catalog.fields import table as fields
from dosa_trace.catalog.fields.record_data import finite, records_under
from dosa_trace.catalog.fields.types import (
    Field,
    FieldTable,
    FieldType,
    ListOf,
    Local,
    Part,
    Party,
    Settings,
    TextsOf,
)
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.exporting.data_table import (
    TABLE_OF_KIND,
    DataColumn,
    DataTable,
    Value,
    cell,
    refers,
    type_of,
)

#: The column that says on which link something hangs: links have no id of their own.
LINK: Final = "link"


def tables_of(catalog: Catalog) -> tuple[DataTable, ...]:
    """All tables of a catalogue, each behind those that it names."""
    made: list[DataTable] = [_records_table(catalog)]
    sections: dict[str, tuple[FieldTable, Sequence[Any]]] = {
        "levels": (fields.LEVELS, tuple(catalog.levels.values())),
        "kinds": (fields.KINDS, tuple(catalog.kinds.values())),
        "themes": (fields.THEMES, catalog.info.themes or ()),
        **{
            name: (table, records_under(catalog, name))
            for name, table in fields.COLLECTIONS.items()
        },
    }
    for name in ("levels", "kinds", "themes", "organisations", "sources", "objectives",
                 "recommendations", "instruments", "links", "searches"):  # fmt: skip
        table, records = sections[name]
        made += _Section(catalog, name, table).tables(records)
    return (*made, _own_keys(catalog))


def _own_keys(catalog: Catalog) -> DataTable:
    """Keys that begin with `x-`, of records and links, with their values as JSON."""
    columns = (
        DataColumn("number", "integer", required=True),
        DataColumn("record", "text", "the record that has it", "records"),
        DataColumn(LINK, "integer", "or the link", "links"),
        DataColumn("key", "text", "x-…", required=True),
        DataColumn("value", "text", "as JSON", required=True),
    )
    held: list[tuple[str | None, int | None, Any]] = [
        (name, None, record) for name, record in catalog.by_id.items()
    ]
    held += [(None, at, link) for at, link in enumerate(catalog.links, 1)]
    keys = [
        (name, at, key, json.dumps(finite(value), ensure_ascii=False, sort_keys=True))
        for name, at, record in held
        for key, value in getattr(record, "extra", ())
    ]
    rows = tuple((number, *row) for number, row in enumerate(keys, 1))
    return DataTable("own_keys", "keys of one's own, which are never judged", columns,
                     ("number",), rows)  # fmt: skip


def _records_table(catalog: Catalog) -> DataTable:
    """Every record with the line at which it stands."""
    columns = (
        DataColumn("id", "text", "unique in the whole catalogue", required=True),
        DataColumn("title", "text", "what it is called, in the first language that it has"),
        DataColumn("kind", "text", "what it is", required=True),
        DataColumn("file", "text", "where it stands", required=True),
        DataColumn("line", "integer", "at which line", required=True),
    )
    rows = tuple(
        (
            record.id,
            next(iter(record.title), None),
            record.KIND,
            record.place.path,
            record.place.line,
        )
        for record in catalog.by_id.values()
        if getattr(record, "place", None) is not None
    )
    about = "all records that have an id, each with its line"
    return DataTable("records", about, columns, ("id",), rows)


class _Section:
    """The tables of one kind of record."""

    def __init__(self, catalog: Catalog, name: str, table: FieldTable) -> None:
        self._languages = tuple(dict.fromkeys(catalog.languages))
        self._name = name
        self._table = table
        self._single = next(
            (kind for kind, plural in TABLE_OF_KIND.items() if plural == name), name[:-1]
        )
        self._is_link = name == "links"
        if name == "searches":
            self._single = "search"

    def tables(self, records: Sequence[Any]) -> Iterator[DataTable]:
        """The table of the records, then those of what hangs on them."""
        own = (DataColumn(LINK, "integer", "number of the link", required=True),)
        keys = own if self._is_link else (DataColumn("id", "text", required=True),)
        columns = (*(own if self._is_link else ()), *self._columns(self._table))
        owned = [(self._key(at, record), record) for at, record in enumerate(records, 1)]
        rows = tuple(
            (*((key,) if self._is_link else ()), *self._cells(self._table, record))
            for key, record in owned
        )
        yield DataTable(self._name, "", columns, tuple(key.name for key in keys), rows)
        named = DataColumn(
            LINK if self._is_link else self._single,
            "integer" if self._is_link else "text",
            refers=self._name, required=True,
        )  # fmt: skip
        yield from self._lists(self._table, self._single, (named,), self._name,
                               [((key,), record) for key, record in owned])  # fmt: skip

    def _key(self, at: int, record: Any) -> Value:
        return at if self._is_link else str(record.id)

    def _columns(self, table: FieldTable, before: str = "") -> Iterator[DataColumn]:
        """The columns of what stands in a record itself: a part of it among them, a text in each
        language."""
        for field in table.fields:
            name = f"{before}{field.key}"
            match field.type:
                case Local():
                    yield from (
                        DataColumn(f"{name}_{language}", "text", field.about)
                        for language in self._languages
                    )
                case Part(table=inner):
                    yield from self._columns(inner, f"{name}_")
                case ListOf() | TextsOf() | Settings():
                    continue
                case kind:
                    yield DataColumn(
                        name,
                        type_of(kind),
                        field.about,
                        refers(kind),
                        field.required and not before,
                    )

    def _cells(self, table: FieldTable, record: Any) -> Iterator[Value]:
        """The cells of a record, in the order of its columns."""
        for field in table.fields:
            value = getattr(record, field.name, None) if record is not None else None
            match field.type:
                case Local():
                    yield from self._texts(value)
                case Part(table=inner):
                    yield from self._cells(inner, value)
                case ListOf() | TextsOf() | Settings():
                    continue
                case _:
                    yield cell(value)

    def _texts(self, value: LocalText | None) -> Iterator[Value]:
        """A text in each language; one in no particular language stands under the first."""
        texts = dict(value.texts) if value is not None else {}
        for at, language in enumerate(self._languages):
            yield texts.get(language, texts.get("") if at == 0 else None)

    def _lists(
        self,
        table: FieldTable,
        name: str,
        keys: tuple[DataColumn, ...],
        owner: str,
        owned: Sequence[tuple[tuple[Value, ...], Any]],
    ) -> Iterator[DataTable]:
        """The tables of the lists that hang on records, and of the lists on these."""
        for field in table.fields:
            if isinstance(field.type, ListOf):
                yield from self._list(field, f"{name}_{field.key}", keys, owner, owned)
            elif isinstance(field.type, TextsOf):
                named = field.type.kinds[0]
                columns = (*keys, DataColumn(named, "text", "", TABLE_OF_KIND[named], True),
                           *self._columns(_text_alone(field)))  # fmt: skip
                rows = tuple(
                    (*key, str(getattr(held, named, held[0])), *self._texts(held[1]))
                    for key, record in owned
                    for held in getattr(record, field.name)
                )
                yield DataTable(f"{name}_{field.key}", field.about, columns,
                                tuple(column.name for column in columns[: len(keys) + 1]), rows,
                                owner)  # fmt: skip

    def _list(
        self,
        field: Field,
        name: str,
        keys: tuple[DataColumn, ...],
        owner: str,
        owned: Sequence[tuple[tuple[Value, ...], Any]],
    ) -> Iterator[DataTable]:
        assert isinstance(field.type, ListOf)
        item = field.type.item
        place = DataColumn("position", "integer", "place in the list, from 1", required=True)
        inner = item.table if isinstance(item, Part) else _value_alone(field, item)
        columns = (*keys, place, *self._columns(inner))
        items = [
            ((*key, at), held)
            for key, record in owned
            for at, held in enumerate(getattr(record, field.name) or (), 1)
        ]
        rows = tuple(
            (
                *key,
                *(self._cells(inner, held) if isinstance(item, Part) else self._value(item, held)),
            )
            for key, held in items
        )
        named = (*(column.name for column in keys), place.name)
        yield DataTable(name, field.about, columns, named, rows,
                        owner)  # fmt: skip
        if isinstance(item, Part):
            below = (*keys, DataColumn(field.key, "integer", refers=None, required=True))
            yield from self._lists(inner, name, below, name, items)

    def _value(self, item: FieldType, value: Any) -> Iterator[Value]:
        """An item of a list of single values; who is meant by the id or the name, and by the name
        in each language where it has one."""
        if isinstance(item, Party):
            yield next(iter(value), None)
            yield from self._texts(value if len(value.texts) > 1 else None)
        elif isinstance(item, Local):
            yield from self._texts(value)
        else:
            yield cell(value)


def _value_alone(field: Field, item: FieldType) -> FieldTable:
    """A list of single values as a table with one column, of parties also their names."""
    alone = Field("value", item, field.about, True)
    names = (Field("name", Local(), "where it is given in several languages"),)
    return FieldTable(object, (alone, *names) if isinstance(item, Party) else (alone,))


def _text_alone(field: Field) -> FieldTable:
    return FieldTable(object, (Field("text", Local(), field.about),))
