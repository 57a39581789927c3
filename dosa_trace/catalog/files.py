"""Which files belong to a catalogue, and their bytes; nothing here can hang or raise for what is
found in a folder."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from dosa_trace.catalog import file_rules, shapes
from dosa_trace.diagnostics import CatalogNotFound, Diagnostic, Span

SUFFIXES = (".yaml", ".yml")


def catalog_files(path: Path, found: list[Diagnostic]) -> tuple[Path, Sequence[str]]:
    """The folder of a catalogue and the names of its YAML files in it, in one order everywhere."""
    if path.is_file():
        return path.parent, [path.name]
    if not path.is_dir():
        raise CatalogNotFound(shapes.NO_SUCH_PATH(path=str(path)), shapes.GIVE_CATALOG)
    refused: list[OSError] = []
    names = sorted(_walk(path, refused))
    for error in refused:
        folder = Path(error.filename).relative_to(path).as_posix()
        if folder == ".":
            message = shapes.CANNOT_LIST(path=str(path), reason=error.strerror or "")
            raise CatalogNotFound(message, shapes.MAKE_READABLE)
        found.append(unreadable(folder, error))
    if not names and not refused:
        raise CatalogNotFound(shapes.NO_FILES(path=str(path)), shapes.GIVE_CATALOG)
    return path, names


def _walk(root: Path, refused: list[OSError]) -> Iterable[str]:
    """The names of the YAML files below a folder, each real folder looked into once; folders that
    are links are followed, hidden ones are not."""
    seen = {os.path.realpath(root)}
    for folder, below, files in os.walk(root, onerror=refused.append, followlinks=True):
        fresh = []
        for name in sorted(below):
            real = os.path.realpath(Path(folder, name))
            if not name.startswith(".") and real not in seen:
                seen.add(real)
                fresh.append(name)
        below[:] = fresh
        looks_like_files = (name for name in below if name.endswith(SUFFIXES))
        for name in (*files, *looks_like_files):
            if name.endswith(SUFFIXES) and not name.startswith("."):
                yield (Path(folder) / name).relative_to(root).as_posix()


def unreadable(name: str, error: OSError) -> Diagnostic:
    """The finding that a file or folder cannot be read."""
    reason = shapes.CANNOT_READ(reason=error.strerror or type(error).__name__)
    return Diagnostic(file_rules.UNREADABLE, reason, Span(name), shapes.MAKE_READABLE)


def read_bytes(path: Path) -> bytes:
    """The content of an ordinary file; raises OSError, also for what might keep us waiting."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise OSError(errno.EINVAL, "not an ordinary file", str(path))
    return path.read_bytes()
