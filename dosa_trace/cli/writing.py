"""Text to standard output, standard error or a file; files whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from dosa_trace.diagnostics import BadQuestion
from dosa_trace.inert import no_commands
from dosa_trace.labels import HINT, SEVERITIES
from dosa_trace.language import Language, Phrase, Words, say


def write_output(text: str) -> None:
    """On standard output: UTF-8 and plain newlines, whatever the machine; only a screen that
    cannot show UTF-8 gets what it can show."""
    with _told_if_it_fails():
        _set_up(sys.stdout)
        sys.stdout.write(text)
        sys.stdout.flush()


def write_binary(data: bytes) -> None:
    """Bytes on standard output."""
    with _told_if_it_fails():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


@contextmanager
def _told_if_it_fails() -> Iterator[None]:
    """Raises BadQuestion where standard output is closed or full."""
    try:
        if sys.stdout is None:  # the shell closed it: `>&-`
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise cannot_print(error) from error


def cannot_print(error: OSError) -> BadQuestion:
    """That what was asked cannot be printed; nothing more is tried."""
    hush()
    return BadQuestion(CANNOT_PRINT(reason=error.strerror or type(error).__name__))


def write_note(text: str) -> None:
    if sys.stderr is None:
        return
    _set_up(sys.stderr)
    with suppress(OSError):
        sys.stderr.write(f"{no_commands(text)}\n")
        sys.stderr.flush()


def write_error(message: Words, hint: Words | None, language: Language) -> None:
    """`error: …` on standard error, with how to mend it on the next line."""
    write_note(f"{say(SEVERITIES['error'], language)}: {say(message, language)}")
    if hint:
        write_note(f"{say(HINT, language)}: {say(hint, language)}")


def write_file(path: Path, content: str | bytes) -> None:
    """Beside the file first and then in its place, so that nobody ever sees half a file.

    Raises BadQuestion where it cannot be written; what was there is then unharmed.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    target = Path(os.path.realpath(path))
    beside: str | None = None
    try:
        if target.exists() and not target.is_file():
            _write_to_device(target, data)
            return
        was = _replaceable(target)
        handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if was is not None and hasattr(os, "chown"):
            os.chown(beside, was.st_uid, was.st_gid)
        Path(beside).chmod((was.st_mode if was is not None else 0o666 & ~_umask()) & 0o777)
        Path(beside).replace(target)
    except OSError as error:
        if beside is not None:
            with suppress(OSError):
                Path(beside).unlink()
        reason = error.strerror or type(error).__name__
        raise BadQuestion(CANNOT_WRITE(path=str(path), reason=reason)) from error


def is_yaml(path: Path) -> bool:
    """Whether a file is there that a catalogue may consist of."""
    target = Path(os.path.realpath(path))
    return target.suffix in (".yaml", ".yml") and target.exists()


def _replaceable(target: Path) -> os.stat_result | None:
    """What is there now, None where nothing is; raises BadQuestion for what another file in its
    place would undo: that it is read-only, or that it has other names."""
    if not target.exists():
        return None
    was = target.stat()
    if not was.st_mode & 0o222:
        raise BadQuestion(READ_ONLY(path=str(target)))
    if was.st_nlink > 1:
        raise BadQuestion(OTHER_NAMES(path=str(target)))
    return was


def _write_to_device(target: Path, data: bytes) -> None:
    """A device or a pipe is written to; only an ordinary file can be put in its place. A pipe that
    nobody reads would keep us waiting for ever, and is refused."""
    handle = os.open(target, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    os.set_blocking(handle, True)
    with os.fdopen(handle, "wb") as file:
        file.write(data)


def add_to_file(path: Path, text: str) -> None:
    """Text behind what a file already holds; raises BadQuestion where it cannot be written."""
    try:
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BadQuestion(CANNOT_WRITE(path=str(path), reason=reason)) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def hush() -> None:
    """Nobody reads on (`| head`): say nothing more, also not when Python closes its files."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def shows_unicode(stream: TextIO | None) -> bool:
    return (getattr(stream, "encoding", None) or "").lower().replace("-", "") in ("utf8", "utf16")


def use_colour(choice: str, stream: TextIO | None, environment: Mapping[str, str]) -> bool:
    """The flag first, then NO_COLOR and FORCE_COLOR where they are not empty, then whether it is a
    screen that can show colours (no-color.org, force-color.org)."""
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if any(
        environment.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")
    ):
        return True
    return is_screen(stream) and environment.get("TERM") != "dumb"


def is_screen(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def screen_width() -> int:
    return max(shutil.get_terminal_size((80, 24)).columns, 40)


def _set_up(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if stream.isatty() and not shows_unicode(stream):
        reconfigure(errors="replace", newline="\n")
    else:
        reconfigure(encoding="utf-8", errors="strict", newline="\n")


CANNOT_PRINT = Phrase(
    "the answer cannot be printed: {reason}", "het antwoord is niet af te drukken: {reason}"
)
READ_ONLY = Phrase(
    "'{path}' is read-only, and is not written over",
    "'{path}' is alleen-lezen, en wordt niet overschreven",
)
OTHER_NAMES = Phrase(
    "'{path}' has other names (hard links), which would keep the old text",
    "'{path}' heeft nog andere namen (harde koppelingen), en die zouden de oude tekst houden",
)
CANNOT_WRITE = Phrase(
    "'{path}' cannot be written: {reason}", "'{path}' is niet te schrijven: {reason}"
)
