"""Breaks catalogues in random small ways and asks of each that nothing comes of it but findings:
`python -m benchmarks.fuzz [RUNS] [SEED]` writes `fuzz.txt`; the tests run a few.

Reader, loader, checks and comparison get the frozen catalogue with bytes taken out, put in, moved
and doubled. What may come of it is exit status 0, 1 or 2, and never an internal error.
"""

from __future__ import annotations

import contextlib
import gc
import io
import random
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from dosa_trace.cli import main
from tests.build import FROZEN

#: What is put into a file: marks of YAML, half characters, what names something, what hides.
PIECES = (
    b":", b"- ", b"\n", b"  ", b"{", b"}", b"[", b"]", b"'", b'"', b"#", b"&a ", b"*a ", b"!t ",
    b"|\n", b">\n", b"---\n", b"? ", b"\x00", b"\xff", b"\xc3", b"\xe2\x80\xae", b"\t", b"\r",
    b"id: ", b"from: ", b"x" * 300, b"2025-13", b"-1", b"1e999", b"null", b"true", b"<<: ", b"~",
)  # fmt: skip


def broken(data: bytes, chance: random.Random) -> bytes:
    """A file with a few changes."""
    for _ in range(chance.randint(1, 4)):
        at, to = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        to = min(to, at + chance.choice((1, 5, 40, 400)))
        match chance.randrange(5):
            case 0:
                data = data[:at] + data[to:]
            case 1:
                data = data[:at] + chance.choice(PIECES) + data[at:]
            case 2:
                data = data[:at] + chance.choice(PIECES) + data[to:]
            case 3:
                data = data[:at] + data[at:to] * 2 + data[to:]
            case 4:
                data = data[:to] + data[at:to][::-1] + data[to:]
    return data


def outcomes(runs: int, seed: int) -> Counter[str]:
    """How often each came of it: the exit status of `check`, and of `diff` against the whole."""
    chance = random.Random(seed)
    counted: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as temporary:
        whole, given = Path(temporary) / "whole", Path(temporary) / "given"
        shutil.copytree(FROZEN, whole)
        shutil.copytree(FROZEN, given)
        files = sorted(whole.rglob("*.yaml"))
        for _ in range(runs):
            file = chance.choice(files)
            target = given / file.relative_to(whole)
            target.write_bytes(broken(file.read_bytes(), chance))
            for name, words in (
                ("check", ("check", "--catalog", str(given), "-f", "json")),
                ("diff", ("diff", "--from", str(whole), "--to", str(given), "-f", "json")),
            ):
                out, err = io.StringIO(), io.StringIO()
                with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                    status = main(words)
                inside = "went wrong inside" in err.getvalue() or "Traceback" in err.getvalue()
                counted[f"{name} {'internal error' if inside else int(status)}"] += 1
            target.write_bytes(file.read_bytes())
            gc.collect()  # one question a process is what the program is made for
    return counted


if __name__ == "__main__":
    RUNS, SEED = (int(word) for word in (*sys.argv[1:], *("1000", "1")[len(sys.argv) - 1 :]))
    FOUND = sorted(outcomes(RUNS, SEED).items())
    TOLD = "".join(f"{what}: {often}\n" for what, often in FOUND)
    (Path(__file__).parent / "fuzz.txt").write_text(f"{RUNS} runs, seed {SEED}\n{TOLD}")
