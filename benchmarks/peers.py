"""What other tools cost on the same catalogue: each record an item with its title, its text and its
links, each tool from its package in an environment of its own, in the form that its users write.

    python -m benchmarks.peers [1000]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from benchmarks.generate import scaled_catalogue
from benchmarks.processes import Cost, cost

#: How many recommendations come with their objectives, instruments and sources to 10,000 items.
RECOMMENDATIONS = 8_550


class Item(NamedTuple):
    """One record of the catalogue as every tool knows it: a number, and those it links to."""

    number: int
    title: str
    text: str
    links: tuple[int, ...]


class Peer(NamedTuple):
    """A tool: its package, how its project is written, and the command that checks or builds it."""

    package: str
    write: Callable[[Path, Path, list[Item]], None]
    command: tuple[str, ...]


def items(text: str) -> list[Item]:
    """The recommendations, objectives and instruments of a catalogue."""
    data = yaml.load(text, Loader=yaml.CSafeLoader)
    records = [*data["instruments"], *data["objectives"], *data["recommendations"]]
    number = {one["id"]: at for at, one in enumerate(records, start=1)}
    links: dict[str, list[int]] = {}
    for link in data["links"]:
        links.setdefault(link["from"], []).append(number[link["to"]])
    found = []
    for one in records:
        title = one.get("title") or one["name"]
        said = title if isinstance(title, str) else title["nl"]
        body = one.get("text") or said
        found.append(Item(number[one["id"]], said, body, tuple(links.get(one["id"], ()))))
    return found


def throughline(programs: Path, project: Path, catalogue: list[Item]) -> None:
    subprocess.run(["git", "init", "-q", "."], cwd=project, check=True)
    program = str(programs / "throughline")
    subprocess.run([program, "init", "--no-demo"], cwd=project, check=True, capture_output=True)
    shelf = project / "requirements"
    head = "prefix: REQ\ndigits: 6\ntitle: Requirements\ntype: requirement\n"
    (shelf / ".register.yml").write_text(head, encoding="utf-8")
    goal = "uid: INT-0001\ntype: intent\nstatus: approved\ntitle: A goal\ntext: A goal.\n"
    (project / "vision" / "INT-0001.yml").write_text(goal, encoding="utf-8")
    for one in catalogue:
        links = "".join(f"- target: REQ-{to:06d}\n  type: relates\n" for to in one.links)
        (shelf / f"REQ-{one.number:06d}.yml").write_text(
            f"uid: REQ-{one.number:06d}\ntype: requirement\nstatus: approved\n"
            f"title: {one.title}\ntext: {one.text}\nnormative: true\n"
            f"links:\n- target: INT-0001\n  type: implements\n{links}"
            "attrs: {priority: must, origin: human}\n",
            encoding="utf-8",
        )


def doorstop(_: Path, project: Path, catalogue: list[Item]) -> None:
    subprocess.run(["git", "init", "-q", "."], cwd=project, check=True)
    shelf = project / "requirements"
    shelf.mkdir()
    head = "settings:\n  digits: 6\n  prefix: REQ\n  sep: '-'\n"
    (shelf / ".doorstop.yml").write_text(head, encoding="utf-8")
    for one in catalogue:
        links = "".join(f"- REQ-{to:06d}: null\n" for to in one.links)
        (shelf / f"REQ-{one.number:06d}.yml").write_text(
            f"active: true\nderived: false\nheader: |\n  {one.title}\nlevel: 1.{one.number}\n"
            f"links:{' []' if not links else ''}\n{links}normative: true\nref: ''\n"
            f"reviewed: null\ntext: |\n  {one.text}\n",
            encoding="utf-8",
        )


def strictdoc(_: Path, project: Path, catalogue: list[Item]) -> None:
    with (project / "large.sdoc").open("w", encoding="utf-8") as file:
        file.write("[DOCUMENT]\nTITLE: Large\n")
        for one in catalogue:
            links = "".join(f"- TYPE: Parent\n  VALUE: REQ-{to:06d}\n" for to in one.links)
            relations = f"RELATIONS:\n{links}" if links else ""
            file.write(
                f"\n[REQUIREMENT]\nUID: REQ-{one.number:06d}\nTITLE: {one.title}\n"
                f"STATEMENT: >>>\n{one.text}\n<<<\n{relations}"
            )


def sphinx_needs(_: Path, project: Path, catalogue: list[Item]) -> None:
    (project / "conf.py").write_text('extensions = ["sphinx_needs"]\n', encoding="utf-8")
    with (project / "index.rst").open("w", encoding="utf-8") as file:
        file.write("Large\n=====\n")
        for one in catalogue:
            links = ", ".join(f"REQ_{to:06d}" for to in one.links)
            file.write(f"\n.. req:: {one.title}\n   :id: REQ_{one.number:06d}\n")
            file.write(f"   :links: {links}\n\n" if links else "\n")
            file.write(f"   {one.text}\n")


PEERS = (
    Peer("throughline", throughline, ("throughline", "check")),
    Peer("sphinx-needs", sphinx_needs, ("sphinx-build", "-q", "-b", "needs", ".", "out")),
    Peer("strictdoc", strictdoc, ("strictdoc", "export", ".", "--formats=json")),
    Peer("doorstop", doorstop, ("doorstop", "--no-reformat")),
)


def measured(folder: Path, text: str) -> Iterator[tuple[str, Cost]]:
    """What each peer costs on a catalogue, under its name, its version and its command."""
    catalogue = items(text)
    for peer in PEERS:
        environment, project = folder / peer.package, folder / f"{peer.package}-project"
        venv.create(environment, with_pip=True)
        programs = environment / "bin"
        subprocess.run([programs / "pip", "install", "-qq", peer.package], check=True)
        ask = "import importlib.metadata, sys; print(importlib.metadata.version(sys.argv[1]))"
        version = subprocess.run(
            [programs / "python", "-c", ask, peer.package],
            capture_output=True, check=True, text=True,
        ).stdout.strip()  # fmt: skip
        project.mkdir()
        peer.write(programs, project, catalogue)
        spent = cost((str(programs / peer.command[0]), *peer.command[1:]), project)
        yield f"{peer.package} {version}: `{' '.join(peer.command)}`", spent


def table(recommendations: int = RECOMMENDATIONS) -> Iterator[tuple[str, float]]:
    """A line of the page for each tool, ours and the plain script among them, with how many times
    as much CPU as the nearest peer it takes."""
    text = scaled_catalogue(recommendations)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = folder / "ours.yaml"
        ours.write_text(text, encoding="utf-8")
        program = (sys.executable, "-m")
        at = ("--catalog", str(ours))
        costs = {
            "dosa-trace: `check -q`": cost((*program, "dosa_trace", "check", "-q", *at)),
            "dosa-trace: `coverage -f json`": cost(
                (*program, "dosa_trace", "coverage", "-f", "json", *at)
            ),
            "40 lines of yaml.load and networkx": cost(
                (*program, "benchmarks.plain_script", str(ours))
            ),
        } | dict(measured(folder, text))
    nearest = next(spent.cpu for name, spent in costs.items() if name.startswith("throughline"))
    yield f"| tool, {len(items(text)):,} items | CPU | memory | CPU / throughline's |", 0.0
    yield "| --- | ---: | ---: | ---: |", 0.0
    for name, spent in costs.items():
        ratio = spent.cpu / nearest
        line = f"| {name} | {spent.cpu:.1f} s | {spent.memory:.0f} MB | {ratio:.2f} |"
        yield line, ratio if name.startswith("dosa-trace") else 0.0


def main() -> int:
    size = int(sys.argv[1]) if sys.argv[1:] else RECOMMENDATIONS
    dearest = 0.0
    for line, ratio in table(size):
        print(line)  # noqa: T201
        dearest = max(dearest, ratio)
    return int(dearest >= 1)


if __name__ == "__main__":
    sys.exit(main())
