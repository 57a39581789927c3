"""Small files that would hold up who reads them: whatever a file of 100 KB holds, a question to it
costs at most twenty times what one to a harmless file of that size does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dosa_trace.cli.commands import COMMANDS
from tests.cli.conftest import Runner
from tests.hostile.bombs import ASKED, BOMBS, Costs, costs, harmless

HEAD = "catalogue: {title: T, languages: [en]}\n"
SIZE = 100_000


def repeated(before: str, part: str, after: str) -> str:
    """A file of about 100 KB in which one thing stands again and again, numbered."""
    count = SIZE // len(part.format(0) + "0000")
    return HEAD + before + "".join(part.format(at) for at in range(count)) + after


HARMLESS = repeated("objectives:\n", "  - {{id: o-{0}, title: Aim {0}}}\n", "")
OF_CHECK = {
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


@pytest.fixture(scope="session")
def harmless_cost(tmp_path_factory: pytest.TempPathFactory) -> tuple[float, int]:
    return cost(tmp_path_factory.mktemp("harmless") / "given.yaml", HARMLESS)


@pytest.mark.costly
@pytest.mark.parametrize("bomb", OF_CHECK)
def test_a_small_file_costs_little(
    bomb: str, harmless_cost: tuple[float, int], tmp_path: Path
) -> None:
    seconds, kilobytes = harmless_cost
    more_seconds, more_kilobytes = cost(tmp_path / "given.yaml", OF_CHECK[bomb])
    assert more_seconds <= 20 * seconds
    assert more_kilobytes <= 5 * kilobytes


def test_findings_beyond_a_thousand_are_counted(run: Runner, tmp_path: Path) -> None:
    path = tmp_path / "given.yaml"
    path.write_text(OF_CHECK["top-level keys"], encoding="utf-8")
    for format_, sign in (("table", "error[DT109]"), ("github", "::error file=")):
        said = run("check", "--catalog", str(path), "-f", format_, "--lang", "en").out
        assert said.count(sign) <= 1000
        assert "of these counted but not shown one by one" in said


def test_every_command_that_only_asks_is_asked() -> None:
    assert {words[0] for words in ASKED.values()} == {
        name for name, command in COMMANDS.items() if command.reads and name not in WRITING
    }


#: The commands that write, which `tests/cli/test_editing.py` and `tests/sheets` ask.
WRITING = {"add", "set", "remove", "rename", "import", "review"}
#: How many links a bomb holds, and how many a fourth of one; `benchmarks.bombs` goes up to 3,000.
LARGE, SMALL = 400, 100
#: Seconds within which what is measured may differ by chance.
CHANCE = 0.3


@pytest.fixture(scope="session")
def harmless_costs(tmp_path_factory: pytest.TempPathFactory) -> Costs:
    return costs(tmp_path_factory.mktemp("harmless"), harmless(LARGE))


@pytest.mark.costly
@pytest.mark.parametrize("bomb", BOMBS)
def test_whatever_is_asked_of_a_bomb_costs_little(
    bomb: str, harmless_costs: Costs, tmp_path: Path
) -> None:
    """At most twenty times what it costs of as many harmless links, and at most six times what it
    costs of a fourth."""
    large = costs(tmp_path / "large", BOMBS[bomb](LARGE))
    small = costs(tmp_path / "small", BOMBS[bomb](SMALL))
    for name, (seconds, kilobytes, status, broke) in large.items():
        assert (status in (0, 1, 2), broke) == (True, False), name
        assert seconds <= 20 * harmless_costs[name][0] + CHANCE, name
        assert kilobytes <= 5 * harmless_costs[name][1], name
        assert seconds <= 6 * small[name][0] + CHANCE, name
