"""A catalogue with edits that nobody has written yet: its files in memory, and what they become."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from dosa_trace.catalog.loader import Loaded, load_kept
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.text.files import Files
from dosa_trace.catalog.text.reader import read
from dosa_trace.catalog.text.values import YamlFile
from dosa_trace.diagnostics import BadQuestion, Diagnostic
from dosa_trace.editing.places import NotEditable
from dosa_trace.language import Phrase

BOM = b"\xef\xbb\xbf"


class FileEdit(NamedTuple):
    """A file as it was read and as it shall be; `before` is None for a new one. A note is a user's
    own text, by the path that they gave; all else is named from the catalogue's folder."""

    path: str
    before: bytes | None
    after: bytes
    is_note: bool = False


class Draft:
    """The files of a catalogue with edits. Nothing is written: `edits` says what would be."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._files: dict[str, YamlFile] = {}
        self._read: dict[str, bytes | None] = {}
        self._texts: dict[str, bytes] = {}
        self._notes: dict[str, FileEdit] = {}

    def file(self, path: str) -> YamlFile:
        """A file as it stands in the draft, an empty one where there is none. Raises BadQuestion
        for one that cannot be read."""
        if path not in self._files:
            known = path in self.catalog.kept.names
            if not known:
                self._require_none(path)
            data = self.catalog.kept.read(path) if known else None
            file, findings = read(path, data or b"")
            if findings:
                raise BadQuestion(UNREADABLE(path=path), MEND_IT)
            self._files[path], self._read[path] = file, data
        return self._files[path]

    def edit(self, path: str, change: Callable[[YamlFile], YamlFile]) -> None:
        """Changes one file of the draft; raises BadQuestion, with the place, where that cannot be
        done without touching what must stay."""
        file = self.file(path)
        try:
            self._files[path] = change(file)
        except NotEditable as error:
            line, column = file.lines.place(error.at)
            raise BadQuestion(CANNOT(place=f"{path}:{line}:{column}"), BY_HAND) from error

    def begin(self, path: str, text: str) -> None:
        """A file that was not there, with its first text."""
        self.file(path)
        self._files[path], _ = read(path, text.encode("utf-8"))

    def attach(self, path: str, data: bytes) -> None:
        """An archived text that was not there. Raises BadQuestion for a file that is."""
        self._require_none(path)
        self._texts[path] = data

    def rewrite(self, path: str, change: Callable[[str], str]) -> None:
        """Changes a text of the catalogue's folder that is none of its files, where it is there and
        is UTF-8."""
        try:
            before = self.catalog.kept.read_text(path)
            text = self._texts.get(path, before).decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return
        self._read[path], self._texts[path] = before, change(text).encode("utf-8")

    def note(self, path: Path, before: bytes, change: Callable[[str], str]) -> None:
        """Changes somebody's own text, which is UTF-8. Raises BadQuestion for what is part of the
        catalogue."""
        inside = os.path.relpath(os.path.realpath(path), os.path.realpath(self.catalog.root))
        if Path(inside).as_posix() in self.catalog.kept.names:
            raise BadQuestion(NO_NOTE(path=str(path)))
        known = self._notes.get(str(path), FileEdit(str(path), before, before, is_note=True))
        after = change(known.after.decode("utf-8")).encode("utf-8")
        self._notes[str(path)] = known._replace(after=after)

    def _require_none(self, path: str) -> None:
        """Raises BadQuestion for a file that is there and is no part of the catalogue."""
        if os.path.lexists(self.catalog.root / path):
            raise BadQuestion(IS_THERE(path=path))

    @property
    def edits(self) -> tuple[FileEdit, ...]:
        """The files that would change, by their paths, notes behind all others."""
        made = {path: self._bytes(path) for path in sorted(self._files)}
        made |= dict(sorted(self._texts.items()))
        edits = [FileEdit(path, self._read.get(path), data) for path, data in made.items()]
        edits += (self._notes[path] for path in sorted(self._notes))
        return tuple(edit for edit in edits if edit.before != edit.after)

    def _bytes(self, path: str) -> bytes:
        """A file as it shall be; a mark at its beginning stays."""
        before = self._read[path] or b""
        mark = BOM if before.startswith(BOM) else b""
        return mark + self._files[path].text.encode("utf-8")

    def read(self) -> Loaded:
        """The catalogue that the edits would make, with what is wrong with how it is written."""
        findings: list[Diagnostic] = []
        edited = {edit.path: edit.after for edit in self.edits if edit.path in self._files}
        kept = EditedFiles(self.catalog.kept, edited, self._texts)
        return load_kept(kept, self.catalog.root.resolve().stem, findings)


class EditedFiles:
    """The files of a catalogue (`text.files.Files`), some of them with another content."""

    def __init__(
        self, kept: Files, edited: Mapping[str, bytes], texts: Mapping[str, bytes]
    ) -> None:
        self._kept = kept
        self._edited = edited
        self._texts = texts
        self.names: Sequence[str] = sorted({*kept.names, *edited})

    @property
    def root(self) -> Path:
        return self._kept.root

    @property
    def is_alone(self) -> bool:
        return self._kept.is_alone

    def size(self, name: str) -> int:
        edited = self._edited.get(name)
        return self._kept.size(name) if edited is None else len(edited)

    def read(self, name: str) -> bytes:
        edited = self._edited.get(name)
        return self._kept.read(name) if edited is None else edited

    def read_text(self, name: str) -> bytes:
        text = self._texts.get(name)
        return self._kept.read_text(name) if text is None else text


IS_THERE = Phrase(
    "there is already a file '{path}', which is not written over",
    "er is al een bestand '{path}', dat niet wordt overschreven",
)
NO_NOTE = Phrase(
    "'{path}' is part of the catalogue and no briefing",
    "'{path}' hoort bij de catalogus en is geen notitie",
)
UNREADABLE = Phrase(
    "'{path}' contains errors, so it is not edited",
    "'{path}' bevat fouten, en wordt niet gewijzigd",
)
MEND_IT = Phrase(
    "run dosa-trace check and fix these first", "draai dosa-trace check en herstel die eerst"
)
CANNOT = Phrase(
    "{place}: this cannot be edited without changing a comment or a line beside it",
    "{place}: dit is niet te wijzigen zonder een opmerking of regel ernaast te raken",
)
BY_HAND = Phrase("edit this place by hand", "wijzig deze plek met de hand")
