"""What whole runs of programs cost, as the system counts it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """CPU in seconds, peak memory in megabytes."""

    cpu: float
    memory: float


#: Runs a program and says what it cost. It is small itself, because the system counts the memory of
#: whoever starts a program as that of the program.
LAUNCHER = """
import resource, subprocess, sys
status = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(status, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


def cost(command: Sequence[str], folder: Path | None = None) -> Cost:
    """What one whole run costs. Ends the program when the run does not succeed."""
    launched = subprocess.run(
        [sys.executable, "-S", "-c", LAUNCHER, *command],
        cwd=folder, capture_output=True, check=True, text=True,
    )  # fmt: skip
    status, cpu, memory = launched.stdout.split()
    if status != "0":
        raise SystemExit(f"{' '.join(command)} did not succeed")
    return Cost(float(cpu), float(memory))


def instructions(command: Sequence[str]) -> int | None:
    """How many instructions one run takes, by callgrind; None where the machine has none. They are
    the same on a busy machine, and some fifty times as slow to count as to carry out."""
    if shutil.which("valgrind") is None:
        return None
    with tempfile.NamedTemporaryFile() as file:
        subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={file.name}", *command],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True,
            env={**os.environ, "PYTHONHASHSEED": "0"},
        )  # fmt: skip
        lines = Path(file.name).read_text(encoding="utf-8").splitlines()
    total = next(line for line in lines if line.startswith(("summary:", "totals:")))
    return int(total.split()[1])


def seconds_to_stop(command: Sequence[str], after: float) -> float:
    """How long a run takes to end once it is interrupted, so many seconds after its start. Ends the
    program where it was over before, or did not say that it was interrupted."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    start = time.perf_counter()
    process.send_signal(signal.SIGINT)
    status = process.wait()
    spent = time.perf_counter() - start
    if status != 130:
        raise SystemExit(f"{' '.join(command)} ended with {status}, not with 130")
    return spent


def python(*arguments: str) -> tuple[str, ...]:
    """A run of this Python."""
    return (sys.executable, *arguments)
