"""The document of a whole catalogue, read again: by the reader of catalogues, so that every mistake
has its line in the document."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from dosa_trace.catalog.fields.messages import NEWER_FORMAT
from dosa_trace.catalog.fields.record_data import record_data
from dosa_trace.catalog.fields.table import CATALOGUE
from dosa_trace.catalog.loader import load_kept
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.catalog_info import CatalogueInfo
from dosa_trace.catalog.text import rules as file_rules
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
    the files that they came from, the file in which each stood by its kind and key, the archived
    texts by their paths, and whether it says what the catalogue is."""

    catalog: Catalog
    mistakes: tuple[Diagnostic, ...]
    digest: str
    files: Mapping[str, Mapping[str, str]]
    texts: Mapping[str, str]
    says_what_it_is: bool = True


def read_export(name: str, data: bytes, info: CatalogueInfo | None = None) -> ExportRead | None:
    """A document by its bytes; None for anything else. One that does not say what its catalogue is
    is read in the words of another, of which `info` is what it says of itself. Raises BadQuestion
    for a document of a later version, and for one that holds no records."""
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
        if not findings:
            raise BadQuestion(NO_RECORDS(name=name))
        return ExportRead(load_kept(InMemory({}), name, [])[0], tuple(findings), "", {}, {})
    start, end = entry[1].start, entry[1].end
    files = {name: (re.sub(r"[^\n]", " ", text[:start]) + text[start:end]).encode("utf-8")}
    says_what_it_is = "catalogue" in entry[1].entries
    if not says_what_it_is and info is not None:
        about = {"catalogue": record_data(CATALOGUE, info)}
        files["catalogue.yaml"] = json.dumps(about, ensure_ascii=False).encode("utf-8")
    catalog, mistakes = load_kept(InMemory(files), name, [])
    inside = {wrong.span for wrong in mistakes}
    around = [
        wrong for wrong in findings
        if wrong.rule is file_rules.DUPLICATE_KEY and wrong.span not in inside
    ]  # fmt: skip
    texts = _mapping(document.get("texts")).items()
    return ExportRead(
        catalog,
        (*around, *mistakes),
        str(_mapping(document.get("catalogue")).get("digest", "")),
        {kind: _files(places) for kind, places in _mapping(document.get("places")).items()},
        {path: text for path, text in texts if isinstance(text, str)},
        says_what_it_is,
    )


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


def _files(places: Any) -> dict[str, str]:
    """The files of `FILE:LINE`s, by the keys of what stands there."""
    return {key: str(place).rpartition(":")[0] for key, place in _mapping(places).items()}


LATER = Phrase(
    "'{name}' is an export of version {number}, which this dosa-trace does not read",
    "'{name}' is een export van versie {number}, die deze dosa-trace niet leest",
)
NO_RECORDS = Phrase("'{name}' holds no records", "'{name}' bevat geen records")
