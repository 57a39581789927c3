"""Completion in real shells: what a stranger's catalogue holds runs nothing, and its plain ids are
offered."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

RUN = "touch PWNED"
#: What shells carry out, hidden from one another's escapes.
PAYLOADS = (
    "$(touch PWNED)", "\\$(touch PWNED) x", "\\\\$(touch PWNED)", "`touch PWNED`",
    "\\`touch PWNED\\`", '"; touch PWNED; "', "'; touch PWNED; '", "''; touch PWNED; ''",
    '""; touch PWNED; ""', "\n touch PWNED\n", ")); touch PWNED; ((", ")); touch PWNED #",
    "(touch PWNED)", "<(touch PWNED)", "=(touch PWNED)", "${(e):-$(touch PWNED)}", "*", "~",
    "$HOME", "x; touch PWNED", "x|touch PWNED", "x&touch PWNED", "[bold]x[/]$(touch PWNED)",
    "$'\\x24(touch PWNED)'",
)  # fmt: skip
#: How each shell is started without anything of its user's, and is told what completes.
SHELLS = {
    "bash": (("bash", "--norc", "--noprofile", "-i"), "source ./completion"),
    "zsh": (("zsh", "-f", "-i"), "autoload -Uz compinit; compinit -u; source ./completion"),
    "fish": (("fish", "--no-config", "-i"), "source ./completion"),
}


@pytest.fixture
def folder(tmp_path: Path, judges: Path) -> Path:
    """A folder with a catalogue whose titles, ids and values are all payloads, but for one id and
    one theme, and a `dosa-trace` to call."""
    (tmp_path / "catalog").mkdir()
    data = {
        "catalogue": {"title": "T", "languages": ["en"]},
        "recommendations": [
            {"id": "zz-plain", "source": "s", "title": " ".join(PAYLOADS), "themes": ["zz-theme"]},
            *(
                {"id": f"zz-{one}", "source": "s", "title": one, "themes": [f"zz-{one}"]}
                for one in PAYLOADS
            ),
            *({"id": f"zz-{at}", "source": "s", "title": one} for at, one in enumerate(PAYLOADS)),
        ],
        "sources": [{"id": "s", "kind": "web", "title": RUN, "publisher": "p", "date": "2024"}],
    }
    (tmp_path / "catalog" / "catalogue.yaml").write_text(json.dumps(data), encoding="utf-8")
    program = tmp_path / "bin" / "dosa-trace"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dosa_trace "$@"\n')
    program.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize("shell", SHELLS)
def test_completing_offers_what_is_plain_and_runs_nothing(shell: str, folder: Path) -> None:
    assert "zz-plain" in typed_into(shell, folder, "dosa-trace show zz-p\t", until=["zz-plain"])
    if shell != "bash":  # which takes the = of a condition for the end of a word
        typed = "dosa-trace coverage --where theme=zz-t\t"
        assert "zz-theme" in typed_into(shell, folder, typed, until=["zz-theme"])
    for more in ("show zz-\t\t", "coverage --where theme=zz\t\t", "why $(touch PWNED\t",
                 "report --sections '$(touch PWNED),\t"):  # fmt: skip
        typed_into(shell, folder, f"dosa-trace {more}", until=())
    assert not list(folder.rglob("PWNED*"))


def typed_into(shell: str, folder: Path, keys: str, until: list[str] | tuple[str, ...]) -> str:
    """What a shell shows when this is typed, up to one of some words behind it or three seconds."""
    command, setting_up = SHELLS[shell]
    assert shutil.which(command[0]), f"{shell} is needed: Debian's package of that name"
    environment = {
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "HOME": str(folder), "TERM": "dumb",
        "LC_ALL": "C.UTF-8", "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
    }  # fmt: skip
    script = subprocess.run(
        [str(folder / "bin" / "dosa-trace")], capture_output=True, check=True, cwd=folder,
        env={**environment, "_DOSA_TRACE_COMPLETE": f"source_{shell}"},
    ).stdout  # fmt: skip
    (folder / "completion").write_bytes(script)
    process = subprocess.Popen(
        [sys.executable, "-c", "import pty, sys; pty.spawn(sys.argv[1:])", *command],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder, env=environment, bufsize=0,
        start_new_session=True,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(f"{setting_up}; echo re''ady\n".encode())
        shown = "".join(shown_by(process.stdout.fileno(), ["ready\r"], 15))
        assert "ready\r" in shown, shown
        process.stdin.write(keys.encode())
        return "".join(shown_by(process.stdout.fileno(), until, 8 if until else 2))
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def shown_by(terminal: int, until: list[str] | tuple[str, ...], seconds: float) -> Iterator[str]:
    end, told = time.monotonic() + seconds, ""
    while time.monotonic() < end and not any(word in told for word in until):
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                piece = os.read(terminal, 65536).decode("utf-8", "replace")
            except OSError:
                return
            told += piece
            yield piece
