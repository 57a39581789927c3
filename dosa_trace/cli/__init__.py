"""The command line: options become a question, the answer is printed, and the exit status is ours.

`run` is the console script. Nothing is imported here that `--version` does not need.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from dosa_trace import __version__


def run() -> None:
    """Answers the command line and ends the process."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """The exit status: 0 all well, 1 the answer is no, 2 the question could not be asked."""
    if list(arguments) in (["--version"], ["-V"]):
        print(f"dosa-trace {__version__}")  # noqa: T201 - before anything else is loaded
        return 0
    from dosa_trace.cli.app import answer

    return answer(arguments)
