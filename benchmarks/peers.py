"""What the nearest peer costs on as many items as we have records, in an environment of its own;
ends with 1 when we cost more.

    python -m benchmarks.peers

Items have as many words and links as our recommendations. throughline keeps one file per item, as
its users do.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path

from benchmarks.generate import WORDS, scaled_catalogue

#: So many recommendations come with objectives, instruments and sources to 10,000 items.
RECOMMENDATIONS, ITEMS = 8_550, 10_000
THROUGHLINE = "throughline>=4.2,<5"


def cpu(command: Sequence[str | Path], folder: Path) -> float:
    """CPU seconds of one whole run."""
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"{' '.join(map(str, command))} did not succeed")
    return used.ru_utime + used.ru_stime


def throughline(folder: Path) -> tuple[Path, Path]:
    """A project of so many items, and the program that checks it."""
    venv.create(folder / "environment", with_pip=True)
    programs = folder / "environment" / "bin"
    subprocess.run([programs / "pip", "install", "-q", THROUGHLINE], check=True)
    project = folder / "project"
    project.mkdir()
    subprocess.run(["git", "init", "-q", "."], cwd=project, check=True)
    subprocess.run(
        [programs / "throughline", "init", "--no-demo"],
        cwd=project,
        check=True,
        capture_output=True,
    )
    shelf = project / "requirements"
    head = "prefix: REQ\ndigits: 6\ntitle: Requirements\ntype: requirement\n"
    (shelf / ".register.yml").write_text(head, encoding="utf-8")
    goal = "uid: INT-0001\ntype: intent\nstatus: approved\ntitle: A goal\ntext: A goal.\n"
    (project / "vision" / "INT-0001.yml").write_text(goal, encoding="utf-8")
    chance = random.Random(1)

    def words(number: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(number))

    for at in range(1, ITEMS):
        links = "- target: INT-0001\n  type: implements\n" + "".join(
            f"- target: REQ-{chance.randrange(1, ITEMS):06d}\n  type: relates\n" for _ in range(2)
        )
        (shelf / f"REQ-{at:06d}.yml").write_text(
            f"uid: REQ-{at:06d}\ntype: requirement\nstatus: approved\ntitle: {words(8)} {at}\n"
            f"text: {words(46)}\nnormative: true\nlinks:\n{links}"
            "attrs: {priority: must, origin: human}\n",
            encoding="utf-8",
        )
    return project, programs / "throughline"


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = folder / "ours.yaml"
        ours.write_text(scaled_catalogue(RECOMMENDATIONS), encoding="utf-8")
        project, program = throughline(folder)
        theirs = cpu([program, "check"], project)
        here, kept = Path.cwd(), True
        print(f"throughline check: {theirs:.1f} s")  # noqa: T201
        for question in (("check", "-q"), ("coverage", "-f", "json")):
            command = [sys.executable, "-m", "dosa_trace", *question, "--catalog", str(ours)]
            seconds = cpu(command, here)
            kept = kept and seconds < theirs
            print(f"dosa-trace {question[0]}: {seconds:.1f} s, {seconds / theirs:.2f} of it")  # noqa: T201
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
