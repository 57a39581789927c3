"""What a saved mapping says of fields and words that cannot be, at its places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.text.values import Value, YamlFile, YamlList, YamlMap
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.foreign.choices import SheetKind
from dosa_trace.foreign.field_names import checked, type_of
from dosa_trace.foreign.heads import OWN, SKIP
from dosa_trace.foreign.values_meant import kinds_named, plain_name, words_of
from dosa_trace.labels import USE
from dosa_trace.language import Alternatives, Phrase, Words


class MappingMistake(NamedTuple):
    """A mistake in a saved mapping, with its place."""

    place: str
    message: Words
    hint: Words | None


def mapping_mistakes(catalog: Catalog, file: YamlFile, kind: SheetKind) -> Iterator[MappingMistake]:
    """Fields that no such record has or no sheet can set, columns that stand there twice, and words
    that a field does not take."""
    seen: dict[str, str] = {}
    for column in _maps(file, "columns"):
        head, field = (str(_text(column, key)) for key in ("column", "field"))
        place = str(file.span(column.entries["column"][1]))
        if head in seen:
            yield MappingMistake(place, TWICE(head=head), FIRST_AT(place=seen[head]))
        seen.setdefault(head, place)
        if field not in (SKIP, OWN) and not field.startswith(OWN):
            yield from _field(catalog, file, kind, field, column.entries["field"][1])
            yield from _words(catalog, file, kind, field, column)
    for fixed in _maps(file, "set"):
        field = str(_text(fixed, "field"))
        yield from _field(catalog, file, kind, field, fixed.entries["field"][1])


def _field(
    catalog: Catalog, file: YamlFile, kind: SheetKind, field: str, node: Value
) -> Iterator[MappingMistake]:
    try:
        checked(catalog, kind, field, "")
    except BadQuestion as error:
        yield MappingMistake(str(file.span(node)), error.message, error.hint)


def _words(
    catalog: Catalog, file: YamlFile, kind: SheetKind, field: str, column: YamlMap
) -> Iterator[MappingMistake]:
    try:
        type_ = type_of(kind, field)
    except BadQuestion:  # told as a field
        return
    known = words_of(type_, catalog)
    if not known or kinds_named(type_):
        return
    for value in _maps_of(column.entries["values"][1] if "values" in column.entries else None):
        word = str(_text(value, "value"))
        if word != SKIP and plain_name(word) not in known:
            hint = USE(words=Alternatives(tuple(dict.fromkeys(known.values()))))
            place = str(file.span(value.entries["value"][1]))
            yield MappingMistake(place, NO_WORD(field=field, word=word), hint)


def _maps(file: YamlFile, key: str) -> Sequence[YamlMap]:
    assert file.root is not None
    return _maps_of(file.root.entries[key][1] if key in file.root.entries else None)


def _maps_of(node: Value | None) -> Sequence[YamlMap]:
    items = node.items if isinstance(node, YamlList) else ()
    return [item for item in items if isinstance(item, YamlMap)]


def _text(mapping: YamlMap, key: str) -> Any:
    entries: Mapping[str, Any] = mapping.entries
    return entries[key][1].text


TWICE = Phrase("the column '{head}' stands here twice", "de kolom '{head}' staat hier twee keer")
FIRST_AT = Phrase("the first is at {place}", "de eerste staat op {place}")
NO_WORD = Phrase("'{field}' cannot be '{word}'", "'{field}' kan niet '{word}' zijn")
