"""Small files that would hold up who reads them: whatever a file of 100 KB holds, a check of it
costs at most twenty times what one of a harmless file of that size does."""

from __future__ import annotations

import time
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


def seconds(run: Runner, path: Path, text: str) -> float:
    path.write_text(text, encoding="utf-8")
    began = time.process_time()
    assert run("check", "--catalog", str(path)).status in (0, 1)
    return time.process_time() - began


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_small_file_costs_little(bomb: str, run: Runner, tmp_path: Path) -> None:
    path = tmp_path / "given.yaml"
    harmless = seconds(run, path, HARMLESS)
    assert seconds(run, path, BOMBS[bomb]) <= 20 * harmless


def test_findings_beyond_a_thousand_are_counted(run: Runner, tmp_path: Path) -> None:
    path = tmp_path / "given.yaml"
    path.write_text(BOMBS["top-level keys"], encoding="utf-8")
    for format_, sign in (("table", "error[DT109]"), ("github", "::error file=")):
        said = run("check", "--catalog", str(path), "-f", format_, "--lang", "en").out
        assert said.count(sign) <= 1000
        assert "which are counted and not shown one by one" in said
