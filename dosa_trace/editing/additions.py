"""Records and parts of records that are added to a draft, each where its like stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import Any, Final

from dosa_trace.catalog.fields import table
from dosa_trace.catalog.fields.types import FieldTable
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.dates import parse_date
from dosa_trace.catalog.model.records import Source
from dosa_trace.catalog.text.files import MOST_FOLDERS, SUFFIXES
from dosa_trace.catalog.text.values import YamlFile
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.editing import edits
from dosa_trace.editing.changes import TAKEN, put
from dosa_trace.editing.draft import Draft
from dosa_trace.editing.homes import THEMES, home_of
from dosa_trace.editing.targets import (
    PARTS,
    EditTarget,
    place_named,
    target_named,
)
from dosa_trace.editing.typed_records import Typed, of_link, record_typed
from dosa_trace.editing.written import Style, entry
from dosa_trace.language import Phrase
from dosa_trace.plain_names import is_plain

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


def add_record(
    draft: Draft, kind: str, values: Mapping[str, Typed], file: str | None = None
) -> str:
    """Adds a record of a kind, with its fields as they were typed, where its like stand; the file
    that it stands in. Raises BadQuestion for an id that is taken and for what is missing."""
    section, named = KINDS[kind], _own(file) if file else None
    value = record_of(draft, kind, values)
    path = _path_of(draft, section, value, named)
    _put_in(draft, section, path, [value])
    return path


def record_of(draft: Draft, kind: str, values: Mapping[str, Typed]) -> dict[str, Any]:
    """A record of a kind, with its fields as they were typed. Raises BadQuestion for an id that is
    taken and for what is missing."""
    section = KINDS[kind]
    fields = table.THEMES if section == THEMES else table.COLLECTIONS[section]
    also = of_link(values) if kind == "link" else ()
    value = record_typed(fields, values, draft.catalog.languages[0], also)
    if str(value.get("id", "")) in draft.catalog.by_id:
        raise BadQuestion(TAKEN(id=str(value["id"])))
    return value


def add_all(
    draft: Draft, kind: str, records: Sequence[Mapping[str, Any]], files: Sequence[str] = ()
) -> None:
    """Adds records of a kind, each to the file that is named for it where that can be one of the
    catalogue, else where its like stand. Raises BadQuestion where a file cannot be edited."""
    section = KINDS[kind]
    together: dict[str, list[Mapping[str, Any]]] = {}
    for at, record in enumerate(records):
        named = files[at] if at < len(files) else ""
        is_named = bool(named) and _can_be_ours(named) and not draft.catalog.kept.is_alone
        path = _path_of(draft, section, record, named if is_named else None)
        if section == "links" and _held(draft, path, section):
            _put_in(draft, section, path, [record])  # each stands behind the last of its origin
        else:
            together.setdefault(path, []).append(record)
    for path, alike in together.items():
        _put_in(draft, section, path, alike)


def _path_of(draft: Draft, section: str, value: Mapping[str, Any], named: str | None) -> str:
    """The file of a new record. Raises BadQuestion where another is named than the only one."""
    alone = draft.catalog.kept.names[0] if draft.catalog.kept.is_alone else None
    if alone and named not in (None, alone):
        raise BadQuestion(ONE_FILE(path=alone))
    return named or alone or home_of(draft, section, value)


def _put_in(draft: Draft, section: str, path: str, values: Sequence[Mapping[str, Any]]) -> None:
    """Puts records of a kind into a file, links behind the last of the origin of the first."""
    held = _held(draft, path, section)
    if held:
        at = _behind_its_like(section, held, values[0])
        route = _route(section)
        draft.edit(path, partial(edits.insert_items, route=route, at=at, values=values))
    elif draft.file(path).root is None:
        draft.begin(path, _first(draft.file(path), section, values))
    else:
        draft.edit(path, partial(edits.set_value, route=_route(section), value=[*values]))


def _held(draft: Draft, path: str, section: str) -> Sequence[Mapping[str, Any]]:
    """The records of a kind that a file of a draft holds."""
    held: Any = edits.plain(draft.file(path))
    for step in _route(section):
        held = (held or {}).get(step)
    return held or ()


def _route(section: str) -> tuple[str, ...]:
    return ("catalogue", section) if section == THEMES else (section,)


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


def may_be_text(catalog: Catalog, path: str) -> bool:
    """Whether a file may be written as an archived text that somebody else names: a text in a
    folder of archived texts, where no program looks for a file."""
    held = {PurePosixPath(source.text).parent for source in catalog.sources.values() if source.text}
    folders = {PurePosixPath("texts"), *held} - {PurePosixPath()}
    is_named = path.endswith(".txt") and path.isprintable() and is_plain(path)
    is_shown = not PurePosixPath(path).name.startswith(".")
    return is_named and is_shown and PurePosixPath(path).parent in folders


def _own(path: str) -> str:
    """The name of a file below the folder of the catalogue that is read as a part of it; raises
    BadQuestion for any other."""
    if not _can_be_ours(path):
        raise BadQuestion(NOT_OURS(path=path), NAME_FILE)
    return path


def _can_be_ours(path: str) -> bool:
    parts = PurePosixPath(path).parts
    is_hidden = any(part.startswith(".") for part in parts)
    is_below = not PurePosixPath(path).is_absolute() and not is_hidden
    is_read = len(parts) <= MOST_FOLDERS and path.endswith(SUFFIXES)
    return is_below and is_read and is_plain(path) and path.isprintable()


def _first(file: YamlFile, section: str, values: Sequence[Mapping[str, Any]]) -> str:
    text = file.text
    between = "" if not text or text.endswith("\n") else "\n"
    return f"{text}{between}{entry(section, [*values], 0, Style(flow=False))}\n"


def _behind_its_like(
    section: str, held: Sequence[Mapping[str, Any]], value: Mapping[str, Any]
) -> int:
    """A link stands behind the last with the same origin, all else last."""
    if section == "links":
        same = [at for at, one in enumerate(held) if one.get("from") == value.get("from")]
        if same:
            return same[-1] + 1
    return len(held)


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
