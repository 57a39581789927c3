"""Files, written whole or not at all: the one place where the program opens anything for writing.

What is new is written beside the old under a hidden name, flushed, and then put in its place
(write, fsync, rename, fsync of the folder), so that nobody ever sees half a file. Of a file below a
folder that strangers write to, every folder on the way is opened from the one above without
following a link (`O_NOFOLLOW`), and the file itself may be none.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
_PLAIN: Final = os.O_WRONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
#: Windows opens no file from an open folder; there every part of the name is looked at instead.
_FROM_FOLDER: Final = os.open in os.supports_dir_fd


class ReadOnly(OSError):
    """A file that nobody may write, and that another in its place would make writable."""


class OtherNames(OSError):
    """A file with hard links, which would keep the old text."""


class ChangedMeanwhile(OSError):
    """A file that is no longer what it was when it was read."""


class FileChange(NamedTuple):
    """What a file shall hold. `was` is what it held when it was read, None where nobody looked;
    `below` the folder from which no link is followed, None where the name was chosen by the user
    and may be a link, a device or a pipe. `is_new` says that there must be none yet."""

    path: Path
    data: bytes
    was: bytes | None = None
    below: Path | None = None
    is_new: bool = False


def write_all(changes: Sequence[FileChange]) -> None:
    """Writes one file whole or not at all, and several all or none: nothing is put in its place
    before everything is written, and where one cannot be put there, what was put is put back; a
    device or a pipe takes nothing back. Raises OSError, whose `filename` is the path of the change
    that failed."""
    with ExitStack() as stack:
        staged = []
        for change in changes:
            with _naming(change.path):
                staged.append(stack.enter_context(_staged(change)))
        for staged_file in staged:
            try:
                with _naming(staged_file.change.path):
                    staged_file.put(may_be_put_back=len(staged) > 1)
            except OSError:
                for other in reversed(staged):
                    with suppress(OSError):
                        other.put_back()
                raise


@contextmanager
def taking_turns(folder: Path) -> Iterator[None]:
    """Lets one writer at a time into a folder, where the system has a lock for that; a file that
    another wrote meanwhile is told by what it holds."""
    try:
        from fcntl import LOCK_EX, flock
    except ImportError:  # Windows
        yield
        return
    with _Folder(folder) as opened:
        if opened.handle is not None:
            flock(opened.handle, LOCK_EX)
        yield


def make_folders(root: Path, below: Path) -> None:
    """Makes the folders that lead from one to a file below it, as far as they are not there; raises
    OSError for one that is a link or no folder."""
    folder = root
    for name in _parts(below, root)[:-1]:
        folder = folder / name
        with _naming(folder):
            if folder.is_symlink():
                raise OSError(errno.ELOOP, "it is a link")
            folder.mkdir(exist_ok=True)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Lets what fails bear the path as it was given."""
    try:
        yield
    except OSError as error:
        error.filename = str(path)
        raise


def take_away(path: Path) -> None:
    """Takes away a file, not what it may be a link to; raises OSError."""
    with _naming(path), _Folder(path.parent) as folder:
        folder.unlink(path.name)
        folder.flush()


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder into which an engine writes what is then read from it; gone afterwards."""
    with TemporaryDirectory() as folder:
        yield Path(folder)


def append(path: Path, text: str) -> None:
    """Adds a text to what a file already holds, or begins it; raises OSError."""
    with _naming(path), os.fdopen(_open(path, os.O_APPEND | os.O_CREAT), "ab") as file:
        file.write(text.encode("utf-8"))


def open_nowhere() -> int:
    """Where whatever is written is gone."""
    return _open(Path(os.devnull), 0)


def _open(name: str | Path, flags: int, folder: int | None = None, mode: int = 0o666) -> int:
    return os.open(name, _PLAIN | flags, mode, dir_fd=folder)


class _Staged:
    """A file that stands beside its place, or a device that is written to."""

    def __init__(self, change: FileChange, folder: _Folder, name: str) -> None:
        self.change = change
        self.folder = folder
        self.name = name
        self.beside: str | None = None
        self.old: bytes | None = None
        self.was_there = False
        self.is_put = False

    def stage(self) -> None:
        status = self._replaceable()
        self.was_there = status is not None
        self.beside = f".{self.name[:40]}.{secrets.token_hex(8)}"
        flags = os.O_CREAT | os.O_EXCL | _NO_LINK
        with os.fdopen(self.folder.open(self.beside, flags, 0o600), "wb") as file:
            file.write(self.change.data)
            file.flush()
            _own(file.fileno(), status)
            os.fsync(file.fileno())

    def _replaceable(self) -> os.stat_result | None:
        """What is there now, None where nothing is; raises OSError for what another file in its
        place would undo: that it is read-only, has other names, or is a link."""
        try:
            status = self.folder.stat(self.name)
        except FileNotFoundError:
            return None
        if stat.S_ISLNK(status.st_mode):
            raise OSError(errno.ELOOP, "it is a link")
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "not an ordinary file")
        if not status.st_mode & 0o222:
            raise ReadOnly(errno.EACCES, "read-only")
        if status.st_nlink > 1:
            raise OtherNames(errno.EMLINK, "other names")
        return status

    def put(self, may_be_put_back: bool) -> None:
        """In the place of what is there, where that is still what it was."""
        if self.beside is None:
            return
        if self.was_there and (may_be_put_back or self.change.was is not None):
            self.old = self.folder.read(self.name)
        if self.change.was is not None and self.old != self.change.was:
            raise ChangedMeanwhile(errno.EBUSY, "changed meanwhile")
        if self.change.is_new and self._replaceable() is not None:
            raise ChangedMeanwhile(errno.EEXIST, "there meanwhile")
        self.folder.replace(self.beside, self.name)
        self.beside = None
        self.is_put = may_be_put_back
        self.folder.flush()

    def put_back(self) -> None:
        """What was there before, where this was put in its place."""
        if not self.is_put:
            return
        if self.old is None:
            self.folder.unlink(self.name)
        else:
            again = self.change._replace(data=self.old, was=None)
            with _staged(again) as staged:
                staged.put(may_be_put_back=False)


@contextmanager
def _staged(change: FileChange) -> Iterator[_Staged]:
    """A file beside its place, which is taken away again where nobody put it there."""
    real = Path(os.path.realpath(change.path))
    if change.below is None and real.exists() and not real.is_file() and not real.is_dir():
        _write_to_device(real, change.data)
        with _Folder(real.parent) as folder:
            yield _Staged(change, folder, real.name)
        return
    below = Path(os.path.realpath(change.below)) if change.below else real.parent
    parts = _parts(real, below)
    with _Folder(below, parts[:-1]) as folder:
        staged = _Staged(change, folder, parts[-1])
        try:
            staged.stage()
            yield staged
        finally:
            if staged.beside is not None:
                with suppress(OSError):
                    folder.unlink(staged.beside)


def _parts(path: Path, below: Path) -> Sequence[str]:
    """The names that lead from a folder to a file in it; raises OSError where they lead out."""
    try:
        parts = path.relative_to(below).parts
    except ValueError:
        parts = ()
    if not parts:
        raise OSError(errno.EXDEV, "it is outside the folder")
    return parts


def _own(file: int, like: os.stat_result | None) -> None:
    """Gives a new file the owner and the mode of the one that it replaces."""
    if like is not None and hasattr(os, "fchown"):
        os.fchown(file, like.st_uid, like.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(file, (like.st_mode if like is not None else 0o666 & ~_umask()) & 0o777)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _write_to_device(path: Path, data: bytes) -> None:
    """A device or a pipe is written to; only an ordinary file can be put in its place. A pipe that
    nobody reads would keep us waiting for ever, and is refused."""
    handle = _open(path, getattr(os, "O_NONBLOCK", 0))
    os.set_blocking(handle, True)
    with os.fdopen(handle, "wb") as file:
        file.write(data)


class _Folder:
    """An open folder, reached from another over names none of which is a link."""

    def __init__(self, start: Path, names: Sequence[str] = ()) -> None:
        self._path = Path(start, *names)
        self.handle: int | None = None
        if not _FROM_FOLDER:
            for at in range(len(names)):
                if Path(start, *names[: at + 1]).is_symlink():
                    raise OSError(errno.ELOOP, "it is a link", str(self._path))
            return
        flags = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
        self.handle = os.open(start, flags)
        for name in names:
            above = self.handle
            try:
                self.handle = os.open(name, flags | _NO_LINK, dir_fd=above)
            finally:
                os.close(above)

    def __enter__(self) -> _Folder:
        return self

    def __exit__(self, *_: object) -> None:
        if self.handle is not None:
            os.close(self.handle)

    def _name(self, name: str) -> str | Path:
        return name if self.handle is not None else self._path / name

    def open(self, name: str, flags: int, mode: int) -> int:
        return _open(self._name(name), flags, self.handle, mode)

    def read(self, name: str) -> bytes:
        handle = os.open(self._name(name), os.O_RDONLY | _NO_LINK, dir_fd=self.handle)
        with os.fdopen(handle, "rb") as file:
            return file.read()

    def stat(self, name: str) -> os.stat_result:
        return os.stat(self._name(name), dir_fd=self.handle, follow_symlinks=False)

    def replace(self, beside: str, name: str) -> None:
        os.replace(
            self._name(beside), self._name(name),
            src_dir_fd=self.handle, dst_dir_fd=self.handle,
        )  # fmt: skip

    def unlink(self, name: str) -> None:
        os.unlink(self._name(name), dir_fd=self.handle)

    def flush(self) -> None:
        if self.handle is not None:
            os.fsync(self.handle)
