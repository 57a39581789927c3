"""Standard output and pipes that are closed, full, or left by their reader."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def program(command: str, *, timeout: float = 60) -> subprocess.CompletedProcess[str]:
    """A shell line with the program as $D."""
    environment = {**os.environ, "D": f"{sys.executable} -m dosa_trace"}
    return subprocess.run(
        ["bash", "-c", command],
        capture_output=True, text=True, timeout=timeout, check=False, env=environment,
    )  # fmt: skip


def test_a_closed_standard_output() -> None:
    found = program("$D coverage >&-")
    assert found.returncode == 2
    assert found.stderr == "error: the result cannot be printed: Bad file descriptor\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to write to")
def test_a_full_disk() -> None:
    found = program("$D coverage > /dev/full")
    assert found.returncode == 2
    assert found.stderr == "error: the result cannot be printed: No space left on device\n"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    found = program(f"cat '{pipe}' & $D coverage -f json -o '{pipe}' 2>&1 >/dev/null; wait")
    assert '"schema": "dosa-trace/coverage/1"' in found.stdout
    assert pipe.is_fifo()


def test_a_reader_that_hangs_up_ends_it_silently() -> None:
    found = program("set -o pipefail; $D list sources -f json | head -n 1")
    assert (found.stdout, found.stderr) == ("{\n", "")
