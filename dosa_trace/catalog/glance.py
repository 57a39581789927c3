"""The ids in a catalogue and their titles, and nothing more: for a shell that completes while one
types, and that nobody waits for.

Only the files that can hold such an id are parsed, and no record is built; what is wrong is passed
over, as a shell that is completing is no place for messages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dosa_trace.catalog import reader
from dosa_trace.catalog.files import catalog_files, read_bytes
from dosa_trace.catalog.values import Mapping, Scalar, Sequence, Value

#: What has an id that a question may name, and what each calls its title.
NAMED = {
    "recommendations": "title", "objectives": "title", "instruments": "name", "sources": "title",
}  # fmt: skip


def ids(path: Path, prefix: str, language: str | None) -> list[tuple[str, str]]:
    """The ids that begin with the prefix, in the order of the alphabet, each with its title in the
    language or, without one, in the catalogue's first. Raises CatalogNotFound and OSError."""
    root, names = catalog_files(path, [])
    found: dict[str, Value | None] = {}
    for name in names:
        data = read_bytes(root / name)
        wanted = prefix.encode() in data and any(key.encode() in data for key in NAMED)
        if not wanted and (language or b"languages" not in data):
            continue
        file, _ = reader.read(name, data)
        if file.root is not None:
            language = language or _first_language(file.root)
            found |= {one: title for one, title in _named(file.root) if one.startswith(prefix)}
    return sorted((one, _text(title, language or "en")) for one, title in found.items())


def _named(root: Mapping) -> Iterator[tuple[str, Value | None]]:
    for key, title in NAMED.items():
        records = _value(root, key)
        for record in records.items if isinstance(records, Sequence) else ():
            name = _value(record, "id")
            if isinstance(name, Scalar):
                yield name.text, _value(record, title)


def _first_language(root: Mapping) -> str | None:
    languages = _value(_value(root, "catalogue"), "languages")
    if isinstance(languages, Sequence) and languages.items:
        return _text(languages.items[0], None)
    return None


def _text(value: Value | None, language: str | None) -> str:
    """A text, or of a map of languages the one asked for, else the first."""
    if isinstance(value, Mapping):
        texts = {key: _text(one, None) for key, (_, one) in value.entries.items()}
        return texts.get(language or "", next(iter(texts.values()), ""))
    return value.text if isinstance(value, Scalar) else ""


def _value(value: Value | None, key: str) -> Value | None:
    return value.entries[key][1] if isinstance(value, Mapping) and key in value.entries else None
