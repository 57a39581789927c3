"""Breaks catalogues in random small ways and asks of each that nothing comes of it but findings:
`python -m benchmarks.fuzz [RUNS] [SEED]` writes `fuzz.txt`; the tests run a few.

A catalogue of the tests gets bytes taken out, put in, moved and doubled, and is then asked: always
what is wrong with it, and in turn every other command that only asks. What may come of it is exit
status 0, 1 or 2, and never an internal error.
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
from functools import cache
from itertools import cycle, islice
from pathlib import Path

from dosa_trace.catalog.loader import load_catalog
from dosa_trace.cli import main
from tests.build import FROZEN
from tests.hostile.bombs import ASKED

#: The catalogues that are broken, of which the largest takes longest.
BASES = tuple(FROZEN.parent / name for name in ("format", "municipality", "format", "frozen"))
#: How many other commands are asked of each.
OF_EACH = 3

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
    """How often each came of it, by command and exit status."""
    chance = random.Random(seed)
    counted: Counter[str] = Counter()
    turns = cycle((*ASKED.values(), ("diff", "--from", "whole", "--to", "given")))
    with tempfile.TemporaryDirectory() as temporary, contextlib.chdir(temporary):
        for at in range(runs):
            base = BASES[at % len(BASES)]
            for name in ("whole", "given"):
                shutil.rmtree(name, ignore_errors=True)
                shutil.copytree(base, name)
            file = chance.choice(sorted(Path("given").rglob("*.yaml")))
            file.write_bytes(broken(file.read_bytes(), chance))
            for asked in (("check",), *islice(turns, OF_EACH)):
                words = tuple(_ids_of(base).get(word, word) for word in asked)
                where = () if words[0] == "diff" else ("--catalog", "given")
                counted[f"{words[0]} {_asked(*words, *where)}"] += 1
            gc.collect()  # one question a process is what the program is made for
    return counted


@cache
def _ids_of(base: Path) -> dict[str, str]:
    """For the ids that are asked about, those of a recommendation and an instrument of a
    catalogue."""
    catalog, _ = load_catalog(base)
    return {"r0": min(catalog.recommendations), "i0": min(catalog.instruments)}


def _asked(*words: str) -> str:
    """What came of one command line: its exit status, or that the program broke."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(words)
    err.flush()
    said = err.buffer.getvalue().decode()
    inside = "went wrong inside" in said or "Traceback" in said
    return "internal error" if inside else str(int(status))


if __name__ == "__main__":
    RUNS, SEED = (int(word) for word in (*sys.argv[1:], *("1000", "1")[len(sys.argv) - 1 :]))
    FOUND = sorted(outcomes(RUNS, SEED).items())
    TOLD = "".join(f"{what}: {often}\n" for what, often in FOUND)
    (Path(__file__).parent / "fuzz.txt").write_text(f"{RUNS} runs, seed {SEED}\n{TOLD}")
