"""The command line: options become a question, the answer is printed, and the exit status is ours.

`run` is the console script. Nothing is imported here that `--version` does not need.
"""

from __future__ import annotations

import gc
import os
import signal
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
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, _interrupt)
        sys.unraisablehook = _interrupted_where_nothing_is_raised
    try:
        _leave(main(sys.argv[1:]))
    except (Interrupted, KeyboardInterrupt):
        # Here all that was being made still hangs on the interrupt, and is not taken down.
        _leave(130)


class Interrupted(BaseException):
    """Ctrl-C. A framework that knows KeyboardInterrupt makes an exit status of it, and with that
    takes down a gigabyte, object by object, before anybody is told."""


def _interrupt(*_: object) -> NoReturn:
    raise Interrupted


def _interrupted_where_nothing_is_raised(ignored: sys.UnraisableHookArgs) -> None:
    """Ctrl-C within what Python calls by itself, such as at the end of an import, is lost there: it
    is asked for again, a moment later, because it would be lost here as well."""
    if issubclass(ignored.exc_type, Interrupted | KeyboardInterrupt):
        import _thread
        from threading import Timer

        again = Timer(0.01, _thread.interrupt_main)
        again.daemon = True
        again.start()
    else:
        sys.__unraisablehook__(ignored)


def _leave(status: int) -> NoReturn:
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(status)


def _print_version() -> int:
    """Before anything else is loaded, and as surely as any other answer."""
    try:
        print(f"dosa-trace {__version__}", flush=True)  # noqa: T201
    except OSError as error:
        from dosa_trace.cli.app import ended_by

        return ended_by(error)
    return 0


def main(arguments: Sequence[str]) -> int:
    """The exit status: 0 all well, 1 the answer is no, 2 the question could not be asked, 130
    stopped by Ctrl-C."""
    if list(arguments) in (["--version"], ["-V"]):
        return _print_version()
    from dosa_trace.cli.app import answer

    return answer(arguments)
