"""The command line: options become a question, the answer is printed, and the exit status is ours.

`run` is the console script. Nothing is imported here that `--version` does not need.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from dosa_trace import __version__


def run() -> NoReturn:
    """Answers the command line and ends the process, in a hurry.

    Python's cycle collector would look through half a million new objects several times, and at
    the end each would be taken down one by one: together a fifth of a start, in a process that has
    nothing left to do.
    """
    gc.disable()
    try:
        status = main(sys.argv[1:])
    except KeyboardInterrupt:  # while still loading what answers
        status = 130
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(status)


def main(arguments: Sequence[str]) -> int:
    """The exit status: 0 all well, 1 the answer is no, 2 the question could not be asked, 130
    stopped by Ctrl-C."""
    if list(arguments) in (["--version"], ["-V"]):
        print(f"dosa-trace {__version__}")  # noqa: T201 - before anything else is loaded
        return 0
    from dosa_trace.cli.app import answer

    return answer(arguments)
