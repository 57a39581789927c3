"""Measures every pair side by side and prints the ratios; ends with 1 when a bound is broken."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml

from benchmarks.generate import large_catalogue
from dosa_trace.catalog.loader import load_catalog

SHIPPED = Path(__file__).parent.parent / "catalog"


@dataclass(frozen=True)
class Pair:
    """Something of ours, what it is measured against, and how many times that it may take."""

    name: str
    ours: Callable[[], object]
    other: Callable[[], object]
    bound: float
    rounds: int


def process(*arguments: str, **variables: str) -> Callable[[], object]:
    """One whole run of Python."""
    environment = {**os.environ, **variables}

    def go() -> object:
        return subprocess.run(
            [sys.executable, *arguments], capture_output=True, check=False, env=environment
        )

    return go


def milliseconds(go: Callable[[], object]) -> float:
    """How long it takes to have the result, not to let go of it."""
    start = time.perf_counter()
    result = go()
    elapsed = time.perf_counter() - start
    del result
    return elapsed * 1000


def pairs(folder: Path) -> list[Pair]:
    path = folder / "large.yaml"
    text = large_catalogue()
    path.write_text(text, encoding="utf-8")
    ask = ("-m", "dosa_trace")
    shipped = ("--catalog", str(SHIPPED))
    eager = process("-c", "import typer, rich.table, yaml, networkx")
    bare = process("-c", "pass")
    completion = process(
        *ask, _DOSA_TRACE_COMPLETE="complete_bash", COMP_WORDS="dosa-trace why fs-", COMP_CWORD="2",
        DOSA_TRACE_CATALOG=str(SHIPPED),
    )  # fmt: skip
    return [
        Pair(
            "read 10,000 recommendations, 30,000 links / yaml.load(CSafeLoader)",
            lambda: load_catalog(path),
            lambda: yaml.load(text, Loader=yaml.CSafeLoader),
            1 / 3,
            3,
        ),
        Pair("coverage / import typer, rich.table, yaml, networkx",
             process(*ask, "coverage", *shipped), eager, 1.3, 15),
        Pair("coverage in colour / the same imports",
             process(*ask, "coverage", "--color", "always", *shipped), eager, 1.3, 15),
        Pair("check / the same imports", process(*ask, "check", *shipped), eager, 1.0, 15),
        Pair("--version / bare Python", process(*ask, "--version"), bare, 7, 15),
        Pair("completing an id / bare Python", completion, bare, 12, 15),
    ]  # fmt: skip


def main() -> int:
    kept = True
    print("| what | ours | other | ratio | bound |")  # noqa: T201
    print("| --- | ---: | ---: | ---: | ---: |")  # noqa: T201
    with tempfile.TemporaryDirectory() as folder:
        for pair in pairs(Path(folder)):
            times: list[tuple[float, float]] = []
            for _ in range(pair.rounds):
                times.append((milliseconds(pair.ours), milliseconds(pair.other)))
            ours, other = (statistics.median(column) for column in zip(*times, strict=True))
            ratio = statistics.median(one / two for one, two in times)
            kept = kept and ratio <= pair.bound
            print(  # noqa: T201
                f"| {pair.name} | {ours:.0f} | {other:.0f} | {ratio:.2f} | {pair.bound:.2f} |"
            )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
