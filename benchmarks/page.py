"""Measures the page of a report over 5,000 recommendations beside the one of a catalogue of fifty,
in Chromium: `python -m benchmarks.page FOLDER`, which holds what tests/judges needs."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from dosa_trace.cli import main as dosa_trace
from tests.build import FROZEN
from tests.build_large import large

BROWSER = Path(__file__).parent.parent / "tests" / "judges" / "browser.mjs"
ROUNDS = 5
LINES = (
    ("opened", "opened"), ("paint", "first paint"), ("filter", "a letter of the search"),
    ("flow", "the flow of everything"),
)  # fmt: skip
#: The large page may open in so many times the time of the other, and so many milliseconds more.
MOST = (1.5, 500)


def page(catalog: Path, to: Path) -> Path:
    asked = ["report", "--catalog", str(catalog), "--as-of", "2026-11-23", "-o", str(to), "-q"]
    assert dosa_trace(asked) == 0
    return to


def seen(judges: str, shown: Path) -> Any:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    assert program, "a browser is needed: Debian's package chromium"
    asked = ["node", str(BROWSER), judges, program, str(shown), "-", "compute", "-"]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    return {**found, "filter": statistics.median(found["filter"])}


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = page(large(folder, 5000), folder / "large.html")
        other = page(FROZEN, folder / "shipped.html")
        rounds = [(seen(sys.argv[1], ours), seen(sys.argv[1], other)) for _ in range(ROUNDS)]
    print("| 5,000 recommendations / the shipped catalogue | ours | other | ratio |")  # noqa: T201
    print("| --- | ---: | ---: | ---: |")  # noqa: T201
    for key, what in LINES:
        pairs = [(one[key], two[key]) for one, two in rounds]
        one, two = (statistics.median(column) for column in zip(*pairs, strict=True))
        ratio = statistics.median(one / two for one, two in pairs)
        print(f"| {what} | {one:.0f} | {two:.0f} | {ratio:.2f} |")  # noqa: T201
    one, two = (
        statistics.median(seen["opened"] for seen in some) for some in zip(*rounds, strict=True)
    )
    most = MOST[0] * two + MOST[1]
    print(f"\nIt opens in {one:.0f} ms, and may take {most:.0f}.")  # noqa: T201
    return int(one > most)


if __name__ == "__main__":
    sys.exit(main())
