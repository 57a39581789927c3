"""A long answer in a pager, for who asked for one."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping

#: What is used where the environment names none: a screen's worth is printed, colours are kept.
USUAL = ("less", "-FRX")


def pager(environment: Mapping[str, str] = os.environ) -> tuple[str, ...] | None:
    """The command of the pager, None where there is none."""
    named = environment.get("DOSA_TRACE_PAGER") or environment.get("PAGER")
    words = tuple(shlex.split(named)) if named else USUAL
    return words if words and shutil.which(words[0]) else None


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
