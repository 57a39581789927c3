"""The walk of `review` on a pseudo-terminal: 80 columns, in both languages."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import struct
import sys
import termios
from collections.abc import Sequence
from pathlib import Path

import pytest

from dosa_trace.loading import load
from tests.build import FROZEN, ROOT

NAME = "fs-talent:aim-ai-talent"
#: What ends a question, after which something is typed.
ASKED = re.compile(r"(:|\?)\r\n\Z")


def typed_at_a_terminal(words: Sequence[str], lines: Sequence[str], folder: Path) -> str:
    """What a command shows on a screen of 80 columns, to whose questions these lines are typed."""
    process, screen = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.environ.update(PYTHONPATH=str(ROOT), TERM="xterm", COLUMNS="80", NO_COLOR="1")
        os.execv(sys.executable, [sys.executable, "-m", "dosa_trace", *words])
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 80, 0, 0))
    shown, waiting = "", list(lines)
    while select.select([screen], [], [], 30)[0]:
        try:
            piece = os.read(screen, 65536)
        except OSError:  # the end of what is shown, on Linux
            break
        if not piece:
            break
        shown += piece.decode("utf-8", "replace")
        if waiting and ASKED.search(shown):
            os.write(screen, f"{waiting.pop(0)}\n".encode())
    os.waitpid(process, 0)
    os.close(screen)
    return shown


@pytest.mark.parametrize(
    ("lang", "lines", "agreed"),
    [
        ("en", ("x", "marginal", "Too little.", "q"), "none, marginal, partial or full?"),
        ("nl", ("o", "zij", "Te weinig.", "q"), "geen, zijdelings, gedeeltelijk of volledig?"),
    ],
)
def test_a_link_is_judged_on_a_terminal(
    lang: str, lines: tuple[str, ...], agreed: str, tmp_path: Path
) -> None:
    shutil.copytree(FROZEN, tmp_path / "catalog")
    words = ("review", NAME, "--by", "B. Reader", "--as-of", "2026-11-23", "--lang", lang)
    shown = typed_at_a_terminal(words, lines, tmp_path)
    assert agreed in shown
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)
    #: What is said on standard error is one line each, which a terminal folds.
    beside = ("━", "[q]", "dosa-trace set")
    screen = [line for line in plain.splitlines() if not any(one in line for one in beside)]
    assert max(map(len, screen)) <= 80
    links = load(tmp_path / "catalog").links
    (link,) = (one for one in links if f"{one.origin}:{one.target}" == NAME)
    (reading,) = link.readings
    assert (reading.extent, str(reading.note)) == ("marginal", lines[2])
