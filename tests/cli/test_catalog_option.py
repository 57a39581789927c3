"""Which catalogue is asked: nothing that judges or writes falls back on the shipped one."""

from __future__ import annotations

from pathlib import Path

import pytest

from dosa_trace.catalog import finder
from dosa_trace.catalog.finder import shipped_catalog
from dosa_trace.cli import main
from tests.cli.conftest import Runner


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, run: Runner) -> Path:
    """A folder without a catalogue, in it or above it or in the environment."""
    monkeypatch.delenv("DOSA_TRACE_CATALOG", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("asked", [("check",), ("diff",), ("coverage", "--snapshot", "x.txt")])
def test_what_judges_or_writes_never_falls_back(
    asked: tuple[str, ...], nowhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(asked) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "there is no catalogue here" in err
    assert "--catalog shipped" in err
    assert list(nowhere.iterdir()) == []


def test_the_shipped_catalogue_can_be_named(
    nowhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(("list", "themes", "--catalog", "shipped")) == 0
    assert capsys.readouterr().err == ""
    assert finder.own_catalog("shipped", {}, nowhere) == shipped_catalog()
    (nowhere / "shipped").mkdir()
    assert finder.own_catalog("shipped", {}, nowhere) == Path("shipped")


def test_a_question_says_when_it_answers_from_the_shipped_catalogue(
    nowhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(("list", "themes")) == 0
    assert "no catalogue here; using the one that comes" in capsys.readouterr().err
    assert main(("list", "themes", "-q")) == 0
    assert capsys.readouterr().err == ""


def test_a_catalogue_without_records_says_so(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text("catalogue: {title: T, languages: [en]}\nsources: []\n")
    found = run("check", "--catalog", "c.yaml")
    assert (found.status, "warning[DT114] no-records" in found.out) == (0, True)
    assert run("check", "--catalog", "c.yaml", "--strict").status == 1
