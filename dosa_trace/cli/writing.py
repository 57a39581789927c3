"""Text to standard output, standard error or a file; files whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from dosa_trace.catalog.text.system_reasons import SystemReason
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.file_writer import (
    ChangedMeanwhile,
    FileChange,
    OtherNames,
    ReadOnly,
    append,
    make_folders,
    open_nowhere,
    write_all,
)
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


class ReaderLeft(Exception):
    """Who reads standard output wants no more (`| head`). No OSError, of which the framework makes
    an exit status that would read as *the answer is no*."""


@contextmanager
def _told_if_it_fails() -> Iterator[None]:
    """Raises BadQuestion where standard output is closed or full, and ReaderLeft."""
    try:
        if sys.stdout is None:  # the shell closed it: `>&-`
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        yield
    except BrokenPipeError as error:
        raise ReaderLeft from error
    except OSError as error:
        raise cannot_print(error) from error


def cannot_print(error: OSError) -> BadQuestion:
    """That what was asked cannot be printed; nothing more is tried."""
    hush()
    return BadQuestion(CANNOT_PRINT(reason=SystemReason.of(error)))


def write_note(text: str) -> None:
    if sys.stderr is None:
        return
    _set_up(sys.stderr)
    with suppress(OSError):
        sys.stderr.write(f"{no_commands(text)}\n")
        sys.stderr.flush()


def write_error(
    message: Words, hint: Words | None, language: Language, severity: str = "error"
) -> None:
    """`error: …` on standard error, with how to mend it on the next line."""
    write_note(f"{say(SEVERITIES[severity], language)}: {say(message, language)}")
    if hint:
        write_note(f"{say(HINT, language)}: {say(hint, language)}")


def write_file(path: Path, content: str | bytes) -> None:
    """Writes a file that the user named, whole or not at all.

    Raises BadQuestion where it cannot be written; what was there is then unharmed.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    write_files([FileChange(path, data)])


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Writes the files of a folder that the user named, all or none; the folder is new, or holds
    nothing else. Raises BadQuestion."""
    try:
        if path.is_dir():
            others = sorted(one.name for one in path.iterdir() if one.name not in files)
            if others:
                raise BadQuestion(OTHER_FILES(path=str(path), names=tuple(others[:3])), NEW_FOLDER)
        else:
            make_folders(path.parent, path / "file")
        write_all([FileChange(path / name, data, below=path) for name, data in files.items()])
    except OSError as error:
        raise not_written(error) from error


def write_files(changes: Sequence[FileChange]) -> None:
    """Writes several files, all or none; raises BadQuestion where that cannot be."""
    try:
        write_all(changes)
    except OSError as error:
        raise not_written(error) from error


def not_written(error: OSError) -> BadQuestion:
    """Why a file was not written."""
    path = str(error.filename)
    match error:
        case ReadOnly():
            return BadQuestion(READ_ONLY(path=path))
        case OtherNames():
            return BadQuestion(OTHER_NAMES(path=path))
        case ChangedMeanwhile():
            return BadQuestion(CHANGED(path=path), ASK_AGAIN)
    return BadQuestion(CANNOT_WRITE(path=path, reason=SystemReason.of(error)))


def is_yaml(path: Path) -> bool:
    """Whether a file is there that a catalogue may consist of."""
    target = Path(os.path.realpath(path))
    return target.suffix in (".yaml", ".yml") and target.exists()


def add_to_file(path: Path, text: str) -> None:
    """Text behind what a file already holds; raises BadQuestion where it cannot be written."""
    try:
        append(path, text)
    except OSError as error:
        raise not_written(error) from error


def hush() -> None:
    """Nobody reads on (`| head`): say nothing more, also not when Python closes its files."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(open_nowhere(), sys.stdout.fileno())


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
    "the result cannot be printed: {reason}", "het resultaat is niet af te drukken: {reason}"
)
READ_ONLY = Phrase(
    "'{path}' is read-only, and is not overwritten",
    "'{path}' is alleen-lezen, en wordt niet overschreven",
)
OTHER_NAMES = Phrase(
    "'{path}' has other names (hard links), which would keep the old text",
    "'{path}' heeft nog andere namen (harde links), en die zouden de oude tekst houden",
)
CHANGED = Phrase(
    "somebody else has changed '{path}' in the meantime, so it is not overwritten",
    "iemand anders heeft '{path}' intussen gewijzigd, dus het wordt niet overschreven",
)
ASK_AGAIN = Phrase("run the command again", "voer de opdracht opnieuw uit")
CANNOT_WRITE = Phrase(
    "'{path}' cannot be written: {reason}", "'{path}' is niet te schrijven: {reason}"
)
OTHER_FILES = Phrase(
    "'{path}' holds files that this format does not write, such as {names}",
    "'{path}' bevat bestanden die dit bestandstype niet schrijft, zoals {names}",
)
NEW_FOLDER = Phrase("give a folder that is new or empty", "geef een nieuwe of lege map op")
