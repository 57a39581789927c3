"""Files to a Catalog: reads every YAML file of a folder, builds its records, and collects all
that is wrong on the way, so that one run tells everything.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dosa_trace import labels
from dosa_trace.catalog.fields import messages
from dosa_trace.catalog.fields import rules as record_rules
from dosa_trace.catalog.fields import table as fields
from dosa_trace.catalog.fields.convert import converter, record_converter
from dosa_trace.catalog.fields.how_to_write import meant_or_all
from dosa_trace.catalog.fields.scalars import MISSING, Context
from dosa_trace.catalog.model.catalog import Catalog, Reference
from dosa_trace.catalog.model.catalog_info import BUILT_IN_KINDS, CatalogueInfo, kinds_of, levels_of
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.read_only import ReadOnlyMap
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.catalog.text import reader, values
from dosa_trace.catalog.text import rules as file_rules
from dosa_trace.catalog.text.files import Files, OnDisk, unreadable
from dosa_trace.catalog.text.gc_pause import collector_paused
from dosa_trace.diagnostics import Diagnostic, Related, Span, sort

#: What stands in the place of a value whose record is made, so that the value need not be kept.
_MADE = values.Scalar("", False, 0, 0)
_ID_IN_TEXT = re.compile(r"(?:^|[\s{,])id:\s*[\"']?([a-z0-9.-]+)", re.MULTILINE)

#: Is told how much of a load is done, and of how much.
Told = Callable[[int, int], None]

Loaded = tuple[Catalog, tuple[Diagnostic, ...]]


def load_catalog(path: Path, listener: Told | None = None) -> Loaded:
    """The catalogue at `path`, a folder or one file, and everything wrong with how it is written;
    `listener` hears how far it is, in bytes that are read and then made records of.

    What could be read stands in the catalogue, so that checks can go on; figures may only be
    drawn from it when no diagnostic is an error. Raises CatalogNotFound.
    """
    findings: list[Diagnostic] = []
    return load_kept(OnDisk(path, findings), path.resolve().stem, findings, listener)


def load_kept(
    kept: Files, name: str, findings: list[Diagnostic], listener: Told | None = None
) -> Loaded:
    """The same of a catalogue wherever it is kept, with the `findings` of looking for its
    files; it is called by `name` where it bears no title."""
    with collector_paused():
        progress = _Progress(kept, listener) if listener else None
        files, digest = _read_files(kept, findings, progress)
        catalog = _assemble(name, kept, files, digest, findings, progress)
    return catalog, sort(findings)


class _Progress:
    """Counts what is read and made: each byte of a catalogue twice."""

    def __init__(self, kept: Files, listener: Told) -> None:
        self._told = listener
        self._of = 2 * sum(map(kept.size, kept.names))
        self._done = 0

    def further(self, by: int) -> None:
        self._done = min(self._done + by, self._of)
        self._told(self._done, self._of)


def _read_files(
    kept: Files, findings: list[Diagnostic], progress: _Progress | None
) -> tuple[list[values.YamlFile], str]:
    """Every file as values, and the digest of all."""
    files = []
    digest = hashlib.sha256()
    for name in kept.names:
        try:
            data = kept.read(name)
        except OSError as error:
            findings.append(unreadable(name, error))
            files.append(values.YamlFile(name, "", None, readable=False))
            continue
        digest.update(_fingerprint(name, data))
        file, problems = reader.read(name, data, listener=progress.further if progress else None)
        files.append(file)
        findings += problems
    return files, digest.hexdigest()


def _fingerprint(name: str, data: bytes) -> bytes:
    """What of a file goes into the digest: not how its lines end, which git may change."""
    content = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    return b"%s\0%d\0%s" % (os.fsencode(name), len(content), content)


@dataclass(slots=True)
class _Shelf:
    """Records as they come in, each id only once."""

    found: list[Diagnostic]
    records: dict[str, dict[str, Any]] = field(
        default_factory=lambda: {name: {} for name in fields.COLLECTIONS}
    )
    places: dict[str, tuple[values.YamlFile, int, int]] = field(default_factory=dict)
    links: list[TraceLink] = field(default_factory=list)
    dropped: int = 0
    twice: set[str] = field(default_factory=set)

    def admit(self, identifier: str, file: values.YamlFile, written: values.Value) -> bool:
        """Whether this id is new; a second record of the same id is reported and left out."""
        here = (file, written.start, written.end)
        first = self.places.setdefault(identifier, here)
        if first is here:
            return True
        self.twice.add(identifier)
        span = file.span(written)
        related = Related(first[0].span_at(*first[1:]), labels.FIRST_HERE)
        message = messages.ID_TWICE(id=identifier)
        self.found.append(
            Diagnostic(record_rules.DUPLICATE_ID, message, span, messages.RENAME, (related,))
        )
        return False


def _assemble(
    name: str,
    kept: Files,
    files: list[values.YamlFile],
    digest: str,
    findings: list[Diagnostic],
    progress: _Progress | None,
) -> Catalog:
    references: list[Reference] = []
    shelf = _Shelf(findings)
    texts = (file.text for file in files if not file.readable)
    unread = {record_id for text in texts for record_id in _ID_IN_TEXT.findall(text)}
    by_id = any(file.root is not None and "organisations" in file.root.entries for file in files)
    info = _catalogue_info(name, files, references, shelf, by_id)
    languages = frozenset(info.languages)
    levels, kinds = levels_of(info), kinds_of(info)
    for file in files:
        if file.root is None:
            continue
        context = Context(file, findings, references, languages, levels, kinds, by_id)
        unknown_top = False
        for key, (key_scalar, value) in file.root.entries.items():
            if key in fields.COLLECTIONS:
                unread |= _collect(context, key, value, shelf, progress)
            elif key != "catalogue":
                hint = meant_or_all(key, ("catalogue", *fields.COLLECTIONS))
                context.report(
                    record_rules.UNKNOWN_KEY, messages.NO_SUCH_KEY(key=key), key_scalar, hint
                )
                unknown_top = True
        if unknown_top:
            unread |= set(_ID_IN_TEXT.findall(file.text))
        file.root = None
    if info.themes is None:
        references = [reference for reference in references if reference.kinds != ("theme",)]
    return Catalog(
        kept=kept,
        info=info,
        files=tuple(files),
        digest=digest,
        organisations=ReadOnlyMap(shelf.records["organisations"]),
        sources=ReadOnlyMap(shelf.records["sources"]),
        recommendations=ReadOnlyMap(shelf.records["recommendations"]),
        objectives=ReadOnlyMap(shelf.records["objectives"]),
        instruments=ReadOnlyMap(shelf.records["instruments"]),
        links=tuple(shelf.links),
        searches=ReadOnlyMap(shelf.records["searches"]),
        references=tuple(references),
        unread=frozenset(unread),
        dropped=shelf.dropped,
        twice=frozenset(shelf.twice),
        lost=any(finding.rule in file_rules.LOSING for finding in findings),
    )


def _collect(
    context: Context, key: str, value: values.Value, shelf: _Shelf, progress: _Progress | None
) -> set[str]:
    """Shelves the records of one list; returns the ids of those that could not be made."""
    broken: set[str] = set()
    if isinstance(value, values.Scalar) and not value.text:
        return broken
    if not isinstance(value, values.YamlList):
        converter(fields.ListOf(fields.Part(fields.COLLECTIONS[key])), key)(context, value)
        return set(_ID_IN_TEXT.findall(context.file.text))
    convert = record_converter(fields.COLLECTIONS[key], key)
    records = shelf.records[key] if key != "links" else None
    for at, item in enumerate(value.items):
        before = len(shelf.found)
        record = convert(context, item)
        if len(shelf.found) > before and isinstance(item, values.YamlMap) and item.entries:
            about = context.file.span(next(iter(item.entries.values()))[0])
            shelf.found[before:] = [fault._replace(record=about) for fault in shelf.found[before:]]
        value.items[at] = _MADE
        if progress is not None:
            progress.further(item.end - item.start)
        if record is MISSING:
            shelf.dropped += 1
            broken |= _broken_id(item, context, shelf)
        elif records is None:
            shelf.links.append(record)
        elif key == "organisations" and record.id in (context.levels or ()):
            taken = messages.TAKEN(id=record.id, what=messages.A_LEVEL)
            context.report(record_rules.DUPLICATE_ID, taken, _id_of(item), messages.ANOTHER_ID)
        elif shelf.admit(record.id, context.file, _id_of(item)):
            records[record.id] = record
    return broken


def _broken_id(item: values.Value, context: Context, shelf: _Shelf) -> set[str]:
    """The id of a record that could not be made, taken all the same."""
    name = _written_id(item)
    if name is None or not isinstance(item, values.YamlMap):
        return set()
    shelf.admit(name, context.file, _id_of(item))
    return {name}


def _written_id(item: values.Value) -> str | None:
    if isinstance(item, values.YamlMap) and "id" in item.entries:
        scalar = item.entries["id"][1]
        return scalar.text if isinstance(scalar, values.Scalar) else None
    return None


def _catalogue_info(
    name: str,
    files: Iterable[values.YamlFile],
    references: list[Reference],
    shelf: _Shelf,
    by_id: bool,
) -> CatalogueInfo:
    """What the catalogue says of itself, from the one file that says it."""
    info: CatalogueInfo | None = None
    first: Span | None = None
    for file in files:
        if file.root is None or "catalogue" not in file.root.entries:
            continue
        key, value = file.root.entries["catalogue"]
        span = file.span(key)
        if first is not None:
            related = Related(first, labels.FIRST_HERE)
            message, hint = messages.CATALOGUE_TWICE, messages.KEEP_ONE
            shelf.found.append(
                Diagnostic(record_rules.SECOND_CATALOGUE, message, span, hint, (related,))
            )
            continue
        first = span
        context = Context(file, shelf.found, references, by_id=by_id)
        got = converter(fields.Part(fields.CATALOGUE), "catalogue")(context, value)
        if isinstance(got, CatalogueInfo):
            info = got
            _shelve_themes(file, value, shelf)
            _unique_words(context, value)
    if info is not None and info.languages:
        return info
    title = LocalText((("", name),))
    return CatalogueInfo(title=title, languages=("en", "nl"))


def _unique_words(context: Context, value: values.Value) -> None:
    """Reports levels and kinds of one id, and kinds that have the id of a built-in one."""
    built_in = {kind.id: messages.A_BUILT_IN_KIND for kind in BUILT_IN_KINDS}
    for key, taken in (("levels", {}), ("kinds", built_in)):
        listed = value.entries.get(key) if isinstance(value, values.YamlMap) else None
        for item in getattr(listed[1], "items", ()) if listed else ():
            name = _written_id(item)
            if name in taken:
                said = messages.TAKEN(id=name, what=taken[name])
                context.report(record_rules.DUPLICATE_ID, said, _id_of(item), messages.ANOTHER_ID)
            elif name is not None:
                taken[name] = messages.ANOTHER_HERE


def _id_of(item: values.Value) -> values.Value:
    """The id as it is written in a record that has one."""
    assert isinstance(item, values.YamlMap)
    return item.entries["id"][1]


def _shelve_themes(file: values.YamlFile, value: values.Value, shelf: _Shelf) -> None:
    listed = value.entries.get("themes") if isinstance(value, values.YamlMap) else None
    for item in getattr(listed[1], "items", ()) if listed else ():
        if name := _written_id(item):
            shelf.admit(name, file, _id_of(item))
