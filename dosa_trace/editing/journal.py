"""Edits of several files, all or none also where the machine stops between two of them.

A journal of what shall be written is laid beside the catalogue first, whole and flushed; then the
files are written, and it is taken away (a write-ahead log that is only ever redone). Where one is
found, an edit was interrupted: it is completed where each file is still what it was before the edit
or already what it shall be.

It counts only in the folder in which it was written, by the number of that folder on its disk: one
that came with somebody else's copy of a catalogue would be an edit that nobody was shown.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from dosa_trace.analysis.coverage.snapshot import SNAPSHOT
from dosa_trace.catalog.text.files import JOURNAL, SUFFIXES, read_bytes
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.editing.draft import FileEdit
from dosa_trace.file_writer import FileChange, make_folders, take_away, taking_turns, write_all
from dosa_trace.language import Phrase

#: The words that begin a journal of this form.
FORM = "dosa-trace edit 1"


def write_edits(root: Path, edits: Sequence[FileEdit]) -> None:
    """Writes the files of an edit, all or none, each where it is still what it was when it was
    read; notes, which stand elsewhere, last. Raises OSError, whose `filename` is the file that
    failed."""
    inside = [edit for edit in edits if not edit.is_note]
    notes = [edit for edit in edits if edit.is_note]
    with taking_turns(root):
        _make_folders(root, inside)
        changes = [_change_of(edit, root) for edit in (*inside, *notes)]
        if len(inside) < 2:
            write_all(changes)
            return
        write_all([FileChange(root / JOURNAL, _journal(root, inside), below=root, is_new=True)])
        try:
            write_all(changes)
        except OSError:  # what was written is as it was again
            take_away(root / JOURNAL)
            raise
        take_away(root / JOURNAL)


def finish_edit(root: Path) -> tuple[str, ...]:
    """Completes an edit of a catalogue that was interrupted; the files that it wrote, none where
    there was none. Raises OSError, and BadQuestion where somebody changed one of them since, or the
    journal was written elsewhere."""
    if not (root / JOURNAL).is_file():
        return ()
    with taking_turns(root):
        try:
            edits = [*_edits(root, json.loads(read_bytes(root / JOURNAL)))]
        except FileNotFoundError:  # another completed it meanwhile
            return ()
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadQuestion(NO_JOURNAL(file=JOURNAL), LOOK(file=JOURNAL)) from error
        _make_folders(root, edits)
        write_all([_change_of(edit, root) for edit in edits])
        take_away(root / JOURNAL)
        return tuple(edit.path for edit in edits)


def _make_folders(root: Path, edits: Sequence[FileEdit]) -> None:
    for edit in edits:
        if edit.before is None:
            make_folders(root, root / edit.path)


def _change_of(edit: FileEdit, root: Path) -> FileChange:
    if edit.is_note:
        path = Path(edit.path)
        return FileChange(path, edit.after, edit.before, path.parent)
    return FileChange(root / edit.path, edit.after, edit.before, root, edit.before is None)


def _journal(root: Path, edits: Sequence[FileEdit]) -> bytes:
    files = [
        {
            "path": edit.path,
            "before": None if edit.before is None else _digest(edit.before),
            "after": base64.b64encode(edit.after).decode("ascii"),
        }
        for edit in edits
    ]
    return json.dumps({"form": FORM, "folder": _number(root), "files": files}).encode("ascii")


def _edits(root: Path, journal: Any) -> Iterator[FileEdit]:
    """What of a journal is not written yet. Raises ValueError and its like for what is none, and
    BadQuestion."""
    if journal["form"] != FORM or journal["folder"] != _number(root):
        raise ValueError(JOURNAL)
    for file in journal["files"]:
        path, after = file["path"], base64.b64decode(file["after"], validate=True)
        if not _is_ours(path):
            raise ValueError(path)
        try:
            now = read_bytes(root / path)
        except FileNotFoundError:
            now = None
        if now == after:
            continue
        if (None if now is None else _digest(now)) != file["before"]:
            raise BadQuestion(CHANGED_SINCE(path=path), LOOK(file=JOURNAL))
        yield FileEdit(path, now, after)


def _is_ours(path: str) -> bool:
    """Whether a path is one that an edit writes to: below the folder, in no hidden one, a file of a
    catalogue, its snapshot or an archived text."""
    parts = PurePosixPath(path).parts
    plain = "\\" not in path and ":" not in path and not path.startswith("/")
    hidden = any(part.startswith(".") for part in parts)
    return plain and not hidden and (path.endswith((*SUFFIXES, ".txt")) or path == SNAPSHOT)


def _number(root: Path) -> str:
    """What a copy of a folder does not have in common with it."""
    status = root.stat()
    return f"{status.st_dev}-{status.st_ino}"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


NO_JOURNAL = Phrase(
    "'{file}' is not about an edit that was interrupted here",
    "'{file}' gaat niet over een wijziging die hier is onderbroken",
)
CHANGED_SINCE = Phrase(
    "an edit was interrupted, and '{path}' has changed since",
    "een wijziging is onderbroken, en '{path}' is sindsdien veranderd",
)
LOOK = Phrase("look at the files, and delete {file}", "bekijk de bestanden, en verwijder {file}")
