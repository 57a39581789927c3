"""A snapshot of the figures: written, kept, and compared line by line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dosa_trace.analysis.coverage.snapshot import mismatches, snapshot, terms
from tests.build import FROZEN, frozen
from tests.cli.conftest import Runner

KEPT = FROZEN / "coverage.snapshot"


def test_the_snapshot_holds(run: Runner) -> None:
    found = run("check", "--snapshot", str(KEPT))
    assert (found.status, found.err) == (0, "")


def test_it_is_what_coverage_writes(run: Runner) -> None:
    taken = terms(KEPT.read_text(encoding="utf-8"))
    assert taken is not None
    found = run("coverage", "--as-of", taken.as_of.isoformat(), "--snapshot", "new.txt", "-q")
    assert (found.status, found.err) == (0, "")
    assert Path("new.txt").read_bytes() == KEPT.read_bytes()


def test_each_line_that_differs_is_told_and_how_to_refresh_it(run: Runner, tmp_path: Path) -> None:
    text = KEPT.read_text(encoding="utf-8").replace("fs-talent: partly", "fs-talent: covered")
    lines = [line for line in text.splitlines() if not line.startswith("fs-monitoring:")]
    (tmp_path / "old.txt").write_text("\n".join([*lines, "nobody: gap"]) + "\n", encoding="utf-8")
    found = run("check", "--snapshot", "old.txt")
    assert (found.status, found.out.count("error[DT501]")) == (1, 3)
    number = 1 + next(at for at, line in enumerate(lines) if line.startswith("fs-talent:"))
    assert f"--> old.txt:{number}:1" in found.out
    assert "'fs-talent: covered (stated) via" in found.out.replace("(inferred)", "(stated)")
    assert "the catalogue says 'fs-monitoring: partly" in found.out
    assert "the snapshot says 'nobody: gap'" in found.out
    refresh = "dosa-trace coverage --as-of 2026-11-23 --basis inferred --snapshot old.txt"
    assert found.out.count(refresh) == 3
    words = refresh.split()[1:]
    assert run(*words).status == 0
    assert run("check", "--snapshot", "old.txt").status == 0


@pytest.mark.parametrize("text", ["", "# something\n", "# dosa-trace snapshot 1\nas-of: soon\n"])
def test_what_is_no_snapshot(text: str, run: Runner, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(text)
    found = run("check", "--snapshot", "x.txt")
    assert found.status == 1
    assert "this is not a snapshot" in found.out
    assert run("check", "--snapshot", "nothing.txt").status == 2


def test_an_unsound_catalogue_tells_its_own_mistakes(run: Runner, tmp_path: Path) -> None:
    shutil.copytree(FROZEN, tmp_path / "catalog")
    path = tmp_path / "catalog" / "objectives.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("id: aim-ai-talent", "id: aim-x"))
    found = run("check", "--snapshot", str(KEPT))
    assert found.status == 1
    assert "DT201" in found.out
    assert "DT501" not in found.out


def test_a_snapshot_is_sorted_and_matches_itself() -> None:
    taken = terms(KEPT.read_text(encoding="utf-8"))
    assert taken is not None
    graph = frozen(taken.as_of)
    assert mismatches(snapshot(graph), graph) == ()
    names = [line.split(":")[0] for line in snapshot(graph).splitlines()[4:]]
    assert len(names) == len(graph.recommendations)
