"""Which files belong to a catalogue, and their bytes; nothing here can hang or raise for what is
found in a folder.

A catalogue is read from where it is kept: from a disk (`OnDisk`), or from a revision of git, which
is never laid down on one (`revisions`).
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from dosa_trace.catalog.text import messages
from dosa_trace.catalog.text import rules as file_rules
from dosa_trace.catalog.text.other_files import HEAD, other_sort
from dosa_trace.catalog.text.system_reasons import SystemReason
from dosa_trace.diagnostics import BadQuestion, CatalogNotFound, Diagnostic, Span

MB = 1024 * 1024
#: How large a file of the catalogue may be, and an archived text.
MOST_MB, MOST_TEXT_MB = 256, 16
MAX_MB = "DOSA_TRACE_MAX_MB"
#: How deep folders may stand in each other.
MOST_FOLDERS = 32
SUFFIXES = (".yaml", ".yml")
#: What stands beside a catalogue while an edit of several files is being written
#: (`editing.journal`).
JOURNAL = ".dosa-trace-edit"


class Files(Protocol):
    """Where a catalogue is kept: the names of its YAML files, in one order everywhere, and the
    bytes of each. `root` is the folder that the names are told from."""

    @property
    def root(self) -> Path: ...

    @property
    def names(self) -> Sequence[str]: ...

    @property
    def is_alone(self) -> bool:
        """Whether one file is the whole catalogue, so that no other beside it would be read."""

    def size(self, name: str) -> int:
        """How many bytes a file has; none where nobody can tell."""

    def read(self, name: str) -> bytes:
        """The content of one of the YAML files; raises OSError, and TooLarge."""

    def read_text(self, name: str) -> bytes:
        """The content of an archived text; raises OSError, also for one outside, and TooLarge."""


class OnDisk:
    """A catalogue on a disk: a folder or one file."""

    def __init__(self, path: Path, findings: list[Diagnostic]) -> None:
        """Adds to `findings` what cannot be read; raises CatalogNotFound."""
        self.root, self.names = catalog_files(path, findings)
        self.is_alone = path.is_file()

    def size(self, name: str) -> int:
        return size_of(self.root / name)

    def read(self, name: str) -> bytes:
        return read_bytes(self.root / name)

    def read_text(self, name: str) -> bytes:
        """A text in the catalogue's own folder; a link that leads out of it is not followed,
        because a quote that is not found shows what stands there."""
        path = Path(os.path.realpath(self.root / name))
        if not path.is_relative_to(os.path.realpath(self.root)):
            raise OSError(errno.EXDEV, "outside the catalogue", name)
        return read_bytes(path, MOST_TEXT_MB)


class InMemory:
    """A catalogue that stands nowhere: its files by their names, without archived texts."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.root = Path()
        self.names: Sequence[str] = sorted(files)
        self.is_alone = True
        self._files = files

    def size(self, name: str) -> int:
        return len(self._files.get(name, b""))

    def read(self, name: str) -> bytes:
        return self._files[name]

    def read_text(self, name: str) -> bytes:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name)


def catalog_files(path: Path, findings: list[Diagnostic]) -> tuple[Path, Sequence[str]]:
    """The folder of a catalogue and the names of its YAML files in it, in one order everywhere."""
    if _is(path, Path.is_file):
        if (sort := other_sort(_head(path), path.name)) is not None:
            message = messages.OTHER_SORT(path=str(path), sort=sort)
            raise CatalogNotFound(message, messages.GIVE_CATALOG)
        _tell_of_journal(path.parent, findings)
        return path.parent, [path.name]
    if not _is(path, Path.is_dir):
        raise CatalogNotFound(messages.NO_SUCH_PATH(path=str(path)), messages.GIVE_CATALOG)
    _tell_of_journal(path, findings)
    refused: list[OSError] = []
    names = sorted(_walk(path, refused, findings))
    for error in refused:
        folder = Path(error.filename).relative_to(path).as_posix()
        if folder == ".":
            message = messages.CANNOT_LIST(path=str(path), reason=SystemReason.of(error))
            raise CatalogNotFound(message, messages.MAKE_READABLE)
        findings.append(unreadable(folder, error))
    if not names and not refused:
        raise CatalogNotFound(messages.NO_FILES(path=str(path)), messages.GIVE_CATALOG)
    return path, names


def _tell_of_journal(root: Path, findings: list[Diagnostic]) -> None:
    """That some files may be those of before an edit and some those of after it."""
    if os.path.lexists(root / JOURNAL):
        message, hint = messages.INTERRUPTED, messages.EDIT_AGAIN(file=JOURNAL)
        findings.append(Diagnostic(file_rules.INTERRUPTED, message, Span(JOURNAL), hint))


def _head(path: Path) -> bytes:
    """The first bytes of a file; none of one that cannot be read, which is told when it is."""
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError:
        return b""


def _is(path: Path, what: Callable[[Path], bool]) -> bool:
    """Whether a path is a file or a folder; one that no disk can have is neither."""
    try:
        return what(path)
    except (OSError, ValueError):
        return False


def _walk(root: Path, refused: list[OSError], findings: list[Diagnostic]) -> Iterable[str]:
    """The names of the YAML files below a folder, each real folder looked into once; links that
    stay inside are followed, those that lead out are reported, what is hidden is not looked at."""
    top = Path(os.path.realpath(root))
    seen = {top}
    for folder, below, files in os.walk(root, onerror=refused.append, followlinks=True):
        fresh = []
        for name in sorted(below):
            path = Path(folder, name)
            if name.startswith(".") or not _stays(path, root, top, findings):
                continue
            real = Path(os.path.realpath(path))
            if real not in seen:
                seen.add(real)
                fresh.append(name)
        too_deep = len(Path(folder).relative_to(root).parts) >= MOST_FOLDERS
        if too_deep and fresh:
            refused.append(OSError(errno.ELOOP, "folders are nested too deep", folder))
        below[:] = [] if too_deep else fresh
        looks_like_files = (name for name in below if name.endswith(SUFFIXES))
        for name in (*files, *looks_like_files):
            if name.endswith(SUFFIXES) and not name.startswith("."):
                path = Path(folder) / name
                if _stays(path, root, top, findings):
                    yield path.relative_to(root).as_posix()


def _stays(path: Path, root: Path, top: Path, findings: list[Diagnostic]) -> bool:
    """Whether a file or folder is inside the catalogue; a link that is not is reported."""
    if not path.is_symlink() or Path(os.path.realpath(path)).is_relative_to(top):
        return True
    findings.append(leads_out(path.relative_to(root).as_posix()))
    return False


def leads_out(name: str) -> Diagnostic:
    """The finding that a file or folder is a link that leads out of the catalogue."""
    return Diagnostic(file_rules.OUTSIDE, messages.LEADS_OUT, Span(name), messages.PUT_IT_HERE)


def unreadable(name: str, error: OSError) -> Diagnostic:
    """The finding that a file or folder cannot be read."""
    if isinstance(error, TooLarge):
        message = messages.LARGE_FILE(most=error.most)
        return Diagnostic(file_rules.TOO_LARGE, message, Span(name), messages.RAISE_IT)
    reason = messages.CANNOT_READ(reason=SystemReason.of(error))
    return Diagnostic(file_rules.UNREADABLE, reason, Span(name), messages.MAKE_READABLE)


class TooLarge(OSError):
    """A file that is larger than what is read of its sort; `most` in MB."""

    def __init__(self, most: int) -> None:
        super().__init__(errno.EFBIG, f"larger than {most} MB")
        self.most = most


def size_of(path: Path) -> int:
    """How many bytes a file has; none where nobody can tell."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def read_bytes(path: Path, most: int | None = None) -> bytes:
    """The content of an ordinary file of at most so many MB; raises OSError, also for what might
    keep us waiting, and TooLarge."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise OSError(errno.EINVAL, "not an ordinary file", str(path))
    limit = most if most is not None else most_mb()
    with path.open("rb") as file:
        data = file.read(limit * MB + 1)
    if len(data) > limit * MB:
        raise TooLarge(limit)
    return data


def most_mb(environment: Mapping[str, str] = os.environ) -> int:
    """How large a file of the catalogue may be, in MB; raises BadQuestion where the environment
    says what is no size."""
    asked = environment.get(MAX_MB, "")
    if not asked:
        return MOST_MB
    if not (asked.isascii() and asked.isdecimal() and 0 < len(asked) < 7 and int(asked)):
        raise BadQuestion(messages.NO_SIZE(variable=MAX_MB, value=asked), messages.A_SIZE)
    return int(asked)
