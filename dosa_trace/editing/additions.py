"""Records and parts of records that are added to a draft, each where its like stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import Any, Final

from dosa_trace.catalog.fields import table
from dosa_trace.catalog.fields.types import Field, FieldTable, ListOf, Part
from dosa_trace.catalog.model.dates import parse_date
from dosa_trace.catalog.model.records import Source
from dosa_trace.catalog.model.vocabulary import Basis, Relation
from dosa_trace.catalog.text.files import SUFFIXES
from dosa_trace.catalog.text.values import YamlFile
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.editing import edits
from dosa_trace.editing.changes import NOTHING_THERE, TAKEN, put
from dosa_trace.editing.draft import Draft
from dosa_trace.editing.homes import THEMES, home_of
from dosa_trace.editing.targets import (
    PARTS,
    EditTarget,
    FieldPlace,
    place_named,
    target_named,
    value_typed,
)
from dosa_trace.editing.written import Style, entry
from dosa_trace.language import Phrase

#: A value as it was typed, or several for a list, each one item whatever stands in it.
Typed = str | tuple[str, ...]
#: The kinds of record that can be added, and the key of the file that holds them.
KINDS: Final[Mapping[str, str]] = {
    "source": "sources",
    "recommendation": "recommendations",
    "objective": "objectives",
    "instrument": "instruments",
    "organisation": "organisations",
    "search": "searches",
    "link": "links",
    "theme": THEMES,
}
#: The kind of record that each of these keys holds.
KIND_IN: Final[Mapping[str, str]] = {section: kind for kind, section in KINDS.items()}


class MissingFields(BadQuestion):
    """A record that is to be added lacks what it must have; `fields` are all that it lacks."""

    def __init__(self, fields: Sequence[Field]) -> None:
        keys = tuple(field.key for field in fields)
        options = tuple(option for field in fields for option in _options(field))
        super().__init__(MISSING(fields=keys), GIVE(options=options))
        self.fields = tuple(fields)


def _options(field: Field) -> Iterator[str]:
    """The options that give a field; of a list of parts those of its first."""
    kind = field.type
    if isinstance(kind, ListOf) and isinstance(kind.item, Part):
        wanted = {*kind.item.table.one_of[:1]}
        wanted |= {inner.key for inner in kind.item.table.fields if inner.required}
        for inner in kind.item.table.fields:
            if inner.key in wanted:
                yield f"--{field.key}.1.{inner.key}"
    else:
        yield f"--{field.key}"


def add_part(draft: Draft, part: str, name: str, values: Mapping[str, Typed]) -> EditTarget:
    """Adds what hangs on a record, such as a status, with its fields as they were typed; one with a
    date goes where that puts it. Raises UnknownId, and BadQuestion for a record that has none."""
    key, by_date = PARTS[part]
    target = target_named(draft, name)
    field = next((known for known in target.fields.fields if known.key == key), None)
    if field is None:
        raise BadQuestion(HAS_NONE(id=target.name, part=part))
    place = place_named(target.fields, f"{key}.1")
    fields: FieldTable = place.type.table  # type: ignore[union-attr]
    value = record_typed(fields, values, draft.catalog.languages[0])
    route = (*target.route, key)
    held = edits.inner(edits.plain(draft.file(target.path)), target.route).get(key)
    if not held:
        draft.edit(target.path, partial(put, target=target, route=route, value=[value]))
        return target
    at = _by_date(held, value) if by_date else len(held)
    draft.edit(target.path, partial(edits.insert_item, route=route, at=at, value=value))
    return target


def _by_date(held: Sequence[Mapping[str, Any]], value: Mapping[str, Any]) -> int:
    """Behind the last that is not later; what cannot be told comes last."""
    day = _day(value)
    for at in range(len(held), 0, -1):
        other = _day(held[at - 1])
        if day is None or other is None or other <= day:
            return at
    return 0


def _day(value: Mapping[str, Any]) -> Any:
    day = parse_date(str(value.get("date", value.get("read", ""))))
    return day.last_day if day is not None else None


def record_typed(
    fields: FieldTable, values: Mapping[str, Typed], language: str, also: Sequence[Field] = ()
) -> dict[str, Any]:
    """A record with its fields as they were typed, in the order of the format. Raises BadQuestion
    for a field that there is not, and for all that is missing at once, with what it must `also`
    have."""
    given: dict[str, Any] = {}
    for name, text in values.items():
        place = place_named(fields, name)
        head, *below = place.route
        value = _value(place, text)
        if not below:
            given[str(head)] = value
            continue
        given[str(head)] = _with(given.get(str(head)), below, value, language, name)
    has_one = not fields.one_of or any(key in given for key in fields.one_of)
    wanted = () if has_one else fields.one_of[:1]
    missing = tuple(
        field
        for field in fields.fields
        if field.key not in given and (field.required or field.key in wanted)
    )
    missing += tuple(field for field in also if field.key.partition(".")[0] not in given)
    if missing:
        raise MissingFields(missing)
    order = [field.key for field in fields.fields]
    return {
        key: given[key]
        for key in sorted(given, key=lambda key: order.index(key) if key in order else len(order))
    }


def _value(place: FieldPlace, text: Typed) -> Any:
    """What was typed for a field; raises BadQuestion for several values where it takes one."""
    if isinstance(text, str):
        return value_typed(place.type, text)
    if not isinstance(place.type, ListOf):
        raise BadQuestion(ONE_VALUE(field=place.name))
    return [value_typed(place.type.item, item) for item in text]


def _of_link(values: Mapping[str, Typed]) -> tuple[Field, ...]:
    """What a link must have because of what else it says: a supporting one an extent, an analyst's
    a reason, one that a source states that source."""
    known = {field.key: field for field in table.LINKS.fields}
    wanted = []
    if values.get("relation", Relation.SUPPORTS) == Relation.SUPPORTS:
        wanted.append(known["extent"])
    if values.get("basis") == Basis.INFERRED:
        wanted.append(known["rationale"])
    if values.get("basis") == Basis.STATED:
        first = table.EVIDENCE.fields[0]
        wanted.append(first._replace(key=f"evidence.1.{first.key}"))
    return tuple(wanted)


def _with(held: Any, route: Sequence[str | int], value: Any, language: str, name: str) -> Any:
    """What holds a value at the end of a route, which is made as far as it is not there; a plain
    text that gets a second language becomes a map. Raises BadQuestion for an item behind one that
    is not there."""
    if not route:
        return value
    step, *below = route
    if isinstance(step, int):
        items = held if isinstance(held, list) else []
        if step > len(items):
            raise BadQuestion(NOTHING_THERE(field=name))
        old = items[step] if step < len(items) else None
        return [*items[:step], _with(old, below, value, language, name), *items[step + 1 :]]
    if held is not None and not isinstance(held, dict):
        held = {language: held}
    held = held or {}
    return {**held, step: _with(held.get(step), below, value, language, name)}


def add_record(
    draft: Draft, kind: str, values: Mapping[str, Typed], file: str | None = None
) -> str:
    """Adds a record of a kind, with its fields as they were typed, where its like stand; the file
    that it stands in. Raises BadQuestion for an id that is taken and for what is missing."""
    section, named = KINDS[kind], _own(file) if file else None
    fields = table.THEMES if section == THEMES else table.COLLECTIONS[section]
    also = _of_link(values) if kind == "link" else ()
    value = record_typed(fields, values, draft.catalog.languages[0], also)
    if str(value.get("id", "")) in draft.catalog.by_id:
        raise BadQuestion(TAKEN(id=str(value["id"])))
    alone = draft.catalog.kept.names[0] if draft.catalog.kept.is_alone else None
    if alone and named not in (None, alone):
        raise BadQuestion(ONE_FILE(path=alone))
    path = named or alone or home_of(draft, section, value)
    target = draft.file(path)
    route = ("catalogue", section) if section == THEMES else (section,)
    around = edits.inner(edits.plain(target), route[:-1])
    held = around.get(section)
    if held:
        at = _behind_its_like(section, held, value)
        draft.edit(path, partial(edits.insert_item, route=route, at=at, value=value))
    elif target.root is None:
        draft.begin(path, _first(target, section, value))
    else:
        draft.edit(path, partial(edits.set_value, route=route, value=[value]))
    return path


def add_text(draft: Draft, name: str, data: bytes) -> int:
    """Archives a text to a source; how many quotes it is compared with from now on. Raises
    UnknownId, and BadQuestion for what is no source, has a text, or is no text itself."""
    target = target_named(draft, name)
    if not isinstance(target.record, Source):
        raise BadQuestion(NO_SOURCE(id=target.name))
    if target.record.text is not None:
        raise BadQuestion(HAS_TEXT(id=target.name, path=target.record.text))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadQuestion(NO_TEXT(id=target.name)) from error
    path = f"texts/{target.record.id}.txt"
    draft.attach(path, data)
    route = (*target.route, "text")
    draft.edit(target.path, partial(put, target=target, route=route, value=path))
    quotes = [proof for _, _, proof in draft.catalog.evidence() if proof.source == name]
    return sum(proof.quote is not None for proof in quotes)


def _own(path: str) -> str:
    """The name of a file below the folder of the catalogue that is read as a part of it; raises
    BadQuestion for any other."""
    parts = PurePosixPath(path).parts
    is_plain = not PurePosixPath(path).is_absolute() and not {"..", "."} & set(parts)
    if not is_plain or "\\" in path or ":" in path or not path.endswith(SUFFIXES):
        raise BadQuestion(NOT_OURS(path=path), NAME_FILE)
    if any(part.startswith(".") for part in parts):
        raise BadQuestion(NOT_OURS(path=path), NAME_FILE)
    return path


def _first(file: YamlFile, section: str, value: Mapping[str, Any]) -> str:
    text = file.text
    between = "" if not text or text.endswith("\n") else "\n"
    return f"{text}{between}{entry(section, [value], 0, Style(flow=False))}\n"


def _behind_its_like(
    section: str, held: Sequence[Mapping[str, Any]], value: Mapping[str, Any]
) -> int:
    """A link stands behind the last with the same origin, all else last."""
    if section == "links":
        same = [at for at, one in enumerate(held) if one.get("from") == value.get("from")]
        if same:
            return same[-1] + 1
    return len(held)


ONE_VALUE = Phrase("'{field}' takes one value", "'{field}' heeft één waarde")
NO_SOURCE = Phrase("'{id}' is not a source", "'{id}' is geen bron")
HAS_TEXT = Phrase(
    "the archived text of '{id}' is '{path}'", "de gearchiveerde tekst van '{id}' is '{path}'"
)
NO_TEXT = Phrase(
    "what is to be archived for '{id}' is not UTF-8 text",
    "wat bij '{id}' moet worden gearchiveerd is geen UTF-8-tekst",
)
ONE_FILE = Phrase(
    "this catalogue is the one file '{path}'", "deze catalogus is het ene bestand '{path}'"
)
NOT_OURS = Phrase(
    "'{path}' is no file of this catalogue", "'{path}' is geen bestand van deze catalogus"
)
NAME_FILE = Phrase(
    "name one below its folder, such as links/new.yaml",
    "noem er een onder de map ervan, zoals links/nieuw.yaml",
)
HAS_NONE = Phrase("'{id}' cannot have a {part}", "'{id}' kan geen {part} hebben")
MISSING = Phrase("missing: {fields}", "ontbreekt: {fields}")
GIVE = Phrase("give {options}", "geef {options}")
