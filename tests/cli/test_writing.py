"""What is written to files and streams: whole or not at all, in UTF-8, in colour where wanted."""

from __future__ import annotations

import io
import os
import re
import resource
import subprocess
import sys
import tty
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

import pytest

from dosa_trace.cli.writing import (
    ReaderLeft,
    add_to_file,
    hush,
    is_screen,
    screen_width,
    shows_unicode,
    use_colour,
    write_binary,
    write_error,
    write_file,
    write_note,
    write_output,
)
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Language, Phrase

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="no full disk to write to")


class Screen:
    """A terminal, and what appears on it."""

    def __init__(self, shown: int, stream: TextIO) -> None:
        self.shown = shown
        self.stream = stream

    def read(self) -> bytes:
        return os.read(self.shown, 1000)


@contextmanager
def screen(encoding: str = "utf-8", errors: str = "strict") -> Iterator[Screen]:
    shown, end = os.openpty()
    tty.setraw(end)
    with os.fdopen(end, "w", encoding=encoding, errors=errors, newline="\r\n") as stream:
        yield Screen(shown, stream)
        with suppress(OSError):
            stream.flush()
    os.close(shown)


@pytest.fixture
def odd(tmp_path: Path) -> Iterator[TextIO]:
    """A file opened as a machine does that knows neither UTF-8 nor plain newlines."""
    with (tmp_path / "odd").open("w", encoding="ascii", errors="replace", newline="\r\n") as stream:
        yield stream
        with suppress(UnicodeError):
            stream.flush()


def said(error: pytest.ExceptionInfo[BadQuestion]) -> str:
    return error.value.message.say(Language.EN)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o7777


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


# Files ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "data"), [("één\n", b"\xc3\xa9\xc3\xa9n\n"), (b"\xff\r\n", b"\xff\r\n")]
)
def test_a_file_holds_what_was_written_and_nothing_is_left_beside_it(
    content: str | bytes, data: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "answer"
    for _ in range(2):
        write_file(path, content)
        assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("mask", "expected"), [(0o022, 0o644), (0o027, 0o640), (0o111, 0o666)])
def test_a_new_file_may_be_read_by_whom_the_umask_says(
    mask: int, expected: int, tmp_path: Path
) -> None:
    with umask(mask):
        write_file(tmp_path / "answer", "")
        assert os.umask(mask) == mask
    assert mode(tmp_path / "answer") == expected


@pytest.mark.parametrize(("before", "after"), [(0o604, 0o604), (0o777, 0o777), (0o4755, 0o755)])
def test_a_file_that_is_replaced_keeps_who_may_read_it(
    before: int, after: int, tmp_path: Path
) -> None:
    path = tmp_path / "answer"
    path.write_text("old")
    path.chmod(before)
    write_file(path, "new")
    assert (path.read_text(), mode(path)) == ("new", after)


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    real, link = tmp_path / "folder" / "real", tmp_path / "link"
    link.symlink_to(real)
    for text in ("first", "second"):
        write_file(link, text)
        assert (link.is_symlink(), real.read_text()) == (True, text)


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "answer"
    path.write_text("old")
    with no_file_larger_than(1000), pytest.raises(BadQuestion) as error:
        write_file(path, "new" * 1000)
    assert said(error) == f"'{path}' cannot be written: File too large"
    assert (path.read_text(), list(tmp_path.iterdir())) == ("old", [path])
    with no_file_larger_than(1000), pytest.raises(BadQuestion):
        write_file(tmp_path / "new", "new" * 1000)
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_killed_while_it_writes_leaves_a_hidden_file(tmp_path: Path) -> None:
    path = tmp_path / "answer"
    path.write_text("old")
    script = (
        "import sys, pathlib, resource, signal\n"
        "from dosa_trace.cli.writing import write_file\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_DFL)\n"
        "resource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "write_file(pathlib.Path(sys.argv[1]), 'new' * 1000)\n"
    )
    assert subprocess.run([sys.executable, "-c", script, path], check=False).returncode < 0
    assert path.read_text() == "old"
    (beside,) = (one.name for one in tmp_path.iterdir() if one != path)
    assert re.fullmatch(r"\.answer\.\w+", beside)


@pytest.mark.parametrize("write", [write_file, add_to_file])
def test_a_file_that_cannot_be_written_is_named_with_the_reason(
    write: Callable[[Path, str], None], tmp_path: Path
) -> None:
    nowhere = tmp_path / "no folder" / "answer"
    for path, reason, reden in (
        (nowhere, "No such file or directory", "bestand of map bestaat niet"),
        (tmp_path, "Is a directory", "dit is een map"),
    ):
        with pytest.raises(BadQuestion) as error:
            write(path, "text")
        assert said(error) == f"'{path}' cannot be written: {reason}"
        assert error.value.message.say(Language.NL) == f"'{path}' is niet te schrijven: {reden}"
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_file(pipe, "één")
    assert (os.read(reader, 100), pipe.is_fifo()) == ("één".encode(), True)
    os.close(reader)


def test_what_is_added_stands_behind_what_a_file_holds(tmp_path: Path) -> None:
    path = tmp_path / "summary"
    for text in ("één\n", "twee\n"):
        add_to_file(path, text)
    assert path.read_bytes() == "één\ntwee\n".encode()


# Streams ----------------------------------------------------------------------------------------


def test_output_is_utf_8_with_plain_newlines_and_there_at_once(
    odd: TextIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", odd)
    write_output("één\n")
    assert Path(odd.name).read_bytes() == "één\n".encode()


def test_notes_are_utf_8_with_plain_newlines_and_there_at_once(
    odd: TextIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", odd)
    write_note("één")
    assert Path(odd.name).read_bytes() == "één\n".encode()


def test_a_file_never_gets_a_question_mark_for_a_character(
    odd: TextIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", odd)
    with pytest.raises(UnicodeEncodeError):
        write_output("\ud800")


def test_a_screen_gets_what_it_can_show(monkeypatch: pytest.MonkeyPatch) -> None:
    for encoding, shown in (("ascii", b"?\n"), ("latin-1", b"\xe9\n"), ("utf-8", b"\xc3\xa9\n")):
        with screen(encoding) as one:
            monkeypatch.setattr(sys, "stdout", one.stream)
            write_output("é\n")
            assert one.read() == shown


def test_a_screen_that_shows_utf_8_hides_no_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    with screen(errors="replace") as one:
        monkeypatch.setattr(sys, "stdout", one.stream)
        with pytest.raises(UnicodeEncodeError):
            write_output("\ud800")


def test_a_stream_that_cannot_be_set_up_is_written_to_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    write_output("één\n")
    assert stream.getvalue() == "één\n"


def test_bytes_come_behind_the_text_before_them_and_at_once(
    odd: TextIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", odd)
    odd.write("text")
    write_binary(b"\xff\n")
    assert Path(odd.name).read_bytes() == b"text\xff\n"


def test_a_closed_output_is_an_error_and_closed_notes_are_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    with pytest.raises(BadQuestion) as error:
        write_output("text")
    assert said(error) == "the result cannot be printed: Bad file descriptor"
    assert error.value.message.say(Language.NL) == (
        "het resultaat is niet af te drukken: de uitvoer is gesloten"
    )
    write_note("text")


def test_an_error_without_words_of_its_own_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    with (tmp_path / "file").open() as only_read:
        monkeypatch.setattr(sys, "stdout", only_read)
        with pytest.raises(BadQuestion) as error:
            write_output("text")
    assert said(error) == "the result cannot be printed: UnsupportedOperation"


@needs_full
def test_after_a_full_disk_nothing_is_said_again_when_the_output_closes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with FULL.open("w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        with pytest.raises(BadQuestion) as error:
            write_output("text")
    assert said(error) == "the result cannot be printed: No space left on device"


@needs_full
def test_a_note_that_cannot_be_written_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = FULL.open("w")
    monkeypatch.setattr(sys, "stderr", stream)
    write_note("text")
    with suppress(OSError):
        stream.close()


def test_a_reader_that_hangs_up_is_told_apart_from_a_full_disk(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        with pytest.raises(ReaderLeft):
            write_output("text")
        hush()


def test_an_error_says_how_to_mend_it_on_the_next_line(
    odd: TextIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", odd)
    what, how = Phrase("it broke", "het brak"), Phrase("mend it", "maak het")
    write_error(what, how, Language.EN)
    write_error(what, how, Language.NL)
    write_error(what, None, Language.EN)
    assert Path(odd.name).read_text().splitlines() == [
        "error: it broke", "hint: mend it", "fout: het brak", "tip: maak het", "error: it broke",
    ]  # fmt: skip


# What a stream can show -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "shows"),
    [("utf-8", True), ("UTF8", True), ("Utf-16", True), ("ascii", False), ("latin-1", False)],
)
def test_which_encodings_show_every_character(encoding: str, shows: bool) -> None:
    assert shows_unicode(io.TextIOWrapper(io.BytesIO(), encoding=encoding)) is shows


def test_what_has_no_encoding_shows_little() -> None:
    assert not shows_unicode(None)
    assert not shows_unicode(io.StringIO())


def test_a_screen_is_a_terminal(odd: TextIO) -> None:
    assert not is_screen(None)
    assert not is_screen(odd)
    with screen() as one:
        assert is_screen(one.stream)


@pytest.mark.parametrize(
    ("choice", "environment", "on_screen", "elsewhere"),
    [
        ("auto", {}, True, False),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, True, True),
        ("never", {"FORCE_COLOR": "1"}, False, False),
        ("auto", {"NO_COLOR": "1"}, False, False),
        ("auto", {"NO_COLOR": ""}, True, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        ("auto", {"FORCE_COLOR": "1"}, True, True),
        ("auto", {"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
        ("auto", {"FORCE_COLOR": "0"}, True, False),
        ("auto", {"FORCE_COLOR": ""}, True, False),
        ("auto", {"CLICOLOR_FORCE": "1"}, True, True),
        ("auto", {"CLICOLOR_FORCE": "0"}, True, False),
        ("auto", {"FORCE_COLOR": "0", "CLICOLOR_FORCE": "1"}, True, True),
        ("auto", {"TERM": "dumb"}, False, False),
        ("auto", {"TERM": "xterm"}, True, False),
    ],
)
def test_when_there_is_colour(
    choice: str, environment: Mapping[str, str], on_screen: bool, elsewhere: bool, odd: TextIO
) -> None:
    with screen() as one:
        assert use_colour(choice, one.stream, environment) is on_screen
    assert use_colour(choice, odd, environment) is elsewhere


@pytest.mark.parametrize(
    ("columns", "width"), [("100", 100), ("41", 41), ("40", 40), ("39", 40), (None, 80)]
)
def test_lines_are_as_wide_as_the_screen_but_never_too_narrow_to_read(
    columns: str | None, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(sys, "__stdout__", None)
    if columns:
        monkeypatch.setenv("COLUMNS", columns)
    assert screen_width() == width
