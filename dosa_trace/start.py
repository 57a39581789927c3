"""The console script: the program as a process of its own, from its first moment.

Until the program can answer Ctrl-C, the system does, without a word: Python would show where it was
interrupted. Even loading Python's own `signal` takes long enough to be interrupted in.
"""

import _signal  # type: ignore[import-not-found] # of C, and built in

if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:  # else somebody ignores it
    _signal.signal(_signal.SIGINT, _signal.SIG_DFL)

from dosa_trace.cli import run

__all__ = ["run"]
