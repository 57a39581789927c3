"""Small files that would hold up who reads them: whatever a file of 100 KB holds, a check of it
costs at most twenty times what one of a harmless file of that size does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Runner

HEAD = "catalogue: {title: T, languages: [en]}\n"
SIZE = 100_000


def repeated(before: str, part: str, after: str) -> str:
    """A file of about 100 KB in which one thing stands again and again, numbered."""
    count = SIZE // len(part.format(0) + "0000")
    return HEAD + before + "".join(part.format(at) for at in range(count)) + after


HARMLESS = repeated("objectives:\n", "  - {{id: o-{0}, title: Aim {0}}}\n", "")
BOMBS = {
    "hidden characters on one line": HEAD + "a: '" + "\u200b" * (SIZE // 3) + "'\n",
    "top-level keys": repeated("", "k{0}: 1\n", ""),
    "unknown keys on one line": repeated("objectives: [{id: a, title: T", ", k{0}: 1", "}]\n"),
    "languages on one line": repeated("objectives: [{id: a, title: {en: T", ", k{0}: 1", "}}]\n"),
    "tags": repeated("objectives: [", "!x a{0}, ", "]\n"),
    "anchors": repeated("objectives: [", "&a{0} a, ", "]\n"),
    "names of nothing": repeated(
        "links:\n", "  - {{from: o{0}x, to: y{0}, basis: stated, extent: full}}\n", ""
    ),
    "the same id": repeated("objectives:\n", "  - {{id: a, title: t{0}}}\n", ""),
    "the same link": repeated(
        "links:\n", "  - {{from: a, to: b, basis: inferred, extent: full, rationale: x{0}}}\n", ""
    ),
    "one ring": repeated(
        "links:\n", "  - {{from: o{0}, to: o0, basis: inferred, extent: full, rationale: x}}\n", ""
    ),
    "merge markers": repeated("", "<<<<<<< a{0}\n", ""),
}


def cost(path: Path, text: str) -> tuple[float, int]:
    """Seconds of the processor and bytes at most, of a process of its own."""
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", MEASURED, "check", "--catalog", str(path), "-q"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode in (0, 1)
    seconds, kilobytes = done.stderr.splitlines()[-1].split()
    return float(seconds), int(kilobytes)


#: Answers a command line, and says on the last line of standard error what that cost.
MEASURED = """
import gc, resource, sys
from dosa_trace.cli import main
gc.disable()
status = main(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)
raise SystemExit(status)
"""


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_small_file_costs_little(bomb: str, tmp_path: Path) -> None:
    path = tmp_path / "given.yaml"
    seconds, kilobytes = cost(path, HARMLESS)
    more_seconds, more_kilobytes = cost(path, BOMBS[bomb])
    assert more_seconds <= 20 * seconds
    assert more_kilobytes <= 5 * kilobytes


def test_findings_beyond_a_thousand_are_counted(run: Runner, tmp_path: Path) -> None:
    path = tmp_path / "given.yaml"
    path.write_text(BOMBS["top-level keys"], encoding="utf-8")
    for format_, sign in (("table", "error[DT109]"), ("github", "::error file=")):
        said = run("check", "--catalog", str(path), "-f", format_, "--lang", "en").out
        assert said.count(sign) <= 1000
        assert "which are counted and not shown one by one" in said
