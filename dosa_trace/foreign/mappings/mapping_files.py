"""How a sheet was read, saved beside it as YAML, so that the next one like it is read without a
question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from dosa_trace.catalog.fields.convert import record_converter
from dosa_trace.catalog.fields.scalars import MISSING, Context
from dosa_trace.catalog.fields.types import Choice, Field, FieldTable, ListOf, Part, Str
from dosa_trace.catalog.text.reader import read
from dosa_trace.catalog.text.values import YamlFile
from dosa_trace.diagnostics import Diagnostic
from dosa_trace.editing import edits
from dosa_trace.editing.places import NotEditable
from dosa_trace.editing.written import Style, entry
from dosa_trace.foreign.choices import Encoding, SheetKind
from dosa_trace.foreign.mappings.sheet_mapping import SheetMapping
from dosa_trace.foreign.reading.forms import Form
from dosa_trace.language import Language, Phrase, say

#: How a prefix is written that is none.
NO_PREFIX: Final = "none"
#: The ending of the name of such a file.
ENDING: Final = ".map.yaml"


class SavedValue(NamedTuple):
    """A cell, and what it becomes."""

    cell: str
    value: str


class SavedColumn(NamedTuple):
    """A column, the field that it becomes, how it writes, and what its cells become."""

    column: str
    field: str
    form: Form | None = None
    values: tuple[SavedValue, ...] = ()


class SavedField(NamedTuple):
    """A field that has one value in all rows."""

    field: str
    value: str


class SavedMapping(NamedTuple):
    """All that a file says."""

    kind: SheetKind
    columns: tuple[SavedColumn, ...]
    sheet: str | None = None
    encoding: Encoding | None = None
    prefix: str | None = None
    set: tuple[SavedField, ...] = ()


VALUE = FieldTable(SavedValue, (
    Field("cell", Str(numbers=True), "what stands in cells", required=True),
    Field("value", Str(numbers=True), "the word or id that it becomes", required=True),
))  # fmt: skip
COLUMN = FieldTable(SavedColumn, (
    Field("column", Str(numbers=True), "the head of the column", required=True),
    Field("field", Str(), "the field that it becomes, x-… or skip", required=True),
    Field("form", Choice(Form), "how the column writes"),
    Field("values", ListOf(Part(VALUE)), "what its cells become"),
))  # fmt: skip
SET = FieldTable(SavedField, (
    Field("field", Str(), "the field", required=True),
    Field("value", Str(numbers=True), "its value in all rows", required=True),
))  # fmt: skip
MAPPING = FieldTable(SavedMapping, (
    Field("kind", Choice(SheetKind), "what each row is", required=True),
    Field("sheet", Str(numbers=True), "the sheet of a workbook"),
    Field("encoding", Choice(Encoding), "how the letters of a file are written"),
    Field("prefix", Str(numbers=True), "what stands before numbers in ids, or none"),
    Field("set", ListOf(Part(SET)), "fields with one value in all rows"),
    Field("columns", ListOf(Part(COLUMN)), "the columns", required=True),
))  # fmt: skip


def mapping_path(path: Path) -> Path:
    """The file beside a sheet that says how it is read."""
    return path.with_name(f"{path.stem}{ENDING}")


def read_mapping(name: str, data: bytes) -> tuple[SheetMapping, tuple[Diagnostic, ...], YamlFile]:
    """What a file says of a sheet, all that is wrong with how it is written, and the file."""
    file, findings = read(name, data)
    if file.root is None:
        return SheetMapping(), tuple(findings), file
    context = Context(file, findings)
    made = record_converter(MAPPING, "")(context, file.root)
    if made is MISSING or findings:
        return SheetMapping(), tuple(findings), file
    assert isinstance(made, SavedMapping)
    columns = made.columns
    mapping = SheetMapping(
        kind=made.kind,
        sheet=made.sheet,
        encoding=made.encoding,
        prefix="" if made.prefix == NO_PREFIX else made.prefix,
        fields={column.column: column.field for column in columns},
        forms={column.column: column.form for column in columns if column.form is not None},
        values={
            column.column: {value.cell: value.value for value in column.values}
            for column in columns
            if column.values
        },
        fixed={column.field: column.value for column in made.set},
    )
    return mapping, (), file


def written(mapping: SheetMapping, before: bytes | None, name: str, language: Language) -> bytes:
    """The file of a mapping. Where there was one, its comments and all that is not new stay as they
    are, unless it is written so that nothing can be put into it."""
    data = dict(_data(mapping))
    if before is not None:
        file, findings = read(name, before)
        if file.root is not None and not findings:
            try:
                return _changed(file, data).text.encode("utf-8")
            except NotEditable:
                pass
    about = (f"# {line}" for line in say(ABOUT, language).split("\n"))
    lines = (entry(key, value, 0, Style()) for key, value in data.items())
    return "\n".join((*about, *lines, "")).encode("utf-8")


def _data(mapping: SheetMapping) -> Iterator[tuple[str, Any]]:
    """What stands in a file, key by key."""
    for key in ("kind", "sheet", "encoding", "prefix"):
        if (value := getattr(mapping, key)) is not None:
            yield key, str(value) or NO_PREFIX
    if mapping.fixed:
        yield "set", [{"field": key, "value": value} for key, value in mapping.fixed.items()]
    yield "columns", [dict(_column(mapping, head)) for head in mapping.fields]


def _column(mapping: SheetMapping, head: str) -> Iterator[tuple[str, Any]]:
    yield "column", head
    yield "field", mapping.fields[head]
    form = mapping.forms.get(head)
    if form not in (None, Form.TEXT):
        yield "form", str(form)
    if values := mapping.values.get(head):
        yield "values", [{"cell": cell, "value": value} for cell, value in values.items()]


def _changed(file: YamlFile, data: Mapping[str, Any]) -> YamlFile:
    """The file with what is new or otherwise in it."""
    for key, value in data.items():
        held = edits.plain(file)
        if isinstance(value, list) and isinstance(held.get(key), list):
            file = _list_changed(file, (key,), held[key], value)
        elif held.get(key) != value:
            file = edits.set_value(file, (key,), value)
    return file


def _list_changed(
    file: YamlFile, route: tuple[str | int, ...], held: list[Any], wanted: list[Any]
) -> YamlFile:
    """The file with the items of a list that are new put behind it, and those that are otherwise in
    their places; an item is known by its first key."""
    places = {_name(item): at for at, item in enumerate(held)}
    for item in wanted:
        at = places.get(_name(item))
        if at is None:
            continue
        for key, value in item.items():
            before = held[at].get(key)
            if isinstance(value, list) and isinstance(before, list):
                file = _list_changed(file, (*route, at, key), before, value)
            elif str(before) != str(value):
                file = edits.set_value(file, (*route, at, key), value)
    new = [item for item in wanted if _name(item) not in places]
    return edits.insert_items(file, route, len(held), new) if new else file


def _name(item: Mapping[str, Any]) -> str:
    return str(next(iter(item.values()), ""))


ABOUT = Phrase(
    "How a sheet is read. dosa-trace import follows this for the sheet beside it,\nand for any "
    "other with --map.",
    "Hoe een blad wordt gelezen. dosa-trace import volgt dit bij het blad ernaast,\nen bij elk "
    "ander met --map.",
)
