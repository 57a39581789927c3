"""The document of a whole catalogue, read again: by the reader of catalogues, so that every mistake
has its line in the document."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from dosa_trace.catalog.fields.messages import NEWER_FORMAT
from dosa_trace.catalog.loader import load_kept
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.text.files import InMemory
from dosa_trace.catalog.text.reader import read_root
from dosa_trace.catalog.text.values import YamlMap
from dosa_trace.diagnostics import BadQuestion, Diagnostic
from dosa_trace.language import Phrase

_SCHEMA: Final = re.compile(r"dosa-trace/export/(\d+)")
#: A character beyond the first 65,536 as JSON may write it and YAML does not: as two.
_PAIR: Final = re.compile(r"(?<!\\)((?:\\\\)*)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.I)
_FROM: Final = 0x10000


class ExportRead(NamedTuple):
    """The records of a document with all that is wrong with how they are written, the checksum of
    the files that they came from, the file in which each stood, by kinds, the archived texts by
    their paths, and whether it says what the catalogue is."""

    catalog: Catalog
    mistakes: tuple[Diagnostic, ...]
    digest: str
    files: Mapping[str, tuple[str, ...]]
    texts: Mapping[str, str]
    says_what_it_is: bool = True


def read_export(name: str, data: bytes) -> ExportRead | None:
    """A document by its bytes; None for anything else. Raises BadQuestion for one of a later
    version."""
    document = _json(data)
    said = document.get("schema") if isinstance(document, dict) else None
    schema = _SCHEMA.fullmatch(said) if isinstance(said, str) else None
    if schema is None:
        return None
    if schema[1] != "1":
        raise BadQuestion(LATER(name=name, number=schema[1]), NEWER_FORMAT)
    text = _PAIR.sub(_as_one, data.decode("utf-8-sig"))
    root, findings = read_root(name, text)
    entry = root.entries.get("records") if isinstance(root, YamlMap) else None
    if entry is None or not isinstance(entry[1], YamlMap):
        if findings:
            return _unread(name, findings)
        raise BadQuestion(NO_RECORDS(name=name))
    start, end = entry[1].start, entry[1].end
    alone = re.sub(r"[^\n]", " ", text[:start]) + text[start:end]
    catalog, mistakes = load_kept(InMemory({name: alone.encode("utf-8")}), name, [])
    places = _mapping(document.get("places"))
    return ExportRead(
        catalog,
        mistakes,
        str(_mapping(document.get("catalogue")).get("digest", "")),
        {key: _files(lines) for key, lines in places.items()},
        {path: text for path, text in _mapping(document.get("texts")).items() if _is_text(text)},
        "catalogue" in entry[1].entries,
    )


def _unread(name: str, findings: list[Diagnostic]) -> ExportRead:
    """A document that YAML does not take, such as one with a character that nobody sees."""
    catalog, _ = load_kept(InMemory({name: b""}), name, [])
    return ExportRead(catalog, tuple(findings), "", {}, {})


def _json(data: bytes) -> Any:
    """What JSON says; nothing where it is none."""
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        return None


def _as_one(pair: re.Match[str]) -> str:
    high, low = int(pair[2], 16), int(pair[3], 16)
    return f"{pair[1]}\\U{_FROM + ((high & 0x3FF) << 10) + (low & 0x3FF):08x}"


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _files(lines: Any) -> tuple[str, ...]:
    """The files of `FILE:LINE`s."""
    listed = lines if isinstance(lines, list) else ()
    return tuple(str(line).rpartition(":")[0] for line in listed)


LATER = Phrase(
    "'{name}' is an export of version {number}, which this dosa-trace does not read",
    "'{name}' is een export van versie {number}, die deze dosa-trace niet leest",
)
NO_RECORDS = Phrase("'{name}' holds no records", "'{name}' bevat geen records")
