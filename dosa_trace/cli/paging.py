"""A long answer in a pager, as git has it: where somebody looks on, and one is at hand."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from dosa_trace.language import Phrase

#: What is used where the environment names none.
USUAL = "less"
#: What less and lv are told where the user has told them nothing: to end at once with less than a
#: screen, to keep colours, and to leave on the screen what was read.
FLAGS: Mapping[str, str] = {"LESS": "FRX", "LV": "-c"}
#: The variables that name a pager, the first that is set holds, also where it is empty.
NAMED_BY = ("DOSA_TRACE_PAGER", "PAGER")
#: What a continuous integration sets; nobody turns pages there.
NOBODY_THERE = ("CI", "GITHUB_ACTIONS")


def pager(environment: Mapping[str, str] = os.environ) -> tuple[str, ...] | None:
    """The command of the pager, None where none is wanted (an empty name, or cat) or there is
    none."""
    named = next((environment[name] for name in NAMED_BY if name in environment), USUAL)
    words = _words(named)
    if not words or words[0] == "cat" or shutil.which(words[0]) is None:
        return None
    return words


def is_wanted(text: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a text is longer than the screen, and somebody is there to turn its pages."""
    if environment.get("TERM") == "dumb" or any(environment.get(name) for name in NOBODY_THERE):
        return False
    return text.count("\n") >= shutil.get_terminal_size((80, 24)).lines


def _words(command: str) -> tuple[str, ...]:
    """A command as a shell splits it; nothing where it cannot be, as with a quote left open."""
    try:
        return tuple(shlex.split(command))
    except ValueError:
        return ()


def show(text: str, command: tuple[str, ...]) -> bool:
    """Whether a pager showed the text; who leaves it before the end has seen enough. One that ends
    with a mistake may have shown nothing."""
    environment = {**FLAGS, **os.environ}
    try:
        with (
            subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as shown,
            _left_to_the_pager(),
        ):
            with suppress(BrokenPipeError):
                shown.communicate(text.encode("utf-8"))
            return shown.wait() == 0
    except OSError:
        return False


@contextmanager
def _left_to_the_pager() -> Iterator[None]:
    """Ctrl-C is meant for the pager, which ends when its reader leaves it."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def misnamed(environment: Mapping[str, str] = os.environ) -> str | None:
    """What our own variable names, where that is no program."""
    own = environment.get(NAMED_BY[0], "").strip()
    words = _words(own)
    return own if own and not (words and shutil.which(words[0])) else None


NO_PAGER = Phrase(
    "note: DOSA_TRACE_PAGER is '{value}', which starts no program",
    "let op: DOSA_TRACE_PAGER is '{value}', en dat start geen programma",
)
