"""The ids in a catalogue, and nothing more: for a shell that completes while one types, and that
nobody waits for.

Only the files that can hold such an id are parsed, and no record is built; what is wrong is passed
over, as a shell that is completing is no place for messages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dosa_trace.catalog.text import reader
from dosa_trace.catalog.text.files import catalog_files, read_bytes
from dosa_trace.catalog.text.values import Scalar, Value, YamlList, YamlMap

#: What has an id that a question may name.
NAMED = ("recommendations", "objectives", "instruments", "sources")


def ids(path: Path, prefix: str) -> list[str]:
    """The ids that begin with the prefix, in the order of the alphabet. Raises CatalogNotFound and
    OSError."""
    root, names = catalog_files(path, [])
    found: set[str] = set()
    for name in names:
        data = read_bytes(root / name)
        if prefix.encode("utf-8", "replace") in data and any(key.encode() in data for key in NAMED):
            file, _ = reader.read(name, data)
            if file.root is not None:
                found.update(one for one in _named(file.root) if one.startswith(prefix))
    return sorted(found)


def _named(root: YamlMap) -> Iterator[str]:
    for key in NAMED:
        records = _value(root, key)
        for record in records.items if isinstance(records, YamlList) else ():
            name = _value(record, "id")
            if isinstance(name, Scalar):
                yield name.text


def _value(value: Value | None, key: str) -> Value | None:
    return value.entries[key][1] if isinstance(value, YamlMap) and key in value.entries else None
