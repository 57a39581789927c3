"""A long answer in a pager, for who asked for one."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping

from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Phrase

#: What is used where the environment names none: a screen's worth is printed, colours are kept.
USUAL = ("less", "-FRX")


def pager(environment: Mapping[str, str] = os.environ) -> tuple[str, ...] | None:
    """The command of the pager, None where there is none; raises BadQuestion where our own variable
    names what is no program."""
    own = environment.get("DOSA_TRACE_PAGER", "").strip()
    words = (
        _words(own or environment.get("PAGER", "")) if own or environment.get("PAGER") else USUAL
    )
    if words and shutil.which(words[0]):
        return words
    if own:
        raise BadQuestion(NO_PAGER(value=own), ANOTHER_PAGER)
    return None


def _words(command: str) -> tuple[str, ...]:
    """A command as a shell splits it; nothing where it cannot be, as with a quote left open."""
    try:
        return tuple(shlex.split(command))
    except ValueError:
        return ()


def show(text: str, command: tuple[str, ...]) -> bool:
    """Whether a pager showed the text; who leaves it before the end has seen enough."""
    try:
        with subprocess.Popen(command, stdin=subprocess.PIPE) as shown:
            shown.communicate(text.encode("utf-8"))
    except BrokenPipeError:
        return True
    except OSError:
        return False
    return True


NO_PAGER = Phrase(
    "DOSA_TRACE_PAGER is '{value}', which starts no program",
    "DOSA_TRACE_PAGER is '{value}', en dat start geen programma",
)
ANOTHER_PAGER = Phrase(
    "name an existing one, such as less -FRX, or remove --pager",
    "noem een bestaand programma, zoals less -FRX, of laat --pager weg",
)
