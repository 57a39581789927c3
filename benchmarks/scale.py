"""What each command costs on 1,000, 10,000 and 100,000 recommendations, as the page
`docs/performance.md`; ends with 1 when a bound is broken.

CPU seconds and peak memory are those of whole runs, as the system counts them. The bounds are
ratios within this one run: of a command to the floor (`benchmarks.floor`: its imports
and libyaml's events of the same bytes) or to `coverage`, and of
one size to the one a tenth of it.
"""

from __future__ import annotations

import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

from benchmarks import peers
from benchmarks.generate import scaled_catalogue
from benchmarks.processes import Cost, cost, instructions, python, seconds_to_stop

SIZES = (1_000, 10_000, 100_000)
COMMANDS: dict[str, tuple[str, ...]] = {
    "check": ("check", "-q"),
    "coverage": ("coverage", "-f", "json"),
    "coverage, a screen": ("coverage",),
    "gaps": ("gaps", "-f", "json"),
    "orphans": ("orphans", "-f", "json"),
    "why": ("why", "rec-5"),
    "show": ("show", "rec-5"),
    "list links": ("list", "links", "-f", "json"),
    "graph --focus": ("graph", "--focus", "rec-5", "--depth", "1", "-f", "dot"),
    "report": ("report", "-f", "markdown"),
    "changes": ("changes", "--since", "2024-07-01", "--until", "2025-02-01"),
    "changes --chart": ("changes", "--chart", "-f", "svg"),
    "due": ("due",),
    "money": ("money",),
    "what-if --stop": ("what-if", "--stop", "ins-5"),
    "what-if": ("what-if", "-f", "json"),
    "diff": ("diff",),
}
FLOOR = "imports, and libyaml's events"
YAML = "yaml.load(CSafeLoader)"
SCRIPT = "40 lines of yaml.load and networkx"
LOAD = (
    "import sys, yaml; "
    "yaml.load(open(sys.argv[1], encoding='utf-8').read(), Loader=yaml.CSafeLoader)"
)
#: How many times what is measured against it a command may take on 10,000 recommendations.
BOUNDS = (
    ("coverage", FLOOR, 3.7), ("coverage", SCRIPT, 1.0), ("check", FLOOR, 3.7),
    ("report", "coverage", 3.0), ("diff", "coverage", 3.0), ("changes", "coverage", 3.0),
    ("changes --chart", "coverage", 3.0), ("money", "coverage", 3.0), ("due", "coverage", 3.0),
    ("what-if --stop", "coverage", 3.0), ("what-if", "coverage", 3.0),
)  # fmt: skip
#: `suggest` compares every gap with every target, so it is measured on 10,000 only: how many times
#: the CPU, and the memory, of `coverage` it may take there.
MOST_TO_SUGGEST = (5.0, 4.0)
#: The page of a report tells all of each record in two languages; it too is measured on 10,000
#: only: how many times the CPU of `coverage` on a screen it may take, and how many megabytes.
MOST_FOR_A_PAGE = (6.0, 700)
#: How many times as much a command may cost on ten times as many recommendations.
MOST_GROWTH = 12.0
#: How many times the size of its YAML `coverage` may take in memory.
MOST_MEMORY = 20.0
#: How many seconds an interrupted run may take to end.
MOST_TO_STOP = 0.2
#: How many links the other catalogue of a diff has less.
TAKEN_OUT = 120


PAGE = """# What it costs

Made by `python -m benchmarks.scale > docs/performance.md`, on Python {python}, {versions}. A
catalogue has so many recommendations, a tenth as many instruments and three times as many links,
half of these through objectives. Each figure is one whole run of a process, started cold: CPU in
seconds and peak memory. The seconds are those of one machine; the ratios below hold on any.
"""


def costs(folder: Path, size: int) -> tuple[float, dict[str, Cost]]:
    """The megabytes of a catalogue of this size, and what each command costs on it."""
    path, other = folder / f"{size}.yaml", folder / f"{size}-less.yaml"
    text = scaled_catalogue(size)
    path.write_text(text, encoding="utf-8")
    head, links = text.split("links:\n")
    kept = links.split("  - from:")
    other.write_text(f"{head}links:\n" + "  - from:".join(kept[:50] + kept[50 + TAKEN_OUT :]),
                     encoding="utf-8")  # fmt: skip
    found = {
        FLOOR: cost(python("-m", "benchmarks.floor", str(path))),
        YAML: cost(python("-c", LOAD, str(path))),
        SCRIPT: cost(python("-m", "benchmarks.plain_script", str(path))),
    }
    for name, command in COMMANDS.items():
        where = (
            ("--from", str(path), "--to", str(other))
            if name == "diff"
            else ("--catalog", str(path))
        )
        found[name] = cost(python("-m", "dosa_trace", *command, *where))
    return len(text.encode()) / 2**20, found


def main() -> int:
    largest = int(sys.argv[1]) if sys.argv[1:] else SIZES[-1]
    sizes = [size for size in SIZES if size <= largest]
    with tempfile.TemporaryDirectory() as folder:
        found = {size: costs(Path(folder), size) for size in sizes}
    versions = ", ".join(f"{name} {version(name)}" for name in ("PyYAML", "networkx"))
    print(PAGE.format(python=platform.python_version(), versions=versions))  # noqa: T201
    heads = " | ".join(f"{size:,} ({found[size][0]:.1f} MB)" for size in sizes)
    print(f"| command | {heads} |")  # noqa: T201
    print("| --- |" + " ---: |" * len(sizes))  # noqa: T201
    for name in (FLOOR, YAML, SCRIPT, *COMMANDS):
        cells = (
            f"{found[size][1][name].cpu:.1f} s, {found[size][1][name].memory:.0f} MB"
            for size in sizes
        )
        print(f"| {name} | {' | '.join(cells)} |")  # noqa: T201
    broken = [*_ratios(found), *_growth(found, sizes), *_suggest(), *_page(), _stop(), *_peers()]
    _instructions()
    return int(any(broken))


def _suggest() -> Iterator[bool]:
    """Whether proposals for all gaps, against 1,000 instruments and 500 objectives, cost more than
    they may."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.yaml"
        path.write_text(scaled_catalogue(10_000), encoding="utf-8")
        where = ("--catalog", str(path))
        against = cost(python("-m", "dosa_trace", *COMMANDS["coverage"], *where))
        found = cost(python("-m", "dosa_trace", "suggest", "-f", "json", *where))
    for what, ratio, bound in (
        (f"CPU of suggest ({found.cpu:.1f} s)", found.cpu / against.cpu, MOST_TO_SUGGEST[0]),
        (
            f"memory of suggest ({found.memory:.0f} MB)",
            found.memory / against.memory,
            MOST_TO_SUGGEST[1],
        ),
    ):
        print(f"| {what} / coverage, 10,000 | {ratio:.1f} | {bound:.1f} |")  # noqa: T201
        yield ratio > bound


def _page() -> Iterator[bool]:
    """Whether the page of a report costs more than it may."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.yaml"
        path.write_text(scaled_catalogue(10_000), encoding="utf-8")
        where = ("--catalog", str(path))
        against = cost(python("-m", "dosa_trace", *COMMANDS["coverage, a screen"], *where))
        page = ("report", "-f", "html", "-o", str(Path(folder) / "page.html"))
        found = cost(python("-m", "dosa_trace", *page, *where))
    ratio, memory = found.cpu / against.cpu, found.memory
    most, megabytes = MOST_FOR_A_PAGE
    name = f"CPU of a page ({found.cpu:.1f} s) / coverage, a screen, 10,000"
    print(f"| {name} | {ratio:.1f} | {most:.1f} |")  # noqa: T201
    print(f"| megabytes of a page, 10,000 | {memory:.0f} | {megabytes} |")  # noqa: T201
    yield ratio > most
    yield memory > megabytes


def _stop() -> bool:
    """Whether an interrupted run takes too long to end, in the reading and in the counting."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.yaml"
        path.write_text(scaled_catalogue(10_000), encoding="utf-8")
        command = python("-m", "dosa_trace", "coverage", "--catalog", str(path))
        whole = cost(command).cpu
        longest = max(seconds_to_stop(command, whole * part) for part in (0.2, 0.4, 0.6, 0.8))
    print(f"| seconds from an interrupt to the end, 10,000 | {longest:.2f} | {MOST_TO_STOP:.2f} |")  # noqa: T201
    return longest > MOST_TO_STOP


def _peers() -> Iterator[bool]:
    print("\n## Beside other tools\n\nThe same catalogue as items with title, text and links.\n")  # noqa: T201
    for line, ratio in peers.table():
        print(line)  # noqa: T201
        yield ratio >= 1


def _instructions() -> None:
    """What a busy machine does not blur: how many instructions are carried out."""
    print("\n## Instructions\n")  # noqa: T201
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "small.yaml")
        Path(path).write_text(scaled_catalogue(SIZES[0]), encoding="utf-8")
        against = instructions(python("-c", LOAD, path))
        if against is None:
            print("Not counted: valgrind is not installed.")  # noqa: T201
            return
        print("| command, 1,000 | million instructions | of yaml.load's |\n| --- | ---: | ---: |")  # noqa: T201
        for name in ("--version", "check", "coverage", "report"):
            asked = (*COMMANDS[name], "--catalog", path) if name in COMMANDS else (name,)
            counted = instructions(python("-m", "dosa_trace", *asked))
            assert counted is not None
            print(f"| {name} | {counted / 1e6:,.0f} | {counted / against:.2f} |")  # noqa: T201


def _ratios(found: dict[int, tuple[float, dict[str, Cost]]]) -> list[bool]:
    size = 10_000
    if size not in found:
        return []
    print("\n## Ratios\n\n| what | measured | bound |\n| --- | ---: | ---: |")  # noqa: T201
    broken = []
    for name, other, bound in BOUNDS:
        ratio = found[size][1][name].cpu / found[size][1][other].cpu
        broken.append(ratio > bound)
        print(f"| CPU of {name} / {other}, {size:,} | {ratio:.2f} | {bound:.2f} |")  # noqa: T201
    largest = max(found)
    if largest < SIZES[-1]:
        return broken  # a small catalogue takes no more than the program itself
    ratio = found[largest][1]["coverage"].memory / found[largest][0]
    broken.append(ratio > MOST_MEMORY)
    what = f"memory of coverage / its YAML, {largest:,}"
    print(f"| {what} | {ratio:.1f} | {MOST_MEMORY:.1f} |")  # noqa: T201
    return broken


def _growth(found: dict[int, tuple[float, dict[str, Cost]]], sizes: Sequence[int]) -> list[bool]:
    broken = []
    for less, more in pairwise(sizes[1:]):
        for name in COMMANDS:
            one, ten = found[less][1][name], found[more][1][name]
            growth = max(ten.cpu / one.cpu, ten.memory / one.memory)
            broken.append(growth > MOST_GROWTH)
            what = f"{name}, {less:,} to {more:,}, CPU or memory"
            print(f"| {what} | {growth:.1f} | {MOST_GROWTH:.1f} |")  # noqa: T201
    return broken


if __name__ == "__main__":
    sys.exit(main())
